import type { DeclarationProblem } from '@setpoint/model';
import { type Static, Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import { declareOwnership, type Ownership, type OwnershipState } from '../../ownership/ownership.ts';
import { canonicalPath } from '../../paths/absolute-path.ts';
import type { CertificateValue } from '../../queries/certificate.ts';
import { alternativeName } from './names.ts';

/** A certificate and its private key as declared. */
export type CertificateDeclared = {
  readonly path: string;
  /** `requested` means that a request for a certificate is at the path, for an authority elsewhere. */
  readonly state: 'present' | 'requested' | 'absent';
  readonly key: string;
  /** A file on the node whose first line is the passphrase of the key; null for a key without one. */
  readonly passphraseFile: string | null;
  readonly keyType: KeyType;
  readonly replaceKey: boolean;
  /** Keeps what is replaced beside the new one. */
  readonly backup: boolean;
  /** Owner, group and mode of the private key. */
  readonly ownership: Ownership;
  readonly subject: Readonly<Record<string, string>>;
  /** As `openssl` prints them, sorted. */
  readonly names: readonly string[];
  readonly usages: readonly Usage[];
  readonly isAuthority: boolean;
  /** Null leaves what is there, and a new certificate has them. */
  readonly subjectKeyId: boolean | null;
  readonly authorityKeyId: boolean | null;
  readonly days: number;
  readonly renewSeconds: number;
  /** Certificate and key of the authority on the node; null for a certificate that signs itself. */
  readonly authority: Authority | null;
  readonly chain: string | null;
};

export type Authority = { readonly certificate: string; readonly key: string; readonly passphraseFile: string | null };

export type CertificateState = CertificateValue & {
  /** The private key as a file; null when it is not there. */
  readonly keyFile: (OwnershipState & { readonly kind: 'file' }) | null;
};

const keyTypes = [
  'ecdsa-256',
  'ecdsa-384',
  'ecdsa-521',
  'ed25519',
  'ed448',
  'rsa-2048',
  'rsa-3072',
  'rsa-4096',
] as const;
export type KeyType = (typeof keyTypes)[number];

const usages = ['server', 'client'] as const;
export type Usage = (typeof usages)[number];

const text = (description: string) => Type.Optional(Type.String({ description, minLength: 1 }));

export const certificateSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('requested'), Type.Literal('absent')], {
        description:
          'Whether the certificate is there; absent leaves the private key. `requested` puts a signing request (CSR) there instead, for an authority elsewhere, together with the key. Default: present.',
      }),
    ),
    key: text(
      'Absolute path of the private key on the node. One that is there is used; otherwise the node makes one, and it never leaves it. Required unless `state: absent`.',
    ),
    key_type: Type.Optional(
      Type.Union(
        keyTypes.map((type) => Type.Literal(type)),
        {
          description: 'Kind of the private key; another kind than what is there means a new key. Default: ecdsa-256.',
        },
      ),
    ),
    key_passphrase_file: text(
      'Absolute path, on the node, of a file whose first line is the passphrase of the private key, such as a `file` of mode 0600 in the same playbook. A new key gets this passphrase, and so does one that is there without any.',
    ),
    replace_key: Type.Optional(
      Type.Boolean({
        description:
          'Make a new key in the place of one that is broken or asks for a passphrase; otherwise it is refused. Default: false.',
      }),
    ),
    backup: Type.Optional(
      Type.Boolean({
        description:
          'Keep a replaced certificate, named by its digest, and a replaced key, named by that of its public half, beside the new one. A key that cannot be used is not kept. Default: false.',
      }),
    ),
    key_owner: text('Account that owns the private key. Default: root.'),
    key_group: text('Group that owns the private key. Default: left as it is.'),
    key_mode: Type.Optional(
      Type.String({
        description: 'Permission bits of the private key. Default: 0600.',
        'x-source-text': true,
        minLength: 1,
      }),
    ),
    names: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description: 'Names that it is good for: host names, also with `*`, and addresses.',
      }),
    ),
    common_name: text('Common name of the subject. Default: the first of the names.'),
    organization: text('Organization of the subject.'),
    organizational_unit: text('Unit of the organization.'),
    country: Type.Optional(Type.String({ description: 'Country of the subject, two letters.', pattern: '^[A-Z]{2}$' })),
    region: text('State or province of the subject.'),
    locality: text('Place of the subject.'),
    usages: Type.Optional(
      Type.Array(Type.Union(usages.map((usage) => Type.Literal(usage))), {
        description: 'What it is for: `server`, `client`. Default: both; none for an authority.',
      }),
    ),
    authority: Type.Optional(Type.Boolean({ description: 'It may sign other certificates. Default: false.' })),
    subject_key_id: Type.Optional(
      Type.Boolean({
        description:
          'Whether it holds an identifier of its key (SKI). A new one does when not declared, and one that is there stays as it is.',
      }),
    ),
    authority_key_id: Type.Optional(
      Type.Boolean({
        description:
          'Whether it holds the identifier of the key that signed it (AKI). When not declared, a new one does that an authority signs, and one that is there stays as it is.',
      }),
    ),
    ca_certificate: text(
      'Absolute path, on the node, of the certificate of the authority that signs it. Without it, it signs itself.',
    ),
    ca_key: text('Absolute path, on the node, of the private key of the authority.'),
    ca_key_passphrase_file: text(
      'Absolute path, on the node, of a file whose first line is the passphrase of the key of the authority.',
    ),
    chain: text(
      'Absolute path of a file that holds the certificate and then that of the authority, as many servers want it.',
    ),
    days: Type.Optional(
      Type.Integer({
        description: 'For how many days it is made. Another number alone is no reason for a new one. Default: 365.',
        minimum: 1,
        maximum: 36_500,
      }),
    ),
    renew_before: Type.Optional(
      Type.String({
        description:
          'A certificate that expires within this time is made anew: `30d`, `12h`, `2w`. Default: 30d, or a third of its days where that is less.',
        pattern: '^[1-9][0-9]{0,4}[hdw]$',
      }),
    ),
  },
  { additionalProperties: false },
);

