import type { Answers, DeclaredForm, Importing, Json } from '@setpoint/model';
import { assert } from 'chai';
import { secretIn } from '../../src/importing/content.ts';
import { posixModules } from '../../src/registry.ts';

/** What is listed of a type in files of a node, and how the first of it is declared. */
type Case = {
  readonly type: string;
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
  readonly identities: readonly string[];
  readonly forms?: readonly Json[];
  readonly lacks?: readonly string[];
  readonly notes?: readonly string[];
};

const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f';

const cases: readonly Case[] = [
  {
    type: 'sysctl',
    what: 'the last line that is read counts, wherever it stands',
    files: {
      '/etc/sysctl.d/10-a.conf': '# c\nvm.swappiness = 10\nnet/ipv4/ip_forward=1\n',
      '/etc/sysctl.conf': 'vm.swappiness=20\n',
    },
    identities: ['vm.swappiness', 'net.ipv4.ip_forward'],
    forms: [
      { value: '20', file: '/etc/sysctl.conf' },
      { value: '20', file: '/etc/sysctl.conf', live: false },
    ],
  },
  {
    type: 'sysctl',
    what: 'a file of its own is not named',
    files: { '/etc/sysctl.d/kernel.panic.conf': '-kernel.panic = 0\n' },
    identities: ['kernel.panic'],
    forms: [
      { value: '0', optional: true },
      { value: '0', optional: true, live: false },
    ],
  },
  {
    type: 'limits',
    what: 'soft, hard and both',
    files: {
      '/etc/security/limits.conf': '# *  soft core 0\n@app soft nofile 4096\n',
      '/etc/security/limits.d/app.conf': '@app hard nofile unlimited # much\n@app - nproc 64\n',
    },
    identities: ['@app'],
    forms: [{ hard: { nofile: 'unlimited' }, both: { nproc: 64 }, file: '/etc/security/limits.d/app.conf' }],
    lacks: ['/etc/security/limits.conf speaks of it, too.'],
  },
  {
    type: 'mount',
    what: 'a mount with its options, or only the line of it where it is not mounted',
    files: { '/etc/fstab': '# x\nUUID=1 /srv/my\\040data ext4 noatime 0 2\n/swap none swap sw 0 0\n' },
    identities: ['/srv/my data', '/swap'],
    forms: [
      { source: 'UUID=1', type: 'ext4', options: 'noatime', pass: 2 },
      { source: 'UUID=1', type: 'ext4', options: 'noatime', pass: 2, state: 'present' },
    ],
  },
  {
    type: 'kernel_module',
    what: 'parameters and what is kept out, in a file of its own name',
    files: {
      '/etc/modules-load.d/bonding.conf': 'bonding\n',
      '/etc/modprobe.d/bonding.conf': 'options bonding mode=802.3ad x="a b"\n',
      '/etc/modules-load.d/more.conf': 'br-netfilter\n',
    },
    identities: ['bonding'],
    forms: [{ parameters: { mode: '802.3ad', x: 'a b' } }],
    notes: ['/etc/modules-load.d/more.conf loads br_netfilter; a kernel_module writes into a file of its own.'],
  },
  {
    type: 'known_host',
    what: 'each name of a line by itself; hashed ones cannot be read',
    files: {
      '/etc/ssh/ssh_known_hosts': `git.example.com,10.0.0.1 ${key} a comment\n|1|bbbbbbbbbbbbbbbbbbbbbbbbbbb=|cccccccccccccccccccccccccccc= ${key}\n@revoked git.example.com ${key}\n`,
    },
    identities: ['git.example.com', '10.0.0.1'],
    forms: [{ keys: [`${key} a comment`] }],
    lacks: ['Its lines with another marker are not imported.'],
    notes: ['Lines of /etc/ssh/ssh_known_hosts whose names are hashed were left out: 1.'],
  },
  {
    type: 'cron',
    what: 'named jobs of accounts and of the system',
    files: {
      '/var/spool/cron/crontabs/bob':
        '#Ansible: other\n@daily /bin/true\n5 5 * * * /bin/false\n#Setpoint: off\n#0  3 * * 1-5 /bin/x  y\n',
      '/etc/cron.d/certs': '#Setpoint: certs\n0 3 * * * www-data /bin/renew 50\\%\n',
    },
    identities: ['other of bob', 'off of bob', 'certs'],
    forms: [{ label: 'other', user: 'bob', schedule: '@daily', command: '/bin/true' }],
    notes: [
      'Jobs of the crontab of bob without a name were left out: 1. A line `#Setpoint: NAME` above each names it.',
    ],
  },
  {
    type: 'repository',
    what: 'the fields of deb822 as properties, and what has another form as a note',
    files: {
      '/etc/apt/sources.list.d/docker.sources':
        'Types: deb\nURIs: https://download.example.com/linux\nSuites: bookworm\nComponents: main contrib\nSigned-By: /usr/share/keyrings/d.gpg\nEnabled: no\nLanguages: none\n',
      '/etc/apt/sources.list': 'deb http://deb.example.com bookworm main\n',
    },
    identities: ['docker'],
    forms: [
      {
        uris: 'https://download.example.com/linux',
        suites: 'bookworm',
        components: ['main', 'contrib'],
        signed_by: '/usr/share/keyrings/d.gpg',
        enabled: false,
        fields: { Languages: 'none' },
      },
    ],
    notes: [
      '/etc/apt/sources.list has the one-line form: declare what it says as a repository with `replaces: [/etc/apt/sources.list]`.',
    ],
  },
  {
    type: 'repository',
    what: 'the fields of a file of dnf',
    files: { '/etc/yum.repos.d/epel.repo': '[epel]\nname=EPEL\nbaseurl=https://x.example.com/$basearch\ngpgcheck=0\n' },
    identities: ['epel'],
    forms: [{ uris: 'https://x.example.com/$basearch', trusted: true, fields: { name: 'EPEL' } }],
  },
  {
    type: 'locale',
    what: 'what is listed to be made, and who is the default',
    files: {
      '/etc/locale.gen': '# en_GB.UTF-8 UTF-8\nde_CH.UTF-8 UTF-8\nsr_RS@latin UTF-8\n',
      '/etc/default/locale': 'LANG=de_CH.UTF-8\nLC_TIME="de_CH.utf8"\n',
    },
    identities: ['de_CH.UTF-8', 'sr_RS.UTF-8@latin', 'de_CH.utf8'],
    forms: [{ default: true, categories: ['LC_TIME'] }],
  },
  {
    type: 'user',
    what: 'accounts with the numbers of people',
    files: { '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nbob:x:1000:1000::/home/bob:/bin/sh\nnobody:x:65534:1::/:/x\n' },
    identities: ['bob'],
  },
  {
    type: 'unit',
    what: 'units and drop-ins',
    files: {
      '/etc/systemd/system/app.service': '[Service]\n',
      '/etc/systemd/system/ssh.service.d/more.conf': '[Service]\n',
      '/etc/systemd/system/README.txt': 'no unit\n',
    },
    identities: ['app.service', 'ssh.service#more'],
  },
];

