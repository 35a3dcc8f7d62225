import { hostname } from 'node:os';
import { relative } from 'node:path';
import { applyPlan, closeNodes, type PlannedRun } from '@setpoint/engine';
import {
  type Diagnostic,
  errorDiagnostic,
  hasChanges,
  type Json,
  type LockHolder,
  type Plan,
  type RunEvent,
  type RunSummary,
} from '@setpoint/model';
import { renderPlan, renderRun } from '@setpoint/render';
import { nodeOptions, planTextOptions, playbookOptions } from '../arguments/common-options.ts';
import type { Command, CommandIo, ParsedArguments } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { confirm } from '../io/confirm.ts';
import { signalExitCode } from '../io/signals.ts';
import { newRunId, openFileJournal } from '../journal/file-journal.ts';
import { countOf } from '../output/count-of.ts';
import { tellPlan } from '../output/plan-report.ts';
import type { Report } from '../output/report.ts';
import { policyOptions } from '../policy/options.ts';
import { accountName } from '../project/account.ts';
import { type PlannedProject, type PlanSequel, planExitCode, planProject } from '../project/plan-project.ts';
import { lockProject } from '../project/project-lock.ts';
import { namesSavedPlan } from '../saved-plan/names-saved-plan.ts';
import { applySavedOptions } from '../saved-plan/options.ts';

/** `setpoint apply`: plan, ask, change, prove. */
export const apply: Command = {
  name: 'apply',
  summary: 'Make the changes that plan shows, and prove that they held',
  description:
    'Plans, shows the plan, asks, executes exactly the shown operations and reads every node again. Off a terminal it needs --yes. A failure stops its node only; a second apply writes nothing.',
  arguments: [
    {
      name: 'playbook',
      required: false,
      rest: true,
      description: 'a saved plan, or playbooks (default: all in playbooks/)',
    },
  ],
  options: [
    ...playbookOptions,
    ...nodeOptions,
    ...planTextOptions,
    ...policyOptions,
    ...applySavedOptions,
    { name: 'yes', short: 'y', description: 'do not ask' },
    { name: 'keep-going', description: 'after a failure, go on with what does not depend on it' },
  ],
  examples: [
    { command: 'setpoint apply playbooks/web.yaml', explanation: 'show the plan, ask, apply' },
    { command: 'setpoint apply plan.json', explanation: 'exactly what `setpoint plan --out plan.json` has shown' },
    { command: 'setpoint apply --yes --limit web1', explanation: 'in a job, for one node' },
  ],
  run: async (given, io) => {
    const plan = namesSavedPlan(given, io) ? (await import('../saved-plan/apply.ts')).planSaved : planProject;
    return planAndApply((sequel) => plan(given, io, sequel), { given, io });
  },
};

/** Makes a plan, shows it, asks, applies it and proves it: for every command that ends in an apply. */
export async function planAndApply(
  plan: (sequel: PlanSequel) => Promise<PlannedProject>,
  { given, io }: { readonly given: ParsedArguments; readonly io: CommandIo },
): Promise<ExitCode> {
  const events: { take: (event: RunEvent) => void } = { take: () => undefined };
  const planned = await plan({ willApply: true, onEvent: (event) => events.take(event) });
  if (planned.kind === 'stopped') return planned.exitCode;
  try {
    const code = await applyPlanned(planned, {
      given,
      io,
      listen: (take) => {
        events.take = take;
      },
    });
    const isPartial = code === exitCodes.done && planned.saved !== undefined && planned.saved.leftOut > 0;
    return isPartial ? exitCodes.partial : code;
  } finally {
    planned.progress.end();
    await closeNodes(planned.run.nodes);
  }
}

type Planned = Extract<PlannedProject, { kind: 'planned' }>;
type Asked = {
  readonly given: ParsedArguments;
  readonly io: CommandIo;
  readonly listen: (take: (event: RunEvent) => void) => void;
};

async function applyPlanned(planned: Planned, asked: Asked): Promise<ExitCode> {
  const { opened, run } = planned;
  const { report } = opened;
  const { given, io } = asked;
  await tellPlan(run.plan, { given, report, telling: { type: 'plan', render: renderPlan } });
  if (io.signal.aborted || !hasChanges(run.plan)) return planExitCode(run.plan, given, io);
  if (run.plan.violations !== undefined) return refuseViolations(report, run.plan.violations);
  if (given.flag('all-or-nothing') && !isWhole(run.plan)) {
    await report.talk('Nothing was changed, because not all of the plan can be done (--all-or-nothing).\n');
    return exitCodes.error;
  }
  const refusal = await refuseOrAsk(run, asked);
  if (refusal !== undefined) {
    await report.diagnostics(refusal.diagnostics);
    await report.talk(refusal.diagnostics.length === 0 ? 'Nothing was changed.\n' : '');
    return exitCodes.error;
  }
  return execute(planned, asked);
}

