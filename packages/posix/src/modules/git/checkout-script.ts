import type { Observed } from '@setpoint/model';
import { type ShellText, sh, shRaw } from '@setpoint/sdk';
import { nameOf, parentOf } from '../../paths/absolute-path.ts';
import { enterLibrary } from '../../paths/entering.ts';
import { gitEnvironment, gitTies } from '../../queries/git.ts';
import type { GitDeclared } from './declared.ts';
import { type GitState, sshCommand, stateOf } from './observe.ts';
import { placeLibrary } from './place-library.ts';

/**
 * Fetches and checks out. A new copy is made aside and renamed to its place when it is whole; in a directory that is there and empty
 * it is made in place, and what was made goes again when it fails. In a copy that is there, nothing is checked out before everything
 * is compared with what the plan saw, and git itself keeps what is not its own.
 */
export function checkoutScript(declared: GitDeclared, observed: Observed<GitState>): ShellText {
  const { path, reference, gitDirectory, umask } = declared;
  return sh`${enterLibrary}${gitEnvironment}${gitTies}${placeLibrary}${checkoutLibrary}${umask === null ? sh`` : sh`umask ${umask}\n`}GIT_SSH_COMMAND=${sshCommand(declared, { learns: true })}; export GIT_SSH_COMMAND
${source(declared)}sp_lender=${reference ?? ''} sp_store=${gitDirectory ?? ''} sp_home=${parentOf(gitDirectory ?? '/')} sp_stood=${stateOf(observed)?.copy?.gitDirectory ?? ''}
${target(declared, observed)}sp_stays=${staysText(declared, observed)}
sp_place ${[path, parentOf(path), nameOf(path), foundWord(observed)]}`;
}

/** What is fetched, and how it is verified. */
function source({ repo, remote, depth, singleBranch, submodules, force, verify }: GitDeclared): ShellText {
  return sh`sp_repo=${repo} sp_remote=${remote} sp_depth=${depth ?? ''} sp_force=${force ? '-f' : ''} sp_subs=${submodules ? 1 : ''} sp_single=${singleBranch ? 1 : ''}
sp_verify=${verify === null ? '' : 1} sp_allowed=${verify?.allowedSigners ?? ''} sp_keys=${verify?.signers.join(' ') ?? ''}
`;
}

function target({ ref }: GitDeclared, observed: Observed<GitState>): ShellText {
  const planned = stateOf(observed)?.wanted ?? null;
  const {
    commit,
    branch,
    tag = '',
  }: { commit: string; branch: string | null; tag?: string } = planned ??
  (ref.kind === 'commit' ? ref : { commit: '', branch: null });
  return sh`sp_ref=${ref.kind === 'named' ? ref.name : ''} sp_commit=${commit} sp_branch=${branch ?? ''} sp_tag=${tag}\n`;
}

/** A copy that follows nobody has nothing but its files of git moved. */
function staysText({ update }: GitDeclared, observed: Observed<GitState>): string {
  return !update && (stateOf(observed)?.copy ?? null) !== null ? '1' : '';
}

/** The commit that the plan found, `-` for no copy, `?` where it could not know. */
function foundWord(observed: Observed<GitState>): string {
  const state = stateOf(observed);
  if (state === undefined) return '?';
  const { copy } = state;
  return copy === null ? '-' : (copy.commit ?? '');
}

