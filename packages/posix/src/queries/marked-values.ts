import type { Answer, JsonObject, Query } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** How a tool that tells one word about each of many files and directories is asked. */
export type MarkedKind = {
  readonly kind: string;
  /** Command that prints `WORD PATH` and a newline for each path after it, and nothing for one that has no such word. */
  readonly command: string;
  /** Name of what is asked for, as in "the account may not read …". */
  readonly what: string;
  /** The answer; the word is empty for a file or directory that the tool says nothing of. Undefined for none. */
  readonly read: (word: string) => JsonObject | undefined;
};

/**
 * A query kind with one call of the tool for all paths. Marks per path as for `stat`, with `x` for what is neither file nor directory
 * and `!` for what may not be read; then the words of those marked `+`. Names with newlines are safe because the controller knows
 * which names to expect.
 */
export function markedKind({ kind, command, what, read }: MarkedKind): QueryKind {
  return {
    kind,
    batchSize: 200,
    library: shRaw(''),
    shared: markedLibrary,
    section: (queries) => sh`sp_marked ${queries.length} ${queries.map(pathOf)} ${shRaw(command)}`,
    parse: (output, queries, code) => {
      if (code === 127) return unreadable(queries, `the node has no \`${command.split(' ')[0]}\``);
      const text = output.toString('utf8');
      const marks = text.slice(0, queries.length);
      if (!/^[-+!/x]*$/.test(marks) || text[queries.length] !== '\n') return unreadable(queries, what);
      return readWords({ marks, text: text.slice(queries.length + 1), queries }, { what, read });
    },
  };
}

const markedLibrary = shRaw(
  String.raw`sp_marked() {
  sp_asked=$1
  shift
  sp_there=
  while [ $sp_asked -gt 0 ]; do
    sp_asked=$((sp_asked - 1)) sp_path=$1
    shift
    if [ -L "$sp_path" ]; then printf %s x
    elif [ ! -e "$sp_path" ]; then sp_gone "$sp_path"
    elif [ ! -f "$sp_path" ] && [ ! -d "$sp_path" ]; then printf %s x
    elif [ ! -r "$sp_path" ]; then printf %s !
    else
      printf %s +
      sp_there=1
      set -- "$@" "$sp_path"
    fi
  done
  printf '\n'
  [ -z "$sp_there" ] || "$@" 2>/dev/null
}
`,
);

type Marked = { readonly marks: string; readonly text: string; readonly queries: readonly Query[] };

function readWords({ marks, text, queries }: Marked, { what, read }: Pick<MarkedKind, 'what' | 'read'>) {
  let rest = text;
  return queries.map((query, index): Answer => {
    if (marks[index] === '!') return { status: 'unknown', cause: { kind: 'denied', what } };
    if (marks[index] !== '+') return { status: 'absent' };
    const [start = '', word = ''] = /^(\S+) +/.exec(rest) ?? [];
    const line = `${start}${pathOf(query)}\n`;
    const isTold = start !== '' && rest.startsWith(line);
    if (isTold) rest = rest.slice(line.length);
    const value = read(isTold ? word : '');
    return value === undefined ? { status: 'absent' } : { status: 'found', value };
  });
}

function pathOf(query: Query): string {
  return queryText(query, 'path');
}
