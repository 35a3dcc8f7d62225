import type { Answer, Answers, JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { certificate } from '../../../src/modules/certificate/index.ts';
import { alternativeName } from '../../../src/modules/certificate/names.ts';
import { type CertificateFound, type CertificateValue, certificateKind } from '../../../src/queries/certificate.ts';
import { foundValue } from '../../../src/queries/query-kind.ts';
import { declareOrThrow } from '../../support/converge.ts';

const absent: Answer = { status: 'absent' };
const found = (value: JsonObject): Answer => ({ status: 'found', value });
const later: Answer = { status: 'unknown', cause: { kind: 'after', address: 'package:openssl' } };
const root = { uid: 0, gid: 0, owner: 'root', group: 'root' };
const file = (mode: string): Answer => found({ type: 'file', mode, ...root });
const directory = found({ type: 'directory', mode: '0755', ...root });
const account = found({ name: 'root', uid: 0, gid: 0, comment: '', home: '/root', shell: '/bin/sh', local: true });

const key = '/etc/ssl/www.key';
const declared = { key, names: ['www.example.com'] };
const good: CertificateFound = {
  sha256: 'a'.repeat(64),
  subject: { CN: 'www.example.com' },
  names: ['DNS:www.example.com'],
  usages: ['TLS Web Client Authentication', 'TLS Web Server Authentication'],
  isAuthority: false,
  hasSubjectKeyId: true,
  hasAuthorityKeyId: true,
  expires: 'Dec 23 14:39:30 2027 GMT',
  isDue: false,
  fitsKey: true,
  isSigned: true,
};
const goodKey = { kind: 'found', type: 'ecdsa-256', public: 'b'.repeat(64) } as const;
const answers = (more: Partial<CertificateValue> = {}, other: Answers = {}): Answers => ({
  stat: file('0644'),
  statTarget: file('0644'),
  keyFile: file('0600'),
  keyTarget: file('0600'),
  'directory /etc/ssl': directory,
  owner: account,
  certificate: found({ certificate: good, key: goodKey, hasChain: false, ...more }),
  ...other,
});
const nothing = answers(
  { certificate: null, key: { kind: 'absent' } },
  { stat: absent, statTarget: absent, keyFile: absent, keyTarget: absent },
);

type Case = {
  readonly rule: string;
  readonly properties?: JsonObject;
  readonly answers: Answers;
  readonly edits: readonly string[];
  readonly titles: readonly string[];
  readonly hazards?: readonly string[];
};

const all = ['key', 'subject', 'names', 'usages', 'authority', 'signed_by', 'expires'];
const issue = 'issue the certificate /etc/ssl/www.pem';
const cases: readonly Case[] = [
  { rule: 'does nothing when the certificate is as declared', answers: answers(), edits: [], titles: [] },
  {
    rule: 'does nothing to an absent certificate that is absent',
    properties: { state: 'absent' },
    answers: { stat: absent, statTarget: absent },
    edits: [],
    titles: [],
  },
  { rule: 'makes key and certificate', answers: nothing, edits: all, titles: [issue] },
  {
    rule: 'is planned when a package is still to bring openssl',
    answers: answers({}, { certificate: later, keyFile: later }),
    edits: [...all, 'key_owner', 'key_mode'],
    titles: [issue, `set owner root, mode 0600 of ${key}`],
  },
  {
    rule: 'renews what expires soon',
    answers: answers({ certificate: { ...good, isDue: true } }),
    edits: ['expires'],
    titles: [issue],
  },
  {
    rule: 'makes another certificate for another subject or other names',
    answers: answers({ certificate: { ...good, subject: { O: 'Old', CN: 'x' }, names: [] } }),
    edits: ['subject', 'names'],
    titles: [issue],
  },
  {
    rule: 'replaces a key of another type, and says that it is gone',
    answers: answers({ key: { ...goodKey, type: 'rsa-2048' } }),
    edits: ['key'],
    titles: [issue],
    hazards: ['data-loss'],
  },
  {
    rule: 'keeps what it replaces where that is declared, and tells where',
    properties: { ...declared, backup: true },
    answers: answers({ key: { ...goodKey, type: 'rsa-2048' } }),
    edits: ['key', 'backup', 'backup_of_key'],
    titles: [issue],
  },
  {
    rule: 'keeps no key that cannot be used, and says that it is gone',
    properties: { ...declared, backup: true, replace_key: true },
    answers: answers({ key: { kind: 'unusable' } }),
    edits: ['key', 'backup'],
    titles: [issue],
    hazards: ['data-loss'],
  },
  {
    rule: 'keeps nothing where nothing is replaced',
    properties: { ...declared, backup: true },
    answers: answers(),
    edits: [],
    titles: [],
  },
  {
    rule: 'makes a certificate for the key that is there',
    answers: answers({ certificate: { ...good, fitsKey: false } }),
    edits: ['key'],
    titles: [issue],
  },
  {
    rule: 'is signed anew by the authority that is declared',
    properties: { ...declared, ca_certificate: '/ca.pem', ca_key: '/ca.key', chain: '/etc/ssl/chain.pem' },
    answers: answers(
      { certificate: { ...good, isSigned: false } },
      { authority: file('0644'), authorityKey: file('0600'), chainFile: absent },
    ),
    edits: ['signed_by', 'chain'],
    titles: [issue],
  },
  {
    rule: 'gives a key that is open its passphrase, and issues the certificate of the same key',
    properties: { ...declared, key_passphrase_file: '/etc/ssl/pass' },
    answers: answers({ key: { ...goodKey, isOpen: true } }, { passphrase: file('0600') }),
    edits: ['key'],
    titles: [issue],
  },
  {
    rule: 'issues it anew for the identifiers of keys that are declared',
    properties: { ...declared, subject_key_id: false, authority_key_id: false },
    answers: answers(),
    edits: ['subject_key_id', 'authority_key_id'],
    titles: [issue],
  },
  {
    rule: 'leaves the identifiers of keys of which nothing is declared',
    answers: answers({ certificate: { ...good, hasSubjectKeyId: false, hasAuthorityKeyId: false } }),
    edits: [],
    titles: [],
  },
  {
    rule: 'makes a request, in which nothing expires and nobody has signed',
    properties: { ...declared, state: 'requested' },
    answers: nothing,
    edits: ['key', 'subject', 'names', 'usages', 'authority'],
    titles: ['make the request /etc/ssl/www.pem'],
  },
  {
    rule: 'leaves a request that asks for what is declared',
    properties: { ...declared, state: 'requested' },
    answers: answers(),
    edits: [],
    titles: [],
  },
  {
    rule: 'takes the mode of the key back',
    answers: answers({}, { keyFile: file('0644') }),
    edits: ['key_mode'],
    titles: [`set owner root, mode 0600 of ${key}`],
  },
  {
    rule: 'removes the certificate',
    properties: { state: 'absent' },
    answers: { stat: file('0644'), statTarget: file('0644') },
    edits: ['state'],
    titles: ['remove the certificate /etc/ssl/www.pem'],
    hazards: ['service-interruption'],
  },
];

describe('a certificate', () => {
  for (const { rule, properties = declared, answers: given, edits, titles, hazards = [] } of cases) {
    it(rule, () => {
      const state = declareOrThrow(certificate, { identity: '/etc/ssl/www.pem', properties });
      const { observed, problems } = certificate.observe(state, given);
      expect(problems).to.deep.equal([]);
      const planned = certificate.diff(state, observed);
      expect(planned.map(({ path }) => path)).to.deep.equal(edits);
      const { operations } = certificate.operations(state, planned, observed);
      expect(operations.map(({ title }) => title)).to.deep.equal(titles);
      expect(operations.flatMap((operation) => operation.hazards.map(({ kind }) => kind))).to.deep.equal(hazards);
      const after = { ...given, ...certificate.predict(state, given).answers };
      const left = certificate.diff(state, certificate.observe(state, after).observed);
      expect(left.filter(({ before }) => before.kind !== 'unknown')).to.deep.equal([]);
    });
  }

  it('shows the same values whether the node could be read or not', () => {
    const state = declareOrThrow(certificate, { identity: '/etc/ssl/www.pem', properties: declared });
    const shown = (given: Answers) =>
      new Map(
        certificate.diff(state, certificate.observe(state, given).observed).map(({ path, after }) => [path, after]),
      );
    const unread = shown(answers({}, { certificate: later }));
    for (const [path, after] of shown(nothing)) expect(unread.get(path)).to.deep.equal(after);
  });

  it('is to be signed anew when its authority is', () => {
    const ca = declareOrThrow(certificate, {
      identity: '/ca.pem',
      properties: { key: '/ca.key', common_name: 'CA', authority: true },
    });
    const [adjust] = certificate.predict(ca, nothing).adjusts ?? [];
    const query = { kind: 'certificate', authority: '/ca.pem' };
    const adjusted = adjust?.adjust(query, found({ certificate: good, key: goodKey, hasChain: true }));
    expect(JSON.stringify(adjusted)).to.include('"isSigned":false').and.to.include('"hasChain":false');
    const other = found({ certificate: good, key: goodKey, hasChain: true });
    expect(adjust?.adjust({ kind: 'certificate', authority: '/other.pem' }, other)).to.equal(other);
  });

  it('knows from its declaration alone that an authority of the same plan will be there', () => {
    const ca = declareOrThrow(certificate, {
      identity: '/ca.pem',
      properties: { key: '/ca.key', common_name: 'CA', authority: true },
    });
    const leaf = declareOrThrow(certificate, {
      identity: '/etc/ssl/www.pem',
      properties: { ...declared, ca_certificate: '/ca.pem', ca_key: '/ca.key' },
    });
    const made = certificate.queries(ca);
    const needed = certificate.queries(leaf);
    expect(needed['authority']).to.deep.equal(made['statTarget']);
    expect(needed['authorityKey']).to.deep.equal(made['keyTarget']);
    expect(certificate.references(leaf)).to.include('certificate:/ca.pem');
  });

  const problems: readonly { readonly rule: string; readonly given: Answers; readonly code: string }[] = [
    { rule: 'needs openssl', given: answers({}, { certificate: absent }), code: 'SP604' },
    { rule: 'needs its directory', given: answers({}, { 'directory /etc/ssl': absent }), code: 'SP604' },
    {
      rule: 'refuses a link in its place',
      given: answers({}, { stat: found({ type: 'link', target: '/x' }) }),
      code: 'SP603',
    },
    { rule: 'refuses a key that it cannot use', given: answers({ key: { kind: 'unusable' } }), code: 'SP688' },
  ];
  for (const { rule, given, code } of problems) {
    it(rule, () => {
      const state = declareOrThrow(certificate, { identity: '/etc/ssl/www.pem', properties: declared });
      expect(certificate.observe(state, given).problems.map((problem) => problem.code)).to.deep.equal([code]);
    });
  }

  const refused: readonly { readonly properties: JsonObject; readonly says: string }[] = [
    { properties: {}, says: 'private key' },
    { properties: { state: 'absent', backup: true }, says: 'Nothing is replaced' },
    { properties: { key }, says: 'good for' },
    { properties: { ...declared, names: ['https://x'] }, says: 'neither' },
    { properties: { ...declared, names: ['a:80'] }, says: 'neither' },
    { properties: { ...declared, organization: 'a\nb' }, says: 'cannot stand' },
    { properties: { ...declared, organization: '$ENV::HOME' }, says: 'cannot stand' },
    { properties: { ...declared, ca_certificate: '/ca.pem' }, says: 'a certificate and a key' },
    { properties: { ...declared, chain: '/chain.pem' }, says: 'no authority' },
    { properties: { ...declared, days: 10, renew_before: '10d' }, says: 'at once' },
    { properties: { ...declared, state: 'requested', days: 10 }, says: 'authority that signs it' },
    { properties: { ...declared, ca_key_passphrase_file: '/pass' }, says: 'no authority' },
    { properties: { ...declared, subject_key_id: false, authority_key_id: true }, says: 'signs itself' },
    { properties: { ...declared, state: 'requested', authority_key_id: true }, says: 'decided by the authority' },
    { properties: { ...declared, key_passphrase_file: 'pass' }, says: 'absolute' },
    { properties: { ...declared, key: 'www.key' }, says: 'absolute' },
    { properties: { ...declared, key_mode: 'x' }, says: 'mode' },
  ];
  for (const { properties, says } of refused) {
    it(`refuses ${JSON.stringify(properties).slice(0, 80)}`, () => {
      const result = certificate.declare({ identity: '/etc/ssl/www.pem', properties });
      expect(result.kind === 'invalid' ? result.problems[0]?.detail : '').to.include(says);
    });
  }

  const names = {
    'WWW.example.com': 'DNS:www.example.com',
    '*.example.com': 'DNS:*.example.com',
    '10.0.0.1': 'IP Address:10.0.0.1',
    'fe80::1': 'IP Address:FE80:0:0:0:0:0:0:1',
    '::': 'IP Address:0:0:0:0:0:0:0:0',
    '1:2:3:4:5:6:7:08': 'IP Address:1:2:3:4:5:6:7:8',
    '10.0.0.256': undefined,
    '1::2::3': undefined,
    'a b': undefined,
    '-a': undefined,
    '*': undefined,
  };
  for (const [name, printed] of Object.entries(names)) {
    it(`takes ${name} for ${printed ?? 'nothing'}`, () => expect(alternativeName(name)).to.equal(printed));
  }

  it('reads what openssl prints', () => {
    const printed = [
      `key ecdsa-256 ${'b'.repeat(64)}`,
      `sha256 ${'a'.repeat(64)}`,
      '|subject=',
      '|    O=Exämple, Inc.',
      '|    CN=sha256 x',
      '|notAfter=Dec 23 14:39:30 2026 GMT',
      '|X509v3 Basic Constraints: critical',
      '|    CA:TRUE, pathlen:0',
      'due',
      'fits',
      '.',
      'toolless',
      '.',
      `key rsa-2048 ${'c'.repeat(64)} open`,
      '.',
      '',
    ].join('\n');
    const query = { kind: 'certificate', path: '/a', key: '/b', authority: '', chain: '', renewSeconds: 1 };
    const [answer, none, open] = certificateKind.parse(Buffer.from(printed), [query, query, query], 0);
    expect(none).to.deep.equal(absent);
    expect(open).to.have.nested.property('value.key.isOpen', true);
    expect(answer).to.deep.include({ status: 'found' });
    expect(foundValue<CertificateValue>(answer)?.certificate).to.deep.equal({
      sha256: 'a'.repeat(64),
      subject: { O: 'Exämple, Inc.', CN: 'sha256 x' },
      names: [],
      usages: [],
      isAuthority: true,
      hasSubjectKeyId: false,
      hasAuthorityKeyId: false,
      expires: 'Dec 23 14:39:30 2026 GMT',
      isDue: true,
      fitsKey: true,
      isSigned: false,
    });
  });
});