describe('what is listed in files of a host', () => {
  for (const { type, what, files, identities, forms, lacks = [], notes = [] } of cases) {
    it(`${type}: ${what}`, () => {
      const importing = importingOf(type);
      const list = importing.list;
      assert.isDefined(list);
      const listed = list?.read(answering(Object.keys(list.queries), files));
      assert.deepEqual(listed, { identities, notes });
      if (forms === undefined) return;
      const identity = identities[0] ?? '';
      const described = importing.describe(identity, answering(Object.keys(importing.queries(identity)), files));
      const found: readonly DeclaredForm[] = described.kind === 'declared' ? described.forms : [];
      assert.deepEqual(found.map(({ properties }) => properties).slice(0, forms.length), forms);
      assert.deepEqual(found[0]?.lacks, lacks);
    });
  }

  const secrets: readonly (readonly [type: string, identity: string, path: string, text: string])[] = [
    ['mount', '/mnt', '/etc/fstab', '//nas/x /mnt cifs username=u,password=hunter2 0 0\n'],
    [
      'repository',
      'x',
      '/etc/apt/sources.list.d/x.sources',
      'Types: deb\nURIs: https://u:hunter2@x.example.com/\nSuites: a/\n',
    ],
    ['repository', 'x', '/etc/yum.repos.d/x.repo', '[x]\nname=x\nbaseurl=https://x/\npassword=hunter2\n'],
  ];
  for (const [type, identity, path, text] of secrets)
    it(`${type}: a password in ${path} stays on the node`, () => {
      const importing = importingOf(type);
      const described = importing.describe(
        identity,
        answering(Object.keys(importing.queries(identity)), { [path]: text }),
      );
      assert.equal(described.kind, 'left out');
      assert.notInclude(JSON.stringify(described), 'hunter2');
    });
});

describe('contents that stay on the node', () => {
  const cases: readonly (readonly [text: string, secret: string | undefined])[] = [
    ['-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl', 'a private key'],
    ['x\n-----BEGIN RSA PRIVATE KEY-----\n', 'a private key'],
    ['-----BEGIN PGP PRIVATE KEY BLOCK-----\n', 'a private key'],
    ['admin:$apr1$abcdefgh$0123456789abcdefghijkl\n', 'a password hash'],
    ['rootpw --iscrypted $6$salt$0123456789abcdef\n', 'a password hash'],
    ['bob:$2y$10$0123456789abcdefghijkl\n', 'a password hash'],
    ['-----BEGIN CERTIFICATE-----\n', undefined],
    ['-----BEGIN PUBLIC KEY-----\n', undefined],
    ['echo $1 $2 costs $5 and $6\n', undefined],
  ];
  for (const [text, secret] of cases)
    it(JSON.stringify(text.slice(0, 40)), () => {
      assert.equal(secretIn(text), secret);
    });
});

function importingOf(type: string): Extract<Importing, { readonly kind: 'importable' }> {
  const importing = posixModules.find((module) => module.type === type)?.importing;
  if (importing?.kind !== 'importable') throw new Error(`${type} cannot be imported`);
  return importing;
}

/** Files in the place of a node: each query for a pattern of paths is answered, and everything else is not there. */
function answering(patterns: readonly string[], files: Readonly<Record<string, string>>): Answers {
  return Object.fromEntries(
    patterns.map((pattern) => {
      const expression = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`);
      const found = Object.entries(files)
        .filter(([path]) => expression.test(path))
        .map(([path, text]) => ({ path, isLink: false, base64: Buffer.from(text).toString('base64') }));
      if (pattern.startsWith('/')) return [pattern, { status: 'found', value: { files: found } }];
      return [pattern, { status: 'absent' }];
    }),
  );
}
