import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject, ResourceModule } from '@setpoint/model';
import { assert, expect } from 'chai';
import { download } from '../../../src/modules/download/index.ts';
import { converge, executeAll, planOperations } from '../../support/converge.ts';
import { shellNode } from '../../support/shell-channel.ts';
import { argumentLists } from './argument-lists.ts';
import { byProgram, curl, wget, wgetOfBusybox } from './programs.ts';

const digest = (text: string, algorithm = 'sha256'): string => createHash(algorithm).update(text).digest('hex');
const modified = 'Fri, 02 Jan 2026 03:04:05 GMT';

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
      } else if (request.url === '/private') {
        const known = request.method === 'HEAD' || request.headers.authorization !== undefined;
        response.writeHead(known ? 200 : 401, known ? {} : { 'www-authenticate': 'Basic realm="x"' }).end('private');
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

  for (const program of [curl, wget, wgetOfBusybox]) {
    const { name } = program;
    const module: ResourceModule = {
      ...download,
      operations: (...args) => {
        const work = download.operations(...args);
        return { ...work, operations: work.operations.map((operation) => byProgram(program, operation)) };
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

  describe('through the controller', () => {
    const through = { through: 'controller' };

    it('makes the file with its mode, and leaves it alone the second time', async () => {
      const properties = { ...through, sha256: digest('one'), mode: '0755', url: `${site}/moved` };
      const made = await apply(properties);
      expect(made).to.deep.include({ remaining: [], predicted: [], problems: [] });
      expect(made.titles).to.deep.equal([`download ${site}/moved to ${join(dir, 'tool')} through the controller`]);
      expect([text(), statSync(join(dir, 'tool')).mode & 0o7777, readdirSync(dir)]).to.deep.equal([
        'one',
        0o755,
        ['tool'],
      ]);
      requests.length = 0;
      expect((await apply(properties)).titles).to.deep.equal([]);
      expect(requests).to.deep.equal([]);
    });

    it('takes what comes where no checksum is declared, however large it is', async () => {
      content = 'x'.repeat(3_000_000);
      expect(await apply(through)).to.deep.include({ remaining: [], problems: [] });
      expect(text()).to.equal(content);
      rmSync(join(dir, 'tool'));
      content = '';
      expect(await apply(through)).to.deep.include({ remaining: [], problems: [] });
      expect(text()).to.equal('');
    });

    it('leaves the old file when what comes is another one, or nothing, and says why', async () => {
      for (const [url, why] of [
        ['/tool', 'what came has the sha256'],
        ['/missing', 'answers with 404'],
      ] as const) {
        writeFileSync(join(dir, 'tool'), 'old');
        const [outcome] = (await apply({ ...through, sha256: digest('two'), url: `${site}${url}` })).outcomes;
        assert.equal(outcome?.status, 'failed');
        expect(JSON.stringify(outcome)).to.include(why);
        expect([text(), readdirSync(dir)]).to.deep.equal(['old', ['tool']]);
      }
    });

    it('sends headers, which reach the node not at all', async () => {
      const headers = 'Authorization: Bearer "s3\\cret"\n';
      const declared = declare({ ...through, headers, sha256: digest('secret'), url: `${site}/secret` }, headers);
      const operations = await planOperations(node, download, declared);
      expect(JSON.stringify(operations)).not.to.include('s3');
      expect((await executeAll(node.channel, operations)).map(({ status }) => status)).to.deep.equal(['done']);
    });

    it('is the way for a node without a program to download', async () => {
      const none = { curl: { status: 'absent' }, wget: { status: 'absent' } } as const;
      const bare: ResourceModule = {
        ...download,
        observe: (declared, answers) => download.observe(declared, { ...answers, ...none }),
      };
      const { outcomes, titles, problems, remaining } = await apply({ sha256: digest('one') }, bare);
      expect(titles.join()).to.match(/through the controller$/);
      expect({ problems, remaining, done: outcomes.map(({ status }) => status) }).to.deep.equal({
        problems: [],
        remaining: [],
        done: ['done'],
      });
    });

    it('does not replace what came to the path after the plan', async () => {
      const operations = await planOperations(node, download, declare({ ...through, sha256: digest('one') }));
      writeFileSync(join(dir, 'tool'), 'mine');
      expect((await executeAll(node.channel, operations)).map(({ status }) => status)).to.deep.equal(['refused']);
      expect(text()).to.equal('mine');
    });
  });

  for (const algorithm of ['md5', 'sha512']) {
    it(`compares ${algorithm}, and asks nobody for a file that has it`, async () => {
      const properties = { checksum: `${algorithm}:${digest('one', algorithm)}` };
      expect(await apply(properties)).to.deep.include({ remaining: [], predicted: [] });
      requests.length = 0;
      expect((await apply({ ...properties, mode: '0700' })).titles).to.deep.equal([
        `set mode 0700 of ${join(dir, 'tool')}`,
      ]);
      expect([requests, statSync(join(dir, 'tool')).mode & 0o777]).to.deep.equal([[], 0o700]);
      expect((await apply({ checksum: `${algorithm}:${digest('two', algorithm)}` })).outcomes).to.satisfy(
        ([outcome]: readonly { readonly status: string }[]) => outcome?.status === 'failed',
      );
      expect(text()).to.equal('one');
    });
  }

  for (const program of [curl, wget]) {
    it(`gives ${program.name} no password of the account`, async () => {
      const home = process.env['HOME'];
      process.env['HOME'] = dir;
      try {
        writeFileSync(join(dir, '.netrc'), 'machine 127.0.0.1 login me password word\n', { mode: 0o600 });
        const operations = await planOperations(node, download, declare({ url: `${site}/private` }));
        const outcomes = await executeAll(
          node.channel,
          operations.map((operation) => byProgram(program, operation)),
        );
        expect(outcomes.map(({ status }) => status)).to.deep.equal(['failed']);
        expect(existsSync(join(dir, 'tool'))).to.equal(false);
      } finally {
        process.env['HOME'] = home;
      }
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
