import { type Answers, isUnknown, type Prediction } from '@setpoint/model';
import type { AuthorizedKeysValue, HomeEntry } from '../../queries/authorized-keys.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { wantedText } from './content.ts';
import type { KeysDeclared } from './declared.ts';
import { diffKeys } from './diff.ts';
import { observeKeys } from './observe.ts';

/** What the node will answer once the keys are as declared; an account that is still to come keeps its place unknown. */
export function predictKeys(declared: KeysDeclared, answers: Answers): Prediction {
  const { observed } = observeKeys(declared, answers);
  const before = foundValue<AuthorizedKeysValue>(answers['keys']) ?? unknownPlace;
  const text = observed.kind === 'present' && !isUnknown(observed.state.text) ? observed.state.text : '';
  const paths = new Set(diffKeys(declared, observed).map((edit) => edit.path));
  if (paths.size === 0) return { answers: {} };
  const value: AuthorizedKeysValue = {
    ...before,
    directory: plain(before.directory, before.uid, paths.has('directory_mode') ? '0700' : undefined),
    file:
      before.file.type === 'plain' || paths.has('keys')
        ? plain(before.file, before.uid, paths.has('keys') || paths.has('mode') ? '0600' : undefined)
        : before.file,
    base64: Buffer.from(wantedText(declared, text)).toString('base64'),
  };
  return { answers: { keys: { status: 'found', value } } };
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
