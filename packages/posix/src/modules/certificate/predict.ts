import type { Answer, AnswerAdjustment, Answers, Prediction } from '@setpoint/model';
import { wantedMode } from '../../ownership/ownership.ts';
import { predictOwner } from '../../ownership/predict-ownership.ts';
import type { CertificateValue, KeyFound } from '../../queries/certificate.ts';
import { foundValue } from '../../queries/query-kind.ts';
import type { StatValue } from '../../queries/stat.ts';
import type { CertificateDeclared } from './declared.ts';
import { diffCertificate, usageNames } from './diff.ts';
import { keyIdentifiers } from './key-identifiers.ts';
import { observeCertificate } from './observe.ts';
import { needsKey } from './operations.ts';

/** What the node will answer once the certificate is as declared; nothing is foreseen of a node that cannot be read yet. */
export function predictCertificate(declared: CertificateDeclared, answers: Answers): Prediction {
  const gone: Answer = { status: 'absent' };
  if (declared.state === 'absent')
    return { answers: { stat: gone, statTarget: gone, ...(declared.chain === null ? {} : { chainFile: gone }) } };
  const { observed } = observeCertificate(declared, answers);
  if (observed.kind === 'unknown') return { answers: {} };
  const edits = diffCertificate(declared, observed);
  const state = observed.kind === 'present' ? observed.state : undefined;
  const keyFile: Answer = { status: 'found', value: predictKey(declared, answers) };
  if (!edits.some(({ path }) => !path.startsWith('key_'))) return { answers: { keyFile, keyTarget: keyFile } };
  const before = foundValue<CertificateValue>(answers['certificate']);
  const isNew = needsKey(declared, state) || before?.key.kind !== 'found';
  const key = isNew ? { kind: 'found' as const, type: declared.keyType, public: 'pending' } : closed(before.key);
  const stat: Answer = { status: 'found', value: newFile(foundValue<StatValue>(answers['stat'])) };
  const chainFile = declared.chain === null ? {} : { chainFile: stat };
  const value: CertificateValue = { key, hasChain: declared.chain !== null, certificate: predictFound(declared) };
  return {
    answers: {
      certificate: { status: 'found', value },
      stat,
      statTarget: stat,
      keyFile,
      keyTarget: keyFile,
      ...chainFile,
    },
    adjusts: [signedBy(declared.path)],
  };
}

function closed({ kind, type, public: half }: KeyFound & { readonly kind: 'found' }): KeyFound {
  return { kind, type, public: half };
}

function predictFound(declared: CertificateDeclared) {
  const { subject, names, usages, isAuthority, days } = declared;
  return {
    sha256: 'pending',
    subject,
    names,
    usages: Object.entries(usageNames)
      .flatMap(([name, usage]) => (usages.includes(usage) ? [name] : []))
      .toSorted(),
    isAuthority,
    ...keyIdentifiers(declared),
    expires: `in ${days} days`,
    isDue: false,
    fitsKey: true,
    isSigned: true,
  };
}

function predictKey({ ownership }: CertificateDeclared, answers: Answers): StatValue {
  const before = foundValue<StatValue>(answers['keyFile']);
  return {
    ...newFile(before),
    ...predictOwner(ownership, answers, before),
    mode: ownership.mode === null ? '0600' : wantedMode(ownership.mode, before?.mode ?? '0600', false),
  };
}

function newFile(before: StatValue | undefined): StatValue {
  const file = { type: 'file', mode: '0644', uid: 0, gid: 0, owner: 'root', group: 'root' } as const;
  return { ...(before ?? file), sizeBytes: before?.sizeBytes ?? 0, modified: 'pending', inode: 'pending' };
}

/** What an authority has signed counts no longer when the authority is made anew. */
function signedBy(authority: string): AnswerAdjustment {
  return {
    kind: 'certificate',
    adjust: (query, answer) => {
      if (query['authority'] !== authority || answer.status !== 'found') return answer;
      const value = answer.value as CertificateValue;
      if (value.certificate === null) return answer;
      return {
        status: 'found',
        value: { ...value, hasChain: false, certificate: { ...value.certificate, isSigned: false } },
      };
    },
  };
}
