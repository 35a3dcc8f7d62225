import { type Address, type Edit, type Mover, movers, type NodePlan, type Plan, type Redactor } from '@setpoint/model';
import { type Declarations, digestValue, type PropertyDigests } from '../journal/declarations.ts';

/** What the last apply that held declared for a resource of a node; undefined when none did, `untold` when nobody can tell. */
export type LastApplied = (node: string, address: Address) => PropertyDigests | 'untold' | undefined;

/** What stands against what: the declarations of now, and those that the journals tell of. */
export type MoverEvidence = {
  readonly declarations: Declarations;
  readonly lastApplied: LastApplied;
  readonly redactor: Redactor;
};

/** A plan whose edits say who moved since the last apply: the declaration, the node, or both. */
export function tellMovers(plan: Plan, evidence: MoverEvidence): Plan {
  const declared = declaredLookup(evidence.declarations);
  const plays = plan.plays.map((play) => ({
    ...play,
    nodes: play.nodes.map((node) => tellNode(node, { ...evidence, declared })),
  }));
  return { ...plan, plays };
}

type Lookup = (node: string, address: Address) => PropertyDigests | undefined;

function declaredLookup({ sets, nodes }: Declarations): Lookup {
  const byNode = new Map<string, Map<Address, PropertyDigests>>();
  return (node, address) => {
    const known =
      byNode.get(node) ??
      new Map(
        (nodes[node] ?? []).flatMap((at) => (sets[at] === undefined ? [] : [[sets[at].address, sets[at].properties]])),
      );
    byNode.set(node, known);
    return known.get(address);
  };
}

function tellNode(node: NodePlan, evidence: MoverEvidence & { readonly declared: Lookup }): NodePlan {
  const changes = node.changes.map((change) => {
    if (change.edits.length === 0) return change;
    const before = evidence.lastApplied(node.node, change.address);
    const now = evidence.declared(node.node, change.address) ?? {};
    const edits = change.edits.map((edit) => ({ ...edit, movedBy: moverOf(edit, { before, now }, evidence.redactor) }));
    return { ...change, edits, reasons: [...change.reasons, ...reasonsOf(edits)] };
  });
  return { ...node, changes };
}

/** One sentence for each kind of mover, so that every form of the plan tells it. */
function reasonsOf(edits: readonly Edit[]): readonly string[] {
  return (Object.keys(movers) as Mover[]).flatMap((mover) => {
    const paths = [...new Set(edits.filter((edit) => edit.movedBy === mover).map((edit) => edit.path))];
    return paths.length === 0 ? [] : [reasonOf(mover, paths.join(', '))];
  });
}

function reasonOf(mover: Mover, paths: string): string {
  switch (mover) {
    case 'code':
      return `the declaration of ${paths} changed since the last apply`;
    case 'node':
      return `the node changed since the last apply: ${paths}`;
    case 'both':
      return `the declaration and the node both changed since the last apply: ${paths}`;
    case 'never-applied':
      return `no apply of this project has set ${paths} yet`;
    case 'untold':
      return `the journals of past applies do not tell who changed ${paths}`;
    default:
      return mover satisfies never;
  }
}

function moverOf(
  edit: Edit,
  { before, now }: { readonly before: ReturnType<LastApplied>; readonly now: PropertyDigests },
  redactor: Redactor,
): Mover {
  if (before === 'untold') return 'untold';
  if (before === undefined) return 'never-applied';
  const declaredNow = now[edit.path];
  const declaredThen = before[edit.path];
  // What no declaration sets by itself, such as a restart that is due, is compared as a whole.
  if (declaredNow === undefined) return now['*'] === before['*'] ? 'node' : 'code';
  if (declaredNow === declaredThen) return 'node';
  if (declaredThen === undefined) return 'code';
  const found = digestValue(edit.before, redactor);
  return found === undefined || found === declaredThen ? 'code' : 'both';
}
