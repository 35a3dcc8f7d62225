import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import type { JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { download } from '../../../src/modules/download/index.ts';
import { executeAll, planOperations } from '../../support/converge.ts';
import { shellNode } from '../../support/shell-channel.ts';
import { byProgram, curl, wget } from './programs.ts';

describe('a download from a server that shows who it is', () => {
  let keys = '';
  let dir = '';
  let server: Server;
  let port = 0;
  const node = shellNode();

  /** A key and a certificate for a name, signed by itself. */
  function certify(name: string, names: string): void {
    const to = ['-keyout', join(keys, `${name}.key`), '-out', join(keys, `${name}.pem`)];
    const options = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=${names}`];
    execFileSync('openssl', ['req', ...options, ...to, ...subject], { stdio: 'ignore' });
  }

  before(async () => {
    keys = mkdtempSync(join(tmpdir(), 'setpoint-keys-'));
    certify('server', 'IP:127.0.0.1');
    certify('other', 'DNS:example.test');
    certify('client', 'DNS:client.test');
    const read = (name: string): Buffer => readFileSync(join(keys, name));
    server = createServer(
      {
        key: read('server.key'),
        cert: read('server.pem'),
        ca: read('client.pem'),
        requestCert: true,
        rejectUnauthorized: false,
      },
      (request, response) => {
        if (request.url === '/down') response.writeHead(302, { location: `http://127.0.0.1:1/x` }).end();
        else if (request.url === '/closed' && !(request.socket as TLSSocket).authorized) response.writeHead(403).end();
        else response.end('content');
      },
    );
    server.addContext('localhost', { key: read('other.key'), cert: read('other.pem') });
    server.listen(0);
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  after(() => {
    server.close();
    rmSync(keys, { recursive: true });
  });
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'setpoint-download-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const cases: readonly (readonly [string, string, () => JsonObject, boolean])[] = [
    ['comes from a server that is known', '127.0.0.1/x', () => ({ ca_file: join(keys, 'server.pem') }), true],
    ['does not come from a server that nobody knows', '127.0.0.1/x', () => ({}), false],
    [
      'does not come from a server with the name of another one',
      'localhost/x',
      () => ({ ca_file: join(keys, 'other.pem') }),
      false,
    ],
    ['does not come by a way that is open', '127.0.0.1/down', () => ({ ca_file: join(keys, 'server.pem') }), false],
    ['does not come without a certificate', '127.0.0.1/closed', () => ({ ca_file: join(keys, 'server.pem') }), false],
    [
      'comes with a certificate',
      '127.0.0.1/closed',
      () => ({
        ca_file: join(keys, 'server.pem'),
        client_certificate: join(keys, 'client.pem'),
        client_key: join(keys, 'client.key'),
      }),
      true,
    ],
  ];
  for (const program of [curl, wget]) {
    for (const [what, at, properties, comes] of cases) {
      it(`${what}, by ${program.name}`, async () => {
        const url = `https://${at.replace('/', `:${port}/`)}`;
        const declared = { identity: join(dir, 'x'), properties: { url, ...properties() } };
        const quiet = {
          ...download,
          observe: (...args: Parameters<typeof download.observe>) => ({ ...download.observe(...args), problems: [] }),
        };
        const operations = (await planOperations(node, quiet, declared)).map((each) => byProgram(program, each));
        const outcomes = await executeAll(node.channel, operations);
        expect(
          outcomes.map(({ status }) => status),
          JSON.stringify(outcomes),
        ).to.deep.equal([comes ? 'done' : 'failed']);
        expect(existsSync(join(dir, 'x'))).to.equal(comes);
      });
    }
  }

  for (const [what, at] of [
    ['that nobody knows', '127.0.0.1'],
    ['with the name of another one', 'localhost'],
  ] as const) {
    it(`does not come from a server ${what}, through the controller`, async () => {
      const properties = { url: `https://${at}:${port}/x`, through: 'controller' };
      const operations = await planOperations(node, download, { identity: join(dir, 'x'), properties });
      const outcomes = await executeAll(node.channel, operations);
      expect(JSON.stringify(outcomes)).to.match(/"failed".*certificate/);
      expect(existsSync(join(dir, 'x'))).to.equal(false);
    });
  }
});
