import {
  type Answers,
  type Diagnostic,
  errorDiagnostic,
  type Observed,
  type Queries,
  type UnknownCause,
} from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import { ownershipProblems, ownershipQueries } from '../../ownership/ownership.ts';
import { parentOf } from '../../paths/absolute-path.ts';
import type { CertificateQuery, CertificateValue } from '../../queries/certificate.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { type StatValue, statQuery } from '../../queries/stat.ts';
import type { CertificateDeclared, CertificateState } from './declared.ts';

/** The certificate with its key, where both are to be, and the authority. */
export function certificateQueries(declared: CertificateDeclared): Queries {
  const { path, key, authority, chain, renewSeconds, ownership, passphraseFile } = declared;
  const stat = statQuery(path, { follow: false });
  // Services that read the file ask for it in either way.
  const looks = { stat, statTarget: statQuery(path, { follow: true }) };
  if (declared.state === 'absent')
    return { ...looks, ...(chain === null ? {} : { chainFile: statQuery(chain, { follow: false }) }) };
  const certificate: CertificateQuery = {
    kind: 'certificate',
    path,
    key,
    authority: authority?.certificate ?? '',
    chain: chain ?? '',
    renewSeconds,
    passphraseFile: passphraseFile ?? '',
    form: declared.state === 'requested' ? 'request' : 'certificate',
  };
  return {
    ...looks,
    certificate,
    keyFile: statQuery(key, { follow: false }),
    keyTarget: statQuery(key, { follow: true }),
    ...(chain === null ? {} : { chainFile: statQuery(chain, { follow: false }) }),
    ...Object.fromEntries(
      directoriesOf(declared).map((each) => [`directory ${each}`, statQuery(each, { follow: true })]),
    ),
    ...Object.fromEntries(
      Object.entries(neededFiles(declared)).map(([name, file]) => [name, statQuery(file, { follow: true })]),
    ),
    ...ownershipQueries(ownership),
  };
}

/** Files of the node that it is made with, by the query that looks for them. */
function neededFiles({ authority, passphraseFile }: CertificateDeclared): Readonly<Record<string, string>> {
  const ofAuthority = authority?.passphraseFile ?? null;
  return {
    ...(authority === null ? {} : { authority: authority.certificate, authorityKey: authority.key }),
    ...(passphraseFile === null ? {} : { passphrase: passphraseFile }),
    ...(ofAuthority === null ? {} : { authorityPassphrase: ofAuthority }),
  };
}

/** The directories in which something is made. */
export function directoriesOf({ path, key, chain }: CertificateDeclared): readonly string[] {
  return [...new Set([path, key, ...(chain === null ? [] : [chain])].map(parentOf))];
}

/** What the answers come to; whatever stands in the way or is missing is a problem. */
export function observeCertificate(
  declared: CertificateDeclared,
  answers: Answers,
): TypedObservation<CertificateState> {
  if (declared.state === 'absent') return { observed: observeRemains(answers), problems: [] };
  const unread = [answers['certificate'], answers['keyFile']].flatMap((answer): readonly UnknownCause[] =>
    answer?.status === 'unknown' ? [answer.cause] : [],
  )[0];
  if (unread !== undefined) return { observed: { kind: 'unknown', cause: unread }, problems: [] };
  const value = foundValue<CertificateValue>(answers['certificate']);
  const file = foundValue<StatValue>(answers['keyFile']);
  const state: CertificateState = {
    ...(value ?? { certificate: null, key: { kind: 'absent' }, hasChain: false }),
    keyFile:
      file === undefined
        ? null
        : { kind: 'file', owner: file.owner, group: file.group, uid: file.uid, gid: file.gid, mode: file.mode },
  };
  const isThere = state.certificate !== null || state.key.kind !== 'absent';
  const observed: Observed<CertificateState> = isThere ? { kind: 'present', state } : { kind: 'absent' };
  return { observed, problems: problemsOf(declared, answers, value) };
}

function observeRemains(answers: Answers): Observed<CertificateState> {
  const files = [answers['stat'], answers['chainFile']];
  for (const answer of files) if (answer?.status === 'unknown') return { kind: 'unknown', cause: answer.cause };
  if (!files.some((answer) => answer?.status === 'found')) return { kind: 'absent' };
  return { kind: 'present', state: { certificate: null, key: { kind: 'absent' }, hasChain: false, keyFile: null } };
}

function problemsOf(
  declared: CertificateDeclared,
  answers: Answers,
  value: CertificateValue | undefined,
): readonly Diagnostic[] {
  if (value === undefined) {
    const detail = 'The node has no `openssl`, which makes keys and certificates.';
    return [errorDiagnostic('SP604', { detail, hint: 'declare `package: openssl` before this resource' })];
  }
  const { path, key, chain } = declared;
  const files = { stat: path, keyFile: key, ...(chain === null ? {} : { chainFile: chain }) };
  const isUnusable =
    value.key.kind === 'unusable' && !declared.replaceKey && answers['passphrase']?.status !== 'absent';
  return [
    ...Object.entries(files).flatMap(([name, file]) => obstacle(file, foundValue<StatValue>(answers[name]))),
    ...directoriesOf(declared).flatMap((each) => missingDirectory(each, answers)),
    ...Object.entries(neededFiles(declared)).flatMap(([name, file]) =>
      answers[name]?.status === 'absent' ? [missingFile(name, file)] : [],
    ),
    ...ownershipProblems(declared.ownership, answers).map((problem) => problem),
    ...(isUnusable ? [unusableKey(declared)] : []),
  ];
}

function obstacle(path: string, stat: StatValue | undefined): readonly Diagnostic[] {
  if (stat === undefined || stat.type === 'file') return [];
  const what = stat.type === 'link' ? `a symbolic link to ${stat.target ?? '?'}` : `a ${stat.type.replace('-', ' ')}`;
  return [
    errorDiagnostic('SP603', {
      detail: `${path} is ${what}, and a file is declared.`,
      hint: 'remove it, or declare another path',
    }),
  ];
}

function missingDirectory(path: string, answers: Answers): readonly Diagnostic[] {
  if (answers[`directory ${path}`]?.status !== 'absent') return [];
  const hint = `declare \`directory: ${path}\` before this resource`;
  return [errorDiagnostic('SP604', { detail: `The directory ${path} does not exist.`, hint })];
}

function missingFile(name: string, path: string): Diagnostic {
  if (name.endsWith('assphrase')) {
    const hint = `declare \`file: ${path}\`, of mode 0600, before this resource`;
    return errorDiagnostic('SP604', { detail: `The file of the passphrase ${path} does not exist.`, hint });
  }
  return errorDiagnostic('SP604', {
    detail: `${path} does not exist, so there is no authority that could sign.`,
    hint: 'declare the `certificate:` of the authority, with `authority: true`, before this resource',
  });
}

function unusableKey({ key, passphraseFile }: CertificateDeclared): Diagnostic {
  const asks = passphraseFile === null ? 'it asks for a passphrase' : `its passphrase is not that of ${passphraseFile}`;
  const other = passphraseFile === null ? '`key_passphrase_file:` or another `key:`' : 'the right passphrase';
  return errorDiagnostic('SP688', {
    detail: `${key} is no private key that openssl can use, or ${asks}.`,
    hint: `declare ${other}, or \`replace_key: true\` to have a new one made in its place`,
  });
}
