import { isUnknown, type Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import type { HomeEntry } from '../../queries/authorized-keys.ts';
import type { KeysDeclared, KeysState } from './declared.ts';

/** The file of keys as it was, to the byte; or no file. An account that was not there had no keys. */
export function restoreKeys({
  declared,
  before,
  edited,
}: Undo<KeysDeclared, KeysState>): TypedRestoration<KeysDeclared> {
  const { account, path } = declared;
  const none = { account, path, state: 'absent', keys: [], exclusive: false } as const;
  switch (before.kind) {
    case 'absent':
      return { kind: 'declared', declared: { ...none, exact: { text: null, mode: null, directoryMode: null } } };
    case 'unknown':
      return { kind: 'irreversible', why: `Nobody could tell which keys opened ${account} before.` };
    case 'present':
      break;
    default:
      return before satisfies never;
  }
  const { text, file, directory } = before.state;
  if (isUnknown(text))
    return { kind: 'irreversible', why: `The file of keys of ${account} was no text and was not kept.` };
  const mode = modeOf(file);
  const exact = {
    text: mode === null ? null : text,
    mode,
    directoryMode: path === null ? modeOf(directory) : null,
  };
  const lacks = [
    ...(edited.includes('directory_owner') ? [`The directory of the keys of ${account} stays its own.`] : []),
    ...(path !== null && edited.includes('owner') ? [`${path} stays root's.`] : []),
  ];
  return { kind: 'declared', declared: { ...none, exact }, lacks };
}

function modeOf(entry: HomeEntry): string | null {
  return entry.type === 'plain' ? entry.mode : null;
}
