import type { Edit } from '@setpoint/model';
import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { ownershipCommands, wantedText } from '../../ownership/set-ownership.ts';
import { compareOwnership, ownershipFormat, ownershipUnmoved } from '../../ownership/unmoved.ts';
import { enterLibrary } from '../../paths/entering.ts';
import { setContext } from '../../selinux/set-context.ts';
import { setModified } from '../../times/modified.ts';
import type { FileDeclared, FileState } from './declared.ts';

/**
 * Changes owner, group, mode and SELinux context of the very file that is found at the path: the owner of the directory could put a link in its place
 * in any moment, so root opens it, makes sure that what is open is what stands there, and changes what is open.
 */
export function attributesScript(place: FilePlace, edits: readonly Edit[], found: FileState | undefined): ShellText {
  const { path } = place;
  const plainly = shJoin(ownershipCommands(edits, { path: standing, type: 'file' }), ' && ');
  return onTheFile(place, {
    byRoot: sh`set -- $(stat -L -c ${ownershipFormat} ${opened})
  ${compareOwnership(edits, found, path)}${onOpened(edits)}${setContext(edits, found ?? {}, { path, at: opened })}`,
    plainly: sh`${ownershipUnmoved(edits, found, { path, at: standing })}${plainly}${setContext(edits, found ?? {}, { path, at: standing })}`,
  });
}

/** Sets the time of that very file. */
export function timeScript(place: FilePlace, wanted: string, found: string | undefined): ShellText {
  const at = (word: ShellText): ShellText => setModified(wanted, found, { path: place.path, at: word });
  return onTheFile(place, { byRoot: at(opened), plainly: at(standing) });
}

/** Where the file is, and what following the path has to lead to; undefined for anything. */
export type FilePlace = Pick<FileDeclared, 'path' | 'follow'> & { readonly leadsTo?: string };

type FileWork = {
  /** Works on `opened`. */
  readonly byRoot: ShellText;
  /** Works on `standing`, for an account that nobody can lead to what it may not change. */
  readonly plainly: ShellText;
};

function onTheFile({ path, follow, leadsTo }: FilePlace, { byRoot, plainly }: FileWork): ShellText {
  return sh`${enterLibrary}sp_path=${path} sp_real=${path}
${follow ? resolve : sh``}sp_dir=\${sp_real%/*} sp_name=\${sp_real##*/}
sp_enter "\${sp_dir:-/}"
[ "$sp_real" = "$sp_path" ] || sp_led "$sp_path" "$sp_real" || sp_refuse "a link of another account leads from $sp_path to $sp_real"
${leadsTo === undefined ? sh`` : sh`[ "\${PWD%/}/$sp_name" = ${leadsTo} ] || sp_refuse "$sp_path leads to \${PWD%/}/$sp_name now; the plan found that it leads to "${leadsTo}\n`}[ -f ${standing} ] && [ ! -L ${standing} ] || sp_refuse "$sp_real is $(sp_what "$sp_name") now; the plan found a file"
if [ "$(id -u)" = 0 ] && [ -d /proc/self/fd ]; then
  exec 5<${standing}
  [ -f ${opened} ] && [ "$(stat -L -c %d:%i ${opened})" = "$(stat -c %d:%i -- ${standing})" ] || sp_refuse "$sp_real was replaced in this moment"
  ${byRoot}
else
  ${plainly}
fi`;
}

/** Owner and group are always set together: that of the two which is left out, busybox takes from the link that leads to what is open. */
function onOpened(edits: readonly Edit[]): ShellText {
  const owner = wantedText(edits, 'owner');
  const group = wantedText(edits, 'group');
  const own =
    owner === undefined && group === undefined
      ? []
      : [sh`chown -- ${owner ?? shRaw('"$1"')}:${group ?? shRaw('"$2"')} ${opened}`];
  const mode = edits.filter((edit) => edit.path === 'mode');
  return shJoin([...own, ...ownershipCommands(mode, { path: opened, type: 'file' })], ' && ');
}

const opened = shRaw('/proc/self/fd/5');

const standing = shRaw('"./$sp_name"');

/** A link at the end of the path is followed as those before it are: root, this account or the owner of where it leads made it. */
const resolve = shRaw(`if [ -L "$sp_path" ]; then
  sp_real=$(readlink -f -- "$sp_path"; printf x)
  sp_real=\${sp_real%"$nl"x}
  [ -n "$sp_real" ] || sp_refuse "$sp_path leads nowhere"
fi
`);
