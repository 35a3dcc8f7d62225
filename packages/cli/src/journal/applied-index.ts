import { statSync } from 'node:fs';
import type { LastApplied, PropertyDigests } from '@setpoint/engine';
import type { Address } from '@setpoint/model';
import { appliedIn } from './applied-in.ts';
import { journalPath, listRuns, readJournal } from './read-journal.ts';
import { stateFile } from './state-file.ts';

/** What the last apply that held declared, per node and address, as positions in `sets`. */
type AppliedIndex = {
  /** The runs that it was made from, with the sizes that their journals had then. */
  readonly runs: Readonly<Record<string, number>>;
  readonly sets: readonly AppliedSet[];
  readonly nodes: Readonly<Record<string, Readonly<Record<Address, number>>>>;
};

/** A declaration that held, and the key that its digests were made under. */
type AppliedSet = { readonly key: string; readonly properties: PropertyDigests };

const nothing: AppliedIndex = { runs: {}, sets: [], nodes: {} };

/** What the journals tell of the last apply of each resource; digests under another key than this one tell nothing. */
export function lastApplied(projectDir: string, key: string): LastApplied {
  const { sets, nodes } = readIndex(projectDir);
  return (node, address) => {
    const set = sets[nodes[node]?.[address] ?? -1];
    if (set === undefined) return undefined;
    return set.key === key ? set.properties : 'untold';
  };
}

/** Reads only the journals that are new since the last time; all of them when one has grown or came late. Pruned runs stay known. */
function readIndex(projectDir: string): AppliedIndex {
  const state = stateFile<AppliedIndex>(projectDir, 'applied.json', 1);
  const known = state.read() ?? nothing;
  const sizes = new Map(listRuns(projectDir).map((run) => [run, sizeOf(journalPath(projectDir, run))]));
  const runs = [...sizes.keys()].reverse();
  const fresh = runs.filter((run) => known.runs[run] === undefined);
  const newest = Object.keys(known.runs).sort().at(-1) ?? '';
  const isGrown = runs.some((run) => known.runs[run] !== undefined && known.runs[run] !== sizes.get(run));
  const isLate = fresh.some((run) => run < newest);
  if (fresh.length === 0 && !isGrown) return known;
  const index =
    isGrown || isLate
      ? makeIndex(nothing, runs, { projectDir, sizes })
      : makeIndex(known, fresh, { projectDir, sizes });
  state.write(index);
  return index;
}

/** Adds runs, the oldest first: what a later one declared takes the place of what an earlier one did. */
function makeIndex(
  known: AppliedIndex,
  runs: readonly string[],
  { projectDir, sizes }: { readonly projectDir: string; readonly sizes: ReadonlyMap<string, number> },
): AppliedIndex {
  const included: Record<string, number> = { ...known.runs };
  const sets: AppliedSet[] = [...known.sets];
  const positions = new Map(sets.map((set, position) => [JSON.stringify(set), position]));
  const { nodes } = known;
  const fresh = new Map<string, Record<Address, number>>();
  for (const run of runs) {
    included[run] = sizes.get(run) ?? 0;
    const journal = readJournal(projectDir, run);
    for (const { node, address, key, properties } of journal === undefined ? [] : appliedIn(journal)) {
      const text = JSON.stringify({ key, properties });
      const position = positions.get(text) ?? sets.push({ key, properties }) - 1;
      positions.set(text, position);
      const ofNode = fresh.get(node) ?? { ...nodes[node] };
      fresh.set(node, ofNode);
      ofNode[address] = position;
    }
  }
  return withoutUnused({ runs: included, sets, nodes: { ...nodes, ...Object.fromEntries(fresh) } });
}

/** Declarations that no node has any more would pile up for ever. */
function withoutUnused({ runs, sets, nodes }: AppliedIndex): AppliedIndex {
  const used = new Map<number, number>();
  const kept: AppliedSet[] = [];
  const renumber = (position: number): number => {
    const known = used.get(position);
    if (known !== undefined) return known;
    const set = sets[position];
    const fresh = set === undefined ? -1 : kept.push(set) - 1;
    used.set(position, fresh);
    return fresh;
  };
  const renumbered = Object.entries(nodes).map(([node, ofNode]) => [
    node,
    Object.fromEntries(Object.entries(ofNode).map(([address, position]) => [address, renumber(position)])),
  ]);
  return { runs, nodes: Object.fromEntries(renumbered), sets: kept };
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
