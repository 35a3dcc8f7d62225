import type { Edit } from '@setpoint/model';
import { type ShellText, sh, shRaw } from '@setpoint/sdk';
import type { Ownership } from './ownership.ts';

/** The declared owner, group and mode as a title tells them; the same whatever was found. Empty when none is declared. */
export function ownershipTitle({ owner, group, mode }: Ownership): string {
  const parts = Object.entries({ owner, group, mode }).filter(([, value]) => value !== null);
  return parts.map(([property, value]) => `${property} ${value}`).join(', ');
}

/** What a command that sets owner, group and mode works on. */
export type OwnershipTarget = {
  /** A path, or `.` in a directory that was entered before; shell text where the script itself found it. */
  readonly path: string | ShellText;
  readonly type: 'file' | 'directory' | 'link';
};

/** One command for each edit of owner, group and mode, in the order in which none undoes another. */
export function ownershipCommands(edits: readonly Edit[], target: OwnershipTarget): readonly ShellText[] {
  // chown clears setuid and setgid, so the mode comes last.
  return ['owner', 'group', 'mode'].flatMap((property) => {
    const value = edits.find((edit) => edit.path === property)?.after;
    return value?.kind === 'value' && typeof value.value === 'string' ? [command(property, value.value, target)] : [];
  });
}

function command(property: string, value: string, { path, type }: OwnershipTarget): ShellText {
  if (property === 'mode') return sh`chmod -- ${type === 'directory' ? exactMode(value) : value} ${path}`;
  const itself = type === 'link' ? ['-h', '--'] : ['--'];
  return property === 'owner'
    ? sh`chown ${shRaw(itself.join(' '))} ${value} ${path}`
    : sh`chgrp ${shRaw(itself.join(' '))} ${value} ${path}`;
}

/** GNU chmod keeps setuid and setgid of a directory unless the octal mode has five digits. */
export function exactMode(mode: string): string {
  return /^[0-7]{4}$/.test(mode) ? `0${mode}` : mode;
}
