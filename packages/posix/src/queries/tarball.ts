import type { Answer, Query } from '@setpoint/model';
import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { commitTarLibrary } from './commit-tar.ts';
import { gitTrust } from './git.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks what a tree, or a commit of a repository of git, would be as a tar, and what tar a file holds, both by their SHA-256. Nothing is written. */
export type TarballQuery = {
  readonly kind: 'tarball';
  /** The file. */
  readonly path: string;
  /** The directory, or the working copy or bare repository. */
  readonly tree: string;
  /** Name or all digits of the commit, and what is put before each name; both empty for a directory. */
  readonly commit: string;
  readonly prefix: string;
  readonly format: TarballFormat;
  /** Patterns of names, and of paths from the tree where there is a slash in them. */
  readonly exclude: readonly string[];
  /** So long may reading take. */
  readonly timeoutSeconds: number;
};

/** How a tar is packed. */
export type TarballFormat = 'tar' | 'gz' | 'zst' | 'xz';

/** The answer; a tree that is not there is absent. */
export type TarballValue =
  | {
      readonly kind: 'told';
      /** SHA-256 of the tar that the tree would be. */
      readonly wanted: string;
      /** SHA-256 of the tar that the file holds; null where it is not there, or holds none in this format. */
      readonly found: string | null;
      /** The commit that the name stands for, and the one that the file says it holds; null where it says none. */
      readonly commits?: { readonly wanted: string; readonly found: string | null };
      /** The file was packed by this plan: nothing is to be compared. */
      readonly isFresh?: true;
    }
  /** The node has no such program; a `tar` has to be that of GNU, because no other writes the same bytes each time. */
  | { readonly kind: 'lacks'; readonly program: string }
  /** What is there is no repository of its own, or one whose owner git would run programs of; or the name stands for no commit, or for several. */
  | { readonly kind: 'no-repository' | 'no-commit' | 'commits' }
  | { readonly kind: 'foreign'; readonly owner: string };

/**
 * The program that writes a tree as a tar: `$1` is the tree, what follows chooses what of it for `find`. The members are sorted, and
 * owners are numbers, so that the same tree gives the same bytes. The tar of GNU is looked for on the path, because busybox names its own
 * program before those. What goes wrong is told on descriptor 3.
 */
const packing = String.raw`tree=$1
shift
unset TAR_OPTIONS
set -f
cd -P -- "$tree" || { echo 'w gone' >&3; exit; }
gnu=
IFS=:
for at in $PATH; do
  case $("$at/tar" --version 2>/dev/null) in *'GNU tar'*) gnu=$at/tar; break;; esac
done
unset IFS
[ -n "$gnu" ] || { echo 'w none' >&3; exit; }
{ find . "$@" -print0 || echo 'w find' >&3; } | sort -z |
  { "$gnu" --no-recursion --numeric-owner --format=gnu --null -T - -cf - || echo 'w tar' >&3; }`;

/**
 * `sp_pack SECONDS TREE FIND-ARGUMENT…` writes the tar, and tells on descriptor 3 what went wrong: `w gone`, `w find` and `w tar` where
 * something could not be read, `w none` where the node has no tar of GNU, and the exit code as `w CODE`. `sp_packer FORMAT`
 * and `sp_unpacker FORMAT` turn standard input into the format and back.
 */
export const packLibrary: ShellText = sh`sp_packing=${packing}
${shRaw(String.raw`sp_pack() {
  sp_seconds=$1
  shift
  sp_timeout "$sp_seconds" /bin/sh -c "$sp_packing" sp "$@"
  sp_code=$?
  [ $sp_code = 0 ] || echo "w $sp_code" >&3
}
sp_packer() {
  case $1 in tar) cat;; gz) gzip -nc;; zst) zstd -qc;; xz) xz -c -T1;; esac
}
sp_unpacker() {
  case $1 in tar) cat;; gz) gzip -dc;; zst) zstd -dqc;; xz) xz -dc;; esac
}
`)}`;

/** The arguments of `find` that leave out what the patterns name, and what lies below it. */
export function findArguments(exclude: readonly string[]): readonly string[] {
  if (exclude.length === 0) return [];
  const tests = exclude.map((pattern) =>
    pattern.includes('/') ? ['-path', `./${pattern.replace(/^\//, '')}`] : ['-name', pattern],
  );
  const any = tests.flatMap((test, index) => (index === 0 ? test : ['-o', ...test]));
  return ['!', '-name', '.', '(', ...any, ')', '-prune', '-o'];
}

/**
 * `sp_tarball PACK TOOL SECONDS PATH FORMAT PROGRAM TREE ARGUMENT…` prints what the function PACK tells, `d` and the digest of the tree,
 * `f` and that of the file, and `g` and the commit that it says it holds; then a dot.
 */
