import type { JournalEntry, JournaledChange } from '@setpoint/engine';
import type { Address, Change, Outcome, Plan } from '@setpoint/model';
import type { Journal } from '../journal/read-journal.ts';

/** One change of a run that happened, or may have happened. */
export type HappenedChange = {
  readonly node: string;
  /** Position of its play in the plan of the run. */
  readonly play: number;
  readonly change: JournaledChange;
  /** It took something away. */
  readonly wasRemoval: boolean;
  /** Every operation of it was done. */
  readonly wasDone: boolean;
  /** Nothing of the object was there before the run, although something was when its own change was made. */
  readonly cameWith?: Address;
};

/**
 * The changes of a run that happened or may have happened, in their order: also those that failed half way, or of which a killed run
 * left no record. A resource that was changed twice counts once, with what was there before the first time.
 */
export function happenedChanges({ started, entries }: Journal): readonly HappenedChange[] {
  const endings = outcomesOf(entries);
  const planned = plannedChanges(started.plan);
  const found = new Map<string, HappenedChange>();
  for (const entry of entries) {
    if (entry.kind !== 'wave-started') continue;
    for (const change of entry.changes) {
      const key = keyOf(entry.node, change.address);
      const outcomes = change.titles.map((title) => endings.get(`${key} ${title}`));
      if (found.has(key) || !outcomes.some(mayHaveHappened)) continue;
      const { play = 0, change: shown } = planned.get(key) ?? {};
      const cameWith = shown === undefined ? undefined : makerOf(shown, entry.node, planned);
      found.set(key, {
        node: entry.node,
        play,
        change,
        wasRemoval: shown?.action === 'delete',
        wasDone: outcomes.every((outcome) => outcome?.status === 'done' || outcome?.status === 'satisfied'),
        ...(cameWith === undefined ? {} : { cameWith }),
      });
    }
  }
  return [...found.values()];
}

type PlannedChange = { readonly play: number; readonly change: Change };

function keyOf(node: string, address: Address): string {
  return `${node} ${address}`;
}

/** No record at all means that the run was killed while the operation was on its way. */
function mayHaveHappened(outcome: Outcome | undefined): boolean {
  return outcome === undefined || ['done', 'failed', 'unknown'].includes(outcome.status);
}

function outcomesOf(entries: readonly JournalEntry[]): ReadonlyMap<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  for (const entry of entries) {
    if (entry.kind === 'operation-ended')
      outcomes.set(`${keyOf(entry.node, entry.address)} ${entry.title}`, entry.outcome);
    if (entry.kind !== 'node-ended') continue;
    for (const { address, title, outcome } of entry.node.outcomes)
      outcomes.set(`${keyOf(entry.node.node, address)} ${title}`, outcome);
  }
  return outcomes;
}

function plannedChanges(plan: Plan): ReadonlyMap<string, PlannedChange> {
  const changes = new Map<string, PlannedChange>();
  for (const [play, { nodes }] of plan.plays.entries()) {
    for (const { node, changes: ofNode } of nodes) {
      for (const change of ofNode) {
        const key = keyOf(node, change.address);
        if (!changes.has(key) && change.operations.length > 0) changes.set(key, { play, change });
      }
    }
  }
  return changes;
}

/**
 * What was not there when the node was planned, and might come with something that the run made, installed or ran, came with that.
 * What the plan found and was to change was there, whatever else of it could only be known later.
 */
function makerOf(change: Change, node: string, planned: ReadonlyMap<string, PlannedChange>): Address | undefined {
  if (['update', 'replace', 'delete'].includes(change.action)) return undefined;
  const makers = change.unknowns.flatMap((cause) => (cause.kind === 'after' ? [cause.address] : []));
  return makers.find((address) => {
    const action = planned.get(keyOf(node, address))?.change.action;
    return action === 'create' || action === 'run' || address.startsWith('package:');
  });
}
