import type { Answer, Query } from '@setpoint/model';
import { type ShellText, sh, shRaw } from '@setpoint/sdk';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks what a working copy holds. Nothing is written: not even the index is refreshed, and no hook or monitor of the copy runs. */
export type GitQuery = {
  readonly kind: 'git';
  readonly path: string;
  readonly remote: string;
  readonly submodules: boolean;
  /** Where git is declared to keep its own files, so that it is told by this name when it does; or empty. */
  readonly gitDirectory: string;
};

/** The answer; nothing at the path is absent, and so is everything where the node has no git. */
export type GitValue =
  | { readonly place: 'empty' }
  /** Not a directory, or one that holds something and is no working copy. */
  | { readonly place: 'other' }
  /** A working copy that git does not touch for this account, because another one owns it. */
  | { readonly place: 'foreign'; readonly owner: string }
  /** Its `.git` is a file that leads to no directory of git; `names` is what it says, or null when it says nothing. */
  | { readonly place: 'broken'; readonly names: string | null }
  | ({ readonly place: 'copy' } & WorkingCopy);

export type WorkingCopy = {
  /** The commit that is checked out; null where there is none yet. */
  readonly commit: string | null;
  /** The branch that is checked out; null when none is. */
  readonly branch: string | null;
  /** Where the remote is; null when the copy has no remote of that name. */
  readonly url: string | null;
  /** The commit that was checked out last with its signature verified; null when none was. */
  readonly signed: string | null;
  /** Changes of tracked files that are not committed: how many, and the first ones as git writes them. */
  readonly changedCount: number;
  readonly changed: readonly string[];
  /** Commits that neither the remote nor an earlier apply brought. */
  readonly localCommits: number;
  /** Submodules that are not at the commit that is recorded of them; zero when they were not asked for. */
  readonly submodulesOff: number;
  /** Absolute path of the directory that git keeps its own files in. */
  readonly gitDirectory: string;
  /** Why that directory cannot be moved: the copy is a part of another one, or has submodules of its own. */
  readonly tie: 'worktree' | 'part' | 'submodules' | null;
};

/** What every call of git gets: no questions to a terminal, no hook, no lock of the index. */
export const gitEnvironment: ShellText = shRaw(
  String.raw`GIT_TERMINAL_PROMPT=0 GIT_ASKPASS=/bin/false SSH_ASKPASS=/bin/false GIT_OPTIONAL_LOCKS=0 GIT_PAGER=cat
export GIT_TERMINAL_PROMPT GIT_ASKPASS SSH_ASKPASS GIT_OPTIONAL_LOCKS GIT_PAGER
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
`,
);

/** `sp_stranger PATH…` prints who owns the first path that belongs neither to this account nor to root: git would run what he names. */
export const gitTrust: ShellText = shRaw(
  String.raw`sp_stranger() {
  for sp_at; do
    case $(stat -c %u -- "$sp_at") in 0|"$(id -u)") ;; *) stat -c %U -- "$sp_at"; return;; esac
  done
}
`,
);

/** `sp_tie DIRECTORY` tells, in a working copy, what keeps its directory of git from being moved; see `WorkingCopy`. */
export const gitTies: ShellText = shRaw(
  String.raw`sp_tie() {
  if [ ! "$(git rev-parse --git-common-dir)" -ef "$1" ]; then echo worktree
  elif git config --get core.worktree >/dev/null; then echo part
  elif [ -n "$(ls -A "$1/modules" 2>/dev/null)" ]; then echo submodules; fi
}
`,
);

/**
 * `sp_git PATH REMOTE SUBMODULES DIRECTORY` prints a line per fact, each with a letter before it: `p` place, `o` owner, `h` commit, `b` branch,
 * `u` URL, `v` verified commit, `c` changed files, `l` local commits, `s` submodules, `d` the directory of git, `t` what ties it, then a dot. git itself quotes names with anything special in them.
 */
