import type { PropertyDigests } from '@setpoint/engine';
import { type Address, compareText, type OutcomeStatus } from '@setpoint/model';
import type { Journal } from '../journal/read-journal.ts';
import { recordOf } from '../journal/run-record.ts';

/** How one resource of a node differs between two runs; members that are the same are left out. */
export type RunDifference = {
  readonly node: string;
  readonly address: Address;
  /** The properties whose declaration changed, or that only one of the runs declared the resource. */
  readonly declared?: readonly string[] | 'new' | 'no longer declared';
  readonly outcomes?: readonly [RunOutcome, RunOutcome];
};

/** The worst that came of a resource; `none`: it was as declared already, or not part of the run. */
export type RunOutcome = OutcomeStatus | 'none';

/** Compares two runs. Declarations can be compared only when both journals have them, under one key. */
export function compareRuns(
  from: Journal,
  to: Journal,
): { readonly differences: readonly RunDifference[]; readonly isDeclaredKnown: boolean } {
  const [before, after] = [from, to].map((journal) => ({
    declared: declaredBy(journal),
    outcomes: outcomesOf(journal),
    key: journal.started.declarations?.key,
  }));
  if (before === undefined || after === undefined) return { differences: [], isDeclaredKnown: false };
  const isDeclaredKnown = before.key !== undefined && before.key === after.key;
  const keys = [before, after].flatMap(({ declared, outcomes }) => [...declared.keys(), ...outcomes.keys()]);
  const differences = [...new Set(keys)].sort(compareText).flatMap((key): readonly RunDifference[] => {
    const [node = '', address = ''] = key.split('\0');
    const declared = isDeclaredKnown ? compareDeclared(before.declared.get(key), after.declared.get(key)) : undefined;
    const outcomes = [before.outcomes.get(key) ?? 'none', after.outcomes.get(key) ?? 'none'] as const;
    const isSameOutcome = outcomes[0] === outcomes[1];
    if (declared === undefined && isSameOutcome) return [];
    return [
      {
        node,
        address: address as Address,
        ...(declared === undefined ? {} : { declared }),
        ...(isSameOutcome ? {} : { outcomes }),
      },
    ];
  });
  return { differences, isDeclaredKnown };
}

function compareDeclared(
  before: PropertyDigests | undefined,
  after: PropertyDigests | undefined,
): RunDifference['declared'] | undefined {
  if (before === undefined) return after === undefined ? undefined : 'new';
  if (after === undefined) return 'no longer declared';
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (path) => before[path] !== after[path],
  );
  const named = paths.filter((path) => path !== '*');
  if (paths.length === 0) return undefined;
  return named.length === 0 ? ['something that is no property'] : named.sort(compareText);
}

function declaredBy({ started }: Journal): ReadonlyMap<string, PropertyDigests> {
  const { sets = [], nodes = {} } = started.declarations ?? {};
  return new Map(
    Object.entries(nodes).flatMap(([node, positions]) =>
      positions.flatMap((position) => {
        const set = sets[position];
        return set === undefined ? [] : [[`${node}\0${set.address}`, set.properties] as const];
      }),
    ),
  );
}

const severity: readonly RunOutcome[] = ['none', 'satisfied', 'done', 'not-started', 'refused', 'failed', 'unknown'];

function outcomesOf(journal: Journal): ReadonlyMap<string, RunOutcome> {
  const { nodes, open } = recordOf(journal);
  const worst = new Map<string, RunOutcome>();
  for (const { node, outcomes } of [...nodes, ...open]) {
    for (const { address, outcome } of outcomes) {
      const key = `${node}\0${address}`;
      const known = worst.get(key) ?? 'none';
      if (severity.indexOf(outcome.status) > severity.indexOf(known)) worst.set(key, outcome.status);
    }
  }
  return worst;
}
