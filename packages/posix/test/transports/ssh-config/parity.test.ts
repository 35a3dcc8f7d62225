import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { findRoute } from '../../../src/transports/ssh/route.ts';
import { readSshSettings } from '../../../src/transports/ssh/settings.ts';
import type { SshTarget } from '../../../src/transports/ssh/target.ts';
import { SshConfigResolver } from '../../../src/transports/ssh-config/resolver.ts';
import { contextIn } from '../session-probe.ts';

const hasSsh = spawnSync('ssh', ['-V']).error === undefined;

/** A configuration, the name that is asked for, and what must come out of it beside what `ssh -G` says. */
type ConfigCase = {
  readonly title: string;
  readonly config: string;
  readonly name?: string;
  readonly expected?: Partial<SshTarget>;
};

const cases: readonly ConfigCase[] = [
  { title: 'an empty file', config: '' },
  {
    title: 'HostName, User and Port',
    config: 'Host web\n HostName 192.0.2.1\n User ops\n Port 2222',
    expected: { host: '192.0.2.1', user: 'ops', port: 2222, hostKeyName: '[192.0.2.1]:2222' },
  },
  { title: 'a pattern', config: 'Host w*\n User ops', expected: { user: 'ops' } },
  { title: 'a pattern with a question mark', config: 'Host we?\n User ops', expected: { user: 'ops' } },
  { title: 'a negated pattern', config: 'Host * !web\n User ops\nHost *\n User other', expected: { user: 'other' } },
  {
    title: 'the first value of several',
    config: 'Host web\n User first\nHost *\n User second',
    expected: { user: 'first' },
  },
  {
    title: 'keywords in any case and with equal signs',
    config: 'hOsT web\n pOrT=2200\n USER = ops',
    expected: { port: 2200, user: 'ops' },
  },
  { title: 'quoted values and comments', config: '# hello\nHost web # there\n User "ops"', expected: { user: 'ops' } },
  { title: 'a token in HostName', config: 'Host web\n HostName %h.example.org', expected: { host: 'web.example.org' } },
  {
    title: 'several identity files',
    config: 'Host web\n IdentityFile /k/one\n IdentityFile /k/two\nHost *\n IdentityFile /k/three',
    expected: { identityFiles: ['/k/one', '/k/two', '/k/three'], identitiesNamed: true },
  },
  {
    title: 'tokens in an identity file',
    config: 'Host web\n HostName h.example.org\n User ops\n IdentityFile /k/%r@%h-%n',
    expected: { identityFiles: ['/k/ops@h.example.org-web'] },
  },
  {
    title: 'an identity file below the home directory',
    config: 'Host web\n IdentityFile ~/.ssh/web\n IdentityFile %d/.ssh/other',
    expected: { identityFiles: ['HOME/.ssh/web', 'HOME/.ssh/other'] },
  },
  { title: 'IdentitiesOnly', config: 'Host web\n IdentitiesOnly yes', expected: { identitiesOnly: true } },
  { title: 'IdentityAgent none', config: 'Host web\n IdentityAgent none' },
  {
    title: 'IdentityAgent with a path',
    config: 'Host web\n IdentityAgent /run/agent',
    expected: { agentSocket: '/run/agent' },
  },
  {
    title: 'IdentityAgent with a variable',
    config: 'Host web\n IdentityAgent $MY_AGENT',
    expected: { agentSocket: '/run/mine' },
  },
  {
    title: 'HostKeyAlias',
    config: 'Host web\n HostKeyAlias Cluster\n Port 2200',
    expected: { hostKeyName: 'cluster' },
  },
  {
    title: 'UserKnownHostsFile with two files',
    config: 'Host web\n UserKnownHostsFile /a/one /a/two\n GlobalKnownHostsFile none',
    expected: { knownHostsFiles: ['/a/one', '/a/two', 'PINS'] },
  },
  {
    title: 'GlobalKnownHostsFile',
    config: 'Host web\n UserKnownHostsFile none\n GlobalKnownHostsFile /a/global',
    expected: { knownHostsFiles: ['/a/global', 'PINS'] },
  },
  {
    title: 'StrictHostKeyChecking accept-new',
    config: 'Host web\n StrictHostKeyChecking accept-new',
    expected: { acceptNewHostKeys: true },
  },
  {
    title: 'StrictHostKeyChecking ask',
    config: 'Host web\n StrictHostKeyChecking ask',
    expected: { acceptNewHostKeys: false },
  },
  { title: 'ConnectTimeout', config: 'Host web\n ConnectTimeout 3', expected: { connectTimeoutMs: 3000 } },
  {
    title: 'ProxyCommand with tokens',
    config: 'Host web\n HostName 192.0.2.1\n ProxyCommand nc -X %r %h %p %%',
    expected: { carrier: { kind: 'command', command: `nc -X ${userInfo().username} 192.0.2.1 22 %` } },
  },
  {
    title: 'ProxyCommand none',
    config: 'Host web\n ProxyCommand none\nHost *\n ProxyCommand nc %h %p',
    expected: { carrier: { kind: 'tcp' } },
  },
  {
    title: 'ProxyJump',
    config: 'Host web\n ProxyJump ops@gate:2200',
    expected: { carrier: { kind: 'jump', hosts: ['ops@gate:2200'], from: 'configuration' } },
  },
  {
    title: 'a chain of jump hosts with settings of their own',
    config: 'Host web\n ProxyJump one,two\nHost one\n HostName 192.0.2.11\nHost two\n User second\n Port 2022',
    expected: { carrier: { kind: 'jump', hosts: ['one', 'two'], from: 'configuration' } },
  },
  {
    title: 'Match host after HostName',
    config: 'Host web\n HostName db.example.org\nMatch host db.example.org\n User ops',
    expected: { user: 'ops' },
  },
  {
    title: 'Match originalhost',
    config: 'Host web\n HostName db.example.org\nMatch originalhost web\n Port 2201',
    expected: { port: 2201 },
  },
  {
    title: 'Match exec',
    config: 'Match originalhost web exec "true"\n User ran\nMatch exec "false"\n Port 1',
    expected: { user: 'ran', port: 22 },
  },
  { title: 'Include', config: 'Include INCLUDED\nHost *\n User outer', expected: { user: 'included' } },
  { title: 'an IPv6 address', config: 'Host web\n HostName 2001:db8::1', expected: { host: '2001:db8::1' } },
  { title: 'AddressFamily', config: 'Host web\n AddressFamily inet6', expected: { family: 6 } },
];

