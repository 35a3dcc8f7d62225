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

/** The commands that make the edits of owner, group and mode true, in the order in which none undoes another. */
export function ownershipCommands(edits: readonly Edit[], { path, type }: OwnershipTarget): readonly ShellText[] {
  const [owner, group, mode] = ['owner', 'group', 'mode'].map((property) => wantedText(edits, property));
  const itself = shRaw(type === 'link' ? '-h --' : '--');
  const both = owner === undefined || group === undefined ? undefined : `${owner}:${group}`;
  // chown clears setuid and setgid, so the mode comes last.
  return [
    ...(both === undefined ? [] : [sh`chown ${itself} ${both} ${path}`]),
    ...(owner === undefined || both !== undefined ? [] : [sh`chown ${itself} ${owner} ${path}`]),
    ...(group === undefined || both !== undefined ? [] : [sh`chgrp ${itself} ${group} ${path}`]),
    ...(mode === undefined ? [] : [sh`chmod -- ${type === 'directory' ? exactMode(mode) : mode} ${path}`]),
  ];
}

/** The text that a property comes to by an edit; undefined where no edit says it. */
export function wantedText(edits: readonly Edit[], property: string): string | undefined {
  const after = edits.find((edit) => edit.path === property)?.after;
  return after?.kind === 'value' && typeof after.value === 'string' ? after.value : undefined;
}

/** GNU chmod keeps setuid and setgid of a directory unless the octal mode has five digits. */
export function exactMode(mode: string): string {
  return /^[0-7]{4}$/.test(mode) ? `0${mode}` : mode;
}
