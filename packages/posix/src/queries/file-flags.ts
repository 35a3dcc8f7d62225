import type { Answer, Query } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks which attributes of the file system a file or a directory has, such as `chattr` sets; a link is not followed. */
export type FileFlagsQuery = { readonly kind: 'file-flags'; readonly path: string };

/** The answer; absent where nothing is, or where the file system has no such attributes. */
export type FileFlags = { readonly immutable: boolean; readonly appendOnly: boolean };

export function fileFlagsQuery(path: string): FileFlagsQuery {
  return { kind: 'file-flags', path };
}

/**
 * One `lsattr` for all paths. Marks per path as for `content`; then one `FLAGS PATH` line per `+` that the file system answers for.
 * Names with newlines are safe because the controller knows which names to expect.
 */
export const fileFlagsKind: QueryKind = {
  kind: 'file-flags',
  batchSize: 200,
  library: shRaw(
    String.raw`sp_flags() {
  for sp_path; do
    shift
    if [ -L "$sp_path" ]; then printf %s x
    elif [ ! -e "$sp_path" ]; then sp_gone "$sp_path"
    elif [ ! -f "$sp_path" ] && [ ! -d "$sp_path" ]; then printf %s x
    elif [ ! -r "$sp_path" ]; then printf %s !
    else
      printf %s +
      set -- "$@" "$sp_path"
    fi
  done
  printf '\n'
  [ $# -eq 0 ] || lsattr -d -- "$@" 2>/dev/null
}
`,
  ),
  section: (queries) => sh`sp_flags ${queries.map(pathOf)}`,
  parse: parseFlags,
};

function pathOf(query: Query): string {
  return queryText(query, 'path');
}

function parseFlags(output: Buffer, queries: readonly Query[], code: number): readonly Answer[] {
  if (code === 127) return unreadable(queries, 'the node has no `lsattr`');
  const text = output.toString('utf8');
  const marks = text.slice(0, queries.length);
  if (!/^[-+!/x]*$/.test(marks) || text[queries.length] !== '\n') return unreadable(queries, 'the output of `lsattr`');
  let rest = text.slice(queries.length + 1);
  return queries.map((query, index): Answer => {
    if (marks[index] === '!')
      return { status: 'unknown', cause: { kind: 'denied', what: 'the attributes of the file' } };
    const [start = '', flags = ''] = marks[index] === '+' ? (/^([-A-Za-z]+) +/.exec(rest) ?? []) : [];
    const line = `${start}${pathOf(query)}\n`;
    if (flags === '' || !rest.startsWith(line)) return { status: 'absent' };
    rest = rest.slice(line.length);
    return { status: 'found', value: { immutable: flags.includes('i'), appendOnly: flags.includes('a') } };
  });
}