/** True when every node was planned whole and nothing of it was refused. */
function isWhole(plan: Plan): boolean {
  return plan.plays.every((play) => play.nodes.every((node) => node.status === 'planned'));
}

/** What the policy does not allow is refused before anybody is asked; nothing was written. */
async function refuseViolations(report: Report, violations: readonly Diagnostic[]): Promise<ExitCode> {
  await report.diagnostics(violations);
  await report.talk('Nothing was changed.\n');
  return exitCodes.error;
}

/** Undefined when the apply may go on. */
async function refuseOrAsk(
  run: PlannedRun,
  { given, io }: Asked,
): Promise<{ readonly diagnostics: readonly Diagnostic[] } | undefined> {
  if (given.flag('yes')) return undefined;
  if (!io.stdin().isTTY || !io.stderr.isTty || given.flag('json')) {
    const detail = 'There is nobody to ask: standard input or standard error is no terminal, or the output is JSON.';
    return { diagnostics: [errorDiagnostic('SP804', { detail, hint: 'setpoint apply --yes' })] };
  }
  const { operations, nodes } = run.plan.totals;
  const isYes = await confirm(
    io,
    `Make these changes (${countOf(operations, 'operation')} on ${countOf(nodes, 'node')})? Only "yes" is taken: `,
  );
  return isYes ? undefined : { diagnostics: [] };
}

async function execute(
  { opened, run, engine, progress, saved }: Planned,
  { given, io, listen }: Asked,
): Promise<ExitCode> {
  const { report, project } = opened;
  const startedMs = performance.now();
  const holder = lockHolder();
  // Only now: a question that nobody answers must not keep others from applying. Facts that moved meanwhile are refused later.
  const lock = await lockProject(project.dir, holder);
  if (lock.kind === 'taken') {
    await report.diagnostics([projectTaken(lock.by)]);
    return exitCodes.error;
  }
  const journal = await openFileJournal(project.dir, holder.run).catch((error: NodeJS.ErrnoException) => error);
  if (journal instanceof Error) {
    lock.release();
    await report.diagnostics([noJournal(journal)]);
    return exitCodes.error;
  }
  // Events are JSON in shape; the type only lacks the index signature.
  listen((event) => void report.line('event', { event: event as unknown as Json }));
  const tellWaiting = (): void => {
    const name = io.interruptedBy() ?? 'interrupted';
    const what = 'no new operation is started; waiting for the running ones. Once more ends at once.';
    void io.stderr.write(`${name}: ${what}\n`);
  };
  io.signal.addEventListener('abort', tellWaiting, { once: true });
  const allOrNothing = given.flag('all-or-nothing');
  const held = { allOrNothing, ...(saved === undefined ? {} : { savedPlan: saved.digest }) };
  // With --yes nobody looks at the plan between reading and writing.
  const fresh = given.flag('yes') ? { freshForMs } : {};
  const keepGoing = given.flag('keep-going');
  const summary = await applyPlan(run, { journal, holder, keepGoing, ...held, ...fresh }, engine);
  io.signal.removeEventListener('abort', tellWaiting);
  await journal.close();
  lock.release();
  // What came of it starts on a clean line.
  progress.end();
  await report.text(
    renderRun(summary, { ...report.out, sources: report.sources, durationMs: performance.now() - startedMs }),
  );
  await report.talk(`Journal: ${relative(io.cwd, journal.path) || journal.path}\n`);
  await report.line('summary', { summary: summary as unknown as Json });
  return applyExitCode(summary, io);
}

/** As long as reading a busy node may take by itself. */
const freshForMs = 5000;

function noJournal(error: NodeJS.ErrnoException): Diagnostic {
  return errorDiagnostic('SP808', {
    detail: `The journal of the run cannot be written: ${error.message}. Without it nobody could tell what a run that was cut off had done, so nothing was changed.`,
    hint: 'Make the project directory writable for the account that runs setpoint.',
  });
}

function lockHolder(): LockHolder {
  const now = new Date();
  return { who: accountName(), host: hostname(), pid: process.pid, run: newRunId(now), since: now.toISOString() };
}

function projectTaken(by: LockHolder | undefined): Diagnostic {
  const who =
    by === undefined
      ? 'Another apply'
      : `An apply by ${by.who} on ${by.host} (process ${by.pid}, run ${by.run}, since ${by.since})`;
  return errorDiagnostic('SP805', {
    detail: `${who} works in this project directory.`,
    hint: 'wait until it ends; nothing has to be unlocked by hand',
  });
}

function applyExitCode(summary: RunSummary, io: CommandIo): ExitCode {
  const signal = io.interruptedBy();
  if (signal !== undefined) return signalExitCode(signal);
  const converged = summary.nodes.filter((node) => node.status === 'converged').length;
  if (converged === summary.nodes.length) return exitCodes.done;
  return converged === 0 ? exitCodes.error : exitCodes.partial;
}
