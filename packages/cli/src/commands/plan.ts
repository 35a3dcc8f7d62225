import { renderPlan } from '@setpoint/render';
import { nodeOptions, planTextOptions, playbookArguments, playbookOptions } from '../arguments/common-options.ts';
import type { Command } from '../command.ts';
import { planFormatOptions } from '../output/formats.ts';
import { reportPlan } from '../output/plan-report.ts';
import { policyOptions, withoutSecretsOptions } from '../policy/options.ts';
import { savePlanOptions } from '../saved-plan/options.ts';

/** `setpoint plan`: what would change, exactly. */
export const plan: Command = {
  name: 'plan',
  summary: 'Read the nodes and show exactly what apply would change',
  description:
    'Connects to every node, reads it in one round trip and shows each change with its reason. Nothing is written on any node.',
  arguments: playbookArguments,
  options: [
    ...playbookOptions,
    ...nodeOptions,
    ...withoutSecretsOptions,
    ...planTextOptions,
    ...planFormatOptions,
    ...policyOptions,
    ...savePlanOptions,
    { name: 'detailed-exitcode', description: 'exit with 2 when there is something to change' },
  ],
  examples: [
    { command: 'setpoint plan playbooks/web.yaml', explanation: 'what would change on all nodes of the playbook' },
    { command: 'setpoint plan --limit web1 --tags nginx', explanation: 'only one node and some resources' },
    { command: 'setpoint plan --out plan.json', explanation: 'keep the plan, to be looked at and applied as it is' },
    { command: 'setpoint plan --json > plan.jsonl', explanation: 'the whole plan as data' },
  ],
  run: (given, io) => reportPlan(given, io, { type: 'plan', render: renderPlan }),
};
