import { spawn } from 'node:child_process';
import { projectRoot, toolEnvironment, toolPath } from './tools.ts';

const usage = `Compares the golden files with what the code gives now.

  npm run golden               shows what differs
  npm run golden -- --accept   writes the files anew; read the difference with git diff before you commit it

The expected plans of playbooks/ are made on devices of the lab and on real hosts: npm run fleet tells whether these can
run here.
`;

/** Every test that compares with a golden file. */
const specs = ['packages/render/test/**/*.test.ts', 'test/playbooks.shell.ts', 'test/playbooks.fleet.ts'];

/** Booting the hosts and installing packages on them takes its time on a slow machine. */
const timeoutMs = 180_000;

process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<number> {
  if (words.some((word) => word !== '--accept')) {
    process.stderr.write(usage);
    return words.includes('--help') ? 0 : 1;
  }
  const isAccepting = words.includes('--accept');
  const code = await compare(isAccepting ? { UPDATE_GOLDEN: '1' } : {});
  if (code === 0 && isAccepting)
    process.stdout.write('\nWritten. Read the difference before you commit it: git diff\n');
  if (code !== 0 && !isAccepting) process.stdout.write('\nIf that is right: npm run golden -- --accept\n');
  return code;
}

function compare(environment: Readonly<Record<string, string>>): Promise<number> {
  const options = ['--no-config', '--node-option', 'conditions=@setpoint/source', '--timeout', String(timeoutMs)];
  return new Promise((resolve, reject) => {
    const child = spawn(toolPath('mocha'), [...options, '--reporter', 'dot', ...specs], {
      cwd: projectRoot,
      stdio: 'inherit',
      env: { ...toolEnvironment(), ...environment },
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
