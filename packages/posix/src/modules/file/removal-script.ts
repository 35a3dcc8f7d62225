import { isUnknown } from '@setpoint/model';
import { type ShellText, sh } from '@setpoint/sdk';
import { nameOf, parentOf } from '../../paths/absolute-path.ts';
import { digestLibrary } from '../../paths/digest.ts';
import { enterLibrary } from '../../paths/entering.ts';
import { unprovenMark } from '../../paths/unproven-mark.ts';
import type { FileState } from './declared.ts';

/** What the plan found of a file that is to go. */
export type RemovedFile = Pick<FileState, 'sha256' | 'sizeBytes'>;

/** Removes the file that the plan found: a regular one with that content, or with that size where nobody could read it. */
export function removalScript(path: string, found: RemovedFile | undefined): ShellText {
  const name = nameOf(path);
  const at = sh`${`./${name}`}`;
  const mark = `./${nameOf(unprovenMark(path))}`;
  return sh`[ -e ${path} ] || [ -L ${path} ] || exit 0
${enterLibrary}sp_enter ${parentOf(path)}
sp_there ${name} || exit 0
[ -f ${at} ] && [ ! -L ${at} ] || sp_refuse ${path}" is $(sp_what ${name}) now; the plan found a file"
${found === undefined ? sh`` : contentGuard(path, at, found)}rm -f -- ${at} || exit
[ ! -f ${mark} ] || rm -f -- ${mark}`;
}

function contentGuard(path: string, at: ShellText, { sha256, sizeBytes }: RemovedFile): ShellText {
  if (sha256 === undefined || isUnknown(sha256)) {
    return sh`sp_now=$(stat -c %s -- ${at})
[ "$sp_now" = ${sizeBytes} ] || sp_refuse ${path}" has $sp_now bytes now; the plan found "${sizeBytes}
`;
  }
  return sh`${digestLibrary}sp_now=$(sp_digest <${at}) || exit
sp_now=\${sp_now%% *}
[ "$sp_now" = ${sha256} ] || sp_refuse "the content of "${path}" has the digest $sp_now now; the plan found "${sha256}
`;
}
