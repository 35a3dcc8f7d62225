import { type Graph, renderDot, renderMermaid } from '@setpoint/render';
import { assert, expect } from 'chai';
import { expectGolden } from '../golden.ts';

const graph: Graph = {
  nodes: [
    { id: 'web1', label: 'web1', kind: 'node' },
    { id: 'a', label: 'package:nginx', kind: 'resource' },
    { id: 'b', label: 'file:/etc/"quoted"\\n', kind: 'resource' },
    { id: 'c', label: 'service:nginx', kind: 'resource' },
  ],
  edges: [
    { from: 'web1', to: 'a', kind: 'contains' },
    { from: 'a', to: 'b', kind: 'implied' },
    { from: 'b', to: 'c', kind: 'notifies' },
    { from: 'a', to: 'c', kind: 'declared' },
  ],
};

describe('a graph', () => {
  it('is written for Mermaid', () => {
    expectGolden('graph.mmd', renderMermaid(graph));
  });

  it('is written for Graphviz', () => {
    expectGolden('graph.dot', renderDot(graph));
  });

  it('refuses an edge to a node that is not there as a bug', () => {
    expect(() => renderMermaid({ nodes: [], edges: [{ from: 'x', to: 'y', kind: 'implied' }] })).to.throw(
      'bug in Setpoint',
    );
  });

  it('takes no label for syntax', () => {
    const text = renderMermaid({
      nodes: [{ id: 'x', label: '"]; click x "javascript:', kind: 'resource' }],
      edges: [],
    });
    assert.equal(text, 'flowchart TD\n  n0["#34;#93;#59; click x #34;javascript:"]\n');
  });
});
