import { createHash } from 'node:crypto';
import { type Edit, type EditValue, editValue, isUnknown, type Observed } from '@setpoint/model';
import { textDiff } from '@setpoint/sdk';
import type { HomeEntry } from '../../queries/authorized-keys.ts';
import { wantedText } from './content.ts';
import type { ExactKeys, KeysDeclared, KeysState } from './declared.ts';
import { elsewhereMode } from './elsewhere.ts';

/** The edits of the file's text, and of owners and modes with which sshd would not read it. */
export function diffKeys(declared: KeysDeclared, observed: Observed<KeysState>): readonly Edit[] {
  if (declared.exact !== undefined && observed.kind === 'present') return exactEdits(declared.exact, observed.state);
  switch (observed.kind) {
    case 'present':
      return stateEdits(declared, observed.state);
    case 'absent':
      return declared.state === 'absent' ? [] : [textEdit(declared, { kind: 'absent' }, '')];
    case 'unknown':
      return unknownEdits(declared, { kind: 'unknown', cause: observed.cause });
    default:
      return observed satisfies never;
  }
}

function stateEdits(declared: KeysDeclared, state: KeysState): readonly Edit[] {
  const { text, file, directory, uid } = state;
  if (isUnknown(text)) return [textEdit(declared, { kind: 'unknown', cause: text.cause }, undefined)];
  const wanted = wantedText(declared, text);
  const before: EditValue = file.type === 'plain' ? contentValue(text) : { kind: 'absent' };
  return [
    ...(wanted === text ? [] : [textEdit(declared, before, text)]),
    ...(declared.path === null
      ? [
          ...ownerEdits('directory_owner', directory, uid),
          ...modeEdits('directory_mode', directory, '0700'),
          ...modeEdits('mode', file, '0600'),
        ]
      : [...ownerEdits('owner', file, uid), ...modeEdits('mode', file, elsewhereMode)]),
  ];
}

/**
 * Everything that may be needed once the home can be read: it may be there from an account of former times, with keys, owners and
 * modes of its own. The lines are those of a file that holds nothing yet.
 */
function unknownEdits(declared: KeysDeclared, before: EditValue & { readonly kind: 'unknown' }): readonly Edit[] {
  const lines = textDiff('', wantedText(declared, ''));
  const keys: Edit = { path: 'keys', before, after: before, ...(lines === undefined ? {} : { hunks: lines }) };
  if (before.cause.kind !== 'after' || declared.state === 'absent') return [keys];
  if (declared.path !== null) {
    const owner: Edit = { path: 'owner', before, after: editValue(0) };
    return [keys, owner, { path: 'mode', before, after: editValue(elsewhereMode) }];
  }
  return [
    keys,
    { path: 'directory_owner', before, after: before },
    { path: 'directory_mode', before, after: editValue('0700') },
    { path: 'mode', before, after: editValue('0600') },
  ];
}

/** What differs from the file as it was. A directory that was made goes with its last file, and stays when others use it. */
function exactEdits(exact: ExactKeys, { text, file, directory }: KeysState): readonly Edit[] {
  if (isUnknown(text))
    return [{ path: 'keys', before: { kind: 'unknown', cause: text.cause }, after: exactValue(exact.text) }];
  const found = file.type === 'plain' ? text : null;
  if (found !== exact.text) {
    const hunks = textDiff(text, exact.text ?? '');
    return [
      {
        path: 'keys',
        before: exactValue(found),
        after: exactValue(exact.text),
        ...(hunks === undefined ? {} : { hunks }),
      },
    ];
  }
  return [...exactMode('directory_mode', directory, exact.directoryMode), ...exactMode('mode', file, exact.mode)];
}

function exactValue(text: string | null): EditValue {
  return text === null ? { kind: 'absent' } : contentValue(text);
}

function exactMode(path: string, entry: HomeEntry, wanted: string | null): readonly Edit[] {
  if (entry.type !== 'plain' || wanted === null || entry.mode === wanted) return [];
  return [{ path, before: editValue(entry.mode), after: editValue(wanted) }];
}

function textEdit(declared: KeysDeclared, before: EditValue, text: string | undefined): Edit {
  const wanted = wantedText(declared, text ?? '');
  const hunks = text === undefined ? undefined : textDiff(text, wanted);
  return { path: 'keys', before, after: contentValue(wanted), ...(hunks === undefined ? {} : { hunks }) };
}

function contentValue(text: string): EditValue {
  const bytes = Buffer.from(text);
  return { kind: 'content', sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Only in a directory of the account can it be given keys, and a file of root's directory is root's. */
function ownerEdits(path: string, entry: HomeEntry, uid: number): readonly Edit[] {
  if (entry.type !== 'plain' || entry.uid === uid) return [];
  return [{ path, before: editValue(entry.uid), after: editValue(uid) }];
}

/** sshd (StrictModes) takes no keys from what others than the account can write; the account must be able to write it itself. */
function modeEdits(path: string, entry: HomeEntry, wanted: string): readonly Edit[] {
  if (entry.type !== 'plain') return [];
  const bits = Number.parseInt(entry.mode, 8);
  const owned = Number.parseInt(wanted, 8);
  if ((bits & 0o022) === 0 && (bits & owned) === owned) return [];
  return [{ path, before: editValue(entry.mode), after: editValue(wanted) }];
}