export const gitKind: QueryKind = {
  kind: 'git',
  batchSize: 50,
  shared: gitTrust,
  library: shRaw(
    String.raw`${gitTies.shell}sp_git_all() {
  ${gitEnvironment.shell.replaceAll('\n', '\n  ')}while [ $# -gt 0 ]; do sp_git "$1" "$2" "$3" "$4"; printf '.\n'; shift 4; done
}
sp_git() {
  if [ ! -e "$1" ] && [ ! -L "$1" ]; then printf 'p %s\n' "$(sp_gone "$1")"; return; fi
  if [ ! -d "$1" ]; then printf 'p other\n'; return; fi
  if ! cd -P -- "$1" 2>/dev/null || ! sp_names=$(ls -A . 2>/dev/null); then printf 'p !\n'; return; fi
  if [ -z "$sp_names" ]; then printf 'p empty\n'; return; fi
  if [ ! -e .git ]; then printf 'p other\n'; return; fi
  if ! sp_has git; then printf 'p nogit\n'; return; fi
  sp_said=$(git -c core.fsmonitor=false rev-parse --show-toplevel 2>&1)
  sp_code=$?
  case $sp_said in *'dubious ownership'*|*safe.directory*) printf 'p foreign\no %s\n' "$(stat -c %U .)"; return;; esac
  if [ $sp_code -ne 0 ] && [ -f .git ]; then printf 'p broken\nd %s\n' "$(sed -n 's/^gitdir: *//p;q' .git 2>/dev/null)"; return; fi
  if [ $sp_code -ne 0 ] || [ "$sp_said" != "$PWD" ]; then printf 'p other\n'; return; fi
  sp_dir=$(git rev-parse --absolute-git-dir)
  sp_owner=$(sp_stranger .git "$sp_dir")
  if [ -n "$sp_owner" ]; then printf 'p foreign\no %s\n' "$sp_owner"; return; fi
  printf 'p copy\n'
  printf 'h %s\n' "$(git rev-parse -q --verify 'HEAD^{commit}' 2>/dev/null)"
  printf 'b %s\n' "$(git symbolic-ref -q HEAD 2>/dev/null)"
  printf 'v %s\n' "$(git rev-parse -q --verify refs/setpoint/signed 2>/dev/null)"
  printf 'u %s\n' "$(git config --get "remote.$2.url" 2>/dev/null)"
  printf 't %s\n' "$(sp_tie "$sp_dir")"
  [ -z "$4" ] || [ ! "$sp_dir" -ef "$4" ] || sp_dir=$4
  printf 'd %s\n' "$sp_dir"
  sp_timeout 60 git -c core.fsmonitor=false -c core.hooksPath=/dev/null status --porcelain -uno --ignore-submodules=all 2>/dev/null | head -n 1000 | sed 's/^/c /'
  printf 'l %s\n' "$(git rev-list HEAD --not --remotes --tags --glob=refs/setpoint 2>/dev/null | wc -l)"
  if [ "$3" = 1 ]; then sp_timeout 60 git submodule status --recursive 2>/dev/null | grep -c '^[-+U]' | sed 's/^/s /'; fi
}
`.replaceAll('\\${', '${'),
  ),
  section: (queries) =>
    sh`sp_git_all ${queries.flatMap((query) => [queryText(query, 'path'), queryText(query, 'remote'), query['submodules'] === true ? 1 : 0, queryText(query, 'gitDirectory')])}`,
  parse: (output, queries) => {
    const blocks = output.toString('utf8').split(/(?:^|(?<=\n))\.\n/);
    if (blocks.length !== queries.length + 1) return unreadable(queries, 'what `git` says');
    return queries.map((_, index) => readCopy((blocks[index] ?? '').split('\n').slice(0, -1)));
  },
};

function readCopy(lines: readonly string[]): Answer {
  const all = (letter: string) => lines.filter((line) => line.startsWith(`${letter} `)).map((line) => line.slice(2));
  const one = (letter: string) => all(letter)[0] ?? '';
  const place = one('p');
  if (place === 'copy') return readFacts(one, all('c'));
  if (place === '!') return { status: 'unknown', cause: { kind: 'denied', what: 'the entries of the directory' } };
  if (place === '-' || place === '/' || place === 'nogit') return { status: 'absent' };
  if (place === 'empty' || place === 'other') return { status: 'found', value: { place } };
  if (place === 'foreign') return { status: 'found', value: { place, owner: one('o') } };
  if (place === 'broken') return { status: 'found', value: { place, names: one('d') === '' ? null : one('d') } };
  return notUnderstood;
}

const notUnderstood: Answer = { status: 'unknown', cause: { kind: 'unavailable', what: 'what `git` says' } };

function readFacts(one: (letter: string) => string, changed: readonly string[]): Answer {
  const commit = one('h');
  if (!/^([0-9a-f]{40,64})?$/.test(commit) || !/^ *\d+$/.test(one('l'))) return notUnderstood;
  const value: GitValue = {
    place: 'copy',
    commit: commit === '' ? null : commit,
    branch: one('b').startsWith('refs/heads/') ? one('b').slice('refs/heads/'.length) : null,
    url: one('u') === '' ? null : one('u'),
    signed: one('v') === '' ? null : one('v'),
    changedCount: changed.length,
    changed: changed.slice(0, 20),
    localCommits: Number(one('l')),
    submodulesOff: Number(one('s')) || 0,
    gitDirectory: one('d'),
    tie: tieOf(one('t')),
  };
  return { status: 'found', value };
}

