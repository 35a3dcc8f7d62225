import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { NodeSpec } from '@setpoint/model';
import { expect } from 'chai';
import { createTransports } from '../../../src/transports/registry.ts';
import type { OpenResult, TransportContext } from '../../../src/transports/transport.ts';
import { contextIn, failureOf, nodeWith, runOn, sessionOf } from '../session-probe.ts';
import { makeKey, skipWithoutSshd, TestSshd } from '../test-sshd.ts';

describe('connecting to a node by ssh', () => {
  let sshd: TestSshd;

  before(async function () {
    skipWithoutSshd(this);
    sshd = await TestSshd.start({ config: ['MaxAuthTries 3', 'MaxStartups 3:100:3'] });
  });

  after(() => sshd?.stop());

  function node(settings: NodeSpec['connection']['settings'] = {}, name = 'node1'): NodeSpec {
    const base = {
      host: '127.0.0.1',
      port: sshd.port,
      user: 'root',
      identity_file: sshd.clientKey,
      known_hosts: sshd.writeKnownHosts(),
      config: false,
    };
    return nodeWith('ssh', { ...base, ...settings }, name);
  }

  function open(
    settings: NodeSpec['connection']['settings'] = {},
    more: Partial<TransportContext> = {},
  ): Promise<OpenResult> {
    return createTransports().ssh.open(node(settings), contextIn(sshd.dir, more));
  }

  async function expectLogin(result: OpenResult): Promise<void> {
    const session = sessionOf(result);
    expect((await runOn(session, 'echo in')).stdout).to.equal('in\n');
    await session.close();
  }

  async function withServer(answer: (socket: Socket) => void, use: (port: number) => Promise<void>): Promise<void> {
    const server: Server = createServer(answer).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('No port');
    try {
      await use(address.port);
    } finally {
      server.close();
    }
  }

  it('knows the host key of who answered, as ssh-keygen prints it', async () => {
    const session = sessionOf(await open());
    const [line = ''] = readFileSync(sshd.writeKnownHosts(), 'utf8').split('\n');
    const [, type = '', key = ''] = line.split(' ');
    const print = createHash('sha256').update(Buffer.from(key, 'base64')).digest('base64').replace(/=+$/, '');
    expect(session.marks).to.deep.equal({ [`SSH host key (${type})`]: `SHA256:${print}` });
    await session.close();
  });

  describe('with a key', () => {
    const forms = [
      { title: 'of type ed25519', type: 'ed25519' },
      { title: 'of type rsa', type: 'rsa' },
      { title: 'of type ecdsa', type: 'ecdsa' },
      { title: 'with a passphrase', type: 'ed25519', passphrase: 'sesame' },
      { title: 'in PEM form', type: 'rsa', format: 'PEM' },
      { title: 'in PEM form with a passphrase', type: 'rsa', format: 'PEM', passphrase: 'sesame' },
      { title: 'in PKCS#8 form with a passphrase', type: 'ecdsa', format: 'PKCS8', passphrase: 'sesame' },
    ];
    for (const [index, { title, type, ...protection }] of forms.entries()) {
      it(`${title} logs in`, async () => {
        const path = join(sshd.dir, `form${index}`);
        makeKey(path, type, protection);
        const authorized = join(sshd.dir, 'authorized_keys');
        writeFileSync(authorized, readFileSync(`${path}.pub`), { flag: 'a' });
        const { passphrase } = { passphrase: undefined, ...protection };
        await expectLogin(await open({ identity_file: path, ...(passphrase === undefined ? {} : { passphrase }) }));
      });
    }

    it('of the agent logs in, before files and by its public file alone', async () => {
      const { socket, stop } = await startAgent(sshd);
      try {
        const env = { SSH_AUTH_SOCK: socket };
        await expectLogin(await open({ identity_file: join(sshd.dir, 'missing') }, { env }));
        await expectLogin(await open({ identity_file: `${sshd.clientKey}.pub`, identities_only: true }, { env }));
      } finally {
        stop();
      }
    });
  });

  describe('tells why it failed', () => {
    it('when the port is closed', async () => {
      await withServer(
        () => undefined,
        async (port) => {
          const { code, detail } = failureOf(await open({ port, host: '127.0.0.2' }));
          expect(code).to.equal('SP501');
          expect(detail).to.contain('refused');
        },
      );
    });

    it('when the name does not resolve', async () => {
      expect(failureOf(await open({ host: 'no-such-host.invalid' })).code).to.be.oneOf(['SP502', 'SP501']);
    });

    it('when the other side never speaks', async () => {
      await withServer(
        () => undefined,
        async (port) => {
          const { code, detail } = failureOf(await open({ port, handshake_timeout: 0.3 }));
          expect({ code, detail }).to.deep.equal({
            code: 'SP503',
            detail: `The SSH handshake with root@127.0.0.1:${port} failed: the server did not finish the key exchange within 0.3 s.`,
          });
        },
      );
    });

    it('when the other side does not speak SSH', async () => {
      await withServer(
        (socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
        async (port) => {
          expect(failureOf(await open({ port, handshake_timeout: 1 })).code).to.be.oneOf(['SP503', 'SP504']);
        },
      );
    });

    it('when no key is accepted, naming what was tried and what could not be', async () => {
      const [stranger, secret, exposed] = ['stranger', 'locked', 'exposed'].map((name) => join(sshd.dir, name)) as [
        string,
        string,
        string,
      ];
      makeKey(stranger, 'ed25519');
      makeKey(secret, 'ed25519', { passphrase: 'sesame' });
      copyFileSync(stranger, exposed);
      chmodSync(exposed, 0o644);
      const files = [stranger, secret, exposed, join(sshd.dir, 'nowhere')];
      const env = { SSH_AUTH_SOCK: join(sshd.dir, 'no-agent') };
      const { code, detail } = failureOf(await open({ identity_file: files }, { env }));
      expect(code).to.equal('SP508');
      expect(detail).to.contain(`Tried: ${stranger} (SHA256:`);
      expect(detail).to.contain('The server accepts: publickey.');
      expect(detail).to.contain(`${secret} is protected by a passphrase and none is set`);
      expect(detail).to.contain(`${exposed} may be read by others`);
      expect(detail).to.contain(`${join(sshd.dir, 'nowhere')} does not exist`);
      expect(detail).to.contain('the key agent at');
    });

    it('when the passphrase is wrong, without showing it', async () => {
      const path = join(sshd.dir, 'wrong');
      makeKey(path, 'ed25519', { passphrase: 'sesame' });
      const { code, detail } = failureOf(await open({ identity_file: path, passphrase: 'canary-7731' }));
      expect(code).to.equal('SP508');
      expect(detail).to.contain(`${path} does not open with the passphrase`);
      expect(detail).to.not.contain('canary');
    });

    it('when too many keys were offered', async () => {
      const strangers = [1, 2, 3, 4].map((index) => join(sshd.dir, `many${index}`));
      for (const path of strangers) makeKey(path, 'ed25519');
      const { code, hint } = failureOf(await open({ identity_file: strangers }));
      expect(code).to.equal('SP509');
      expect(hint).to.contain('identities_only');
    });

    it('when it was interrupted', async () => {
      await withServer(
        () => undefined,
        async (port) => {
          const controller = new AbortController();
          const opening = open({ port }, { signal: controller.signal });
          setImmediate(() => controller.abort());
          expect(failureOf(await opening).code).to.equal('SP517');
        },
      );
    });
  });

  it('logs twelve nodes in at once where the server allows three that are not logged in yet', async () => {
    const transports = createTransports();
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, index) => transports.ssh.open(node({}, `node${index}`), contextIn(sshd.dir))),
    );
    await Promise.all(results.map((result) => sessionOf(result).close()));
  });

  describe('through jump hosts', () => {
    it('named as a node, and shares one connection to it between nodes', async () => {
      const bastion = await TestSshd.start();
      try {
        const jump = nodeWith(
          'ssh',
          {
            host: '127.0.0.1',
            port: bastion.port,
            user: 'root',
            identity_file: bastion.clientKey,
            known_hosts: bastion.writeKnownHosts(),
            config: false,
          },
          'bastion',
        );
        const transports = createTransports();
        const context = contextIn(sshd.dir, { resolveNode: (name) => (name === 'bastion' ? jump : undefined) });
        const results = await Promise.all(
          ['a', 'b', 'c'].map((name) => transports.ssh.open(node({ jump: 'bastion' }, name), context)),
        );
        const sessions = results.map(sessionOf);
        const answers = await Promise.all(sessions.map((session) => runOn(session, 'cat', 'x'.repeat(200_000))));
        expect(answers.map(({ stdout }) => stdout.length)).to.deep.equal([200_000, 200_000, 200_000]);
        await Promise.all(sessions.map((session) => session.close()));
        expect(bastion.log.match(/Accepted publickey/g)?.length).to.equal(1);
        await bastion.logged(/disconnected|Disconnected|closed/i);
      } finally {
        await bastion.stop();
      }
    });

    it('verifies the jump host by its own key, and says which machine failed', async () => {
      const context = contextIn(sshd.dir);
      const knownTwice = sshd.writeKnownHosts([], 'nothing');
      const result = await createTransports().ssh.open(
        node({ jump: `root@127.0.0.1:${sshd.port}`, known_hosts: knownTwice }),
        context,
      );
      const { code, detail } = failureOf(result);
      expect(code).to.equal('SP505');
      expect(detail).to.match(/^On the way to node1, at the jump host root@127\.0\.0\.1:/);
    });

    it('refuses a circle and a node that is not reached by ssh', async () => {
      const nodes = new Map([
        ['a', node({ jump: 'b' }, 'a')],
        ['b', node({ jump: 'a' }, 'b')],
        ['here', nodeWith('local', {}, 'here')],
      ]);
      const context = { resolveNode: (name: string) => nodes.get(name) };
      expect(failureOf(await open({ jump: 'a' }, context)).detail).to.contain('node1 → a → b → a');
      expect(failureOf(await open({ jump: 'here' }, context)).code).to.equal('SP511');
    });
  });

  describe('through a proxy command', () => {
    it('runs over its standard input and output', async () => {
      const relay = join(sshd.dir, 'relay.cjs');
      writeFileSync(
        relay,
        `const s=require('net').connect(+process.argv[2],'127.0.0.1');process.stdin.pipe(s);s.pipe(process.stdout);`,
      );
      await expectLogin(await open({ proxy_command: `${process.execPath} ${relay} %p` }));
    });

    it('tells what the command complained about', async () => {
      const { code, detail } = failureOf(await open({ proxy_command: "sh -c 'echo no way >&2; exit 1'" }));
      expect(code).to.equal('SP501');
      expect(detail).to.contain('(no way)');
    });
  });

  it('follows the configuration of the user', async () => {
    const home = join(sshd.dir, 'home');
    mkdirSync(join(home, '.ssh'), { recursive: true });
    const config = [
      'Host web',
      `  HostName 127.0.0.1`,
      `  Port ${sshd.port}`,
      '  User root',
      `  IdentityFile ${sshd.clientKey}`,
    ];
    writeFileSync(
      join(home, '.ssh', 'config'),
      [...config, `  UserKnownHostsFile ${sshd.writeKnownHosts()}`, ''].join('\n'),
    );
    await expectLogin(await createTransports().ssh.open(nodeWith('ssh', {}, 'web'), contextIn(sshd.dir)));
  });
});

async function startAgent(sshd: TestSshd): Promise<{ readonly socket: string; readonly stop: () => void }> {
  const { spawn, execFileSync } = await import('node:child_process');
  const socket = join(sshd.dir, 'agent.sock');
  const agent = spawn('ssh-agent', ['-D', '-a', socket], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(agent.stdout, 'data');
  execFileSync('ssh-add', ['-q', sshd.clientKey], {
    env: { SSH_AUTH_SOCK: socket, PATH: process.env['PATH'] },
    stdio: 'ignore',
  });
  return { socket, stop: () => void agent.kill() };
}
