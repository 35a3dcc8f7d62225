import type { Answer, AnswerAdjustment, Query } from '@setpoint/model';
import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';
import { type FileType, readOwnership } from './stat.ts';

/**
 * Asks what a directory holds, without following links and without entering other file systems. Entries are told as groups that
 * share type, owner, group and mode, so that the answer stays small whatever the size of the tree.
 */
export type TreeQuery = {
  readonly kind: 'tree';
  readonly path: string;
  /** False looks at the direct entries alone. */
  readonly deep: boolean;
  /** At most this many names are told of each group. */
  readonly nameLimit: number;
};

/** The answer; a path that is no directory is absent. */
export type TreeValue = {
  readonly groups: readonly TreeGroup[];
  /** Mount points at the path or below it, whose content is not counted. */
  readonly mounts: readonly string[];
  /** False when a part of the tree could not be read. */
  readonly isWhole: boolean;
};

/** Entries that agree in everything but their name. */
export type TreeGroup = {
  readonly type: FileType;
  readonly mode: string;
  readonly uid: number;
  readonly gid: number;
  readonly owner: string;
  readonly group: string;
  readonly count: number;
  /** The first names in byte order, relative to the path; a newline is told as `?`. */
  readonly names: readonly string[];
};

export function treeQuery(
  path: string,
  { deep, nameLimit = 50 }: { readonly deep: boolean; readonly nameLimit?: number },
): TreeQuery {
  return { kind: 'tree', path, deep, nameLimit };
}

/** What trees will hold once a path in them is gone; where not all names are told, nobody knows whether it was counted. */
export function treeWithout(path: string): AnswerAdjustment {
  return {
    kind: 'tree',
    adjust: (query, answer) => {
      const root = `${queryText(query, 'path').replace(/\/$/, '')}/`;
      if (answer.status !== 'found' || !path.startsWith(root)) return answer;
      const name = path.slice(root.length);
      const value = answer.value as TreeValue;
      const groups = value.groups.map((group) => {
        const names = group.names.filter((each) => each !== name);
        return names.length === group.names.length ? group : { ...group, names, count: group.count - 1 };
      });
      return { status: 'found', value: { ...value, groups: groups.filter((group) => group.count > 0) } };
    },
  };
}

/** How many entries a tree holds. */
export function treeSize(tree: TreeValue): number {
  return tree.groups.reduce((sum, group) => sum + group.count, 0);
}

/** `sp_mounts DIRECTORY` prints the mount points at or below a directory, one a line; the kernel tells blanks in them as octal. */
export const mountsLibrary: ShellText = shRaw(
  String.raw`sp_mounts() {
  [ -r /proc/self/mountinfo ] || return 0
  sp_real=$(cd -P -- "$1" 2>/dev/null && pwd -P) || return 0
  printf '%b\n' "$(cut -d ' ' -f 5 /proc/self/mountinfo | sed 's/\\/\\0/g')" | while IFS= read -r sp_mount; do
    case $sp_mount in "$sp_real"|"\${sp_real%/}"/*) printf '%s\n' "$sp_mount";; esac
  done
}
`.replaceAll('\\${', '${'),
);

/**
 * `sp_tree DEEP LIMIT PATH` prints a mark per path as `sp_gone` does (`+` for a directory, `x` for anything else), then lines
 * `m MOUNT`, `g COUNT FIELDS`, `n NAME`, `r EXITCODE`, then a dot. Names with a newline go through a shell of their own, so that
 * every record is one line.
 */
