import { type Diagnostic, errorDiagnostic, type NodeSpec, nearestName } from '@setpoint/model';

/** The nodes with these names, in inventory order; a name that no node has is a problem. No names: all nodes. */
export function namedNodes(
  names: readonly string[],
  nodes: readonly NodeSpec[],
): { readonly nodes: readonly NodeSpec[]; readonly problems: readonly Diagnostic[] } {
  if (names.length === 0) return { nodes, problems: [] };
  const known = nodes.map((node) => node.name);
  const problems = names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const nearest = nearestName(name, known);
      return errorDiagnostic('SP806', {
        detail: `The inventory has no node "${name}".`,
        ...(nearest === undefined ? {} : { hint: `did you mean "${nearest}"?` }),
      });
    });
  return { nodes: nodes.filter((node) => names.includes(node.name)), problems };
}
