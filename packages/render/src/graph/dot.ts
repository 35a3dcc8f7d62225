import { escapeText } from '../text/escape.ts';
import type { Graph, GraphEdgeKind, GraphNodeKind } from './graph.ts';
import { nameNodes } from './name-nodes.ts';

const shapes: Readonly<Record<GraphNodeKind, string>> = { node: 'box3d', play: 'oval', resource: 'box' };

const styles: Readonly<Record<GraphEdgeKind, string>> = {
  declared: 'style=solid',
  implied: 'style=dashed',
  notifies: 'style=bold',
  contains: 'style=solid, dir=none',
};

/** A graph in Graphviz' DOT language. */
export function renderDot(graph: Graph): string {
  const { nodes, edges } = graph;
  const name = nameNodes(graph);
  const shown = nodes.map(({ id, label, kind }) => `  ${name(id)} [label=${quote(label)}, shape=${shapes[kind]}];`);
  const joined = edges.map(({ from, to, kind }) => `  ${name(from)} -> ${name(to)} [${styles[kind]}];`);
  return ['digraph setpoint {', ...shown, ...joined, '}'].map((line) => `${line}\n`).join('');
}

/** DOT knows one escape in a quoted string, `\"`; a label also reads backslash sequences, so a backslash is doubled. */
function quote(text: string): string {
  return `"${escapeText(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
