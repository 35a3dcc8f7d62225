import type { Answer } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { gitEnvironment, gitTrust } from './git.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks what a bare repository holds; nothing is written. */
export type GitMirrorQuery = { readonly kind: 'git-mirror'; readonly path: string; readonly remote: string };

/** The answer; nothing at the path is absent, and so is everything where the node has no git. */
export type GitMirrorValue =
  | { readonly place: 'empty' }
  /** Not a directory, or one that holds something and is no bare repository. */
  | { readonly place: 'other' }
  /** A repository that git does not touch for this account, because another one owns it. */
  | { readonly place: 'foreign'; readonly owner: string }
  | ({ readonly place: 'bare' } & BareRepository);

export type BareRepository = {
  /** Whole names of branches and tags, and what they name: of an annotated tag the tag itself. */
  readonly refs: Readonly<Record<string, string>>;
  /** The branch that its HEAD names; null when it names none. */
  readonly head: string | null;
  /** Where the remote is; null when the repository has no remote of that name. */
  readonly url: string | null;
};

/** `sp_mirror PATH REMOTE` prints `p` place, `o` owner, `b` the branch of HEAD, `u` URL, and `r` a name per line; then a dot. */
export const gitMirrorKind: QueryKind = {
  kind: 'git-mirror',
  batchSize: 50,
  shared: gitTrust,
  library: shRaw(
    String.raw`sp_mirrors() {
  ${gitEnvironment.shell.replaceAll('\n', '\n  ')}while [ $# -gt 0 ]; do sp_mirror "$1" "$2"; printf '.\n'; shift 2; done
}
sp_mirror() {
  if [ ! -e "$1" ] && [ ! -L "$1" ]; then printf 'p %s\n' "$(sp_gone "$1")"; return; fi
  if [ ! -d "$1" ]; then printf 'p other\n'; return; fi
  if ! cd -P -- "$1" 2>/dev/null || ! sp_names=$(ls -A . 2>/dev/null); then printf 'p !\n'; return; fi
  if [ -z "$sp_names" ]; then printf 'p empty\n'; return; fi
  if [ ! -e HEAD ] || [ ! -d objects ]; then printf 'p other\n'; return; fi
  if ! sp_has git; then printf 'p nogit\n'; return; fi
  sp_said=$(git rev-parse --absolute-git-dir --is-bare-repository 2>&1)
  case $sp_said in *'dubious ownership'*|*safe.directory*) printf 'p foreign\no %s\n' "$(stat -c %U .)"; return;; esac
  if [ "$sp_said" != "$PWD$nl"true ]; then printf 'p other\n'; return; fi
  sp_owner=$(sp_stranger .)
  if [ -n "$sp_owner" ]; then printf 'p foreign\no %s\n' "$sp_owner"; return; fi
  printf 'p bare\nb %s\nu %s\n' "$(git symbolic-ref -q HEAD 2>/dev/null)" "$(git config --get "remote.$2.url" 2>/dev/null)"
  sp_timeout 60 git for-each-ref --format='r %(objectname) %(refname)' refs/heads refs/tags 2>/dev/null || printf 'p broken\n'
}
`,
  ),
  section: (queries) =>
    sh`sp_mirrors ${queries.flatMap((query) => [queryText(query, 'path'), queryText(query, 'remote')])}`,
  parse: (output, queries) => {
    const blocks = output.toString('utf8').split(/(?:^|(?<=\n))\.\n/);
    if (blocks.length !== queries.length + 1) return unreadable(queries, 'what `git` says');
    return queries.map((_, index) => readRepository((blocks[index] ?? '').split('\n').slice(0, -1)));
  },
};

function readRepository(lines: readonly string[]): Answer {
  const all = (letter: string) => lines.filter((line) => line.startsWith(`${letter} `)).map((line) => line.slice(2));
  const one = (letter: string) => all(letter)[0] ?? '';
  const [place = '', ...more] = all('p');
  if (place === '!') return { status: 'unknown', cause: { kind: 'denied', what: 'the entries of the directory' } };
  if (place === '-' || place === '/' || place === 'nogit') return { status: 'absent' };
  if (place === 'empty' || place === 'other') return { status: 'found', value: { place } };
  if (place === 'foreign') return { status: 'found', value: { place, owner: one('o') } };
  const refs = all('r').map((line) => /^([0-9a-f]{40,64}) (refs\/.+)$/.exec(line));
  if (place !== 'bare' || more.length > 0 || refs.includes(null)) {
    return { status: 'unknown', cause: { kind: 'unavailable', what: 'what `git` says' } };
  }
  const value: GitMirrorValue = {
    place,
    refs: Object.fromEntries(refs.flatMap((match) => (match === null ? [] : [[match[2] ?? '', match[1] ?? '']]))),
    head: one('b').startsWith('refs/heads/') ? one('b').slice('refs/heads/'.length) : null,
    url: one('u') === '' ? null : one('u'),
  };
  return { status: 'found', value };
}
