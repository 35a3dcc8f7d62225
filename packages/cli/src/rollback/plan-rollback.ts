import { type Diagnostic, errorDiagnostic, hasErrors, type Plan, warningDiagnostic } from '@setpoint/model';
import { type Journal, readJournal, unreadableJournal } from '../journal/read-journal.ts';
import type { OpenedCommand } from '../project/open-command.ts';
import type { PlanSequel } from '../project/plan-project.ts';
import { keptContents } from './kept-content.ts';
import { happenedChanges } from './undone-changes.ts';
import { type WayBack, wayBack } from './way-back.ts';

/** The plays that lead back from a run; what cannot be undone is told before the nodes are asked. */
export function rollbackSource(run: string): NonNullable<PlanSequel['source']> {
  return async (opened) => {
    const { project, report } = opened;
    const journal = readJournal(project.dir, run);
    const problems = [...journalProblems(run, journal), ...missingNodes(journal, opened)];
    await report.diagnostics(problems);
    if (journal === undefined || hasErrors(problems)) return undefined;
    const back = makeWayBack(journal, opened);
    await report.talk(listLost(back));
    const loaded = { ...project.loaded, plays: back.plays };
    return {
      opened: { ...opened, project: { ...project, loaded } },
      finish: (planned) => ({ ...planned, plan: withLost(planned.plan, back) }),
    };
  };
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
function missingNodes(journal: Journal | undefined, { project }: OpenedCommand): readonly Diagnostic[] {
  const known = new Set(project.loaded.groups.get('all') ?? project.loaded.nodes.map((node) => node.name));
  const changed = new Set(journal === undefined ? [] : happenedChanges(journal).map(({ node }) => node));
  return [...changed]
    .filter((node) => !known.has(node))
    .map((node) => {
      const detail = `The run changed ${node}, which the inventory does not have.`;
      return warningDiagnostic('SP842', { node, detail });
    });
}

function listLost({ lost }: WayBack): string {
  const lines = lost.map(({ node, address, detail }) => `  ${node ?? ''} ${address ?? ''}: ${detail}\n`);
  return lines.length === 0 ? '' : `What cannot be undone:\n${lines.join('')}\n`;
}

/** What does not come back stands in the plan, so that every form of it says so. */
function withLost(plan: Plan, { lost }: WayBack): Plan {
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
