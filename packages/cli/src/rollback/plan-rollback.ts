import { planPlays } from '@setpoint/engine';
import {
  type Diagnostic,
  errorDiagnostic,
  hasErrors,
  type Plan,
  type RunEvent,
  warningDiagnostic,
} from '@setpoint/model';
import type { CommandIo, ParsedArguments } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { type Journal, readJournal, unreadableJournal } from '../journal/read-journal.ts';
import { judgeRun } from '../policy/judge.ts';
import { createProgress } from '../progress/progress.ts';
import { createEngine } from '../project/create-engine.ts';
import { type OpenedCommand, openCommand } from '../project/open-command.ts';
import type { PlannedProject, PlanSequel } from '../project/plan-project.ts';
import { keptContents } from './kept-content.ts';
import { happenedChanges } from './undone-changes.ts';
import { type WayBack, wayBack } from './way-back.ts';

/** Plans the way back from a run; what cannot be undone is told before the nodes are asked. */
export async function planRollback(
  run: string,
  asked: { readonly given: ParsedArguments; readonly io: CommandIo },
  sequel: PlanSequel = { willApply: false },
): Promise<PlannedProject> {
  const { given, io } = asked;
  const opened = await openCommand(given, io, 'none');
  const { project, report } = opened;
  const journal = readJournal(project.dir, run);
  const problems = [...project.loaded.diagnostics, ...journalProblems(run, journal)];
  await report.diagnostics(problems);
  if (journal === undefined || hasErrors(problems)) return { kind: 'stopped', exitCode: exitCodes.error };
  const back = makeWayBack(journal, opened);
  await report.diagnostics(missingNodes(journal, opened));
  await report.text(listLost(back));
  const progress = createProgress(io.stderr, report.err.palette, report.isJson);
  const emit = (event: RunEvent): void => {
    progress.take(event);
    if (sequel.willApply) sequel.onEvent(event);
  };
  const engine = createEngine(project, given, { io, redactor: opened.redactor, emit });
  const planned = await planPlays(back.plays, { limits: project.loaded.limits, willApply: sequel.willApply }, engine);
  progress.end();
  const told = { ...planned, plan: withLost(planned.plan, back) };
  const judged = judgeRun(told, project.loaded.policy, given.values('allow'));
  await report.diagnostics(judged.diagnostics);
  return { kind: 'planned', opened, run: judged.run, engine, progress };
}

function makeWayBack(journal: Journal, { project }: OpenedCommand): WayBack {
  const kept = keptContents(project.dir, journal.run, project.bodies);
  return wayBack(journal, { modules: project.modules, nodes: project.loaded.nodes, kept });
}

function journalProblems(run: string, journal: Journal | undefined): readonly Diagnostic[] {
  if (journal === undefined) return [unreadableJournal(run)];
  if (journal.started.formatVersion >= 2) return [];
  const detail = `The journal of ${run} was written by an older version, which did not keep what going back needs.`;
  return [errorDiagnostic('SP841', { detail, hint: `setpoint runs show ${run}` })];
}

/** Nodes of the run that nobody can reach any more; those that a limit leaves out are none. */
function missingNodes(journal: Journal, { project }: OpenedCommand): readonly Diagnostic[] {
  const known = new Set(project.loaded.groups.get('all') ?? project.loaded.nodes.map((node) => node.name));
  const changed = new Set(happenedChanges(journal).map(({ node }) => node));
  return [...changed]
    .filter((node) => !known.has(node))
    .map((node) => {
      const detail = `${journal.run} changed ${node}, which the inventory does not have.`;
      return warningDiagnostic('SP842', { node, detail });
    });
}

function listLost({ lost }: WayBack): string {
  if (lost.length === 0) return '';
  const lines = lost.map(({ node, address, detail }) => `  ${node ?? ''} ${address ?? ''}: ${detail}\n`);
  return `What cannot be undone:\n${lines.join('')}\n`;
}

/** What does not come back stands in the plan, so that every form of it says so. */
function withLost(plan: Plan, { lost }: WayBack): Plan {
  if (lost.length === 0) return plan;
  const told = new Set<Diagnostic>();
  const plays = plan.plays.map((play) => ({
    ...play,
    nodes: play.nodes.map((node) => {
      const own = lost.filter((each) => each.node === node.node && !told.has(each));
      for (const each of own) told.add(each);
      return own.length === 0 ? node : { ...node, diagnostics: [...node.diagnostics, ...own] };
    }),
  }));
  return { ...plan, plays };
}
