import type { Answer, Query } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks whether anything matches a pattern of paths, as the shell expands it. */
export type GlobQuery = { readonly kind: 'glob'; readonly pattern: string };

/** The answer; a pattern that matches nothing is absent. */
export type GlobValue = { readonly count: number };

export function globQuery(pattern: string): GlobQuery {
  return { kind: 'glob', pattern };
}

/** One count per pattern. The pattern is expanded from a variable without field splitting, so nothing in it is program. */
export const globKind: QueryKind = {
  kind: 'glob',
  batchSize: 200,
  library: shRaw(String.raw`sp_glob() {
  IFS=
  for sp_pattern; do
    set +f
    set -- $sp_pattern
    set -f
    if [ -e "$1" ] || [ -L "$1" ]; then printf '%s\n' "$#"; else printf '0\n'; fi
  done
}
`),
  section: (queries) => sh`sp_glob ${queries.map((query) => queryText(query, 'pattern'))}`,
  parse: parseCounts,
};

function parseCounts(output: Buffer, queries: readonly Query[]): readonly Answer[] {
  const lines = output.toString('latin1').split('\n').slice(0, -1);
  if (lines.length !== queries.length || !lines.every((line) => /^\d+$/.test(line))) {
    return unreadable(queries, 'what the pattern matches');
  }
  return lines.map((line): Answer => {
    const count = Number(line);
    return count === 0 ? { status: 'absent' } : { status: 'found', value: { count } };
  });
}
