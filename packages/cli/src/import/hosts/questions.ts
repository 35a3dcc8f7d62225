import { type Answer, type Answers, type Channel, type Diagnostic, type Queries, queryKey } from '@setpoint/model';

/** A node's answers; what was asked once is not asked again. */
export type Questions = {
  /** Asks everything of these that is not known yet in one round trip; the diagnostic of a node that does not answer. */
  readonly ask: (queries: readonly Queries[]) => Promise<Diagnostic | undefined>;
  /** The answers to queries that were asked, under their names. */
  readonly answers: (queries: Queries) => Answers;
};

/** Questions to one node. */
export function askingOf(channel: Channel, signal: AbortSignal): Questions {
  const known = new Map<string, Answer>();
  return {
    ask: async (queries) => {
      const wanted = queries.flatMap((each) => Object.values(each));
      const fresh = [...new Map(wanted.map((query) => [queryKey(query), query])).values()].filter(
        (query) => !known.has(queryKey(query)),
      );
      if (fresh.length === 0) return undefined;
      const result = await channel.ask(
        fresh.map((query) => ({ query })),
        signal,
      );
      if (result.kind === 'failed') return result.diagnostic;
      for (const [index, query] of fresh.entries()) {
        const answer = result.answers[index];
        if (answer !== undefined) known.set(queryKey(query), answer);
      }
      return undefined;
    },
    answers: (queries) =>
      Object.fromEntries(
        Object.entries(queries).flatMap(([name, query]) => {
          const answer = known.get(queryKey(query));
          return answer === undefined ? [] : [[name, answer]];
        }),
      ),
  };
}
