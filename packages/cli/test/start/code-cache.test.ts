import { chownSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { codeFile, readCode, writeCode } from '../../src/start/code-cache.ts';

const name = { word: 'plan', key: '0123456789abcdef' };
const kept = { code: Buffer.from('code'), parts: ['file', 'package'] };
const end = `0123456789abcdef-${process.version}-${process.arch}`;

const places: readonly (readonly [string, Readonly<Record<string, string>>, string | undefined])[] = [
  ['the home directory', { HOME: '/home/ann' }, `/home/ann/.cache/setpoint/plan-${end}`],
  ['the cache directory', { HOME: '/home/ann', XDG_CACHE_HOME: '/var/ann' }, `/var/ann/setpoint/plan-${end}`],
  ['the home directory again', { HOME: '/home/ann', XDG_CACHE_HOME: 'cache' }, `/home/ann/.cache/setpoint/plan-${end}`],
  ['where Node keeps code', { HOME: '/home/ann', NODE_COMPILE_CACHE: '/srv/code' }, `/srv/code/setpoint/plan-${end}`],
  ['nowhere, without a home', {}, undefined],
  ['nowhere, when Node may not', { HOME: '/home/ann', NODE_DISABLE_COMPILE_CACHE: '1' }, undefined],
];

describe('the place of cached code', () => {
  for (const [title, env, file] of places) {
    it(`is ${title}`, () => expect(codeFile(name, env)).to.equal(file));
  }

  it('is another for each script', () => {
    const file = codeFile({ ...name, script: 'ssh2' }, { HOME: '/home/ann' });
    expect(file).to.equal(`/home/ann/.cache/setpoint/plan.ssh2-${end}`);
  });

  for (const word of ['', '--project', '../../etc', 'a'.repeat(21)]) {
    it(`is the same for what is no command, such as "${word}"`, () => {
      expect(codeFile({ ...name, word }, { HOME: '/home/ann' })).to.equal(`/home/ann/.cache/setpoint/other-${end}`);
    });
  }
});

describe('cached code', () => {
  let home = '';
  let file = '';

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'setpoint-code-'));
    file = codeFile(name, { HOME: home }) ?? '';
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  it('is read as it was written, and is nobody else’s', () => {
    writeCode(file, kept);
    expect(readCode(file)).to.deep.equal(kept);
    expect(statSync(file).mode & 0o777).to.equal(0o600);
    expect(statSync(dirname(file)).mode & 0o777).to.equal(0o700);
    expect(readdirSync(dirname(file))).to.have.lengthOf(1);
  });

  it('takes the place of what was there', () => {
    writeCode(file, kept);
    writeCode(file, { code: Buffer.from('new'), parts: [] });
    expect(readCode(file)).to.deep.equal({ code: Buffer.from('new'), parts: [] });
  });

  it('begins at a multiple of the words of V8, who copies it otherwise', () => {
    for (const length of [0, 7, 60, 61, 62, 63, 200]) {
      writeCode(file, { code: Buffer.alloc(200_000), parts: ['x'.repeat(length)] });
      expect((readCode(file)?.code.byteOffset ?? 1) % 64, `${length}`).to.equal(0);
    }
  });

  it('is not there at first', () => expect(readCode(file)).to.equal(undefined));

  it('is not taken from another account', function () {
    if (process.getuid?.() !== 0) return this.skip();
    writeCode(file, kept);
    chownSync(file, 65_534, 65_534);
    expect(readCode(file)).to.equal(undefined);
  });

  it('is left out where nothing can be written', () => {
    writeFileSync(join(home, '.cache'), 'a file');
    writeCode(file, kept);
    expect(readCode(file)).to.equal(undefined);
  });

  it('goes when it is a month old', () => {
    const old = codeFile({ ...name, key: 'fedcba9876543210' }, { HOME: home }) ?? '';
    writeCode(old, kept);
    const monthAgo = Date.now() / 1000 - 31 * 24 * 60 * 60;
    utimesSync(old, monthAgo, monthAgo);
    writeCode(file, kept);
    expect(readCode(old)).to.equal(undefined);
    expect(readCode(file)).to.deep.equal(kept);
  });
});