function tieOf(word: string): WorkingCopy['tie'] {
  return word === 'worktree' || word === 'part' || word === 'submodules' ? word : null;
}

/** Asks a remote which commit a name stands for; nothing is fetched, and no key of a host is learned. */
export type GitRemoteQuery = {
  readonly kind: 'git-remote';
  readonly repo: string;
  /** `HEAD`, a whole name such as `refs/heads/main`, a short one that is looked for among branches and tags, or `*` for all of them. */
  readonly ref: string;
  readonly ssh: string;
  readonly timeoutSeconds: number;
};

/** The answer; a name that the remote does not have is absent. */
export type GitRemoteValue = {
  /** Whole names and the commits they stand for; an annotated tag stands for the commit that it names, and among all names for itself. */
  readonly refs: Readonly<Record<string, string>>;
  /** The branch that the remote's HEAD names, when HEAD was asked for. */
  readonly defaultBranch?: string;
};

/** `sp_remotes SECONDS SSH URL REF` prints what `git ls-remote` does, then `=CODE`, or its last words; then a dot. */
export const gitRemoteKind: QueryKind = {
  kind: 'git-remote',
  batchSize: 20,
  library: shRaw(
    String.raw`sp_remotes() {
  ${gitEnvironment.shell.replaceAll('\n', '\n  ')}cd /
  while [ $# -gt 0 ]; do
    sp_wanted="$4 refs/heads/$4 refs/tags/$4 refs/tags/$4^{}"
    case $4 in HEAD) sp_wanted=HEAD;; '*') sp_wanted='HEAD refs/heads/* refs/tags/*';; refs/*) sp_wanted="$4 $4^{}";; esac
    if sp_has git; then
      sp_said=$(GIT_SSH_COMMAND=$2; export GIT_SSH_COMMAND; sp_timeout "$1" git ls-remote --symref -- "$3" $sp_wanted 2>&1; printf '=%s' "$?")
      printf '%s\n' "$sp_said"
    else printf '=nogit\n'; fi
    printf '.\n'
    shift 4
  done
}
`.replaceAll('\\${', '${'),
  ),
  section: (queries) =>
    sh`sp_remotes ${queries.flatMap((query) => [
      Number(query['timeoutSeconds']),
      queryText(query, 'ssh'),
      queryText(query, 'repo'),
      queryText(query, 'ref'),
    ])}`,
  parse: (output, queries) => {
    const blocks = output.toString('utf8').split(/(?:^|(?<=\n))\.\n/);
    if (blocks.length !== queries.length + 1) return unreadable(queries, 'what `git ls-remote` says');
    return queries.map((query, index) => readRemote((blocks[index] ?? '').trimEnd(), query));
  },
};

function readRemote(text: string, query: Query): Answer {
  const code = /(?:^|\n|)=([^=\n]*)$/.exec(text)?.[1];
  const said = code === undefined ? text : text.slice(0, text.length - code.length - 1).trimEnd();
  const unknown = (what: string): Answer => ({ status: 'unknown', cause: { kind: 'unavailable', what } });
  if (code === 'nogit') return { status: 'absent' };
  if (code === '124') return unknown(`the remote did not answer within ${Number(query['timeoutSeconds'])} s`);
  if (code !== '0') return unknown(`the remote did not answer: ${lastWords(said)}`);
  const isAll = query['ref'] === '*';
  const refs = new Map<string, string>();
  for (const [, commit = '', name = ''] of said.matchAll(/^([0-9a-f]{40,64})\t(\S+)$/gm)) {
    if (isAll && (!/^refs\/(heads|tags)\//.test(name) || name.endsWith('^{}'))) continue;
    refs.set(name.replace(/\^\{\}$/, ''), commit);
  }
  const head = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(said)?.[1];
  if (refs.size === 0) return { status: 'absent' };
  const value: GitRemoteValue = {
    refs: Object.fromEntries(refs),
    ...(head === undefined ? {} : { defaultBranch: head }),
  };
  return { status: 'found', value };
}

/** What git says first tells the cause; what follows is advice. A URL in it may hold a password. */
function lastWords(said: string): string {
  const lines = said.split('\n').map((line) => line.trim());
  const told = lines.filter((line) => line !== '' && !/^(warning|hint|Warning|Cloning)/.test(line));
  const [first = 'it said nothing'] = told;
  return first
    .replace(/^(fatal|error|ssh): /, '')
    .replaceAll(/\/\/[^/@\s]*@/g, '//***@')
    .slice(0, 200);
}
