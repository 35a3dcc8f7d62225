import {
  type Answer,
  type Answers,
  type Diagnostic,
  errorDiagnostic,
  type Observed,
  type Queries,
  unknown,
} from '@setpoint/model';
import { decodeText, type TypedObservation } from '@setpoint/sdk';
import { type AuthorizedKeysValue, authorizedKeysQuery } from '../../queries/authorized-keys.ts';
import { foundValue } from '../../queries/query-kind.ts';
import type { KeysDeclared, KeysState } from './declared.ts';
import { elsewhereAnswer, elsewhereProblems, elsewhereQueries } from './elsewhere.ts';

/** One look at the file decides everything. */
export function keysQueries({ account, path }: KeysDeclared): Queries {
  return path === null ? { keys: authorizedKeysQuery(account) } : elsewhereQueries(account, path);
}

/** The answer about the file, wherever it is. */
export function keysAnswer({ path }: KeysDeclared, answers: Answers): Answer {
  return path === null ? (answers['keys'] ?? { status: 'absent' }) : elsewhereAnswer(path, answers);
}

/** What the answer comes to; links and foreign directories are problems, never followed. */
export function observeKeys(declared: KeysDeclared, answers: Answers): TypedObservation<KeysState> {
  const answer = keysAnswer(declared, answers);
  const value = foundValue<AuthorizedKeysValue>(answer);
  if (answer.status === 'unknown') return { observed: { kind: 'unknown', cause: answer.cause }, problems: [] };
  const isGone = value === undefined || !value.hasHome;
  if (isGone && declared.state === 'absent') return { observed: { kind: 'absent' }, problems: [] };
  if (value === undefined) return { observed: { kind: 'absent' }, problems: [missingAccount(declared)] };
  const { path } = declared;
  const problems = path === null ? keysProblems(declared, value) : elsewhereProblems(path, value);
  return { observed: toObserved(value), problems };
}

function toObserved({ base64, ...value }: AuthorizedKeysValue): Observed<KeysState> {
  if (value.file.type === 'absent') return { kind: 'present', state: { ...value, text: '' } };
  const text = decodeText(Buffer.from(base64, 'base64'));
  const cause = { kind: 'unavailable', what: 'the file of keys is not text' } as const;
  return { kind: 'present', state: { ...value, text: text ?? unknown(cause) } };
}

function missingAccount({ account }: KeysDeclared): Diagnostic {
  return errorDiagnostic('SP604', {
    detail: `The account "${account}" does not exist on the node, so no key can open it.`,
    hint: `declare \`user: ${account}\` before this resource`,
  });
}

function keysProblems({ account }: KeysDeclared, value: AuthorizedKeysValue): readonly Diagnostic[] {
  const { home, hasHome, directory, file } = value;
  if (!hasHome) {
    return [
      errorDiagnostic('SP604', {
        detail: `The home directory ${home} of "${account}" does not exist, so there is no place for its keys.`,
        hint: `declare \`user: ${account}\` with \`create_home: true\` before this resource`,
      }),
    ];
  }
  const entries = [
    { path: `${home}/.ssh`, entry: directory, wanted: 'a directory' },
    { path: `${home}/.ssh/authorized_keys`, entry: file, wanted: 'a regular file' },
  ];
  return entries.flatMap(({ path, entry, wanted }) => {
    if (entry.type !== 'link' && entry.type !== 'other') return [];
    const what = entry.type === 'link' ? 'a symbolic link' : `not ${wanted}`;
    return [
      errorDiagnostic('SP623', {
        detail: `${path} is ${what}. Whoever owns the home directory could lead Setpoint to any file of the node with it.`,
        hint: `remove ${path} on the node, then plan again`,
      }),
    ];
  });
}
