import { type ShellText, shRaw } from '@setpoint/sdk';
import { gitEnvironment } from './git.ts';

/**
 * `sp_pack_commit SECONDS REPOSITORY NAME PREFIX` writes what a commit holds as a tar, and tells on descriptor 3 first `c COMMIT`, or
 * what went wrong: `w gone`, `w other` for what is no repository, `w foreign OWNER`, `w noref` and `w refs` for a name of none and of
 * several commits, and the exit code as `w CODE`. It needs `sp_stranger` and `sp_timeout`.
 *
 * A plan runs it, so it only reads: no filter of the repository runs, and nothing that is missing is fetched.
 */
export const commitTarLibrary: ShellText = shRaw(
  String.raw`sp_pack_commit() (
  ${gitEnvironment.shell.replaceAll('\n', '\n  ')}GIT_NO_LAZY_FETCH=1
  export GIT_NO_LAZY_FETCH
  cd -P -- "$2" || { echo 'w gone' >&3; exit; }
  sp_top=--show-toplevel
  [ -e .git ] || sp_top=--absolute-git-dir
  sp_said=$(git -c core.fsmonitor=false rev-parse $sp_top 2>&1)
  case $sp_said in *'dubious ownership'*|*safe.directory*)
    sp_owner=$(sp_stranger . .git 2>/dev/null)
    echo "w foreign \${sp_owner:-$(stat -c %U .)}" >&3
    exit;;
  esac
  [ "$sp_said" = "$PWD" ] || { echo 'w other' >&3; exit; }
  sp_dir=$(git rev-parse --absolute-git-dir)
  if [ -e .git ]; then sp_owner=$(sp_stranger .git "$sp_dir"); else sp_owner=$(sp_stranger .); fi
  [ -z "$sp_owner" ] || { echo "w foreign $sp_owner" >&3; exit; }
  sp_id=$(sp_commits "$3" | sort -u)
  case $sp_id in '') echo 'w noref' >&3; exit;; *"$nl"*) echo 'w refs' >&3; exit;; esac
  echo "c $sp_id" >&3
  sp_seconds=$1 sp_prefix=$4
  set -f
  IFS=$nl
  set --
  for sp_key in $(git config --name-only --get-regexp '^filter[.].*[.](smudge|process|required)$' | sort -u); do
    set -- "$@" -c "$sp_key="
  done
  unset IFS
  sp_timeout "$sp_seconds" git -c core.fsmonitor=false "$@" archive --format=tar --prefix="$sp_prefix" "$sp_id" || echo "w $?" >&3
)
sp_commits() {
  case $1 in
    HEAD|refs/*) sp_commit "$1"; return;;
    *[!0-9a-f]*) ;;
    *) case \${#1} in 40|64) sp_commit "$1"; return;; esac;;
  esac
  for sp_kind in heads tags remotes; do sp_commit "refs/$sp_kind/$1"; done
}
sp_commit() { git rev-parse -q --verify "$1^{commit}" 2>/dev/null; }
`.replaceAll('\\${', '${'),
);
