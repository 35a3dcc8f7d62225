import type { Answer, Answers, JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { download } from '../../../src/modules/download/index.ts';
import { findChecksum } from '../../../src/modules/download/sums.ts';
import { downloadKind } from '../../../src/queries/download.ts';
import { declareOrThrow } from '../../support/converge.ts';

const path = '/opt/tool';
const url = 'https://example.com/dist/tool';
const good = 'a'.repeat(64);
const other = 'b'.repeat(64);

const absent: Answer = { status: 'absent' };
const found = (value: JsonObject): Answer => ({ status: 'found', value });
const stat = (own: JsonObject = {}): Answer =>
  found({
    type: 'file',
    mode: '0644',
    owner: 'root',
    group: 'root',
    uid: 0,
    gid: 0,
    sizeBytes: 3,
    modified: '2026-01-02 03:04:05.678',
    inode: '1',
    ...own,
  });
const said = (own: JsonObject): Answer => found({ digests: {}, sums: null, head: null, ...own });
const head = (own: JsonObject): JsonObject => ({
  kind: 'told',
  value: { status: 200, sizeBytes: null, modified: null, ...own },
});
const node: Answers = {
  stat: absent,
  otherStat: absent,
  parent: stat({ type: 'directory' }),
  download: said({}),
  curl: found({ path: '/usr/bin/curl' }),
  wget: absent,
};
const there: Answers = { ...node, stat: stat(), otherStat: stat() };
const after: Answer = { status: 'unknown', cause: { kind: 'after', address: 'package:curl' } };

function plan(properties: JsonObject, answers: Answers, body?: string) {
  const declared = declareOrThrow(download, {
    identity: path,
    properties: { url, ...properties },
    ...(body === undefined ? {} : { body }),
  });
  const { observed, problems } = download.observe(declared, answers);
  const edits = download.diff(declared, observed);
  const { operations, reasons } = download.operations(declared, edits, observed);
  const predicted = download.observe(declared, { ...answers, ...download.predict(declared, answers).answers });
  return {
    edits: edits.map(({ path: name, before, after: to }) => [
      name,
      before.kind === 'value' ? before.value : before.kind,
      to.kind === 'value' ? to.value : to.kind,
    ]),
    titles: operations.map(({ title }) => title),
    reasons,
    hazards: operations.flatMap(({ hazards }) => hazards.map(({ kind }) => kind)),
    problems: problems.map(({ code, severity }) => `${code} ${severity}`),
    afterwards: download.diff(declared, predicted.observed),
    operations,
  };
}

const cases: readonly {
  readonly title: string;
  readonly properties?: JsonObject;
  readonly answers: Answers;
  readonly expected: Partial<ReturnType<typeof plan>>;
}[] = [
  {
    title: 'nothing where the file has the checksum, whatever the server has, and without any program to download',
    properties: { sha256: good },
    answers: { ...there, download: said({ digests: { sha256: good } }), curl: absent },
    expected: { edits: [], titles: [], problems: [] },
  },
  {
    title: 'a download where there is no file',
    properties: { sha256: good, mode: '0755' },
    answers: node,
    expected: {
      edits: [
        ['download', 'absent', `sha256:${good}`],
        ['mode', 'absent', '0755'],
      ],
      titles: [`download ${url} to ${path}`],
      hazards: [],
    },
  },
  {
    title: 'a download where the file has another checksum',
    properties: { sha256: good },
    answers: { ...there, download: said({ digests: { sha256: other } }) },
    expected: { edits: [['download', `sha256:${other}`, `sha256:${good}`]], hazards: [] },
  },
  {
    title: 'a loss where the old content is not known by SHA-256',
    properties: { checksum: `md5:${'c'.repeat(32)}` },
    answers: { ...there, download: said({ digests: { md5: 'd'.repeat(32) } }) },
    expected: { hazards: ['data-loss'] },
  },
  {
    title: 'owner and mode alone where only they differ',
    properties: { sha256: good, owner: '12', mode: '0755' },
    answers: { ...there, download: said({ digests: { sha256: good } }) },
    expected: { titles: [`set owner 12, mode 0755 of ${path}`] },
  },
  {
    title: 'nothing where a file without a checksum is there',
    answers: there,
    expected: { edits: [], problems: [] },
  },
  {
    title: 'nothing where size and time are those that the server tells',
    properties: { refresh: 'when_changed' },
    answers: { ...there, download: said({ head: head({ sizeBytes: 3, modified: '2026-01-02 03:04:05' }) }) },
    expected: { edits: [] },
  },
  {
    title: 'a download where the server tells another time',
    properties: { refresh: 'when_changed' },
    answers: { ...there, download: said({ head: head({ sizeBytes: 3, modified: '2026-02-02 03:04:05' }) }) },
    expected: {
      edits: [['download', '3 bytes of 2026-01-02 03:04:05', '3 bytes of 2026-02-02 03:04:05']],
      hazards: ['data-loss'],
    },
  },
  {
    title: 'nothing that is promised where the server cannot tell',
    properties: { refresh: 'when_changed' },
    answers: { ...there, download: said({ head: { kind: 'silent', why: 'no route to host' } }) },
    expected: { edits: [['download', 'unknown', 'unknown']] },
  },
  {
    title: 'what a file of checksums says',
    properties: { checksum_url: 'https://example.com/dist/SUMS' },
    answers: { ...node, download: said({ sums: { kind: 'told', value: `${other}  else\n${good} *./tool\n` } }) },
    expected: { edits: [['download', 'absent', `sha256:${good}`]] },
  },
  {
    title: 'nothing that is promised where the checksums do not name the file',
    properties: { checksum_url: 'https://example.com/dist/SUMS' },
    answers: { ...node, download: said({ sums: { kind: 'told', value: `${other}  else\n${good}  more\n` } }) },
    expected: { edits: [['download', 'unknown', 'unknown']] },
  },
  {
    title: 'a warning where the server says that it has no such file',
    properties: { sha256: good },
    answers: { ...node, download: said({ head: head({ status: 404 }) }) },
    expected: { titles: [`download ${url} to ${path}`], problems: ['SP612 warning'] },
  },
  {
    title: 'a download through the controller where nothing on the node can download',
    properties: { sha256: good },
    answers: { ...node, curl: absent },
    expected: {
      titles: [`download ${url} to ${path} through the controller`],
      reasons: ['the controller fetches it, because the node has neither curl nor wget'],
      problems: [],
    },
  },
  {
    title: 'a problem where nothing on the node can download, and the node alone may',
    properties: { sha256: good, through: 'node' },
    answers: { ...node, curl: absent },
    expected: { problems: ['SP611 error'] },
  },
  {
    title: 'a problem where nothing on the node can download what the node shows a certificate for',
    properties: { sha256: good, client_certificate: '/etc/ssl/own.pem' },
    answers: { ...node, curl: absent },
    expected: { problems: ['SP611 error'] },
  },
  {
    title: 'a problem where nothing on the node can ask whether the server has another file',
    properties: { refresh: 'when_changed' },
    answers: { ...node, curl: absent },
    expected: { problems: ['SP611 error'] },
  },
  {
    title: 'a download where a package before it brings the program',
    properties: { checksum_url: 'https://example.com/dist/SUMS' },
    answers: { ...node, curl: after },
    expected: {
      edits: [['download', 'unknown', 'unknown']],
      titles: [`download ${url} to ${path}`],
      problems: [],
    },
  },
  {
    title: 'a problem where the directory is missing',
    properties: { sha256: good },
    answers: { ...node, parent: absent },
    expected: { problems: ['SP604 error'] },
  },
];

describe('the plan of a download', () => {
  for (const { title, properties = {}, answers, expected } of cases) {
    it(`is ${title}`, () => {
      const planned = plan(properties, answers);
      expect(planned).to.deep.include(expected);
      if (!planned.problems.some((problem) => problem.endsWith('error'))) expect(planned.afterwards).to.deep.equal([]);
    });
  }

  it('says which name a file could have where a directory is named, and where a link leads elsewhere', () => {
    const hints = (answer: Answer): readonly (string | undefined)[] => {
      const state = declareOrThrow(download, { identity: path, properties: { url, sha256: good } });
      return download.observe(state, { ...node, stat: answer }).problems.map(({ hint }) => hint);
    };
    expect(hints(stat({ type: 'directory' }))).to.deep.equal([`name the file in it, such as ${path}/tool`]);
    expect(hints(stat({ type: 'link', target: '/x' }))).to.deep.equal([
      `name the file that it leads to, or remove the link with \`link: ${path}\` and \`state: absent\``,
    ]);
    expect(() => declareOrThrow(download, { identity: '/opt/', properties: { url } })).to.throw('names a directory');
    const result = download.declare({ identity: '/opt/', properties: { url } });
    expect(result).to.have.nested.property('problems[0].hint', 'add the name that the file gets, such as /opt/tool');
  });

  it('holds no header, which reach the node as a body of the operation, and asks no server without them', () => {
    const text = 'Authorization: Bearer s3cret\n';
    const { operations } = plan({ sha256: good, headers: text }, node, text);
    expect(JSON.stringify(operations.map(({ action }) => action['script']))).not.to.include('s3cret');
    expect(operations[0]?.action['stdin']).to.deep.include({ sizeBytes: text.length });
    const declared = declareOrThrow(download, { identity: path, properties: { url, headers: text }, body: text });
    expect(download.queries(declared)['download']).to.deep.include({ look: 'never' });
  });

  it('leads back to the file that was there, or to none', () => {
    const declared = declareOrThrow(download, { identity: path, properties: { url, sha256: good } });
    const before = download.observe(declared, { ...there, download: said({ digests: { sha256: other } }) }).observed;
    const old = { sha256: other, sizeBytes: 3 };
    const back = download.restore?.({ declared, before, edited: ['download'], kept: () => old });
    expect(back).to.deep.nested.include({
      kind: 'declared',
      'declared.back.state': 'present',
      'declared.back.body': old,
    });
    const gone = download.restore?.({
      declared,
      before: { kind: 'absent' },
      edited: ['download'],
      kept: () => undefined,
    });
    expect(gone).to.deep.nested.include({ kind: 'declared', 'declared.back.state': 'absent' });
  });
});

describe('a download as declared', () => {
  const refused: readonly (readonly [JsonObject, RegExp])[] = [
    [{ url: 'example.com/x' }, /is no URL/],
    [{ url: 'file:///etc/passwd' }, /neither http nor https/],
    [{ url: 'https://me:word@example.com/x' }, /holds a password/],
    [{ url, sha256: 'abc' }, /is no such checksum/],
    [{ url, checksum: `sha3:${good}` }, /is no such checksum/],
    [{ url, sha256: good, checksum: `sha256:${good}` }, /only one can/],
    [{ url, sha256: good, refresh: 'when_changed' }, /never else/],
    [{ url, headers: 'X: y', refresh: 'when_changed' }, /without the headers/],
    [{ url, through: 'controller', checksum_url: url }, /the controller is to fetch this one/],
    [{ url, through: 'controller', ca_file: '/etc/ca.pem' }, /the controller is to fetch this one/],
    [{ url, through: 'controller', proxy: 'http://proxy:3128' }, /the controller is to fetch this one/],
    [{ url, proxy: 'http://me:word@proxy:3128' }, /this one holds a password/],
    [{ url, proxy: 'http://proxy' }, /no address of a proxy/],
    [{ url, proxy: 'http://proxy:3128/x' }, /no address of a proxy/],
    [{ url, proxy: 'https://proxy:3128' }, /no address of a proxy/],
    [{ url, proxy: 'proxy:3128' }, /no address of a proxy/],
    [{ url, through: 'controller', refresh: 'when_changed' }, /only nodes do so/],
    [{ url, client_key: '/etc/key.pem' }, /without its certificate/],
    [{ url, ca_file: 'ca.pem' }, /./],
  ];
  for (const [properties, detail] of refused) {
    it(`is refused with ${JSON.stringify(properties)}`, () => {
      const result = download.declare({ identity: path, properties });
      expect(result.kind === 'invalid' ? result.problems.map((problem) => problem.detail).join(' ') : '').to.match(
        detail,
      );
    });
  }

  it('has a URL without anything that a shell or a program could take for more', () => {
    const declared = declareOrThrow(download, {
      identity: path,
      properties: { url: `https://example.com/a b"c'$(id)\`#x` },
    });
    expect((declared as { url: string }).url).to.match(/^[\w:/.%$()-]+$/);
  });
});

describe('a file of checksums', () => {
  const sums: readonly (readonly [string, string, string | undefined])[] = [
    ['digest and name', `${other}  x\n${good}  tool\n`, good],
    ['a name that is marked as binary, in a directory', `${good} *./dist/tool\n`, good],
    ['the way of BSD', `SHA256 (tool) = ${good}\n`, good],
    ['nothing but a digest in capitals', `${good.toUpperCase()}\n`, good],
    [
      'a signature around it',
      `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n${good}  tool\n-----BEGIN PGP SIGNATURE-----\nabc=\n`,
      good,
    ],
    ['other names only', `${good}  tools\n`, undefined],
    ['a page of HTML', '<html>404</html>', undefined],
  ];
  for (const [what, text, digest] of sums) {
    it(`is read with ${what}`, () => expect(findChecksum(text, url)?.digest).to.equal(digest));
  }

  it('tells the algorithm by the length of the digest', () => {
    expect(findChecksum(`${'1'.repeat(128)}  tool`, url)?.algorithm).to.equal('sha512');
  });
});

describe('what servers say of a URL', () => {
  const read = (text: string): unknown => {
    const output = `h 0\n${Buffer.from(text).toString('base64')}\n\n.\n=\n`;
    const [answer] = downloadKind.parse(Buffer.from(output), [{ kind: 'download' }], 0);
    return answer?.status === 'found' ? answer.value['head'] : answer;
  };

  it('is read from the last answer after redirections', () => {
    const text =
      'HTTP/1.1 302 Found\r\nContent-Length: 5\r\n\r\nHTTP/2 200\r\ncontent-length: 42\r\nlast-modified: Fri, 02 Jan 2026 03:04:05 GMT\r\n\r\n';
    expect(read(text)).to.deep.equal({
      kind: 'told',
      value: { status: 200, sizeBytes: 42, modified: '2026-01-02 03:04:05' },
    });
  });

  it('is read from the talk of wget', () => {
    const text = 'Connecting to x...\n  HTTP/1.1 200 OK\n  Content-Length: 7\n  Connection: close\n';
    expect(read(text)).to.deep.equal({ kind: 'told', value: { status: 200, sizeBytes: 7, modified: null } });
  });

  it('is told with the reason where nobody answered', () => {
    expect(read('curl: (7) Failed to connect to x port 443\n')).to.deep.equal({
      kind: 'silent',
      why: 'curl: (7) Failed to connect to x port 443',
    });
  });
});