describe('the ssh configuration of the user', function () {
  const dir = mkdtempSync(join(tmpdir(), 'setpoint-ssh-config-'));
  const file = join(dir, 'config');
  const context = contextIn(dir, {
    home: homedir(),
    env: { ...process.env, MY_AGENT: '/run/mine', SSH_AUTH_SOCK: undefined },
  });

  before(function () {
    if (hasSsh) return;
    process.stderr.write('SKIPPED: the configuration of the user needs ssh (openssh-client)\n');
    this.skip();
  });

  after(() => rmSync(dir, { recursive: true }));

  for (const { title, config, name = 'web', expected = {} } of cases) {
    it(`means what it means to ssh: ${title}`, async () => {
      const included = join(dir, 'included');
      writeFileSync(included, 'Host web\n User included\n');
      writeFileSync(file, `${config.replace('INCLUDED', included)}\n`);
      const target = await targetOf(name);
      expect(summary(target)).to.deep.equal(summaryOfSsh(name));
      for (const [key, value] of Object.entries(expected)) {
        expect(target, title).to.have.deep.property(key, fillIn(value));
      }
    });
  }

  it('is won over by the inventory', async () => {
    writeFileSync(file, 'Host web\n User theirs\n Port 2222\n ProxyJump gate\n');
    const settings = readSshSettings({ user: 'ours', port: 22, jump: 'none', config: file });
    const route = await findRoute({ name: 'web', settings }, { resolver: new SshConfigResolver(), context });
    if (route.kind === 'failed') throw new Error(route.failure.kind);
    expect(route.hops).to.have.length(1);
    expect(route.hops[0]).to.deep.include({ user: 'ours', port: 22, carrier: { kind: 'tcp' } });
  });

  it('that is broken is told with its line, not ignored', async () => {
    writeFileSync(file, 'Host web\n NoSuchKeyword 1\n');
    const route = await findRoute(
      { name: 'web', settings: { config: file } },
      { resolver: new SshConfigResolver(), context },
    );
    expect(route.kind === 'failed' && route.failure.kind).to.equal('configuration');
  });

  it('that says nothing leads to the same as OpenSSH without any', async () => {
    const plain = await targetIn({ config: false });
    writeFileSync(file, '');
    const asked = await targetOf('web');
    const { host, port, user, hostKeyName, knownHostsFiles, carrier } = plain;
    expect(asked).to.deep.include({ host, port, user, hostKeyName, knownHostsFiles, carrier });
    expect(asked.identityFiles).to.include.members([...plain.identityFiles]);
  });

  async function targetOf(name: string): Promise<SshTarget> {
    return targetIn({ config: file }, name);
  }

  async function targetIn(settings: { readonly config: string | false }, name = 'web'): Promise<SshTarget> {
    const route = await findRoute({ name, settings }, { resolver: new SshConfigResolver(), context });
    const target = route.kind === 'route' ? route.hops.at(-1) : undefined;
    if (target === undefined) throw new Error(JSON.stringify(route));
    return target;
  }

  /** What both sides can be compared by. */
  function summary(target: SshTarget): Record<string, unknown> {
    const { host, port, user, identitiesOnly, acceptNewHostKeys } = target;
    const jump = target.carrier.kind === 'jump' ? target.carrier.hosts.join(',') : 'none';
    return { host, port, user, identitiesOnly, acceptNewHostKeys, jump, command: target.carrier.kind === 'command' };
  }

  function summaryOfSsh(name: string): Record<string, unknown> {
    const output = execFileSync('ssh', ['-G', '-F', file, name], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const value = (key: string): string => new RegExp(`^${key} (.*)$`, 'm').exec(output)?.[1] ?? 'none';
    return {
      host: value('hostname'),
      port: Number(value('port')),
      user: value('user'),
      identitiesOnly: value('identitiesonly') === 'yes',
      acceptNewHostKeys: ['accept-new', 'no', 'false', 'off'].includes(value('stricthostkeychecking')),
      jump: value('proxyjump'),
      command: value('proxycommand') !== 'none',
    };
  }

  function fillIn(value: unknown): unknown {
    if (typeof value === 'string') return value === 'PINS' ? context.knownHostsFile : value.replace(/^HOME/, homedir());
    return Array.isArray(value) ? value.map(fillIn) : value;
  }
});

describe('asking ssh for its configuration', () => {
  it('is left out on a machine whose configuration says nothing that matters', async () => {
    const { configurationMatters } = await import('../../../src/transports/ssh-config/relevance.ts');
    const dir = mkdtempSync(join(tmpdir(), 'setpoint-relevance-'));
    const system = join(dir, 'ssh_config');
    mkdirSync(join(dir, 'ssh_config.d'));
    const debian = `Include ${dir}/ssh_config.d/*.conf\n# a comment\nHost *\n    SendEnv LANG LC_*\n    HashKnownHosts yes\n    GSSAPIAuthentication yes\n`;
    writeFileSync(system, debian);
    expect(await configurationMatters(join(dir, 'none'), system)).to.equal(false);
    writeFileSync(join(dir, 'ssh_config.d', 'site.conf'), 'Host *.corp\n  ProxyJump gate\n');
    expect(await configurationMatters(join(dir, 'none'), system)).to.equal(true);
    expect(await configurationMatters(system, join(dir, 'none'))).to.equal(true);
    rmSync(dir, { recursive: true });
  });
});
