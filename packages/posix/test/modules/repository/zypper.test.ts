import { expect } from 'chai';
import { repository } from '../../../src/modules/repository/index.ts';
import { armoured, docker, expectCase, file, found, type RepositoryCase, uri } from '../../support/repository-case.ts';

const refresh = 'refresh the package lists of docker';
const rsa = '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n';
const leap = found({ manager: 'zypper', lists: 'read', ageSeconds: 60, interrupted: false });
const suse = { manager: 'zypper', uris: 'https://example.com/$releasever/$basearch/' };
const suseText = `[docker]\nname=docker\nbaseurl=${suse.uris}\ngpgcheck=1\n`;
const zypp = '/etc/zypp/repos.d';

const cases: readonly RepositoryCase[] = [
  {
    title: 'adds one of zypper with its key',
    properties: { ...suse, fields: { autorefresh: true, priority: 90 } },
    body: armoured,
    answers: { manager: leap },
    edits: [
      'state: - → "present"',
      'fields.name: - → "docker"',
      `uris: - → "${suse.uris}"`,
      'trusted: - → "1"',
      'signed_by: - → "file:///etc/pki/rpm-gpg/RPM-GPG-KEY-docker"',
      'fields.autorefresh: - → "1"',
      'fields.priority: - → "90"',
      'key: - → content',
    ],
    titles: [
      refresh,
      'create /etc/pki/rpm-gpg',
      'write /etc/pki/rpm-gpg/RPM-GPG-KEY-docker',
      `write ${zypp}/docker.repo`,
    ],
  },
  {
    title: 'gives rpm the key of one of zypper whose lists are not fetched',
    properties: { ...suse, refresh: false, signed_by: '/srv/key.asc' },
    answers: { manager: leap, source: file(suseText) },
    edits: ['signed_by: - → "file:///srv/key.asc"'],
    titles: ['give rpm the key /srv/key.asc', `write ${zypp}/docker.repo`],
  },
  {
    title: 'leaves one of zypper to which zypper added what is so anyway',
    properties: suse,
    answers: {
      manager: leap,
      source: file(`${suseText}enabled=1\nautorefresh=0\nkeeppackages=0\npriority=99\ntype=rpm-md\npath=/\n`),
    },
  },
  {
    title: 'takes back what somebody set for one of zypper, with its address',
    properties: suse,
    answers: {
      manager: leap,
      source: file(`${suseText.replace('example.com', 'example.org')}autorefresh=1\npriority=20\n`),
    },
    edits: [
      `uris: "${suse.uris.replace('.com', '.org')}" → "${suse.uris}"`,
      'fields.autorefresh: "1" → -',
      'fields.priority: "20" → -',
    ],
    titles: [refresh, `write ${zypp}/docker.repo`],
  },
  {
    title: 'says that zypper reads the same address under another name too',
    properties: suse,
    answers: { manager: leap, source: file('') },
    others: { [`${zypp}/x.repo`]: `[x]\nbaseurl=${suse.uris.replace(/\/$/, '')}\n[y]\nbaseurl=http://y\n` },
    edits: ['fields.name: - → "docker"', `uris: - → "${suse.uris}"`, 'trusted: - → "1"'],
    titles: [refresh, `write ${zypp}/docker.repo`],
    problems: ['warning SP681'],
  },
  {
    title: 'is content with one whose address another file names, once that was said',
    properties: suse,
    answers: { manager: leap, source: file(suseText) },
    others: { [`${zypp}/x.repo`]: `[x]\nbaseurl=${suse.uris}\n` },
  },
  {
    title: 'does not mind the same address in a repository that is switched off',
    properties: { ...suse, enabled: false },
    answers: { manager: leap, source: file(`${suseText}enabled=0\n`) },
    others: { [`${zypp}/x.repo`]: `[x]\nbaseurl=${suse.uris}\n` },
  },
  {
    title: 'refuses one of zypper whose name stands in another file',
    properties: suse,
    answers: { manager: leap, source: file(suseText) },
    others: { [`${zypp}/x.repo`]: '[docker]\nbaseurl=http://x\n' },
    problems: ['error SP681'],
  },
  {
    title: 'removes one of zypper, but not a key that another one names',
    properties: { state: 'absent' },
    answers: {
      manager: leap,
      [`file ${zypp}/docker.repo`]: file(suseText),
      'file /etc/pki/rpm-gpg/RPM-GPG-KEY-docker': file(armoured),
    },
    others: { [`${zypp}/x.repo`]: '[x]\ngpgkey=file:///etc/pki/rpm-gpg/RPM-GPG-KEY-docker\nbaseurl=http://x\n' },
    edits: ['state: "present" → "absent"'],
    titles: [`remove ${zypp}/docker.repo`],
  },
  {
    title: 'refuses one of dnf where zypper is',
    properties: { uris: uri },
    answers: { manager: leap },
    problems: ['error SP680'],
  },
  { title: 'refuses one of zypper where apt is', properties: suse, problems: ['error SP680'] },
];

describe('repository of zypper', () => {
  for (const each of cases) it(each.title, () => expectCase(each));

  const wrong = [
    { title: 'suites of zypper', properties: { ...docker, manager: 'zypper' } },
    { title: 'a tag of zypper', properties: { ...suse, tag: 'edge' } },
    { title: 'a key of apk for zypper', properties: suse, body: rsa },
  ];
  for (const { title, properties, body } of wrong) {
    it(`refuses ${title}`, () => {
      const given = body === undefined ? {} : { body: { sha256: '', sizeBytes: body.length, text: body } };
      expect(repository.declare({ identity: 'docker', properties, ...given }).kind).to.equal('invalid');
    });
  }
});
