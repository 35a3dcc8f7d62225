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

/** One line per program: where it stands, its bare name where the shell has it itself, or `<`. */
export const toolKind: QueryKind = {
  kind: 'tool',
  batchSize: 200,
  library: shRaw(
    String.raw`sp_tools() {
  for sp_tool; do
    sp_tool=$(command -v -- "$sp_tool" 2>/dev/null)
    printf '%s\n' "\${sp_tool:-<}"
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
