import { canonicalJson, type Edit, type EditValue, editValue, type Observed } from '@setpoint/model';
import { diffOwnership } from '../../ownership/ownership.ts';
import type { CertificateFound } from '../../queries/certificate.ts';
import { backupsOf } from './backups.ts';
import type { CertificateDeclared, CertificateState, Usage } from './declared.ts';

/** What differs. Each edit but those of the key’s owner and mode means a new certificate. */
export function diffCertificate(declared: CertificateDeclared, observed: Observed<CertificateState>): readonly Edit[] {
  if (declared.state === 'absent') return removal(observed);
  switch (observed.kind) {
    case 'present':
      return [...certificateEdits(declared, observed.state), ...ownerEdits(declared, observed.state)];
    case 'absent':
      return certificateEdits(declared, undefined);
    case 'unknown': {
      const before: EditValue = { kind: 'unknown', cause: observed.cause };
      const edits = [...allEdits(declared), ...diffOwnership(declared.ownership, undefined, false).map(ofKey)];
      return edits.map((edit) => ({ ...edit, before }));
    }
    default:
      return observed satisfies never;
  }
}

function removal(observed: Observed<CertificateState>): readonly Edit[] {
  if (observed.kind === 'absent') return [];
  const before: EditValue =
    observed.kind === 'unknown' ? { kind: 'unknown', cause: observed.cause } : editValue('present');
  return [{ path: 'state', before, after: editValue('absent') }];
}

function certificateEdits(declared: CertificateDeclared, state: CertificateState | undefined): readonly Edit[] {
  const found = state?.certificate ?? undefined;
  const edits = allEdits(declared).flatMap((edit) => {
    const before = foundOf(edit.path, declared, { state, found });
    return isSame(before, edit.after) ? [] : [{ ...edit, before }];
  });
  return edits.length === 0 ? [] : [...edits, ...backupEdits(declared, state)];
}

/** What is kept is told as what it is: another file that will be there. */
function backupEdits(declared: CertificateDeclared, state: CertificateState | undefined): readonly Edit[] {
  const { certificate, key } = backupsOf(declared, state);
  const before: EditValue = { kind: 'absent' };
  return [
    ...(certificate === null ? [] : [{ path: 'backup', before, after: editValue(certificate) }]),
    ...(key === null ? [] : [{ path: 'backup_of_key', before, after: editValue(key) }]),
  ];
}

/** Every property with its declared value; the values are the same whatever was found. */
function allEdits(declared: CertificateDeclared): readonly Edit[] {
  const { keyType, subject, names, usages, isAuthority, subjectKeyId, authorityKeyId } = declared;
  const { authority, days, chain, path } = declared;
  const before: EditValue = { kind: 'absent' };
  const values: readonly (readonly [string, EditValue])[] = [
    ['key', editValue(keyType)],
    ['subject', editValue(subject)],
    ['names', editValue(names)],
    ['usages', editValue(usages)],
    ['authority', editValue(isAuthority)],
    ...(subjectKeyId === null ? [] : [['subject_key_id', editValue(subjectKeyId)] as const]),
    ...(authorityKeyId === null ? [] : [['authority_key_id', editValue(authorityKeyId)] as const]),
    ...(declared.state === 'requested'
      ? []
      : ([
          ['signed_by', editValue(authority?.certificate ?? 'itself')],
          ['expires', editValue(`in ${days} days`)],
        ] as const)),
    ...(chain === null ? [] : [['chain', editValue(`${path}, then its authority`)] as const]),
  ];
  return values.map(([property, after]) => ({ path: property, before, after }));
}

type Found = { readonly state: CertificateState | undefined; readonly found: CertificateFound | undefined };

function foundOf(property: string, declared: CertificateDeclared, { state, found }: Found): EditValue {
  if (property === 'key') return keyBefore(state);
  if (found === undefined) return { kind: 'absent' };
  const flag = flagsOf(found)[property];
  if (flag !== undefined) return editValue(flag);
  switch (property) {
    case 'subject':
      return editValue(found.subject);
    case 'names':
      return editValue(found.names);
    case 'usages':
      return editValue(found.usages.map((usage) => usageNames[usage] ?? usage).toSorted());
    case 'signed_by':
      return editValue(found.isSigned ? (declared.authority?.certificate ?? 'itself') : 'another');
    case 'expires':
      return editValue(found.isDue || found.expires === '' ? found.expires : `in ${declared.days} days`);
    default:
      return editValue(state?.hasChain === true ? `${declared.path}, then its authority` : 'another content');
  }
}

function flagsOf(found: CertificateFound): Readonly<Record<string, boolean>> {
  const { isAuthority, hasSubjectKeyId, hasAuthorityKeyId } = found;
  return { authority: isAuthority, subject_key_id: hasSubjectKeyId, authority_key_id: hasAuthorityKeyId };
}

/** A certificate of another key is one that the key does not fit, whatever kind it is. */
function keyBefore(state: CertificateState | undefined): EditValue {
  const { key, certificate } = state ?? { key: { kind: 'absent' }, certificate: null };
  if (key.kind !== 'found') return key.kind === 'absent' ? { kind: 'absent' } : editValue('unusable');
  if (key.isOpen === true) return editValue(`${key.type}, without its passphrase`);
  const isOther = certificate !== null && !certificate.fitsKey;
  return editValue(isOther ? `${key.type}, not that of the certificate` : key.type);
}

export const usageNames: Readonly<Record<string, Usage>> = {
  'TLS Web Server Authentication': 'server',
  'TLS Web Client Authentication': 'client',
};

function isSame(left: EditValue, right: EditValue): boolean {
  if (left.kind !== 'value' || right.kind !== 'value') return left.kind === right.kind;
  return canonicalJson(left.value) === canonicalJson(right.value);
}

function ownerEdits({ ownership }: CertificateDeclared, { keyFile, key }: CertificateState): readonly Edit[] {
  if (keyFile === null || key.kind === 'absent') return [];
  return diffOwnership(ownership, keyFile, false).map(ofKey);
}

function ofKey(edit: Edit): Edit {
  return { ...edit, path: `key_${edit.path}` };
}
