import { hasErrors, isJsonObject, type JsonObject } from '@setpoint/model';
import { factsQuery } from '@setpoint/posix';
import { renderTable } from '@setpoint/render';
import { nodeOptions, playbookOptions } from '../arguments/common-options.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { createEngine } from '../project/create-engine.ts';
import { eachNode } from '../project/each-node.ts';
import { namedNodes } from '../project/named-nodes.ts';
import { openCommand } from '../project/open-command.ts';

/** `setpoint facts`: what the nodes are. */
export const facts: Command = {
  name: 'facts',
  summary: 'Show what a node is: system, versions, account, tools',
  description:
    'Asks nodes for what is worth knowing before a playbook is written for them. Nothing is written on any node.',
  arguments: [{ name: 'node', required: false, rest: true, description: 'nodes (default: all, or those of --limit)' }],
  options: [...playbookOptions, ...nodeOptions],
  examples: [
    { command: 'setpoint facts web1', explanation: 'one node' },
    { command: 'setpoint facts --json', explanation: 'all nodes, one object per line' },
  ],
  run: async (given, io) => {
    const { project, report, redactor } = await openCommand(given, io, 'none');
    const chosen = namedNodes(given.positional, project.loaded.nodes);
    const problems = [...project.loaded.diagnostics, ...chosen.problems];
    await report.diagnostics(problems);
    if (hasErrors(problems)) return exitCodes.error;
    const engine = createEngine(project, given, { io, redactor, emit: () => undefined });
    const results = await eachNode(chosen.nodes, engine, (channel) => channel.ask([{ query: factsQuery }], io.signal));
    let failed = 0;
    for (const each of results) {
      const diagnostic =
        'diagnostic' in each ? each.diagnostic : each.result.kind === 'failed' ? each.result.diagnostic : undefined;
      const answer = 'result' in each && each.result.kind === 'answered' ? each.result.answers[0] : undefined;
      if (diagnostic !== undefined) await report.diagnostics([diagnostic]);
      if (answer?.status !== 'found') {
        failed += 1;
        continue;
      }
      await report.text(`${each.node.name}\n${factsTable(answer.value, report.out.palette)}\n`);
      await report.line('facts', { node: each.node.name, facts: answer.value });
    }
    if (failed === 0) return exitCodes.done;
    return failed === results.length ? exitCodes.error : exitCodes.partial;
  },
};

function factsTable(value: JsonObject, palette: Parameters<typeof renderTable>[1]): string {
  const rows = Object.entries(value).map(([name, fact]) => [
    name,
    isJsonObject(fact) ? JSON.stringify(fact) : String(fact as string),
  ]);
  return renderTable({ columns: [{ title: 'fact' }, { title: 'value' }], rows }, palette);
}
