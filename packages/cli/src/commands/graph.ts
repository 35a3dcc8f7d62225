import { orderResources } from '@setpoint/engine';
import { type Address, type CompiledPlay, hasErrors, type Json, type ResourceModule } from '@setpoint/model';
import { type Graph, type GraphEdgeKind, renderDot, renderMermaid } from '@setpoint/render';
import { playbookArguments, playbookOptions } from '../arguments/common-options.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { openCommand } from '../project/open-command.ts';

/** `setpoint graph`: what depends on what. */
export const graph: Command = {
  name: 'graph',
  summary: 'Draw plays, nodes and what resources depend on, as Mermaid or DOT',
  description:
    'Prints the resources of each node and the order between them, declared and implied. No connection is made.',
  arguments: playbookArguments,
  options: [
    ...playbookOptions,
    {
      name: 'format',
      short: 'f',
      value: 'FORMAT',
      description: 'mermaid (default) or dot',
      problemOf: (value) =>
        ['mermaid', 'dot'].includes(value) ? undefined : `takes mermaid or dot, and "${value}" is neither.`,
    },
  ],
  examples: [
    { command: 'setpoint graph --limit web1 > web1.mmd', explanation: 'one node, for a Markdown page' },
    { command: 'setpoint graph -f dot | dot -Tsvg > graph.svg', explanation: 'a picture through Graphviz' },
  ],
  run: async (given, io) => {
    const { project, report } = await openCommand(given, io);
    await report.diagnostics(project.loaded.diagnostics);
    if (hasErrors(project.loaded.diagnostics)) return exitCodes.error;
    const drawn = buildGraph(project.loaded.plays, project.modules);
    await report.text(given.value('format') === 'dot' ? renderDot(drawn) : renderMermaid(drawn));
    await report.line('graph', { graph: drawn as unknown as Json });
    return exitCodes.done;
  },
};

function buildGraph(plays: readonly CompiledPlay[], modules: ReadonlyMap<string, ResourceModule>): Graph {
  const nodes = new Map<string, Graph['nodes'][number]>();
  const edges: Graph['edges'][number][] = [];
  for (const play of plays) {
    nodes.set(`play ${play.name}`, { id: `play ${play.name}`, label: play.name, kind: 'play' });
    for (const { node, resources } of play.nodes) {
      const nodeId = `node ${node.name}`;
      const idOf = (address: Address): string => `${play.name} ${node.name} ${address}`;
      nodes.set(nodeId, { id: nodeId, label: node.name, kind: 'node' });
      edges.push({ from: `play ${play.name}`, to: nodeId, kind: 'contains' });
      const { dependencies } = orderResources(resources, modules);
      for (const resource of resources) {
        nodes.set(idOf(resource.address), { id: idOf(resource.address), label: resource.address, kind: 'resource' });
        edges.push({ from: nodeId, to: idOf(resource.address), kind: 'contains' });
        for (const address of dependencies.get(resource.address) ?? []) {
          const kind: GraphEdgeKind = resource.after.includes(address) ? 'declared' : 'implied';
          edges.push({ from: idOf(address), to: idOf(resource.address), kind });
        }
      }
    }
  }
  return { nodes: [...nodes.values()], edges };
}
