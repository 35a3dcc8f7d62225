import { escapeText } from '../text/escape.ts';
import type { Graph, GraphEdgeKind, GraphNodeKind } from './graph.ts';
import { nameNodes } from './name-nodes.ts';

const shapes: Readonly<Record<GraphNodeKind, readonly [string, string]>> = {
  node: ['[[', ']]'],
  play: ['([', '])'],
  resource: ['[', ']'],
};

const lines: Readonly<Record<GraphEdgeKind, string>> = {
  declared: '-->',
  implied: '-.->',
  notifies: '==>',
  contains: '---',
};

/** A graph as a Mermaid flowchart. */
export function renderMermaid(graph: Graph): string {
  const { nodes, edges } = graph;
  const name = nameNodes(graph);
  const shown = nodes.map(({ id, label, kind }) => {
    const [open, close] = shapes[kind];
    return `  ${name(id)}${open}"${escapeLabel(label)}"${close}`;
  });
  const joined = edges.map(({ from, to, kind }) => `  ${name(from)} ${lines[kind]} ${name(to)}`);
  return ['flowchart TD', ...shown, ...joined].map((line) => `${line}\n`).join('');
}

/** Mermaid reads `#NUMBER;` in a quoted label as a character and nothing else in it. */
function escapeLabel(label: string): string {
  return escapeText(label).replace(/[^\p{L}\p{N} /.,:_-]/gu, (char) => `#${char.codePointAt(0) ?? 0};`);
}
