import { renderDrift } from '@setpoint/render';
import { nodeOptions, planTextOptions, playbookArguments, playbookOptions } from '../arguments/common-options.ts';
import type { Command } from '../command.ts';
import { withMovers } from '../drift/with-movers.ts';
import { planFormatOptions } from '../output/formats.ts';
import { reportPlan } from '../output/plan-report.ts';
import { withoutSecretsOptions } from '../policy/options.ts';

/** `setpoint drift`: a plan read as a report. */
export const drift: Command = {
  name: 'drift',
  summary: 'Report where nodes differ from what is declared',
  description:
    'The same reading as `plan`, told as a report: which properties differ from their declaration, and by the journals whether the declaration or the node has changed since the last apply. Nothing is written on any node.',
  arguments: playbookArguments,
  options: [
    ...playbookOptions,
    ...nodeOptions,
    ...withoutSecretsOptions,
    ...planTextOptions,
    ...planFormatOptions,
    { name: 'detailed-exitcode', description: 'exit with 2 when something has drifted' },
  ],
  examples: [
    {
      command: 'setpoint drift --detailed-exitcode',
      explanation: 'in a nightly job: fails with 2 when something has drifted',
    },
    { command: 'setpoint drift --limit "web & eu" --json', explanation: 'as data, for some nodes' },
  ],
  run: (given, io) => reportPlan(given, io, { type: 'drift', render: renderDrift, sequel: { hold: withMovers } }),
};
