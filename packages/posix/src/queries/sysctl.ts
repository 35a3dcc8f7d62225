import type { Answer, Query } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { ownUidText } from '../program/own-uid.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks for a setting of the running kernel; `path` starts below `/proc/sys`. */
export type SysctlQuery = { readonly kind: 'sysctl'; readonly path: string };

/** The answer. */
export type SysctlValue = {
  /** As the kernel prints it, without the newline at the end. */
  readonly value: string;
  /** True when not even root may change it, as in most containers. */
  readonly isFixed: boolean;
};

export function sysctlQuery(path: string): SysctlQuery {
  return { kind: 'sysctl', path };
}

/**
 * One `grep` for all settings: the kernel gives a setting only to who reads it in one piece, which the `read` of shells does not. The
 * first line has a mark per setting: `+` may be written, `=` may not be written even by root, `?` may not be written by this account,
 * `!` may not be read, `-` is not there. Whether it may be written is told by opening it, which changes nothing: busybox takes root to be
 * allowed everything, also where the file system is mounted to be read only. Then each line of each setting, with its path before it.
 */
export const sysctlKind: QueryKind = {
  kind: 'sysctl',
  batchSize: 500,
  library: shRaw(String.raw`sp_sysctl() {
  ${ownUidText}
  sp_asked=$#
  for sp_path; do
    shift
    sp_path=/proc/sys/$sp_path
    if [ ! -f "$sp_path" ]; then printf %s -; continue
    elif [ ! -r "$sp_path" ]; then printf %s !; continue
    elif true 2>/dev/null >>"$sp_path"; then printf %s +
    elif [ "$u" = 0 ]; then printf %s =
    else printf %s ?; fi
    set -- "$@" "$sp_path"
  done
  printf '\n'
  [ $# -eq 0 ] || grep -s '' -- "$@" /dev/null
  return 0
}
`),
  section: (queries) => sh`sp_sysctl ${queries.map(pathOf)}`,
  parse: (output, queries) => {
    const text = output.toString('utf8');
    const marks = text.slice(0, queries.length);
    if (!/^[-+=?!]*$/.test(marks) || text[queries.length] !== '\n')
      return unreadable(queries, 'settings of the kernel');
    const lines = text.slice(queries.length + 1).split('\n');
    return queries.map((query, index) => answerFor(marks[index] ?? '', pathOf(query), lines));
  },
};

function pathOf(query: Query): string {
  return queryText(query, 'path');
}

function answerFor(mark: string, path: string, lines: readonly string[]): Answer {
  if (mark === '-') return { status: 'absent' };
  const start = `/proc/sys/${path}:`;
  const own = lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length));
  if (mark === '!' || own.length === 0)
    return { status: 'unknown', cause: { kind: 'denied', what: `/proc/sys/${path}` } };
  const value: SysctlValue = { value: own.join('\n'), isFixed: mark === '=' };
  return { status: 'found', value };
}
