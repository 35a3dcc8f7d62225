import type { Answer } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks whether the node has a program, by the name that its commands would use. */
export type ToolQuery = { readonly kind: 'tool'; readonly name: string };

/** The answer; a program that is not on the path of the commands is absent. */
export type ToolValue = { readonly path: string };

export function toolQuery(name: string): ToolQuery {
  return { kind: 'tool', name };
}

/**
 * One line per program: where it stands, its bare name where only the shell has it, or `<`. The path is searched first, because busybox
 * names its own programs before those on the path.
 */
export const toolKind: QueryKind = {
  kind: 'tool',
  batchSize: 200,
  library: shRaw(
    String.raw`sp_tools() {
  sp_ifs=$IFS
  for sp_tool; do
    sp_found=
    IFS=:
    for sp_dir in $PATH; do
      if [ -f "$sp_dir/$sp_tool" ] && [ -x "$sp_dir/$sp_tool" ]; then sp_found=$sp_dir/$sp_tool; break; fi
    done
    IFS=$sp_ifs
    [ -n "$sp_found" ] || sp_found=$(command -v -- "$sp_tool" 2>/dev/null)
    printf '%s\n' "\${sp_found:-<}"
  done
}
`.replaceAll('\\${', '${'),
  ),
  section: (queries) => sh`sp_tools ${queries.map((query) => queryText(query, 'name'))}`,
  parse: (output, queries) => {
    const lines = output.toString('utf8').split('\n');
    if (lines.pop() !== '' || lines.length !== queries.length || lines.includes(''))
      return unreadable(queries, 'where the programs of the node are');
    return lines.map((path): Answer => (path === '<' ? { status: 'absent' } : { status: 'found', value: { path } }));
  },
};
