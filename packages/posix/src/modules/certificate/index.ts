import { type Address, formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { pathReferences } from '../../paths/path-references.ts';
import { type CertificateDeclared, type CertificateState, certificateSchema, declareCertificate } from './declared.ts';
import { diffCertificate } from './diff.ts';
import { certificateQueries, observeCertificate } from './observe.ts';
import { certificateOperations } from './operations.ts';
import { predictCertificate } from './predict.ts';

/** A certificate and its private key, made on the node. */
export const certificate = defineResource<CertificateDeclared, CertificateState>()({
  type: 'certificate',
  channel: 'sh',
  summary:
    'A certificate for TLS and its private key, made on the node by openssl: signed by itself or by an authority on the node, or a signing request for an authority elsewhere. The key never leaves the node.',
  identityDescription: 'Absolute path of the certificate, or of the request.',
  schema: certificateSchema,
  examples: [
    `- certificate: /etc/ssl/certs/www.pem
  key: /etc/ssl/private/www.key
  names: [www.example.com, example.com, 203.0.113.10]
  days: 90
  renew_before: 30d`,
    `- certificate: /etc/ssl/our-ca.pem
  key: /etc/ssl/private/our-ca.key
  common_name: Our own CA
  authority: true
  days: 3650`,
    `- certificate: /etc/ssl/certs/db.pem
  key: /etc/ssl/private/db.key
  key_type: rsa-3072
  key_group: postgres
  key_mode: "0640"
  names: [db.example.com]
  ca_certificate: /etc/ssl/our-ca.pem
  ca_key: /etc/ssl/private/our-ca.key
  chain: /etc/ssl/certs/db-chain.pem`,
    `- certificate: /etc/ssl/www.csr
  state: requested
  key: /etc/ssl/private/www.key
  key_passphrase_file: /etc/ssl/private/www.pass
  names: [www.example.com]
  organization: Example`,
    `- certificate: /etc/ssl/certs/old.pem
  state: absent`,
  ],
  declare: declareCertificate,
  claims: ({ path, key, chain, state }) => [
    ...[path, ...(chain === null ? [] : [chain])].flatMap((each) => [`path:${each}`, `content of:${each}`]),
    ...(state === 'absent' ? [] : [`path:${key}`, `content of:${key}`]),
  ],
  references: certificateReferences,
  queries: certificateQueries,
  observe: observeCertificate,
  diff: diffCertificate,
  operations: certificateOperations,
  predict: predictCertificate,
  paths: ({ key, chain, state }, edits) =>
    edits.length === 0 ? [] : [...(state === 'absent' ? [] : [key]), ...(chain === null ? [] : [chain])],
  undo: 'Cannot be undone: a private key that was replaced is kept nowhere, or by `backup` under another name, and the certificate of before fits no other.',
  importing: {
    kind: 'none',
    why: 'Its private key stays on the node, and who is to issue it, for which names and when anew, is decided and not found; `file` imports a certificate as it is.',
  },
});

function certificateReferences({
  path,
  key,
  chain,
  authority,
  ownership,
  state,
  passphraseFile,
}: CertificateDeclared): readonly Address[] {
  if (state === 'absent') return [];
  const { owner, group } = ownership;
  return [
    formatAddress('package', 'openssl'),
    ...[path, key, ...(chain === null ? [] : [chain])].flatMap(pathReferences),
    ...(authority === null
      ? []
      : [
          formatAddress('certificate', authority.certificate),
          formatAddress('file', authority.certificate),
          formatAddress('file', authority.key),
        ]),
    ...[passphraseFile, authority?.passphraseFile ?? null].flatMap((each) =>
      each === null ? [] : [formatAddress('file', each)],
    ),
    ...(owner === null ? [] : [formatAddress('user', owner)]),
    ...(group === null ? [] : [formatAddress('group', group)]),
  ];
}
