import type { CertificateDeclared, CertificateState } from './declared.ts';

/** Where what a new certificate replaces is kept; null for what is not. */
export type Backups = { readonly certificate: string | null; readonly key: string | null };

/**
 * The certificate is kept by the digest of its file, and the key by that of its public half, so that its name tells nothing of it. A
 * key that cannot be used has no public half that can be read.
 */
export function backupsOf(declared: CertificateDeclared, state: CertificateState | undefined): Backups {
  if (!declared.backup || state === undefined) return { certificate: null, key: null };
  const { certificate, key } = state;
  const isReplaced = key.kind === 'found' && key.type !== declared.keyType;
  return {
    certificate: certificate === null ? null : nameOf(declared.path, certificate.sha256),
    key: isReplaced ? nameOf(declared.key, key.public) : null,
  };
}

function nameOf(path: string, sha256: string): string {
  return `${path}.${sha256.slice(0, 12)}.bak`;
}
