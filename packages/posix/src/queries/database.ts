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
 * `sp_database DATABASE NAME…` prints `/etc/DATABASE`, a line `=CODE`, and what `getent` says of the names and numbers that the file
 * does not know; most nodes therefore start no process but `cat`. A name that no account can have is not asked for. The getent of musl
 * stops at the first name it does not know; it knows no other source than the file, so nothing is lost.
 */
export const databaseLibrary: ShellText = shRaw(
  String.raw`sp_database() {
  sp_file=$(cat "/etc/$1" 2>/dev/null)
  printf '%s\n' "$sp_file"
  sp_source=$1 sp_left=$#
  while [ $sp_left -gt 1 ]; do
    sp_left=$((sp_left - 1))
    shift
    case $1 in ''|-*|+*|*[!A-Za-z0-9_.@\$-]*) continue;; esac
    case $nl$sp_file in *"$nl$1:"*) continue;; esac
    set -- "$@" "$1"
  done
  shift
  sp_found= sp_code=2
  if [ $# -gt 0 ] && sp_has getent; then
    sp_found=$(sp_timeout 20 getent "$sp_source" "$@" 2>/dev/null)
    sp_code=$?
  fi
  printf '=%s\n%s\n' "$sp_code" "$sp_found"
}
`,
);

/** The call that prints a database with the given names. */
export function databaseSection(source: 'passwd' | 'group', names: readonly string[]): ShellText {
  return sh`sp_database ${source} ${names}`;
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
    .map((line) => line.split(':'))
    .filter(([name = '', , number = '']) => /^[^+\-#]/.test(name) && /^\d+$/.test(number));
}
