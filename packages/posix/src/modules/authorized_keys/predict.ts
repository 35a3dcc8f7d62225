import { type Answers, isUnknown, type Prediction } from '@setpoint/model';
import type { AuthorizedKeysValue, HomeEntry } from '../../queries/authorized-keys.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { wantedText } from './content.ts';
import type { KeysDeclared } from './declared.ts';
import { diffKeys } from './diff.ts';
import { elsewhereMode, predictElsewhere } from './elsewhere.ts';
import { observeKeys } from './observe.ts';

/** What the node will answer once the keys are as declared; an account that is still to come keeps its place unknown. */
export function predictKeys(declared: KeysDeclared, answers: Answers): Prediction {
  const { observed } = observeKeys(declared, answers);
  const before = foundValue<AuthorizedKeysValue>(answers['keys']) ?? unknownPlace;
  const text = observed.kind === 'present' && !isUnknown(observed.state.text) ? observed.state.text : '';
  const paths = new Set(diffKeys(declared, observed).map((edit) => edit.path));
  if (paths.size === 0) return { answers: {} };
  if (declared.path !== null) {
    const { exact } = declared;
    return predictElsewhere(
      exact === undefined ? wantedText(declared, text) : exact.text,
      exact?.mode ?? elsewhereMode,
    );
  }
  if (declared.exact?.text === null) {
    const gone: AuthorizedKeysValue = { ...before, file: { type: 'absent' }, base64: '' };
    return { answers: { keys: { status: 'found', value: gone } } };
  }
  const value: AuthorizedKeysValue = {
    ...before,
    directory: plain(before.directory, before.uid, predictedMode(declared, paths, 'directory_mode')),
    file:
      before.file.type === 'plain' || paths.has('keys')
        ? plain(before.file, before.uid, predictedMode(declared, paths, 'mode'))
        : before.file,
    base64: Buffer.from(wantedText(declared, text)).toString('base64'),
  };
  return { answers: { keys: { status: 'found', value } } };
}

function predictedMode(
  { exact }: KeysDeclared,
  paths: ReadonlySet<string>,
  path: 'mode' | 'directory_mode',
): string | undefined {
  const isWritten = paths.has(path) || (paths.has('keys') && (path === 'mode' || exact !== undefined));
  if (!isWritten) return undefined;
  return path === 'mode' ? (exact?.mode ?? '0600') : (exact?.directoryMode ?? '0700');
}

const unknownPlace: AuthorizedKeysValue = {
  uid: 0,
  home: '',
  hasHome: true,
  directory: { type: 'absent' },
  file: { type: 'absent' },
  base64: '',
};

function plain(entry: HomeEntry, uid: number, mode: string | undefined): HomeEntry {
  return { type: 'plain', uid, mode: mode ?? (entry.type === 'plain' ? entry.mode : '0700') };
}
