import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../tools.ts';
import { QuickstartProblem } from './problem.ts';
import type { QuickstartProject } from './project.ts';

/** One command of the demonstration; `exitCode` is the one that shows that it went as it should. */
type Step = {
  readonly title: string;
  readonly words: readonly string[];
  readonly exitCode: number;
  /** Something that somebody does to the host before. */
  readonly before?: (project: QuickstartProject) => string;
};

const steps: readonly Step[] = [
  { title: 'What would change? A plan reads the host and writes nothing.', words: ['plan'], exitCode: 0 },
  {
    title: 'Change exactly that, then read the host again as proof.',
    words: ['apply', '--yes'],
    exitCode: 0,
  },
  {
    title: 'The proof a second time: now there is nothing to do.',
    words: ['plan', '--detailed-exitcode'],
    exitCode: 0,
  },
  {
    title: 'Somebody edits a file by hand; drift tells what differs, and ends with code 2.',
    words: ['drift', '--detailed-exitcode'],
    exitCode: 2,
    before: tamper,
  },
];

/** Runs the commands one after the other, each printed as a reader would type it; stops at the first that goes wrong. */
export async function runSteps(project: QuickstartProject, signal: AbortSignal): Promise<void> {
  const { lab, shownDir } = project;
  tell(`A throw-away SSH host listens on ${lab.host}:${lab.port}. It lives in ${shownDir}, as does its project:`);
  tell(`  ${shownDir}/inventory.yaml\n  ${shownDir}/playbooks/site.yaml`);
  for (const [index, step] of steps.entries()) {
    tell(`\n${index + 1}. ${step.title}\n`);
    if (step.before !== undefined) tell(`$ ${step.before(project)}`);
    await runStep(step, project, signal);
  }
}

async function runStep({ words, exitCode }: Step, { dir, shownDir }: QuickstartProject, signal: AbortSignal) {
  const [command = '', ...options] = words;
  tell(`$ npm run setpoint -- ${[command, '-C', shownDir, ...options].join(' ')}\n`);
  const found = await runSetpoint([command, '-C', dir, ...options]);
  signal.throwIfAborted();
  if (found === exitCode) return;
  throw new QuickstartProblem(
    `setpoint ${command} ended with code ${found ?? 'none'}, and ${exitCode} was expected; what it said stands above.`,
    `npm run setpoint -- doctor -C ${shownDir}`,
  );
}

/** The real command line, as `npm run setpoint` starts it; it writes to this terminal itself. */
function runSetpoint(words: readonly string[]): Promise<number | null> {
  const main = join(projectRoot, 'packages', 'cli', 'src', 'main.ts');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--conditions=@setpoint/source', main, ...words], {
      cwd: projectRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code));
  });
}

/** Does what the returned shell command says. */
function tamper({ lab, shownDir }: QuickstartProject): string {
  appendFileSync(join(lab.rootDir, 'site', 'robots.txt'), 'Disallow: /\n');
  return `echo 'Disallow: /' >> ${shownDir}/lab/host/site/robots.txt`;
}

function tell(text: string): void {
  process.stdout.write(`${text}\n`);
}
