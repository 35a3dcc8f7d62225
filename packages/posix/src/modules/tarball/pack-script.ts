import { isUnknown, type Observed } from '@setpoint/model';
import { type ShellText, sh, shRaw } from '@setpoint/sdk';
import { nameOf, parentOf } from '../../paths/absolute-path.ts';
import { digestLibrary } from '../../paths/digest.ts';
import { dressLibrary } from '../../paths/dressing.ts';
import { makeLibrary } from '../../paths/entering.ts';
import { commitTarLibrary } from '../../queries/commit-tar.ts';
import { gitTrust } from '../../queries/git.ts';
import { findArguments, packLibrary } from '../../queries/tarball.ts';
import type { TarballDeclared, TarballState } from './declared.ts';
import { wantedDigest } from './observe.ts';

/**
 * Packs the tree into a closed directory beside the file, reads it back and compares it with what the plan shows, gives it owner and
 * mode, and renames it to its place: until then the old file stands there, whatever goes wrong.
 */
export function tarballScript(
  { path, tree, commit, format, exclude, ownership }: TarballDeclared,
  {
    mode,
    observed,
  }: {
    /** Octal; null keeps that of the old file, or is 0644. */
    readonly mode: string | null;
    readonly observed: Observed<TarballState>;
  },
): ShellText {
  return sh`${makeLibrary}${dressLibrary}${digestLibrary}${packLibrary}${commit === null ? sh`` : sh`${gitTrust}${commitTarLibrary}`}${writeLibrary}sp_enter ${parentOf(path)}
sp_name=${nameOf(path)} sp_path=${path} sp_tree=${tree} sp_format=${format} sp_wanted=${wantedDigest(observed) ?? ''}
${unmoved(observed)}sp_hide
trap 'rm -f -- .setpoint-new; sp_leave' EXIT
umask 077
sp_begin
sp_write ${commit === null ? ['sp_pack', tree, ...findArguments(exclude)] : ['sp_pack_commit', tree, commit.name, commit.prefix]}
sp_dress ${ownership.owner ?? ''} ${ownership.group ?? ''} ${mode ?? ''}
sp_settle`;
}

/** Refuses what came to the path since it was looked at. */
function unmoved(observed: Observed<TarballState>): ShellText {
  const isFile = sh`if [ -L "./$sp_name" ] || { [ -e "./$sp_name" ] && [ ! -f "./$sp_name" ]; }; then sp_refuse "$sp_path is $(sp_what "$sp_name") now"; fi\n`;
  if (observed.kind === 'unknown') return isFile;
  if (observed.kind === 'absent')
    return sh`${isFile}if sp_there "$sp_name"; then sp_refuse "$sp_path exists now; the plan found nothing there"; fi\n`;
  const { sha256 } = observed.state;
  if (sha256 === undefined || isUnknown(sha256)) return isFile;
  return sh`${isFile}sp_there "$sp_name" || sp_refuse "$sp_path is gone; the plan found a file there"
sp_now=$(sp_digest <"./$sp_name") || exit
[ "\${sp_now%% *}" = ${sha256} ] || sp_refuse "the content of $sp_path is another one than the plan found"\n`;
}

const writeLibrary: ShellText = shRaw(
  String.raw`sp_fail() { printf '%s\n' "$1"; exit 1; }
sp_timeout() { shift; "$@"; }
sp_write() {
  sp_by=$1
  shift
  sp_said=$( { { $sp_by 0 "$@" 3>&4 | { sp_packer "$sp_format" >.setpoint-new || echo 'w packer' >&4; }; } 4>&1; } | sed '/^c /d')
  case $sp_said in
    '') ;;
    *gone*) sp_refuse "$sp_tree is not there any more";;
    *noref*|*refs*) sp_refuse "the name $2 does not stand for one commit of $sp_tree any more";;
    *) sp_fail "$sp_tree could not be packed as a whole; $sp_path is as it was";;
  esac
  [ -n "$sp_wanted" ] || return 0
  sp_now=$(sp_unpacker "$sp_format" <.setpoint-new | sp_digest) || exit
  [ "\${sp_now%% *}" = "$sp_wanted" ] || sp_refuse "$sp_tree was changed after the plan; $sp_path is as it was"
}
`.replaceAll('\\${', '${'),
);
