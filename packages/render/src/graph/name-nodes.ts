import { invariant } from '@setpoint/model';
import type { Graph } from './graph.ts';

/** Short names `n0`, `n1` … by id, so that no id can be read as syntax; asking for an id that is not in the graph is a bug. */
export function nameNodes({ nodes }: Graph): (id: string) => string {
  const names = new Map(nodes.map((node, index) => [node.id, `n${index}`]));
  return (id) => {
    const name = names.get(id);
    invariant(name !== undefined, 'An edge of a graph names a node that is not in it');
    return name;
  };
}
