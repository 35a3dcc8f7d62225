import { createHash } from 'node:crypto';
import type { Observed } from '@setpoint/model';
import { type ShellText, sh, shRaw } from '@setpoint/sdk';
import { nameOf, parentOf } from '../../../paths/absolute-path.ts';
import { enterLibrary } from '../../../paths/entering.ts';
import { gitEnvironment } from '../../../queries/git.ts';
import type { GitDeclared, MirrorRefs } from '../declared.ts';
import { sshCommand } from '../observe.ts';
import { placeLibrary } from '../place-library.ts';
import { type MirrorState, mirrorStateOf } from './observe.ts';
import { refChanges } from './ref-changes.ts';

/**
 * Fetches what the remote has under names of its own, and then sets branches and tags to what the plan shows, each of them from what the
 * plan found. What the remote has taken away since the plan is refused; what it has got since waits for the next plan.
 */
export function mirrorScript(declared: GitDeclared, observed: Observed<MirrorState>): ShellText {
  const { path, repo, remote, reference, umask, pinned } = declared;
  const state = mirrorStateOf(observed);
  const wanted = state?.wanted ?? null;
  const found = state?.found ?? null;
  const word = state === undefined ? '?' : found === null ? '-' : '+';
  return sh`${enterLibrary}${gitEnvironment}${placeLibrary}${mirrorLibrary}${umask === null ? sh`` : sh`umask ${umask}\n`}GIT_SSH_COMMAND=${sshCommand(declared, { learns: true })}; export GIT_SSH_COMMAND
sp_repo=${repo} sp_remote=${remote} sp_lender=${reference ?? ''} sp_asks=${pinned === null ? 1 : ''}
${wanted === null ? sh`sp_known= sp_head=` : plannedText(found?.refs ?? {}, wanted)}
sp_place ${[path, parentOf(path), nameOf(path), word]}`;
}

function plannedText(found: MirrorRefs['refs'], { refs, head }: MirrorRefs): ShellText {
  const changes = refChanges(found, refs);
  const lines = (of: (change: (typeof changes)[number]) => string | null): string =>
    changes.flatMap((change) => of(change) ?? []).join('\n');
  const gone = lines(({ name, before, after }) =>
    before === null ? null : after === null ? `delete ${name} ${before}` : `verify ${name} ${before}`,
  );
  const come = lines(({ name, before, after }) =>
    after === null ? null : before === null ? `create ${name} ${after}` : `update ${name} ${after} ${before}`,
  );
  const needs = lines(({ after }) => after);
  return sh`sp_known=1 sp_head=${head ?? ''} sp_whole=${digestOf(refs)}
sp_gone=${gone}
sp_come=${come}
sp_needs=${needs}`;
}

/** SHA-256 of what `git for-each-ref` tells of them. */
function digestOf(refs: MirrorRefs['refs']): string {
  const names = Object.keys(refs).map((name) => Buffer.from(name));
  const lines = names
    .sort((one, other) => one.compare(other))
    .map((name) => `${refs[name.toString()] ?? ''} ${name.toString()}\n`);
  return createHash('sha256').update(lines.join('')).digest('hex');
}

const mirrorLibrary: ShellText = shRaw(
  String.raw`sp_place() {
  if [ -e "$1/HEAD" ] && [ -d "$1/objects" ]; then
    [ "$4" != - ] || sp_refuse "$1 is a repository now; the plan found nothing"
    cd -P -- "$1" || exit
    [ "$(git rev-parse --absolute-git-dir --is-bare-repository)" = "$PWD$nl""true" ] ||
      sp_fail "$1 is no bare repository that git takes for its own"
    sp_bring
  elif [ "$4" = + ]; then sp_refuse "$1 is no bare repository any more"
  else sp_new "$1" "$2" "$3"; fi
}
sp_make() {
  git init -q --bare . && sp_borrow || exit
  sp_bring
}
sp_finish() { :; }
sp_bring() {
  sp_connect --mirror=fetch
  if [ -z "$sp_known" ]; then
    sp_head=$(git ls-remote --symref -- "$sp_remote" HEAD | sed -n 's,^ref: refs/heads/\(.*\)[^!-~]HEAD$,\1,p')
    git fetch -q --force --prune --no-tags --refmap= -- "$sp_remote" '+refs/heads/*:refs/heads/*' '+refs/tags/*:refs/tags/*' || exit
  elif [ "$(git for-each-ref --format='%(objectname) %(refname)' refs/heads refs/tags | sha256sum)" != "$sp_whole  -" ]; then
    [ -z "$sp_asks" ] || sp_fetch
    sp_lacks=$(printf '%s\n' "$sp_needs" | sed '/^$/d' | git cat-file --batch-check | grep -c ' missing$')
    [ "$sp_lacks" = 0 ] || sp_refuse "the remote has moved on since the plan, and no more has everything that the plan shows"
    printf '%s\n' "$sp_gone" | sed '/^$/d' | git update-ref --stdin || sp_refuse "branches or tags were changed after the plan"
    printf '%s\n' "$sp_come" | sed '/^$/d' | git update-ref --stdin || exit
    sp_forget
  fi
  [ -z "$sp_head" ] || git symbolic-ref HEAD "refs/heads/$sp_head" || exit
}
sp_fetch() {
  # What a mirror is told to fetch otherwise would set branches before they are compared.
  git fetch -q --force --prune --no-tags --refmap= -- "$sp_remote" '+refs/heads/*:refs/setpoint/heads/*' '+refs/tags/*:refs/setpoint/tags/*' || exit
}
sp_forget() {
  git for-each-ref --format='delete %(refname)' refs/setpoint | git update-ref --stdin || exit
}
`,
);
