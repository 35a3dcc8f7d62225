import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { download } from '../../../src/modules/download/index.ts';
import { converge, executeAll, planOperations } from '../../support/converge.ts';
import { shellNode } from '../../support/shell-channel.ts';
import { argumentLists } from './argument-lists.ts';
import { byProgram, curl, wget, wgetOfBusybox } from './programs.ts';

const secret = `Basic ${Buffer.from('node:pr0xy').toString('base64')}`;

describe('a download by a proxy', () => {
  let dir = '';
  const servers: Server[] = [];
  let [open, secure, proxy, closedProxy] = [0, 0, '', ''];
  const asked: string[] = [];
  const lists: string[] = [];
  const node = shellNode();
  const environment = { ...process.env };

  const listen = async (server: Server): Promise<number> => {
    servers.push(server.listen(0, '127.0.0.1'));
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const isTold = request.headers['proxy-authorization'] !== undefined;
    response.writeHead(isTold ? 400 : 200, { 'content-length': 7 });
    response.end(request.method === 'HEAD' ? '' : 'content');
  };

  /** A proxy that alone knows where the host `files.invalid` is; a closed one wants to know who asks. */
  const makeProxy = async (isClosed: boolean): Promise<string> => {
    const isRefused = (request: IncomingMessage): boolean => {
      asked.push(`${request.method} ${request.url}`);
      if (isClosed) lists.push(argumentLists());
      return isClosed && request.headers['proxy-authorization'] !== secret;
    };
    const server = createServer((request, response) => {
      if (isRefused(request)) return void response.writeHead(407).end();
      const { pathname } = new URL(request.url ?? '');
      const { 'proxy-authorization': _, ...headers } = request.headers;
      const onward = { port: open, host: '127.0.0.1', path: pathname, method: request.method, headers };
      forward(onward, (got) => got.pipe(response.writeHead(got.statusCode ?? 500, got.headers))).end();
    });
    server.on('connect', (request, socket) => {
      if (isRefused(request)) return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      const onward = connect(secure, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.pipe(onward).pipe(socket);
      });
      for (const end of [socket, onward]) end.on('error', () => end.destroy());
    });
    return `http://127.0.0.1:${await listen(server)}`;
  };

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'setpoint-proxy-'));
    const options = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    const names = ['-subj', '/CN=files', '-addext', 'subjectAltName=DNS:files.invalid'];
    const [key, cert] = [join(dir, 'key.pem'), join(dir, 'server.pem')];
    execFileSync('openssl', ['req', ...options, ...names, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    open = await listen(createServer(answer));
    secure = await listen(createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) }, answer));
    proxy = await makeProxy(false);
    closedProxy = await makeProxy(true);
    // The environment of a node must not lead past what is declared.
    Object.assign(process.env, { no_proxy: '*', NO_PROXY: '*', HTTPS_PROXY: 'http://127.0.0.1:1' });
  });
  after(() => {
    for (const name of ['no_proxy', 'NO_PROXY', 'HTTPS_PROXY']) {
      if (environment[name] === undefined) delete process.env[name];
      else process.env[name] = environment[name];
    }
    for (const server of servers) server.close();
    rmSync(dir, { recursive: true });
  });
  beforeEach(() => {
    asked.length = 0;
    lists.length = 0;
    rmSync(join(dir, 'file'), { force: true });
  });

  const declare = (scheme: string, properties: JsonObject, body?: string) => ({
    identity: join(dir, 'file'),
    properties: {
      url: `${scheme}://files.invalid/file`,
      ...(scheme === 'https' ? { ca_file: join(dir, 'server.pem') } : {}),
      ...properties,
    },
    ...(body === undefined ? {} : { body }),
  });

  for (const program of [curl, wget, wgetOfBusybox]) {
    for (const [scheme, sent] of [
      ['http', 'GET http://files.invalid/file'],
      ['https', 'CONNECT files.invalid:443'],
    ] as const) {
      const isBuilt = scheme === 'http' || program !== wgetOfBusybox;
      it(`${isBuilt ? 'comes' : 'does not come'} by ${program.name} and ${scheme}`, async () => {
        const operations = await planOperations(node, download, declare(scheme, { proxy }));
        asked.length = 0;
        const [outcome] = await executeAll(
          node.channel,
          operations.map((each) => byProgram(program, each)),
        );
        expect(outcome?.status, JSON.stringify(outcome)).to.equal(isBuilt ? 'done' : 'failed');
        expect(asked).to.deep.equal(isBuilt ? [sent] : []);
        expect(readdirSync(dir).includes('file')).to.equal(isBuilt);
      });

      const isTold = program === curl;
      it(`${isTold ? 'tells' : 'refuses to tell'} the proxy who the node is, by ${program.name} and ${scheme}`, async () => {
        const headers = `Proxy-Authorization: ${secret}\n`;
        const declared = declare(scheme, { proxy: closedProxy, headers }, headers);
        const operations = await planOperations(node, download, declared);
        expect(JSON.stringify(operations)).not.to.include(secret);
        const [outcome] = await executeAll(
          node.channel,
          operations.map((each) => byProgram(program, each)),
        );
        expect(outcome?.status, JSON.stringify(outcome)).to.equal(isTold ? 'done' : 'failed');
        expect(JSON.stringify(outcome)).not.to.include(secret);
        expect(asked).to.deep.equal(isTold ? [sent] : []);
        expect(lists.join('\n')).not.to.include(secret.slice(6));
      });
    }
  }

  it('is looked for by the proxy in the plan, too', async () => {
    expect(await converge(node, download, declare('http', { proxy, refresh: 'when_changed' }))).to.deep.include({
      problems: [],
      predicted: [],
    });
    expect([...new Set(asked)]).to.deep.equal(['HEAD http://files.invalid/file', 'GET http://files.invalid/file']);
  });
});
