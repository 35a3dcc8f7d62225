import type { JournalEntry } from '@setpoint/engine';
import type { NodeRun } from '@setpoint/model';
import type { Journal } from './read-journal.ts';

/** What a journal tells of its run as a whole. */
export type RunRecord = {
  readonly run: string;
  readonly startedAt: string;
  readonly ended: boolean;
  readonly interrupted: boolean;
  readonly nodes: readonly NodeRun[];
  /** Nodes of a run that never ended: operations that left and got no record may have happened. */
  readonly open: readonly NodeRun[];
};

/** How a run ended, in one word. */
export type RunEnd = 'converged' | 'failed' | 'interrupted' | 'killed' | 'cannot be read';

export function recordOf({ run, started, entries }: Journal): RunRecord {
  const last = entries.at(-1);
  return {
    run,
    startedAt: started.at,
    ended: last?.kind === 'run-ended',
    interrupted: last?.kind === 'run-ended' && last.interrupted,
    nodes: entries.flatMap((entry) => (entry.kind === 'node-ended' ? [entry.node] : [])),
    open: openNodes(entries),
  };
}

export function endOf(record: RunRecord): RunEnd {
  if (!record.ended) return 'killed';
  if (record.interrupted) return 'interrupted';
  return record.nodes.every((node) => node.status === 'converged') ? 'converged' : 'failed';
}

function openNodes(entries: readonly JournalEntry[]): readonly NodeRun[] {
  const ended = new Set(entries.flatMap((entry) => (entry.kind === 'node-ended' ? [entry.node.node] : [])));
  const outcomes = new Map<string, Map<string, NodeRun['outcomes'][number]>>();
  for (const entry of entries) {
    if (entry.kind === 'wave-started' && !ended.has(entry.node)) {
      const open = outcomes.get(entry.node) ?? new Map();
      for (const { address, titles } of entry.changes) {
        for (const title of titles)
          open.set(`${address} ${title}`, {
            address,
            title,
            outcome: { status: 'unknown', reason: 'the run ended before a record came back' },
          });
      }
      outcomes.set(entry.node, open);
    } else if (entry.kind === 'operation-ended') {
      const { address, title, outcome } = entry;
      outcomes.get(entry.node)?.set(`${address} ${title}`, { address, title, outcome });
    }
  }
  return [...outcomes].map(([node, open]) => ({
    node,
    status: 'unknown',
    outcomes: [...open.values()],
    diagnostics: [],
  }));
}
