import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { assert, expect } from 'chai';
import { type FetchOrder, type FetchResult, fetchFile } from '../../src/fetching/fetch-file.ts';
import { fetchShared } from '../../src/fetching/fetched-files.ts';

const digest = (text: string, algorithm = 'sha256'): string => createHash(algorithm).update(text).digest('hex');

describe('a file that the controller fetches', () => {
  let server: Server;
  let site = '';
  let other = '';
  let dir = '';
  const requests: string[] = [];

  before(async () => {
    server = createServer((request, response) => {
      const told = request.headers['proxy-authorization'] ?? request.headers['x-token'];
      requests.push(`${request.url} ${String(told ?? '-')}`);
      const leadTo = (location: string): void => void response.writeHead(302, { location }).end();
      if (request.url === '/text') response.end('text');
      else if (request.url === '/here') leadTo('/text');
      else if (request.url === '/elsewhere') leadTo(`${other}/text`);
      else if (request.url === '/circle') leadTo('/circle');
      else if (request.url === '/file') leadTo('file:///etc/passwd');
      else if (request.url === '/cut')
        response.writeHead(200, { 'content-length': 10 }).write('text', () => response.destroy());
      else if (request.url !== '/silent') response.writeHead(404).end();
    });
    server.listen(0);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    site = `http://127.0.0.1:${port}`;
    other = `http://localhost:${port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'setpoint-fetch-'));
    requests.length = 0;
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const order = (own: Partial<FetchOrder> & { readonly url: string }): FetchOrder => ({
    checksum: null,
    timeoutMs: 20_000,
    maxBytes: 1024,
    ...own,
    url: own.url.startsWith('/') ? `${site}${own.url}` : own.url,
  });
  const fetched = (own: Partial<FetchOrder> & { readonly url: string }): Promise<FetchResult> =>
    fetchFile(order(own), join(dir, 'file'));

  for (const algorithm of ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512']) {
    it(`has the checksum by ${algorithm}`, async () => {
      const checksum = { algorithm, digest: digest('text', algorithm) };
      expect(await fetched({ url: '/text', checksum })).to.deep.equal({
        kind: 'fetched',
        sha256: digest('text'),
        sizeBytes: 4,
      });
      expect([readFileSync(join(dir, 'file'), 'utf8'), statSync(join(dir, 'file')).mode & 0o777]).to.deep.equal([
        'text',
        0o600,
      ]);
    });
  }

  const failures: readonly (readonly [string, Partial<FetchOrder> & { readonly url: string }, RegExp])[] = [
    ['another checksum', { url: '/text', checksum: { algorithm: 'sha256', digest: digest('x') } }, /^what came has/],
    ['an answer of 404', { url: '/missing' }, /answers with 404/],
    ['more than may come', { url: '/text', maxBytes: 3 }, /larger than/],
    ['a server that leads on for ever', { url: '/circle' }, /more than 10 times/],
    ['a server that leads to a file', { url: '/file' }, /from http: to file:/],
    ['an end before the end', { url: '/cut' }, /./],
    ['a server that does not answer', { url: '/silent', timeoutMs: 200 }, /longer than 0.2 s/],
    ['nobody who listens', { url: 'http://127.0.0.1:1/x' }, /ECONNREFUSED|bad port/],
  ];
  for (const [what, own, why] of failures) {
    it(`does not come with ${what}, and leaves nothing`, async () => {
      const result = await fetched(own);
      assert.equal(result.kind, 'failed');
      expect(result.kind === 'failed' ? result.why : '').to.match(why);
      expect(existsSync(join(dir, 'file'))).to.equal(false);
    });
  }

  it('takes headers along to the server that is named, and to no other, but none that is for a proxy', async () => {
    await fetched({ url: '/here', headers: 'X-Token: secret\r\nProxy-Authorization: Basic bm9kZQ==\r\n\n' });
    expect(requests).to.deep.equal(['/here secret', '/text secret']);
    requests.length = 0;
    rmSync(join(dir, 'file'));
    expect(await fetched({ url: '/elsewhere', headers: 'X-Token: secret' })).to.include({ kind: 'fetched' });
    expect(requests).to.deep.equal(['/elsewhere secret', '/text -']);
  });

  it('is fetched once for all who need it at the same time, and goes with the last of them', async () => {
    const [first, second] = await Promise.all([
      fetchShared(order({ url: '/text' })),
      fetchShared(order({ url: '/text' })),
    ]);
    expect(requests).to.deep.equal(['/text -']);
    first.close();
    expect(readFileSync(second.path, 'utf8')).to.equal('text');
    second.close();
    expect(existsSync(second.path)).to.equal(false);
    expect(existsSync(dirname(second.path))).to.equal(false);
    const again = await fetchShared(order({ url: '/text' }));
    again.close();
    expect(requests).to.have.length(2);
  });
});