export const treeKind: QueryKind = {
  kind: 'tree',
  batchSize: 50,
  library: shJoin(
    [
      mountsLibrary,
      shRaw(
        String.raw`sp_tree() {
  while [ $# -gt 0 ]; do
    if [ -L "$3" ]; then printf 'x\n'
    elif [ ! -e "$3" ]; then sp_gone "$3"; printf '\n'
    elif [ ! -d "$3" ]; then printf 'x\n'
    elif [ ! -r "$3" ] || [ ! -x "$3" ]; then printf '!\n'
    else
      printf '+\n'
      sp_mounts "$3" | sed 's/^/m /'
      ( cd -P -- "$3" && sp_entries "$1" "$2" )
    fi
    printf '.\n'
    shift 3
  done
}
sp_entries() {
  set -- "$1" "$2" '%f|%u|%g|%U|%G|'
  { if [ "$1" = 1 ]; then
      find . -xdev ! -path . ! -path "*$nl*" -exec stat -c "$3%n" -- {} + 2>/dev/null
      printf 'r %s\n' "$?"
      find . -xdev ! -path . -path "*$nl*" -exec /bin/sh -c 'for f; do s=$(stat -c "$0" -- "$f") || exit 1; printf "%s" "$s$f" | tr "\n" "?"; echo; done' "$3" {} + 2>/dev/null
    else
      find . ! -path . -prune ! -path "*$nl*" -exec stat -c "$3%n" -- {} + 2>/dev/null
      printf 'r %s\n' "$?"
      find . ! -path . -prune -path "*$nl*" -exec /bin/sh -c 'for f; do s=$(stat -c "$0" -- "$f") || exit 1; printf "%s" "$s$f" | tr "\n" "?"; echo; done' "$3" {} + 2>/dev/null
    fi
    printf 'r %s\n' "$?"
  } | sort | awk -v limit="$2" '
    function close_group() { if (count) printf "g %d %s\n%s", count, key, names; count = 0; names = "" }
    /^r / { close_group(); print; next }
    { rest = $0; at = 0
      for (i = 0; i < 5; i++) { k = index(rest, "|"); at += k; rest = substr(rest, k + 1) }
      if (substr($0, 1, at) != key) { close_group(); key = substr($0, 1, at) }
      if (count++ < limit) names = names "n " substr(rest, 3) "\n" }
    END { close_group() }'
}
`,
      ),
    ],
    '',
  ),
  section: (queries) =>
    sh`sp_tree ${queries.flatMap((query) => [query['deep'] === true ? 1 : 0, Number(query['nameLimit']), queryText(query, 'path')])}`,
  parse: parseTrees,
};

function parseTrees(output: Buffer, queries: readonly Query[]): readonly Answer[] {
  const blocks = output.toString('utf8').split(/(?:^|(?<=\n))\.\n/);
  if (blocks.length !== queries.length + 1) return unreadable(queries, 'the output of `find`');
  return queries.map((_, index) => readTree((blocks[index] ?? '').split('\n').slice(0, -1)));
}

function readTree([mark, ...lines]: readonly string[]): Answer {
  if (mark === '!') return { status: 'unknown', cause: { kind: 'denied', what: 'the entries of the directory' } };
  if (mark === '-' || mark === '/' || mark === 'x') return { status: 'absent' };
  const ends = lines.filter((line) => line.startsWith('r '));
  if (mark !== '+' || ends.length !== 2) {
    return { status: 'unknown', cause: { kind: 'unavailable', what: 'the node lacks `find`, `sort` or `awk`' } };
  }
  const mounts = lines.filter((line) => line.startsWith('m ')).map((line) => line.slice(2));
  return { status: 'found', value: { groups: readGroups(lines), mounts, isWhole: ends.every((end) => end === 'r 0') } };
}

function readGroups(lines: readonly string[]): readonly TreeGroup[] {
  const groups: { names: string[]; fields: Omit<TreeGroup, 'names'> }[] = [];
  for (const line of lines) {
    const match = /^g (\d+) ([0-9a-f]+)\|(\d+)\|(\d+)\|([^|]*)\|([^|]*)\|$/.exec(line);
    if (match !== null) groups.push({ names: [], fields: toFields(match) });
    else if (line.startsWith('n ')) groups.at(-1)?.names.push(line.slice(2));
  }
  return groups.map(({ names, fields }) => ({ ...fields, names }));
}

function toFields(match: RegExpExecArray): Omit<TreeGroup, 'names'> {
  const [, count, rawMode = '0', uid = '0', gid = '0', owner = '', group = ''] = match;
  return { ...readOwnership({ rawMode, uid, gid, owner, group }), count: Number(count) };
}
