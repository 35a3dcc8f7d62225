import { invariant } from '@setpoint/model';
import { escapeText } from '../text/escape.ts';
import type { Graph, GraphEdgeKind, GraphNodeKind } from './graph.ts';

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

/** A graph as a Mermaid flowchart; names of nodes are numbered, so that no label can be read as syntax. */
export function renderMermaid({ nodes, edges }: Graph): string {
  const names = new Map(nodes.map((node, index) => [node.id, `n${index}`]));
  const name = (id: string): string => {
    const found = names.get(id);
    invariant(found !== undefined, 'An edge of a graph names a node that is not in it');
    return found;
  };
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
