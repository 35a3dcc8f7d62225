import type { Answer, JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { repository } from '../../../src/modules/repository/index.ts';
import type { RunAction, WriteFileAction } from '../../../src/operations/action.ts';
import {
  absent,
  armoured,
  docker,
  expectCase,
  file,
  found,
  place,
  type RepositoryCase,
  setUpCase,
  uri,
} from '../../support/repository-case.ts';

const later: Answer = { status: 'unknown', cause: { kind: 'after', address: 'package:apt' } };

const path = '/etc/apt/sources.list.d/docker.sources';
const keyPath = '/etc/apt/keyrings/docker.asc';
const list = '/etc/apt/sources.list.d/docker.list';
const fedora = found({ manager: 'dnf', lists: 'read', ageSeconds: 60, interrupted: false });
const alpine = found({ manager: 'apk', lists: 'read', ageSeconds: 60, interrupted: false });
const edge = { manager: 'apk', uris: 'https://example.com/main', tag: 'edge' };
const rsa = '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n';
const text = `Types: deb\nURIs: ${uri}\nSuites: bookworm\nComponents: stable\n`;
const keyed = `${text}Signed-By: ${keyPath}\n`;
const line = `deb [arch=amd64] ${uri} bookworm stable\n`;

const created = [
  'state: - → "present"',
  'types: - → "deb"',
  `uris: - → "${uri}"`,
  'suites: - → "bookworm"',
  'components: - → "stable"',
];
const refresh = 'refresh the package lists of docker';
const write = `write ${path}`;

const cases: readonly RepositoryCase[] = [
  { title: 'leaves a repository that is as declared', answers: { source: file(text), stat: place('file') } },
  { title: 'leaves one that is not there and not wanted', properties: { state: 'absent' } },
  {
    title: 'leaves one that says the same in another order, with comments',
    answers: {
      source: file(`# ours\nEnabled: yes\nComponents:  stable\nSuites: bookworm\nURIs: ${uri}\nTypes: deb\n`),
      stat: place('file'),
    },
  },
  {
    title: 'leaves the link that its file is',
    answers: { source: file(text), stat: place('link') },
  },
  { title: 'adds it after its lists could be fetched', edits: created, titles: [refresh, write] },
  {
    title: 'adds it, if it has to, after what comes before it',
    answers: { sources: later, manager: later },
    edits: created.map((edit) => edit.replace(' - ', ' unknown ')),
    titles: [refresh, write],
  },
  {
    title: 'adds it with its key',
    body: armoured,
    edits: [...created, `signed_by: - → "${keyPath}"`, 'key: - → content'],
    titles: [refresh, 'create /etc/apt/keyrings', `write ${keyPath}`, write],
  },
  {
    title: 'replaces a key that is another one, and proves it',
    body: armoured,
    answers: { source: file(keyed), [`file ${keyPath}`]: file('old'), keyrings: place('directory') },
    edits: ['key: content → content'],
    titles: [refresh, `write ${keyPath}`],
  },
  {
    title: 'changes single fields and removes what is not declared',
    properties: { ...docker, suites: 'trixie', architectures: ['amd64', 'arm64'] },
    answers: { source: file(`${text}Trusted: yes\n`) },
    edits: ['suites: "bookworm" → "trixie"', 'architectures: - → "amd64 arm64"', 'trusted: "yes" → -'],
    titles: [refresh, write],
  },
  {
    title: 'makes one of several stanzas',
    answers: { source: file(`${text}\n${text}`) },
    edits: ['stanzas: 2 → 1'],
    titles: [refresh, write],
  },
  {
    title: 'asks nothing of a repository that is switched off',
    properties: { ...docker, enabled: false },
    answers: { source: file(text) },
    edits: ['enabled: - → "no"'],
    titles: [write],
  },
  {
    title: 'does not refresh when it is not to',
    properties: { ...docker, refresh: false },
    edits: created,
    titles: [write],
  },
  {
    title: 'writes further fields',
    properties: { ...docker, fields: { Languages: ['none', 'de'], 'Check-Valid-Until': false } },
    answers: { source: file(text) },
    edits: ['fields.Languages: - → "none de"', 'fields.Check-Valid-Until: - → "no"'],
    titles: [refresh, write],
  },
  {
    title: 'says that the source stands in another file too',
    others: { [list]: line },
    edits: created,
    titles: [refresh, write],
    problems: ['warning SP681'],
  },
  {
    title: 'refuses a source that another file binds to another key',
    body: armoured,
    others: { [list]: line },
    problems: ['error SP681'],
  },
  {
    title: 'removes the file that it replaces',
    properties: { ...docker, replaces: [list] },
    answers: { [`file ${list}`]: file(line) },
    others: { [list]: line },
    edits: [...created, `replaces: ["${list}"] → []`],
    titles: [refresh, write, `remove ${list}`],
  },
  {
    title: 'refuses to remove a file that holds other sources',
    properties: { ...docker, replaces: [list] },
    answers: { [`file ${list}`]: file(`${line}deb http://x y z\n`) },
    others: { [list]: `${line}deb http://x y z\n` },
    problems: ['error SP682'],
  },
  {
    title: 'removes its file and its key',
    properties: { state: 'absent' },
    answers: { source: file(keyed), stat: place('file'), [`file ${keyPath}`]: file(armoured) },
    edits: ['state: "present" → "absent"'],
    titles: [`remove ${path}`, `remove ${keyPath}`],
  },
  {
    title: 'leaves a key that another source is bound to',
    properties: { state: 'absent' },
    answers: { source: file(keyed), stat: place('file'), [`file ${keyPath}`]: file(armoured) },
    others: { [list]: `deb [signed-by=${keyPath}] http://x y z\n` },
    edits: ['state: "present" → "absent"'],
    titles: [`remove ${path}`],
  },
  {
    title: 'asks for suites where packages are kept with apt',
    properties: { uris: uri },
    problems: ['error SP680'],
  },
  {
    title: 'refuses one of apt where packages are kept with dnf',
    answers: { manager: fedora, sources: absent },
    problems: ['error SP680'],
  },
  {
    title: 'adds one of dnf with its key',
    properties: { uris: uri, fields: { priority: 9 } },
    body: armoured,
    answers: { manager: fedora, sources: absent },
    edits: [
      'state: - → "present"',
      'fields.name: - → "docker"',
      `uris: - → "${uri}"`,
      'trusted: - → "1"',
      'signed_by: - → "file:///etc/pki/rpm-gpg/RPM-GPG-KEY-docker"',
      'fields.priority: - → "9"',
      'key: - → content',
    ],
    titles: [
      refresh,
      'create /etc/pki/rpm-gpg',
      'write /etc/pki/rpm-gpg/RPM-GPG-KEY-docker',
      'write /etc/yum.repos.d/docker.repo',
    ],
  },
  {
    title: 'leaves one of dnf that says the same in other words',
    properties: { uris: uri, trusted: true },
    answers: {
      manager: fedora,
      sources: absent,
      source: file(`# ours\n[docker]\ngpgcheck = no\nenabled=True\nbaseurl=${uri}\nname=docker\n`),
    },
  },
  {
    title: 'removes one of dnf',
    properties: { state: 'absent' },
    answers: { manager: fedora, sources: absent, 'file /etc/yum.repos.d/docker.repo': file('[docker]\n') },
    edits: ['state: "present" → "absent"'],
    titles: ['remove /etc/yum.repos.d/docker.repo'],
  },
  {
    title: 'leaves one of apk, whatever stands around it',
    properties: edge,
    answers: {
      manager: alpine,
      sources: absent,
      source: file('# ours\n\n@edge  https://example.com/main\n'),
      stat: place('file'),
    },
  },
  {
    title: 'writes one of apk with its key, once it was proved',
    properties: { ...edge, key_name: 'ours@example.com-5f.rsa.pub' },
    body: rsa,
    answers: { manager: alpine, sources: absent, source: file('https://example.com/main\n'), stat: place('file') },
    edits: ['tag: - → "edge"', 'key: - → content'],
    titles: [
      refresh,
      'create /etc/apk/repositories.d',
      'create /etc/apk/keys',
      'write /etc/apk/keys/ours@example.com-5f.rsa.pub',
      'write /etc/apk/repositories.d/docker.list',
    ],
  },
  {
    title: 'keeps one of apk in a comment when it is not enabled',
    properties: { manager: 'apk', uris: ['/srv/a', '/srv/b'], enabled: false },
    answers: { manager: alpine, sources: absent, source: file('#/srv/a\n# /srv/b\n# of 2020\n'), stat: place('file') },
  },
  {
    title: 'takes a line of another kind out of the file of one of apk',
    properties: edge,
    answers: { manager: alpine, sources: absent, source: file('v3 https://example.com main\n'), stat: place('file') },
    edits: ['uris: "v3 https://example.com main" → "https://example.com/main"', 'tag: - → "edge"'],
    titles: [refresh, 'create /etc/apk/repositories.d', 'write /etc/apk/repositories.d/docker.list'],
  },
  {
    title: 'removes one of apk with its key',
    properties: { state: 'absent' },
    answers: {
      manager: alpine,
      sources: absent,
      'file /etc/apk/repositories.d/docker.list': file('/srv/a\n'),
      'file /etc/apk/keys/docker.rsa.pub': file(rsa),
    },
    edits: ['state: "present" → "absent"'],
    titles: ['remove /etc/apk/repositories.d/docker.list', 'remove /etc/apk/keys/docker.rsa.pub'],
  },
  { title: 'refuses one of apk where apt is', properties: edge, problems: ['error SP680'] },
  {
    title: 'refuses one of apt where apk is',
    answers: { manager: alpine, sources: absent },
    problems: ['error SP680'],
  },
  {
    title: 'refuses to remove a link',
    properties: { state: 'absent' },
    answers: { source: file(text), stat: place('link') },
    problems: ['error SP603'],
  },
];

describe('repository', () => {
  for (const each of cases) it(each.title, () => expectCase(each));

  it('writes a stanza and refuses to when the file has moved', () => {
    const { declared, answers } = setUpCase({ body: armoured, answers: { source: file('old') } });
    const { observed } = repository.observe(declared, answers);
    const { operations } = repository.operations(declared, repository.diff(declared, observed), observed);
    const action = operations.at(-1)?.action as unknown as WriteFileAction;
    expect(Buffer.from(action.bytes ?? '', 'base64').toString()).to.equal(keyed);
    expect(action.expect.kind).to.equal('sha256');
    const proof = operations[0]?.action as unknown as RunAction | undefined;
    expect(proof?.stdin?.sizeBytes).to.equal(armoured.length);
  });

  it('is a hazard when nobody signs it', () => {
    const { declared, answers } = setUpCase({ properties: { ...docker, trusted: true } });
    const { observed } = repository.observe(declared, answers);
    const { operations } = repository.operations(declared, repository.diff(declared, observed), observed);
    expect(operations.flatMap(({ hazards }) => hazards.map(({ kind }) => kind))).to.deep.equal(['privilege']);
  });

  it('makes what apt would install known only afterwards, except where it does not matter', () => {
    const { declared, answers } = setUpCase({});
    const adjust = repository.predict(declared, answers).adjusts?.[0]?.adjust;
    const query = { kind: 'package-candidate' };
    const good = found({ looked: false });
    expect(adjust?.(query, good)).to.equal(good);
    for (const answer of [absent, found({ looked: true, candidate: '1.0' })]) {
      expect(adjust?.(query, answer)).to.deep.equal({
        status: 'unknown',
        cause: { kind: 'after', address: 'repository:docker' },
      });
    }
  });

  it('leaves lists that are older than the sources, where it does not refresh its own', () => {
    const after = (lists: string, properties: JsonObject): unknown => {
      const manager = found({ lists, ageSeconds: 60, interrupted: false });
      const { declared, answers } = setUpCase({ properties: { ...docker, ...properties }, answers: { manager } });
      const predicted = repository.predict(declared, answers).answers['manager'];
      return predicted?.status === 'found' ? predicted.value['lists'] : predicted;
    };
    for (const lists of ['read', 'pending', 'outdated'])
      for (const properties of [{ refresh: false }, { enabled: false }])
        expect(after(lists, properties), lists).to.equal('outdated');
    expect(after('missing', { refresh: false })).to.equal(undefined);
    for (const lists of ['read', 'pending', 'missing']) expect(after(lists, {}), lists).to.equal(undefined);
  });

  const wrong: readonly {
    readonly title: string;
    readonly identity?: string;
    readonly properties?: JsonObject;
    readonly body?: string;
  }[] = [
    { title: 'an empty name', identity: '' },
    { title: 'a name that apt leaves out', identity: 'my repo' },
    { title: 'a path as its name', identity: '../x' },
    { title: 'the name of a file', identity: 'docker.list' },
    { title: 'no address', properties: { suites: 'bookworm', components: 'main' } },
    { title: 'an empty address', properties: { ...docker, uris: ' ' } },
    { title: 'an address that is none', properties: { ...docker, uris: 'docker.com' } },
    { title: 'an address with a password', properties: { ...docker, uris: 'https://me:secret@example.com/' } },
    { title: 'an address of two lines', properties: { ...docker, uris: ['https://x/\nTrusted: yes'] } },
    { title: 'no suite', properties: { uris: uri, components: 'stable' } },
    { title: 'a suite without components', properties: { uris: uri, suites: 'bookworm' } },
    { title: 'a flat repository with components', properties: { ...docker, suites: './' } },
    { title: 'a field that has a property', properties: { ...docker, fields: { 'signed-by': '/x' } } },
    { title: 'a field of two lines', properties: { ...docker, fields: { Languages: 'x\nTrusted: yes' } } },
    { title: 'a key that is none', properties: docker, body: 'hello' },
    { title: 'a private key', properties: docker, body: '-----BEGIN PGP PRIVATE KEY BLOCK-----' },
    { title: 'a key in two ways', properties: { ...docker, key: 'x', signed_by: '/x.gpg' } },
    { title: 'a relative key', properties: { ...docker, signed_by: 'x.gpg' } },
    { title: 'suites of apk', properties: { ...docker, manager: 'apk' } },
    { title: 'one of apk that nobody signed', properties: { ...edge, trusted: true } },
    { title: 'a tag of apt', properties: { ...docker, tag: 'edge' } },
    { title: 'a key of apt for apk', properties: edge, body: armoured },
    { title: 'a private key of apk', properties: edge, body: '-----BEGIN RSA PRIVATE KEY-----' },
    { title: 'the replacement of something else', properties: { ...docker, replaces: ['/etc/passwd'] } },
    { title: 'properties of what is absent', properties: { state: 'absent', uris: uri } },
  ];
  for (const { title, identity = 'docker', properties = docker, body } of wrong) {
    it(`refuses ${title}`, () => {
      const given = body === undefined ? {} : { body: { sha256: '', sizeBytes: body.length, text: body } };
      expect(repository.declare({ identity, properties, ...given }).kind).to.equal('invalid');
    });
  }
});

describe('the way back of a repository', () => {
  it('leads to what was found at the change where something else of the run may have brought it', () => {
    const path = '/etc/apt/sources.list.d/docker.sources';
    const declaration = repository.declare({ identity: 'docker', properties: docker });
    if (declaration.kind !== 'declared') throw new Error('not declared');
    const state = { source: { path, sha256: null, sizeBytes: 0 }, keys: [], replaced: [], others: [] };
    const way = repository.restore?.({
      declared: declaration.declared,
      before: { kind: 'absent' },
      atChange: { kind: 'present', state },
      edited: ['state'],
      kept: () => undefined,
    });
    expect(way).to.have.property('lacks').that.deep.equals([]);
    expect(way)
      .to.have.nested.property('declared.whole')
      .that.deep.equals([{ path, body: null }]);
  });
});
