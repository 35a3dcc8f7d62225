import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { assert } from 'chai';

const formats = ['text', 'markdown', 'json', 'html', 'junit', 'sarif', 'github'];
const zones = ['UTC', 'Asia/Kathmandu'];
const locales = ['C', 'tr_TR.UTF-8'];
/** In each of the four processes, one node at a time and all at once by turns; twenty of each format in all. */
const runsEach = 5;

/** Plans again and again, as many commands of one process, and prints a digest of what each wrote. */
const program = `
import { createHash } from 'node:crypto';
import { runCommand } from '${import.meta.dirname}/support/run-command.ts';
for (let run = 0; run < ${runsEach}; run += 1)
  for (const format of ${JSON.stringify(formats)}) {
      const concurrency = run % 2 === 0 ? '1' : '50';
      const { stdout, stderr, code } = await runCommand(
        ['plan', '--detailed-exitcode', '--format', format, '--concurrency', concurrency], process.cwd(), process.env);
      if (code !== 3) throw new Error(stdout + stderr);
      console.log(format, createHash('sha256').update(stdout).digest('hex'));
    }
`;

const main = join(import.meta.dirname, '../src/main.ts');

describe('plan writes the same bytes', function () {
  this.timeout(120_000);
  let dir: string;

  before(() => {
    dir = mkdtempSync(join(tmpdir(), 'setpoint-same-'));
    mkdirSync(join(dir, 'playbooks'));
    mkdirSync(join(dir, '.setpoint'));
    mkdirSync(join(dir, 'node'));
    writeFileSync(join(dir, '.setpoint/key'), Buffer.alloc(32, 7));
    writeFileSync(join(dir, 'setpoint.yaml'), 'inventory: inventory.yaml\nsecrets: { token: { env: TOKEN } }\n');
    const nodes = ['ıslak', 'Ilk'];
    const local = nodes.map((name) => `  "${name}": { local: {} }\n`).join('');
    writeFileSync(join(dir, 'inventory.yaml'), `nodes:\n${local}  gone: { exec: { command: [/bin/false] } }\n`);
    writeFileSync(
      join(dir, 'playbooks/site.yaml'),
      `name: İçerik
nodes: all
resources:
  - file: ${dir}/node/INI
    content: "I ı İ i\\n"
    mode: "0640"
  - file: ${dir}/node/secret
    content: "\${{ secret('token') }}"
  - command: Iı
    run: touch ${dir}/node/made
    creates: ${dir}/node/made
  - file: ${dir}/node/missing/one
    content: x
`,
    );
  });
  after(() => rmSync(dir, { recursive: true, force: true }));

  it('whatever the zone, the locale, the concurrency, and however often', async () => {
    const found = new Map<string, Set<string>>();
    const script = join(dir, 'again.ts');
    writeFileSync(script, program);
    for (const zone of zones) {
      for (const locale of locales) {
        const lines = (await run([script], { zone, locale })).split('\n').filter((line) => line !== '');
        assert.lengthOf(lines, runsEach * formats.length);
        for (const line of lines) add(found, ...(line.split(' ') as [string, string]));
      }
    }
    // What a process of its own writes, started by a shell, is the same again.
    for (const format of formats) {
      const words = [main, 'plan', '--format', format];
      add(found, format, sha256(await run(words, { zone: 'Asia/Kathmandu', locale: 'tr_TR.UTF-8' }, 3)));
    }
    for (const format of formats) assert.equal(found.get(format)?.size, 1, format);
  });

  async function run(
    words: readonly string[],
    { zone, locale }: { readonly zone: string; readonly locale: string },
    code = 0,
  ): Promise<string> {
    const env = { PATH: process.env['PATH'], HOME: dir, TZ: zone, LC_ALL: locale, LANG: locale, TOKEN: 'canary-71f3' };
    const options = { cwd: dir, env, maxBuffer: 64 * 1024 * 1024 };
    const ended = await promisify(execFile)(process.execPath, ['--conditions=@setpoint/source', ...words], options)
      .then(({ stdout, stderr }) => ({ code: 0, stdout, stderr }))
      .catch((error: { code: number; stdout: string; stderr: string }) => error);
    assert.equal(ended.code, code, ended.stderr);
    assert.notInclude(ended.stdout + ended.stderr, 'canary');
    return ended.stdout;
  }
});

function add(found: Map<string, Set<string>>, format: string, digest: string): void {
  found.set(format, (found.get(format) ?? new Set()).add(digest));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