type Properties = Static<typeof certificateSchema>;

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareCertificate({
  identity,
  properties,
}: TypedInput<typeof certificateSchema>): TypedDeclaration<CertificateDeclared> {
  const places = {
    '': identity,
    key: properties.key,
    chain: properties.chain,
    ca_certificate: properties.ca_certificate,
    ca_key: properties.ca_key,
    key_passphrase_file: properties.key_passphrase_file,
    ca_key_passphrase_file: properties.ca_key_passphrase_file,
  };
  const { ownership, problems: ownershipFaults } = declareOwnership({
    owner: properties.key_owner ?? 'root',
    mode: properties.key_mode ?? '0600',
    ...(properties.key_group === undefined ? {} : { group: properties.key_group }),
  });
  const problems = [
    ...Object.entries(places).flatMap(([property, path]) => (path === undefined ? [] : pathProblems(property, path))),
    ...ownershipFaults.map((fault) => ({ ...fault, property: `key_${fault.property}` })),
    ...nameProblems(properties),
    ...combinationProblems(properties),
    ...identifierProblems(properties),
    ...backupProblems(properties),
  ];
  if (problems.length > 0) return { kind: 'invalid', problems };
  return {
    kind: 'declared',
    identity: toPath(identity),
    declared: toDeclared(toPath(identity), properties, ownership),
  };
}

function toDeclared(path: string, properties: Properties, ownership: Ownership): CertificateDeclared {
  const { names = [], days = 365, authority: isAuthority = false, ca_certificate: ca, ca_key: caKey } = properties;
  return {
    path,
    state: properties.state ?? 'present',
    key: toPath(properties.key ?? '/'),
    passphraseFile: pathOrNull(properties.key_passphrase_file),
    keyType: properties.key_type ?? 'ecdsa-256',
    replaceKey: properties.replace_key ?? false,
    backup: properties.backup ?? false,
    ownership,
    subject: subjectOf(properties),
    names: [...new Set(names.flatMap((name) => alternativeName(name) ?? []))].toSorted(),
    usages: [...new Set(properties.usages ?? (isAuthority ? [] : usages))].toSorted(),
    isAuthority,
    subjectKeyId: properties.subject_key_id ?? null,
    authorityKeyId: properties.authority_key_id ?? null,
    days,
    renewSeconds: renewSecondsOf(properties),
    authority:
      ca === undefined || caKey === undefined
        ? null
        : {
            certificate: toPath(ca),
            key: toPath(caKey),
            passphraseFile: pathOrNull(properties.ca_key_passphrase_file),
          },
    chain: pathOrNull(properties.chain),
  };
}

