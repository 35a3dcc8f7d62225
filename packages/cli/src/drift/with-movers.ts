import { declarationsOf, keyMark, type PlannedRun, tellMovers } from '@setpoint/engine';
import { lastApplied } from '../journal/applied-index.ts';
import type { OpenedCommand } from '../project/open-command.ts';

/** The run with a plan that tells, for each difference, whether the declaration or the node moved since the last apply. */
export function withMovers(run: PlannedRun, { project, redactor }: OpenedCommand): PlannedRun {
  const plan = tellMovers(run.plan, {
    declarations: declarationsOf(run.plays, { modules: project.modules, redactor }),
    lastApplied: lastApplied(project.dir, keyMark(redactor)),
    redactor,
  });
  return { ...run, plan };
}
