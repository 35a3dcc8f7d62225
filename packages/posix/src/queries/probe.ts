import type { Answer } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Runs a script that its author declared read-only, such as the guard of a command, and tells its exit code. */
export type ProbeQuery = { readonly kind: 'probe'; readonly script: string; readonly timeoutSeconds: number };

/** The answer; 124 means that the deadline passed. */
export type ProbeValue = { readonly exitCode: number };

/** The script travels on standard input, never in an argument list, and is ended with its children at the deadline. */
export const probeKind: QueryKind = {
  kind: 'probe',
  batchSize: 50,
  library: shRaw(String.raw`sp_probe() {
  while [ $# -gt 0 ]; do
    printf %s "$2" | sp_timeout "$1" /bin/sh -c 'p=$(cat); exec </dev/null >/dev/null 2>&1; eval "$p"'
    printf '%s\n' "$?"
    shift 2
  done
}
`),
  section: (queries) =>
    sh`sp_probe ${queries.flatMap((query) => [Number(query['timeoutSeconds']), queryText(query, 'script')])}`,
  parse: (output, queries) => {
    const lines = output.toString('latin1').split('\n').slice(0, -1);
    if (lines.length !== queries.length || !lines.every((line) => /^\d+$/.test(line))) {
      return unreadable(queries, 'the exit code of a guard');
    }
    return lines.map((line): Answer => ({ status: 'found', value: { exitCode: Number(line) } }));
  },
};
