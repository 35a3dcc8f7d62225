import { createHash } from 'node:crypto';
import {
  type Answer,
  type Answers,
  type Diagnostic,
  errorDiagnostic,
  type Operation,
  type Prediction,
  type Queries,
} from '@setpoint/model';
import { sh } from '@setpoint/sdk';
import type { WriteFileAction } from '../../operations/action.ts';
import { refusedExitCode } from '../../operations/library.ts';
import { runOperation } from '../../operations/run-operation.ts';
import { parentOf } from '../../paths/absolute-path.ts';
import { accountQuery } from '../../queries/account.ts';
import { type AuthorizedKeysValue, type HomeEntry, maxKeysBytes } from '../../queries/authorized-keys.ts';
import type { ContentQuery, ContentValue } from '../../queries/content.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { newFileStat, type StatValue, statQuery } from '../../queries/stat.ts';

/** Mode of a file of keys that belongs to root: sshd reads it with the rights of the account. */
export const elsewhereMode = '0644';

/** What keys need to know that sshd reads elsewhere than in the home of their account. */
export function elsewhereQueries(account: string, path: string): Queries {
  return {
    account: accountQuery(account),
    stat: statQuery(path),
    // The second look is there to be predicted: other resources ask for this path in either way.
    otherStat: statQuery(path, { follow: true }),
    content: contentQuery(path),
    directory: statQuery(parentOf(path)),
  };
}

function contentQuery(path: string): ContentQuery {
  return { kind: 'content', path, unless: '-', limitBytes: maxKeysBytes, follow: false };
}

/** The answer in the form of that for a home: whose keys must be root's. Without a directory there is no place for a file. */
export function elsewhereAnswer(path: string, answers: Answers): Answer {
  const { stat, content, directory, account } = answers;
  const unread = [account, directory, stat, content].find((answer) => answer?.status === 'unknown');
  if (unread !== undefined) return unread;
  if (account?.status !== 'found') return { status: 'absent' };
  const file = entryOf(stat, 'file');
  const { base64 } = foundValue<ContentValue>(content) ?? {};
  if (file.type === 'plain' && base64 === undefined && foundValue<StatValue>(stat)?.sizeBytes !== 0)
    return { status: 'unknown', cause: { kind: 'unavailable', what: `${path} is larger than a megabyte` } };
  const value: AuthorizedKeysValue = {
    uid: 0,
    home: parentOf(path),
    hasHome: directory?.status === 'found',
    directory: entryOf(directory, 'directory'),
    file,
    base64: base64 ?? '',
  };
  return { status: 'found', value };
}

function entryOf(answer: Answer | undefined, wanted: 'file' | 'directory'): HomeEntry {
  const value = foundValue<StatValue>(answer);
  if (value === undefined) return { type: 'absent' };
  if (value.type === wanted) return { type: 'plain', uid: value.uid, mode: value.mode };
  return { type: value.type === 'link' ? 'link' : 'other' };
}

/** What nobody but root may be able to change, or else others could let themselves in; sshd (StrictModes) would not read it either. */
export function elsewhereProblems(
  path: string,
  { hasHome, directory, file }: AuthorizedKeysValue,
): readonly Diagnostic[] {
  const parent = parentOf(path);
  const declare = `declare \`directory: ${parent}\` with \`owner: root\` and \`mode: "0755"\` before this resource`;
  if (!hasHome) return [errorDiagnostic('SP604', { detail: `The directory ${parent} does not exist.`, hint: declare })];
  const foreign = (at: string, what: string, hint: string): Diagnostic =>
    errorDiagnostic('SP623', { detail: `${at} is ${what}, and whoever that is up to decides which keys count.`, hint });
  if (directory.type !== 'plain')
    return [
      foreign(parent, directory.type === 'link' ? 'a symbolic link' : 'not a directory', `name the directory itself`),
    ];
  const isOpen = (Number.parseInt(directory.mode, 8) & 0o022) !== 0;
  if (directory.uid !== 0 || isOpen)
    return [foreign(parent, directory.uid === 0 ? 'open for others to write' : "not root's", declare)];
  if (file.type === 'plain' || file.type === 'absent') return [];
  const what = file.type === 'link' ? 'a symbolic link' : 'not a regular file';
  return [foreign(path, what, `remove ${path} on the node, then plan again`)];
}

/** A text that is to stand in the file, or null for no file, and the one that the plan found; null where there was none. */
export type ElsewhereWrite = {
  readonly path: string;
  readonly title: string;
  readonly text: string | null;
  readonly mode: string;
  readonly found: string | null;
};

/** Writes the file as root's, or takes it away; refused when it is not the one any more that the plan found. */
export function writeElsewhere({ path, title, text, mode, found }: ElsewhereWrite): Operation {
  const timeoutMs = 60_000;
  if (text === null) {
    const moved = sh`{ echo 'the keys are other ones than the plan found'; exit ${refusedExitCode}; }`;
    const script = sh`[ -e ${path} ] || exit 0
[ ! -L ${path} ] && [ "$(sha256sum <${path} | cut -c1-64)" = ${digestOf(found ?? '')} ] || ${moved}
rm -f -- ${path}`;
    return runOperation({ title, script, timeoutMs, repeatable: true });
  }
  const bytes = Buffer.from(text);
  const action: WriteFileAction = {
    kind: 'write-file',
    path,
    sha256: digestOf(text),
    sizeBytes: bytes.length,
    bytes: bytes.toString('base64'),
    mode,
    createMode: mode,
    owner: 'root',
    group: 'root',
    expect: found === null ? { kind: 'absent' } : { kind: 'sha256', sha256: digestOf(found) },
    follow: false,
    backup: null,
    check: null,
    inPlace: false,
  };
  return { title, action, timeoutMs, hazards: [], repeatable: true };
}

/** What the node will answer once the text stands in the file; null for no file. */
export function predictElsewhere(text: string | null, mode: string): Prediction {
  if (text === null) {
    const absent: Answer = { status: 'absent' };
    return { answers: { stat: absent, otherStat: absent, content: absent } };
  }
  const bytes = Buffer.from(text);
  const stat: Answer = { status: 'found', value: { ...newFileStat, mode, sizeBytes: bytes.length } };
  const content: ContentValue = { sha256: digestOf(text), base64: bytes.toString('base64') };
  return { answers: { stat, otherStat: stat, content: { status: 'found', value: content } } };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
