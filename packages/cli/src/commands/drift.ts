import { closeNodes } from '@setpoint/engine';
import { planToJson, renderDrift } from '@setpoint/render';
import { nodeOptions, planTextOptions, playbookOptions } from '../arguments/common-options.ts';
import type { Command } from '../command.ts';
import { planExitCode, planProject } from '../project/plan-project.ts';

/** `setpoint drift`: a plan read as a report. */
export const drift: Command = {
  name: 'drift',
  summary: 'Report where nodes differ from what is declared',
  description:
    'The same reading as `plan`, told as a report: which nodes and properties have moved away from their declaration. Nothing is written.',
  arguments: [
    {
      name: 'playbook',
      required: false,
      rest: true,
      description: 'playbooks (default: all in playbooks/)',
    },
  ],
  options: [
    ...playbookOptions,
    ...nodeOptions,
    ...planTextOptions,
    { name: 'detailed-exitcode', description: 'exit with 2 when something has drifted' },
  ],
  examples: [
    {
      command: 'setpoint drift --detailed-exitcode',
      explanation: 'in a nightly job: fails with 2 when something has drifted',
    },
    { command: 'setpoint drift --limit "web & eu" --json', explanation: 'as data, for some nodes' },
  ],
  run: async (given, io) => {
    const planned = await planProject(given, io);
    if (planned.kind === 'stopped') return planned.exitCode;
    const { opened, run } = planned;
    const { report } = opened;
    await closeNodes(run.nodes);
    await report.text(
      renderDrift(run.plan, {
        ...report.out,
        sources: report.sources,
        verbose: given.flag('verbose'),
        showAll: given.flag('show-all'),
      }),
    );
    if (report.isJson) await report.line('drift', { plan: planToJson(run.plan) });
    return planExitCode(run.plan, given, io);
  },
};
