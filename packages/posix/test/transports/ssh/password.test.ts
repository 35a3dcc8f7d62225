import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import * as ssh2 from 'ssh2';
import { createTransports } from '../../../src/transports/registry.ts';
import type { OpenResult } from '../../../src/transports/transport.ts';
import { contextIn, failureOf, nodeWith, sessionOf } from '../session-probe.ts';
import { makeKey } from '../test-sshd.ts';

/** Node finds no name for the server in the CommonJS exports of ssh2. */
const { Server } = (ssh2 as typeof ssh2 & { readonly default: typeof ssh2 }).default;

describe('a password', () => {
  const dir = mkdtempSync(join(tmpdir(), 'setpoint-password-'));
  const hostKey = join(dir, 'host');
  let answered: string[] = [];
  let server: ssh2.Server;

  before(async () => {
    makeKey(hostKey, 'ed25519');
    server = new Server({ hostKeys: [readFileSync(hostKey)] }, (client) => {
      client.on('error', () => {});
      client.on('authentication', (login) => decide(login));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  beforeEach(() => {
    answered = [];
  });

  after(async () => {
    server.close();
    await once(server, 'close');
    rmSync(dir, { recursive: true });
  });

  /** `asker` may log in by questions only, everybody else by password; the password is sesame. */
  function decide(login: ssh2.AuthContext): void {
    const method = login.username === 'asker' ? 'keyboard-interactive' : 'password';
    if (login.method === 'password' && login.method === method) settle(login, login.password);
    else if (login.method === 'keyboard-interactive' && login.method === method) {
      login.prompt([{ prompt: 'Password: ', echo: false }], ([answer = '']) => settle(login, answer));
    } else login.reject([method]);
  }

  function settle(login: ssh2.AuthContext, password: string): void {
    answered.push(password);
    if (password === 'sesame') login.accept();
    else login.reject([login.method]);
  }

  function open(user: string, password: string): Promise<OpenResult> {
    const { port } = server.address() as AddressInfo;
    const known_hosts = join(dir, 'known_hosts');
    writeFileSync(known_hosts, `[127.0.0.1]:${port} ${readFileSync(`${hostKey}.pub`, 'utf8')}`);
    const settings = { host: '127.0.0.1', port, user, password, known_hosts, config: false };
    return createTransports().ssh.open(nodeWith('ssh', settings), contextIn(dir));
  }

  for (const user of ['typist', 'asker']) {
    it(`logs in where the server takes it ${user === 'asker' ? 'as an answer' : 'as such'}`, async () => {
      await sessionOf(await open(user, 'sesame')).close();
    });

    it(`that is wrong goes out once and is not shown (${user})`, async () => {
      const { code, detail } = failureOf(await open(user, 'canary-4410'));
      expect(code).to.equal('SP508');
      expect(answered).to.deep.equal(['canary-4410']);
      expect(detail).to.contain('Tried: password.');
      expect(detail).to.not.contain('canary');
    });
  }
});
