import type { Answer, Answers } from '@setpoint/model';
import { declareForm } from '@setpoint/sdk';
import { assert } from 'chai';
import { repository } from '../../../src/modules/repository/index.ts';
import { armoured } from '../../support/repository-case.ts';

const rsa = '-----BEGIN PUBLIC KEY-----\nAA==\n-----END PUBLIC KEY-----\n';
const web = 'baseurl=https://example.com/rpms\ngpgcheck=1\n';
const list = 'https://mirrors.example.com/metalink?repo=web&arch=$basearch';

type Case = {
  readonly title: string;
  readonly path: string;
  readonly text: string;
  readonly keys?: Readonly<Record<string, string>>;
  /** The properties of the declaration, and in `key` its key; or why there is none. */
  readonly is: object | string;
};

const cases: readonly Case[] = [
  {
    title: 'one of dnf by its mirrors, with its numbers',
    path: '/etc/yum.repos.d/web.repo',
    text: `[web]\nname=The web\nmetalink=${list}\ngpgcheck=1\npriority=9\nenabled=0\ngpgkey=file:///etc/pki/web\n`,
    is: {
      enabled: false,
      signed_by: '/etc/pki/web',
      // biome-ignore lint/style/useNamingConvention: fields of dnf
      fields: { name: 'The web', metalink: list, priority: 9 },
    },
  },
  {
    title: 'one of dnf that is called by its own name, with the key that is kept for it',
    path: '/etc/yum.repos.d/web.repo',
    text: `[web]\nname=web\n${web}gpgkey=file:///etc/pki/rpm-gpg/RPM-GPG-KEY-web\n`,
    keys: { '/etc/pki/rpm-gpg/RPM-GPG-KEY-web': armoured },
    is: { uris: 'https://example.com/rpms', key: armoured },
  },
  {
    title: 'not one whose key comes from the network',
    path: '/etc/yum.repos.d/web.repo',
    text: `[web]\n${web}gpgkey=https://example.com/key.asc\n`,
    is: 'its key is fetched from https://example.com/key.asc: put that file into the project, and declare it with `key_source`',
  },
  {
    title: 'not one that does not say whether its packages are checked',
    path: '/etc/zypp/repos.d/web.repo',
    text: '[web]\nbaseurl=https://example.com/rpms\n',
    is: 'it leaves to the configuration whether packages are checked (gpgcheck), and a declaration says so',
  },
  {
    title: 'not one of another name than its file',
    path: '/etc/yum.repos.d/web.repo',
    text: `[other]\n${web}`,
    is: 'the source in /etc/yum.repos.d/web.repo has another name than its file',
  },
  {
    title: 'not several in one file',
    path: '/etc/yum.repos.d/web.repo',
    text: `[web]\n${web}[web-source]\n${web}`,
    is: '/etc/yum.repos.d/web.repo holds 2 sources, and a repository has a file of its own',
  },
  {
    title: 'one of apk with its tag and the key that is kept for it',
    path: '/etc/apk/repositories.d/web.list',
    text: '@web https://example.com/v3.22/main\n',
    keys: { '/etc/apk/keys/web.rsa.pub': rsa },
    is: { manager: 'apk', uris: 'https://example.com/v3.22/main', tag: 'web', key_name: 'web.rsa.pub', key: rsa },
  },
  {
    title: 'one of apk without a key, as no key says for whom it is',
    path: '/etc/apk/repositories.d/web.list',
    text: '/srv/a\n/srv/b\n',
    is: { manager: 'apk', uris: ['/srv/a', '/srv/b'] },
  },
];

describe('the import of repositories', () => {
  const { importing } = repository;
  if (importing?.kind !== 'importable' || importing.list === undefined) throw new Error('They cannot be imported.');
  const { list: listing } = importing;

  for (const { title, path, text, keys = {}, is } of cases)
    it(`takes ${title}`, () => {
      const queries = importing.queries('web');
      const answers = Object.fromEntries(
        Object.keys(queries).map((name): [string, Answer] => {
          const key = keys[name.replace(/^key /, '')];
          if (key !== undefined) return [name, { status: 'found', value: { base64: base64Of(key) } }];
          return [
            name,
            name.endsWith(path.slice(path.lastIndexOf('.'))) && name.startsWith(directoryOf(path))
              ? files(path, text)
              : files(),
          ];
        }),
      );
      const described = importing.describe('web', answers);
      if (described.kind !== 'declared') return assert.equal(described.kind === 'left out' ? described.why : '', is);
      const [form] = described.forms;
      assert.isDefined(form);
      if (form === undefined) return;
      const key = form.content === undefined ? {} : { key: Buffer.from(form.content.base64, 'base64').toString() };
      assert.deepEqual({ ...form.properties, ...key }, is);
      assert.equal(declareForm(repository, 'web', form).kind, 'declared');
    });

  it('tells of lines in the file that apk has for all', () => {
    const read = (text: string): readonly string[] => {
      const answers: Answers = Object.fromEntries(
        Object.keys(listing.queries).map((name) => [
          name,
          name === '/etc/apk/repositories' ? files(name, text) : files(),
        ]),
      );
      return listing.read(answers).notes;
    };
    assert.match(read('https://example.com/main\n').join(), /^\/etc\/apk\/repositories is a file of many/);
    assert.deepEqual(read('# nothing\n\n'), []);
  });
});

function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function files(path?: string, text = ''): Answer {
  return {
    status: 'found',
    value: { files: path === undefined ? [] : [{ path, isLink: false, base64: base64Of(text) }] },
  };
}

function base64Of(text: string): string {
  return Buffer.from(text).toString('base64');
}