const checkoutLibrary: ShellText = shRaw(
  String.raw`sp_place() {
  sp_copy=$1
  if [ -d "$1" ] && [ -e "$1/.git" ]; then
    cd -P -- "$1" || exit
    sp_same "$1" "$4"
    [ -n "$sp_stays" ] || sp_bring
    sp_settle
    [ -n "$sp_stays" ] || sp_parts
  elif [ "$4" != - ] && [ "$4" != '?' ]; then sp_refuse "$1 is no working copy any more"
  else sp_new "$1" "$2" "$3"; fi
}
sp_make() {
  git init -q . && sp_borrow || exit
  sp_bring
  [ -n "$sp_store" ] || sp_parts
}
sp_finish() {
  [ -z "$sp_store" ] || { sp_settle && sp_parts; }
}
sp_settle() {
  [ -n "$sp_store" ] || return 0
  sp_old=$(git rev-parse --absolute-git-dir) || exit
  [ ! "$sp_old" -ef "$sp_store" ] || return 0
  sp_tied=$(sp_tie "$sp_old")
  [ -z "$sp_tied" ] || sp_refuse "the files of git cannot be moved any more ($sp_tied)"
  if [ "$sp_store" = "$sp_copy/.git" ]; then
    mv -T -- "$sp_old" .git.setpoint && rm -f -- .git && mv -T -- .git.setpoint .git || exit
  else
    ( sp_enter "$sp_home"; ! sp_there "\${sp_store##*/}" ) || sp_refuse "$sp_store is there now; the plan did not find it"
    rm -f -- .git.setpoint && printf 'gitdir: %s\n' "$sp_store" >.git.setpoint || exit
    ( sp_enter "$sp_home" && mv -T -- "$sp_old" "\${sp_store##*/}" ) || sp_fail "the files of git cannot be moved from $sp_old to $sp_store"
    mv -f -T -- .git.setpoint .git || exit
  fi
  [ ! -d "$sp_store/worktrees" ] || git worktree repair >/dev/null 2>&1 || :
}
sp_same() {
  [ "$(git rev-parse --show-toplevel)" = "$PWD" ] || sp_fail "$1 is no working copy that git takes for its own"
  sp_now=$(git rev-parse -q --verify 'HEAD^{commit}')
  [ -z "$sp_stood" ] || [ "$(git rev-parse --absolute-git-dir)" -ef "$sp_stood" ] ||
    sp_refuse "git keeps the files of $1 elsewhere by now than the plan found"
  [ "$2" = '?' ] || [ "$sp_now" = "$2" ] || [ "$sp_now" = "$sp_commit" ] ||
    sp_refuse "$1 stands at \${sp_now:-no commit} now; the plan found \${2:-no commit}"
  [ -n "$sp_force" ] || [ -n "$sp_now" ] || return 0
  [ -n "$sp_force" ] || [ "$(git rev-list HEAD --not --remotes --tags --glob=refs/setpoint | wc -l)" -eq 0 ] ||
    sp_refuse "$1 holds commits that the remote does not have; they were made after the plan"
}
sp_bring() {
  sp_connect
  [ -n "$sp_commit" ] || sp_resolve
  sp_fetch
  git cat-file -e "$sp_commit^{commit}" 2>/dev/null || sp_refuse "the remote does not have $sp_commit \${sp_ref:+any more; $sp_ref has moved on since the plan}"
  [ -z "$sp_verify" ] || sp_signed
  if [ -z "$sp_force" ] && [ "$(git rev-parse -q --verify 'HEAD^{commit}')" != "$sp_commit" ]; then
    sp_changed=$(git status --porcelain -uno --ignore-submodules=all) || exit
    [ -z "$sp_changed" ] || sp_refuse "files were changed after the plan: $sp_changed"
  fi
  if [ -n "$sp_branch" ]; then
    git checkout -q $sp_force --no-track -B "$sp_branch" "$sp_commit" || exit
    if git rev-parse -q --verify "refs/remotes/$sp_remote/$sp_branch" >/dev/null; then git branch -q --set-upstream-to="$sp_remote/$sp_branch" >/dev/null; fi
  else git checkout -q $sp_force --detach "$sp_commit" || exit; fi
  [ -z "$sp_force" ] || git reset -q --hard "$sp_commit" || exit
  git update-ref refs/setpoint/head "$sp_commit" || exit
  if [ -n "$sp_verify" ]; then git update-ref refs/setpoint/signed "$sp_commit" || exit
  else git update-ref -d refs/setpoint/signed; fi
}
sp_parts() {
  [ -n "$sp_subs" ] || return 0
  git submodule -q sync --recursive || exit
  git submodule -q update --init --recursive \${sp_depth:+--depth "$sp_depth"} $sp_force || exit
}
sp_signed() {
  sp_kind=commit sp_object=$sp_commit
  if [ -n "$sp_tag" ] && [ "$(git cat-file -t "refs/tags/$sp_tag" 2>/dev/null)" = tag ]; then
    sp_kind=tag
    sp_object=$(git rev-parse "refs/tags/$sp_tag")
    [ "$(git rev-parse "$sp_object^{commit}")" = "$sp_commit" ] || sp_refuse "the tag $sp_tag has moved on since the plan"
  fi
  sp_said=$(git \${sp_allowed:+-c "gpg.ssh.allowedSignersFile=$sp_allowed"} "verify-$sp_kind" --raw "$sp_object" 2>&1) ||
    sp_fail "the $sp_kind $sp_object is not signed by a key that is trusted here; nothing was checked out"
  [ -n "$sp_keys" ] || return 0
  sp_by=$(printf '%s\n' "$sp_said" | sed -n -e 's/^\[GNUPG:\] VALIDSIG //p' -e 's/^Good "git" signature .* key \(SHA256:.*\)$/\1/p')
  for sp_key in $sp_keys; do
    case " $sp_by " in *" $sp_key "*) return 0;; esac
  done
  sp_fail "the $sp_kind $sp_object is signed by a key that is none of the signers; nothing was checked out"
}
sp_resolve() {
  case $sp_ref in
    HEAD) sp_said=$(git ls-remote --symref -- "$sp_repo" HEAD);;
    refs/*) sp_said=$(git ls-remote -- "$sp_repo" "$sp_ref" "$sp_ref^{}");;
    *) sp_said=$(git ls-remote -- "$sp_repo" "refs/heads/$sp_ref" "refs/tags/$sp_ref" "refs/tags/$sp_ref^{}");;
  esac || sp_fail "the remote did not answer"
  case $sp_said in *refs/heads/*refs/tags/*) sp_fail "the remote has a branch and a tag of the name $sp_ref";; esac
  sp_commit=$(printf '%s\n' "$sp_said" | sed -n 's/^\([0-9a-f]\{40,64\}\)[^0-9a-f].*/\1/p' | tail -n 1)
  [ -n "$sp_commit" ] || sp_fail "the remote has no $sp_ref"
  case $sp_said in
    'ref: refs/heads/'*) sp_branch=\${sp_said#ref: refs/heads/}; sp_branch=\${sp_branch%%[!!-~]*};;
    *refs/heads/*) sp_branch=\${sp_ref#refs/heads/};;
    *refs/tags/*) sp_tag=\${sp_ref#refs/tags/};;
  esac
}
sp_fetch() {
  if [ -z "$sp_ref" ] && git cat-file -e "$sp_commit^{commit}" 2>/dev/null && [ -z "$sp_depth" ]; then return; fi
  sp_whole=
  [ -n "$sp_depth" ] || [ "$(git rev-parse --is-shallow-repository)" != true ] || sp_whole=--unshallow
  if [ -z "$sp_depth$sp_single" ]; then
    sp_extra=
    case $sp_ref in refs/heads/*|refs/tags/*) ;; refs/*) sp_extra="+$sp_ref:refs/setpoint/ref";; esac
    sp_get --force --tags $sp_whole -- "$sp_remote" "+refs/heads/*:refs/remotes/$sp_remote/*" $sp_extra || exit
    [ -n "$sp_ref" ] || git cat-file -e "$sp_commit^{commit}" 2>/dev/null || sp_get -- "$sp_remote" "$sp_commit" || exit
  elif [ -n "$sp_ref" ]; then
    if [ -n "$sp_branch" ]; then sp_full="+refs/heads/$sp_branch:refs/remotes/$sp_remote/$sp_branch"
    else
      case $sp_ref in HEAD) sp_full=HEAD;; refs/*) sp_full=$sp_ref;; *) sp_full=refs/tags/$sp_ref;; esac
      case $sp_full in refs/tags/*) sp_full="+$sp_full:$sp_full";; esac
    fi
    sp_get --force --no-tags \${sp_depth:+--depth "$sp_depth"} $sp_whole -- "$sp_remote" "$sp_full" || exit
  else
    sp_get --no-tags \${sp_depth:+--depth "$sp_depth"} $sp_whole -- "$sp_remote" "$sp_commit" 2>/dev/null ||
      sp_get --force --tags -- "$sp_remote" "+refs/heads/*:refs/remotes/$sp_remote/*" || exit
  fi
}
sp_get() {
  # Submodules are fetched when it is known where they come from by now.
  git fetch -q --no-recurse-submodules "$@"
}
`.replaceAll('\\${', '${'),
);
