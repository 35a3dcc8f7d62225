import type { CertificateDeclared } from './declared.ts';

/** Whether a new certificate will hold the identifier of its key, and that of the key that signed it. */
export function keyIdentifiers({ state, subjectKeyId, authorityKeyId, authority }: CertificateDeclared): {
  readonly hasSubjectKeyId: boolean;
  readonly hasAuthorityKeyId: boolean;
} {
  return {
    hasSubjectKeyId: subjectKeyId ?? true,
    hasAuthorityKeyId: state !== 'requested' && (authorityKeyId ?? authority !== null),
  };
}

/** What x509v3_config(5) calls that. With `keyid` alone, openssl 3 names no key in what signs itself. */
export function keyIdentifierWords({ subjectKeyId, authorityKeyId }: CertificateDeclared): {
  readonly ofSubject: string;
  readonly ofAuthority: string;
} {
  const ofAuthority = authorityKeyId === null ? 'keyid' : authorityKeyId ? 'keyid:always' : 'none';
  return { ofSubject: subjectKeyId === false ? 'none' : 'hash', ofAuthority };
}
