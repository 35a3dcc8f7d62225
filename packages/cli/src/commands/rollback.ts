import type { PlanOrigin } from '@setpoint/model';
import { renderPlan } from '@setpoint/render';
import { nodeOptions, planTextOptions, playbookOptions } from '../arguments/common-options.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { findRun } from '../journal/read-journal.ts';
import { planFormatOptions } from '../output/formats.ts';
import { reportPlan } from '../output/plan-report.ts';
import { createReport } from '../output/report.ts';
import { policyOptions } from '../policy/options.ts';
import { findProjectDir } from '../project/find-project.ts';
import { planProject } from '../project/plan-project.ts';
import { rollbackSource } from '../rollback/plan-rollback.ts';
import { savePlanOptions } from '../saved-plan/options.ts';
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
    ...planFormatOptions,
    ...policyOptions,
    ...savePlanOptions,
    { name: 'yes', short: 'y', description: 'do not ask' },
    { name: 'keep-going', description: 'after a failure, go on with what does not depend on it' },
    { name: 'plan-only', description: 'show the way back and end' },
    {
      name: 'detailed-exitcode',
      description: 'with --plan-only or --out: exit with 2 when there is something to change',
    },
  ],
  examples: [
    { command: 'setpoint rollback last', explanation: 'undo the last apply, after a look at the plan' },
    { command: 'setpoint rollback 20261123T014357Z-9b2f12 --limit web1', explanation: 'on one node only' },
    { command: 'setpoint rollback last --plan-only', explanation: 'only show what going back would change' },
    {
      command: 'setpoint rollback last --out back.json',
      explanation: 'save the way back, for `setpoint apply back.json`',
    },
  ],
  run: async (given, io) => {
    const dir = findProjectDir(io.cwd, given.value('project'));
    const found = findRun(dir, given.positional[0] ?? 'last');
    if (!('run' in found)) {
      await createReport(given, io, dir).diagnostics([found]);
      return exitCodes.error;
    }
    const { run } = found;
    const source = rollbackSource(run);
    if (!given.flag('plan-only') && given.value('out') === undefined)
      return planAndApply((sequel) => planProject(given, io, { ...sequel, source }), { given, io });
    const limit = given.value('limit');
    const inventory = given.value('inventory');
    const origin: PlanOrigin = {
      kind: 'rollback',
      run,
      ...(limit === undefined ? {} : { limit }),
      ...(inventory === undefined ? {} : { inventory }),
    };
    return reportPlan(given, io, { type: 'rollback', render: renderPlan, sequel: { source }, origin });
  },
};
