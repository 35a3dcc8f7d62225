import { orderResources } from '@setpoint/engine/order';
import { hasErrors } from '@setpoint/model';
import { playbookArguments, playbookOptions } from '../arguments/common-options.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { countOf } from '../output/count-of.ts';
import { validationFormatOption, writeValidationFormat } from '../output/formats.ts';
import { withoutSecretsOptions } from '../policy/options.ts';
import { openCommand } from '../project/open-command.ts';

/** `setpoint validate`: everything that can be known without a node. */
export const validate: Command = {
  name: 'validate',
  summary: 'Check inventory, playbooks and templates without touching a node',
  description:
    'Reads everything, evaluates every expression and template for every node, and reports all problems at once. No connection is made.',
  arguments: playbookArguments,
  options: [...playbookOptions, ...withoutSecretsOptions, validationFormatOption],
  examples: [
    { command: 'setpoint validate playbooks/site.yaml', explanation: 'check one playbook against the inventory' },
    {
      command: 'setpoint validate --json | jq .',
      explanation: 'one JSON object per problem, for an editor or a CI job',
    },
  ],
  run: async (given, io) => {
    const { project, report } = await openCommand(given, io);
    const { loaded } = project;
    const cycles = loaded.plays.flatMap((play) =>
      play.nodes.flatMap(({ resources }) => orderResources(resources, project.modules).diagnostics),
    );
    const diagnostics = [...loaded.diagnostics, ...cycles];
    await report.diagnostics(diagnostics);
    const nodes = new Set(loaded.plays.flatMap((play) => play.nodes.map(({ node }) => node.name)));
    const resources = loaded.plays.reduce(
      (sum, play) => sum + play.nodes.reduce((part, node) => part + node.resources.length, 0),
      0,
    );
    const valid = !hasErrors(diagnostics);
    const summary = { valid, plays: loaded.plays.length, nodes: nodes.size, resources };
    const isWritten = await writeValidationFormat({ problems: diagnostics, summary }, { given, report });
    if (!valid) return exitCodes.error;
    if (isWritten) return exitCodes.done;
    await report.text(
      `Valid: ${countOf(loaded.plays.length, 'play')}, ${countOf(nodes.size, 'node')}, ${countOf(resources, 'resource')}.\n`,
    );
    await report.line('summary', summary);
    return exitCodes.done;
  },
};
