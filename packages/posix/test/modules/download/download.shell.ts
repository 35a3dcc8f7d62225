import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject, Operation, ResourceModule } from '@setpoint/model';
import { assert, expect } from 'chai';
import { download } from '../../../src/modules/download/index.ts';
import { converge, executeAll, planOperations } from '../../support/converge.ts';
import { shellNode } from '../../support/shell-channel.ts';

const digest = (text: string, algorithm = 'sha256'): string => createHash(algorithm).update(text).digest('hex');
const modified = 'Fri, 02 Jan 2026 03:04:05 GMT';

/** Programs that download, and the change to a script that leaves it no other one. */
const programs: readonly { readonly name: string; readonly only: (script: string) => string }[] = [
  { name: 'curl', only: (script) => script },
  { name: 'wget', only: (script) => script.replace('if sp_has curl', 'if false') },
  {
    name: 'wget of busybox',
    only: (script) => script.replace('if sp_has curl', 'if false').replaceAll('wget -', 'busybox wget -'),
  },
];

/** Texts that stand in the argument list of some process now. */
function argumentLists(): string {
  const read = (pid: string): string => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
    } catch {
      return '';
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(read)
    .join('\n');
}

describe('a download from a real server', () => {
  let server: Server;
  let site = '';
  let dir = '';
  let content = 'one';
  const requests: string[] = [];
  const lists: string[] = [];

  before(async () => {
    server = createServer((request, response) => {
      requests.push(`${request.method} ${request.url}`);
      const file = (text: string): void => {
        response.writeHead(200, { 'content-length': text.length, 'last-modified': modified });
        response.end(request.method === 'HEAD' ? '' : text);
      };
      if (request.url === '/tool') file(content);
      else if (request.url === '/moved') response.writeHead(302, { location: '/tool' }).end();
      else if (request.url === '/SUMS') file(`${digest('other')}  other\n${digest(content, 'sha512')} *./tool\n`);
      else if (request.url === '/secret' && request.headers.authorization === 'Bearer "s3\\cret"') {
        lists.push(argumentLists());
        file('secret');
      } else response.writeHead(request.url === '/secret' ? 403 : 404).end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'setpoint-download-'));
    content = 'one';
    requests.length = 0;
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const node = shellNode();
  const declare = (properties: JsonObject, body?: string) => ({
    identity: join(dir, 'tool'),
    properties: { url: `${site}/tool`, ...properties },
    ...(body === undefined ? {} : { body }),
  });
  const apply = (properties: JsonObject, module: ResourceModule = download, body?: string) =>
    converge(node, module, declare(properties, body));
  const text = (): string => readFileSync(join(dir, 'tool'), 'utf8');

  for (const { name, only } of programs) {
    const changed = (operation: Operation): Operation => {
      const { script } = operation.action;
      return { ...operation, action: { ...operation.action, script: typeof script === 'string' ? only(script) : '' } };
    };
    const module: ResourceModule = {
      ...download,
      operations: (...args) => {
        const work = download.operations(...args);
        return { ...work, operations: work.operations.map(changed) };
      },
    };

    describe(`by ${name}`, () => {
      it('makes the file with its mode, and asks nobody the second time', async () => {
        const properties = {
          sha256: digest('one'),
          mode: '0755',
          url: `${site}${name === 'wget of busybox' ? '/tool' : '/moved'}`,
        };
        const made = await apply(properties, module);
        expect(
          made.outcomes.map(({ status }) => status),
          JSON.stringify(made.outcomes),
        ).to.deep.equal(['done']);
        expect({ remaining: made.remaining, predicted: made.predicted }).to.deep.equal({
          remaining: [],
          predicted: [],
        });
        expect([text(), statSync(join(dir, 'tool')).mode & 0o7777, readdirSync(dir)]).to.deep.equal([
          'one',
          0o755,
          ['tool'],
        ]);
        requests.length = 0;
        expect((await apply(properties, module)).titles).to.deep.equal([]);
        expect(requests).to.deep.equal([]);
      });

      it('leaves the old file when what comes is another one, or nothing', async () => {
        for (const url of [`${site}/tool`, `${site}/missing`]) {
          writeFileSync(join(dir, 'tool'), 'old');
          const [outcome] = (await apply({ sha256: digest('two'), url }, module)).outcomes;
          assert.equal(outcome?.status, 'failed');
          expect([text(), readdirSync(dir)]).to.deep.equal(['old', ['tool']]);
        }
      });
    });

    it(`${name === 'wget of busybox' ? 'refuses to send' : 'sends'} headers by ${name}, which no process list shows`, async () => {
      lists.length = 0;
      const headers = 'Authorization: Bearer "s3\\cret"\n';
      const { outcomes } = await apply({ headers, sha256: digest('secret'), url: `${site}/secret` }, module, headers);
      const isRefused = name === 'wget of busybox';
      expect(
        outcomes.map(({ status }) => status),
        JSON.stringify(outcomes),
      ).to.deep.equal([isRefused ? 'failed' : 'done']);
      expect(lists).to.have.length(isRefused ? 0 : 1);
      expect(lists.join('\n')).not.to.include('s3');
    });
  }

  it('keeps owner and mode of the file that it replaces', async () => {
    writeFileSync(join(dir, 'tool'), 'old', { mode: 0o600 });
    await apply({ sha256: digest('one') });
    expect([text(), statSync(join(dir, 'tool')).mode & 0o7777]).to.deep.equal(['one', 0o600]);
  });

  it('knows by size and time whether the server has another file', async () => {
    const properties = { refresh: 'when_changed' };
    expect((await apply(properties)).remaining).to.not.deep.equal(undefined);
    const second = await apply(properties);
    expect((await apply(properties)).titles, JSON.stringify(second)).to.deep.equal([]);
    content = 'longer';
    expect(await apply(properties)).to.deep.include({ remaining: [], predicted: [] });
    expect(text()).to.equal('longer');
  });

  it('leaves a file without a checksum alone, and asks nobody', async () => {
    writeFileSync(join(dir, 'tool'), 'mine');
    expect((await apply({})).titles).to.deep.equal([]);
    expect(requests).to.deep.equal([]);
  });

  it('finds the checksum that the server tells, and follows it', async () => {
    const properties = { checksum_url: `${site}/SUMS` };
    expect(await apply(properties)).to.deep.include({ remaining: [], predicted: [] });
    content = 'two';
    expect((await apply(properties)).remaining).to.deep.equal([]);
    expect(text()).to.equal('two');
  });

  it('says in the plan what the server says', async () => {
    const missing = await apply({ sha256: digest('one'), url: `${site}/missing` });
    expect(missing.problems.map(({ code, detail }) => `${code} ${detail}`)).to.satisfy(
      ([problem = '']: readonly string[]) => problem.startsWith('SP612') && problem.endsWith('it answers with 404.'),
    );
    const lost = await apply({ sha256: digest('one'), url: 'http://127.0.0.1:1/tool' });
    expect(lost.problems.map(({ code }) => code)).to.deep.equal(['SP612']);
  });

  it('does not replace what came to the path after the plan, unless it is what is wanted', async () => {
    const declared = declare({ sha256: digest('one') });
    const operations = await planOperations(node, download, declared);
    writeFileSync(join(dir, 'tool'), 'mine');
    expect((await executeAll(node.channel, operations)).map(({ status }) => status)).to.deep.equal(['refused']);
    expect(text()).to.equal('mine');
    writeFileSync(join(dir, 'tool'), 'one');
    expect((await executeAll(node.channel, operations)).map(({ status }) => status)).to.deep.equal(['done']);
    expect(existsSync(join(dir, 'tool'))).to.equal(true);
  });
});