function subjectOf(properties: Properties): Readonly<Record<string, string>> {
  const parts = {
    C: properties.country,
    ST: properties.region,
    L: properties.locality,
    O: properties.organization,
    OU: properties.organizational_unit,
    CN: properties.common_name ?? properties.names?.[0],
  };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

const unitSeconds: Readonly<Record<string, number>> = { h: 3600, d: 86_400, w: 604_800 };

const daySeconds = 86_400;

function renewSecondsOf({ days = 365, renew_before: before }: Properties): number {
  return before === undefined ? Math.min(30 * daySeconds, Math.floor((days * daySeconds) / 3)) : secondsOf(before);
}

function secondsOf(time: string): number {
  return Number.parseInt(time, 10) * (unitSeconds[time.slice(-1)] ?? 0);
}

function toPath(text: string): string {
  const result = canonicalPath(text);
  return result.kind === 'path' ? result.path : text;
}

function pathOrNull(text: string | undefined): string | null {
  return text === undefined ? null : toPath(text);
}

function pathProblems(property: string, path: string): readonly DeclarationProblem[] {
  const result = canonicalPath(path);
  if (result.kind === 'invalid') return [{ property, detail: result.detail, hint: result.hint }];
  return result.path === '/' || path.endsWith('/') ? [{ property, detail: 'It must be the path of a file.' }] : [];
}

function nameProblems(properties: Properties): readonly DeclarationProblem[] {
  const problems: DeclarationProblem[] = [];
  for (const name of properties.names ?? []) {
    if (alternativeName(name) !== undefined) continue;
    const detail = `"${name}" is neither a host name nor an address.`;
    problems.push({
      property: 'names',
      detail,
      hint: 'write names without a scheme or a port, such as www.example.com',
    });
  }
  for (const [name, value] of Object.entries(subjectOf(properties))) {
    // These have a meaning in the configuration that openssl reads.
    if (!/[\p{Cc}$\\#"'=,+<>;/]|^\s|\s$/u.test(value.replaceAll(/[',/]/g, '')) && value.length <= 64) continue;
    const detail = `"${value}" cannot stand in the subject of a certificate (${name}).`;
    problems.push({ property: propertyOf(name), detail, hint: 'use at most 64 letters, digits and plain signs' });
  }
  return problems;
}

function propertyOf(name: string): string {
  const names: Readonly<Record<string, string>> = { C: 'country', ST: 'region', L: 'locality', O: 'organization' };
  return names[name] ?? (name === 'OU' ? 'organizational_unit' : 'common_name');
}

function combinationProblems(properties: Properties): readonly DeclarationProblem[] {
  const { state, key, names = [], common_name: commonName, ca_certificate: ca, ca_key: caKey, chain } = properties;
  const problems: DeclarationProblem[] = [];
  if (state !== 'absent' && key === undefined)
    problems.push({
      property: 'key',
      detail: 'It is not said where the private key is.',
      hint: 'add `key: /etc/ssl/private/NAME.key`',
    });
  if (state !== 'absent' && names.length === 0 && commonName === undefined)
    problems.push({
      property: 'names',
      detail: 'It is not said what the certificate is good for.',
      hint: 'add `names:`',
    });
  if ((ca === undefined) !== (caKey === undefined))
    problems.push({
      property: ca === undefined ? 'ca_certificate' : 'ca_key',
      detail: 'An authority has a certificate and a key.',
      hint: 'declare both',
    });
  if (renewSecondsOf(properties) >= (properties.days ?? 365) * daySeconds)
    problems.push({
      property: 'renew_before',
      detail: 'A new certificate would be due at once, so each apply would make another one.',
      hint: 'renew later, or add `days:`',
    });
  if (chain !== undefined && ca === undefined)
    problems.push({
      property: 'chain',
      detail: 'There is no authority whose certificate could follow.',
      hint: 'remove it, or add `ca_certificate:`',
    });
  if (properties.ca_key_passphrase_file !== undefined && ca === undefined)
    problems.push({
      property: 'ca_key_passphrase_file',
      detail: 'There is no authority whose key could have a passphrase.',
      hint: 'remove it, or add `ca_certificate:` and `ca_key:`',
    });
  const [elsewhere] = (['ca_certificate', 'chain', 'days', 'renew_before', 'authority_key_id'] as const).filter(
    (name) => state === 'requested' && properties[name] !== undefined,
  );
  if (elsewhere !== undefined)
    problems.push({
      property: elsewhere,
      detail: 'What is requested is decided by the authority that signs it.',
      hint: `remove ${elsewhere}, or \`state: requested\``,
    });
  return problems;
}

function backupProblems({ backup, state }: Properties): readonly DeclarationProblem[] {
  if (backup !== true || state !== 'absent') return [];
  const detail = 'Nothing is replaced, so nothing would be kept.';
  return [{ property: 'backup', detail, hint: 'remove backup' }];
}

function identifierProblems(properties: Properties): readonly DeclarationProblem[] {
  const { ca_certificate: ca, subject_key_id: ofSubject, authority_key_id: ofAuthority } = properties;
  if (ca !== undefined || ofSubject !== false || ofAuthority !== true) return [];
  const detail = 'What signs itself would hold the identifier of its own key, which it is not to have.';
  return [{ property: 'authority_key_id', detail, hint: 'remove it, or `subject_key_id: false`' }];
}
