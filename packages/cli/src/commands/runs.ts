import { errorDiagnostic } from '@setpoint/model';
import type { Command, ParsedArguments } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { createReport, type Report } from '../output/report.ts';
import { findProjectDir } from '../project/find-project.ts';
import { compareRunsCommand } from '../runs/compare.ts';
import { listRunsCommand } from '../runs/list.ts';
import { pruneRuns } from '../runs/prune.ts';
import { showRun } from '../runs/show.ts';
import { sinceMs } from '../runs/since.ts';

/** `setpoint runs`: the journals of past applies. */
export const runs: Command = {
  name: 'runs',
  summary: 'List past applies, show one, compare two',
  description:
    'Reads the journals under .setpoint/runs. A run that was killed is shown as such, with the operations that may have happened.',
  arguments: [
    {
      name: 'what',
      required: false,
      rest: true,
      description:
        'show RUN, compare RUN RUN, prune, or a run by itself; RUN is an identifier or "last" (default: list)',
    },
  ],
  options: [
    { name: 'node', value: 'NAME', description: 'list only runs that this node was part of' },
    {
      name: 'since',
      value: 'TIME',
      description: 'list only runs since a date (2026-03-01), a time of ISO 8601, or an age (12h, 3d, 2w)',
      problemOf: (value) =>
        sinceMs(value, 0) === undefined ? `takes a date or an age such as 3d, and "${value}" is neither.` : undefined,
    },
    { name: 'failed', description: 'list only runs that did not converge' },
    {
      name: 'keep',
      value: 'N',
      description: 'with prune: the newest N runs stay, all others are deleted',
      problemOf: (value) =>
        /^[1-9]\d{0,6}$/.test(value) ? undefined : `takes a whole number from 1, and "${value}" is none.`,
    },
  ],
  examples: [
    { command: 'setpoint runs', explanation: 'all runs, the newest first' },
    { command: 'setpoint runs show last', explanation: 'what the last apply did' },
    { command: 'setpoint runs --failed --since 7d --node web1', explanation: 'what went wrong on a node this week' },
    {
      command: 'setpoint runs compare 20261122T090000Z-1c2d3e last',
      explanation: 'what is different between two runs',
    },
    { command: 'setpoint runs prune --keep 50', explanation: 'delete all but the newest 50 runs' },
  ],
  run: (given, io) => {
    const dir = findProjectDir(io.cwd, given.value('project'));
    return dispatch(given, { dir, report: createReport(given, io, dir) });
  },
};

async function dispatch(
  given: ParsedArguments,
  { dir, report }: { readonly dir: string; readonly report: Report },
): Promise<ExitCode> {
  const [first, second, third, ...rest] = given.positional;
  const count = given.positional.length;
  if (first === undefined) return listRunsCommand(dir, { given, report });
  if (first === 'prune' && count === 1) return pruneRuns(dir, given.value('keep'), report);
  if (first === 'compare' && second !== undefined && third !== undefined && rest.length === 0)
    return compareRunsCommand(dir, [second, third], report);
  if (first === 'show' && count <= 2) return showRun(dir, second ?? 'last', report);
  if (count === 1 && first !== 'compare') return showRun(dir, first, report);
  const detail = `\`runs ${given.positional.join(' ')}\` names no list, run or comparison.`;
  await report.diagnostics([errorDiagnostic('SP803', { detail, hint: 'setpoint runs compare RUN RUN' })]);
  return exitCodes.error;
}
