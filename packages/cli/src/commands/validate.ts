import { orderResources } from '@setpoint/engine';
import { hasErrors } from '@setpoint/model';
import { playbookOptions } from '../arguments/common-options.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { countOf } from '../output/count-of.ts';
import { openCommand } from '../project/open-command.ts';

/** `setpoint validate`: everything that can be known without a node. */
export const validate: Command = {
  name: 'validate',
  summary: 'Check inventory, playbooks and templates without touching a node',
  description:
    'Reads everything, evaluates every expression and template for every node, and reports all problems at once. No connection is made.',
  arguments: [
    {
      name: 'playbook',
      required: false,
      rest: true,
      description: 'playbooks (default: all in playbooks/)',
    },
  ],
  options: playbookOptions,
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
    if (hasErrors(diagnostics)) return exitCodes.error;
    const nodes = new Set(loaded.plays.flatMap((play) => play.nodes.map(({ node }) => node.name)));
    const resources = loaded.plays.reduce(
      (sum, play) => sum + play.nodes.reduce((part, node) => part + node.resources.length, 0),
      0,
    );
    await report.text(
      `Valid: ${countOf(loaded.plays.length, 'play')}, ${countOf(nodes.size, 'node')}, ${countOf(resources, 'resource')}.\n`,
    );
    await report.line('summary', { valid: true, plays: loaded.plays.length, nodes: nodes.size, resources });
    return exitCodes.done;
  },
};
