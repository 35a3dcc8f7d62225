import type { JournalEntry } from '../../../packages/engine/src/index.ts';
import type { Plan } from '../../../packages/model/src/index.ts';

/** The operations of a plan, each by its resource and its title, in the order in which they are to be done. */
export function plannedTitles(plan: Plan): readonly string[] {
  return plan.plays.flatMap((play) =>
    play.nodes.flatMap(({ changes }) =>
      changes.flatMap(({ address, operations }) => operations.map(({ title }) => `${address} ${title}`)),
    ),
  );
}

/** The operations that a run executed, in the order in which they ended. */
export function executedTitles(journal: readonly JournalEntry[]): readonly string[] {
  return journal.flatMap((entry) => (entry.kind === 'operation-ended' ? [`${entry.address} ${entry.title}`] : []));
}