export const tarballKind: QueryKind = {
  kind: 'tarball',
  batchSize: 20,
  shared: gitTrust,
  library: shRaw(
    `${packLibrary.shell}${commitTarLibrary.shell}${String.raw`sp_tarball() {
  sp_by=$1 sp_tool=$2 sp_seconds=$3 sp_path=$4 sp_format=$5 sp_program=$6
  shift 6
  if [ ! -d "$1" ]; then printf 'p %s\n.\n' "$(sp_gone "$1")"; return; fi
  for sp_need in $sp_tool $sp_program; do
    sp_has "$sp_need" || { printf 'n %s\n.\n' "$sp_need"; return; }
  done
  { $sp_by "$sp_seconds" "$@" 3>&4 2>/dev/null | sp_sha256_in | sed 's/^/d /'; } 4>&1
  if [ -f "$sp_path" ]; then
    sp_whole=$( { { sp_unpacker "$sp_format" <"$sp_path" 2>/dev/null || echo no >&4; } | sp_sha256_in | sed 's/^/f /' >&4; } 4>&1)
    case $sp_whole in *no*) ;; *)
      printf '%s\n' "$sp_whole"
      [ "$sp_tool" != git ] || sp_unpacker "$sp_format" <"$sp_path" 2>/dev/null | git get-tar-commit-id 2>/dev/null | sed 's/^/g /';;
    esac
  fi
  printf '.\n'
}
`}`,
  ),
  section: (queries) =>
    shJoin(
      queries.map((query) => sh`sp_tarball ${callWords(query)}`),
      '\n',
    ),
  parse: (output, queries) => {
    const blocks = output.toString('utf8').split(/(?:^|(?<=\n))\.\n/);
    if (blocks.length !== queries.length + 1) return unreadable(queries, 'what `tar` makes');
    return queries.map((query, index) => readTarball(blocks[index] ?? '', query));
  },
};

function callWords(query: Query): readonly (string | number)[] {
  const format = queryText(query, 'format') as TarballFormat;
  const exclude = Array.isArray(query['exclude']) ? query['exclude'].map(String) : [];
  const commit = queryText(query, 'commit');
  return [
    ...(commit === '' ? ['sp_pack', 'tar'] : ['sp_pack_commit', 'git']),
    Number(query['timeoutSeconds']),
    queryText(query, 'path'),
    format,
    programs[format] ?? '',
    queryText(query, 'tree'),
    ...(commit === '' ? findArguments(exclude) : [commit, queryText(query, 'prefix')]),
  ];
}

const programs: Readonly<Record<TarballFormat, string>> = { tar: '', gz: 'gzip', zst: 'zstd', xz: 'xz' };

function readTarball(block: string, query: Query): Answer {
  const one = (letter: string): string | undefined => new RegExp(`^${letter} (\\S+)`, 'm').exec(block)?.[1];
  const place = one('p');
  if (place === '!') return { status: 'unknown', cause: { kind: 'denied', what: 'the tree' } };
  if (place !== undefined || /^w gone$/m.test(block)) return { status: 'absent' };
  const program = one('n');
  if (program !== undefined) return { status: 'found', value: { kind: 'lacks', program } };
  if (/^w none$/m.test(block)) return { status: 'found', value: { kind: 'lacks', program: 'tar' } };
  const refusal = readRefusal(/^w (.+)$/m.exec(block)?.[1] ?? '');
  if (refusal !== undefined) return { status: 'found', value: refusal };
  if (/^w 124$/m.test(block)) {
    const what = `reading the tree took longer than ${Number(query['timeoutSeconds'])} s`;
    return { status: 'unknown', cause: { kind: 'unavailable', what } };
  }
  const wanted = one('d');
  if (/^w /m.test(block) || wanted === undefined || !/^[0-9a-f]{64}$/.test(wanted)) {
    const what = 'the tree as a whole: something in it may not be read, or changes while it is read';
    return { status: 'unknown', cause: { kind: 'unavailable', what } };
  }
  const found = one('f') ?? null;
  const commit = one('c');
  const commits = commit === undefined ? {} : { commits: { wanted: commit, found: one('g') ?? null } };
  return { status: 'found', value: { kind: 'told', wanted, found, ...commits } satisfies TarballValue };
}

function readRefusal(word: string): TarballValue | undefined {
  if (word.startsWith('foreign ')) return { kind: 'foreign', owner: word.slice('foreign '.length) };
  if (word === 'other') return { kind: 'no-repository' };
  if (word === 'noref') return { kind: 'no-commit' };
  return word === 'refs' ? { kind: 'commits' } : undefined;
}
