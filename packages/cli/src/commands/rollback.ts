import { renderPlan } from '@setpoint/render';
import { nodeOptions, planTextOptions, playbookOptions } from '../arguments/common-options.ts';
import type { Command, CommandIo, ParsedArguments } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { findRun } from '../journal/read-journal.ts';
import { tellPlan } from '../output/plan-report.ts';
import { createReport } from '../output/report.ts';
import { policyOptions } from '../policy/options.ts';
import { findProjectDir } from '../project/find-project.ts';
import { planExitCode } from '../project/plan-project.ts';
import { planRollback } from '../rollback/plan-rollback.ts';
import { planAndApply } from './apply.ts';

/** The options of a playbook that say where to go back; a run has no variables and no tags. */
const whereOptions = playbookOptions.filter(({ name }) => name === 'inventory' || name === 'limit');

/** `setpoint rollback RUN`: the way back to what was there before a run. */
export const rollback: Command = {
  name: 'rollback',
  summary: 'Go back to the state before a run',
  description:
    'Plans the way from the present state of the nodes back to what the journal of a run recorded before it, in the reverse order of the run. What cannot be undone is named first. The plan is shown, asked for and applied like any other.',
  arguments: [{ name: 'run', required: true, description: 'identifier of a run, or "last"' }],
  options: [
    ...whereOptions,
    ...nodeOptions,
    ...planTextOptions,
    ...policyOptions,
    { name: 'yes', short: 'y', description: 'do not ask' },
    { name: 'keep-going', description: 'after a failure, go on with what does not depend on it' },
    { name: 'plan-only', description: 'show the way back and end' },
    { name: 'detailed-exitcode', description: 'with --plan-only: exit with 2 when there is something to change' },
  ],
  examples: [
    { command: 'setpoint rollback last', explanation: 'undo the last apply, after a look at the plan' },
    { command: 'setpoint rollback 20261123T014357Z-9b2f12 --limit web1', explanation: 'on one node only' },
    { command: 'setpoint rollback last --plan-only', explanation: 'only show what going back would change' },
  ],
  run: async (given, io) => {
    const dir = findProjectDir(io.cwd, given.value('project'));
    const found = findRun(dir, given.positional[0] ?? 'last');
    if (!('run' in found)) {
      await createReport(given, io, dir).diagnostics([found]);
      return exitCodes.error;
    }
    const { run } = found;
    if (given.flag('plan-only')) return showRollback(run, { given, io });
    return planAndApply((sequel) => planRollback(run, { given, io }, sequel), { given, io });
  },
};

async function showRollback(
  run: string,
  asked: { readonly given: ParsedArguments; readonly io: CommandIo },
): Promise<ExitCode> {
  const planned = await planRollback(run, asked);
  if (planned.kind === 'stopped') return planned.exitCode;
  const { given, io } = asked;
  const { opened, run: back } = planned;
  await tellPlan(back.plan, { given, report: opened.report, telling: { type: 'plan', render: renderPlan } });
  return planExitCode(back.plan, given, io);
}
