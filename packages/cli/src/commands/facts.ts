import { errorDiagnostic, hasErrors, type NodeSpec } from '@setpoint/model';
import { nodeOptions, playbookOptions } from '../arguments/common-options.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import type { NodeFacts } from '../facts/source.ts';
import { factSources } from '../facts/sources.ts';
import type { Report } from '../output/report.ts';
import { channelOf } from '../project/channel-of.ts';
import { createEngine } from '../project/create-engine.ts';
import { eachNode } from '../project/each-node.ts';
import { namedNodes } from '../project/named-nodes.ts';
import { openCommand } from '../project/open-command.ts';

/** `setpoint facts`: what the nodes are. */
export const facts: Command = {
  name: 'facts',
  summary: 'Show what a node is: a host’s system and tools, a device’s identification and registers',
  description:
    'Asks nodes for what is worth knowing before a playbook is written for them: of a host its system, versions, account and tools; of a Modbus device what it says of itself, and what every register of its profile holds, those that it lacks or refuses included. Nothing is written on any node.',
  arguments: [{ name: 'node', required: false, rest: true, description: 'nodes (default: all, or those of --limit)' }],
  options: [...playbookOptions, ...nodeOptions],
  examples: [
    { command: 'setpoint facts web1', explanation: 'one node' },
    { command: 'setpoint facts pump-plc', explanation: 'all registers of a Modbus device, by its profile' },
    { command: 'setpoint facts --json', explanation: 'all nodes, one object per line' },
  ],
  run: async (given, io) => {
    const { project, report, redactor } = await openCommand(given, io, 'none');
    const chosen = namedNodes(given.positional, project.loaded.nodes);
    const problems = [...project.loaded.diagnostics, ...chosen.problems];
    await report.diagnostics(problems);
    if (hasErrors(problems)) return exitCodes.error;
    const engine = createEngine(project, given, { io, redactor, emit: () => undefined });
    const results = await eachNode(chosen.nodes, engine, async (channel, node): Promise<NodeFacts> => {
      const load = factSources[channelOf(node) ?? ''];
      return load === undefined ? noFacts(node) : (await load())(channel, node, io.signal);
    });
    let failed = 0;
    for (const each of results) {
      const found = 'result' in each ? each.result : { kind: 'failed' as const, diagnostic: each.diagnostic };
      if (found.kind === 'failed') failed += 1;
      await tellFacts(each.node, found, report);
    }
    if (failed === 0) return exitCodes.done;
    return failed === results.length ? exitCodes.error : exitCodes.partial;
  },
};

async function tellFacts(node: NodeSpec, found: NodeFacts, report: Report): Promise<void> {
  if (found.kind === 'failed') return report.diagnostics([found.diagnostic]);
  await report.text(`${node.name}\n${found.text(report.out.palette)}\n`);
  await report.line('facts', { node: node.name, facts: found.facts });
  if (found.advice !== undefined) await report.talk(`${found.advice}\n`);
}

function noFacts({ name, connection }: NodeSpec): NodeFacts {
  const detail = `${name} is reached by ${connection.driver}, and nodes of that kind have no facts to show.`;
  return { kind: 'failed', diagnostic: errorDiagnostic('SP806', { node: name, detail }) };
}
