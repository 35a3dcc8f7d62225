import { type ShellText, sh, shRaw } from '@setpoint/sdk';

/** The lines of one name-service database: of the node's own file, and of what its name service says beside it. */
export type Database = {
  readonly local: readonly Row[];
  /** Undefined when the name service did not answer in time, so a name that is not in the file cannot be told. */
  readonly directory: readonly Row[] | undefined;
};

/** The fields of one line: name first, then the password field, then the number. */
export type Row = readonly string[];

/**
 * `sp_know DATABASE NAME…` reads `/etc/DATABASE`, and by one `getent` what its name service says of the names and numbers that the file
 * does not know; most nodes therefore start no process but `cat`. What it has read it does not read again: the file stands in
 * `sp_file_DATABASE`, the rest in `sp_beside_DATABASE`. A name that no account can have is not asked for. The getent of musl stops at
 * the first name it does not know; it knows no other source than the file, so nothing is lost.
 *
 * `sp_database DATABASE` prints the file, a line `=CODE`, and the rest.
 */
export const databaseLibrary: ShellText = shRaw(
  String.raw`sp_asked=' '
sp_file_passwd= sp_beside_passwd= sp_code_passwd=2 sp_file_group= sp_beside_group= sp_code_group=2
sp_know() {
  sp_source=$1
  shift
  eval "sp_file=\$sp_file_$sp_source sp_beside=\$sp_beside_$sp_source sp_code=\$sp_code_$sp_source"
  [ -n "$sp_file" ] || sp_file=$(cat "/etc/$sp_source" 2>/dev/null)
  sp_left=$#
  while [ $sp_left -gt 0 ]; do
    sp_left=$((sp_left - 1)) sp_name=$1
    shift
    case $sp_name in ''|-*|+*|*[!A-Za-z0-9_.@\$-]*) continue;; esac
    case $nl$sp_file in *"$nl$sp_name:"*) continue;; esac
    case $sp_asked in *" $sp_source/$sp_name "*) continue;; esac
    sp_asked="$sp_asked$sp_source/$sp_name "
    set -- "$@" "$sp_name"
  done
  if [ $# -gt 0 ] && sp_has getent; then
    [ -n "$sp_timeout_help" ] || sp_timeout_help=$(timeout --help 2>&1)
    sp_found=$(sp_timeout 20 getent "$sp_source" "$@" 2>/dev/null)
    sp_got=$?
    [ $sp_got -le 3 ] || sp_code=$sp_got
    sp_beside=$sp_beside$sp_found$nl
  fi
  eval "sp_file_$sp_source=\$sp_file sp_beside_$sp_source=\$sp_beside sp_code_$sp_source=\$sp_code"
}
sp_database() {
  eval "printf '%s\n=%s\n%s\n' \"\$sp_file_$1\" \"\$sp_code_$1\" \"\$sp_beside_$1\""
}
`,
);

/** The text that reads a database for the given names. */
export function knowDatabase(source: 'passwd' | 'group', names: readonly string[]): ShellText {
  return sh`sp_know ${source} ${names}`;
}

/** The call that prints a database that was read. */
export function databaseSection(source: 'passwd' | 'group'): ShellText {
  return sh`sp_database ${source}`;
}

/** Reads what `sp_database` printed; undefined when it makes no sense. */
export function readDatabase(output: Buffer): Database | undefined {
  const text = output.toString('utf8');
  const marks = [...text.matchAll(/^=(\d+)$/gm)];
  const mark = marks.at(-1);
  if (mark === undefined) return undefined;
  const isLate = Number(mark[1]) > 3;
  return {
    local: readRows(text.slice(0, mark.index)),
    directory: isLate ? undefined : readRows(text.slice(mark.index + mark[0].length)),
  };
}

/** The row with that name, else the row with that number, as the name service itself decides. */
export function findRow(rows: readonly Row[], name: string): Row | undefined {
  return rows.find((row) => row[0] === name) ?? rows.find((row) => row[2] === name);
}

/** The lines with a name and a number; compatibility entries (`+::`), comments and broken lines are none to any libc. */
export function readRows(text: string): readonly Row[] {
  return text
    .split('\n')
    .filter((line) => /^[^+\-#:][^:]*:[^:]*:\d+(?::|$)/.test(line))
    .map((line) => line.split(':'));
}
