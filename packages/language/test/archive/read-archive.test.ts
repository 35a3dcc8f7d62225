import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, zstdCompressSync } from 'node:zlib';
import type { ArchiveMember } from '@setpoint/model';
import { assert, expect } from 'chai';
import { type ArchiveReading, readArchive } from '../../src/archive/read-archive.ts';

const long = `${'deep/'.repeat(40)}end`;
const umlaut = 'größe ü→😀 \n "it\'s"';

describe('an archive of the project', () => {
  let dir: string;
  before(() => {
    dir = mkdtempSync(join(tmpdir(), 'archive-'));
    const top = join(dir, 'app');
    mkdirSync(join(top, 'bin'), { recursive: true, mode: 0o755 });
    mkdirSync(join(top, 'empty'), { mode: 0o750 });
    mkdirSync(join(top, long, '..'), { recursive: true });
    writeFileSync(join(top, 'bin/run'), '#!/bin/sh\necho hello\n', { mode: 0o755 });
    writeFileSync(join(top, 'nothing'), '', { mode: 0o600 });
    writeFileSync(join(top, umlaut), 'names', { mode: 0o644 });
    writeFileSync(join(top, long), Buffer.alloc(1000, 'x'), { mode: 0o644 });
    symlinkSync('bin/run', join(top, 'link'));
    for (const name of ['bin/run', 'nothing', umlaut, long]) utimesSync(join(top, name), 1_700_000_000, 1_700_000_000);
  });
  after(() => rmSync(dir, { recursive: true }));

  const pack = (...args: readonly string[]): Uint8Array =>
    execFileSync('tar', ['-C', dir, '--owner=0', '--group=0', '-cf', '-', ...args, 'app'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });

  for (const format of ['gnu', 'pax', 'oldgnu']) {
    it(`is read as GNU tar writes it in the form ${format}`, () => {
      expectWhole(readArchive(pack(`--format=${format}`)));
    });
  }

  it('is read in the old forms, as far as they hold names', () => {
    for (const format of ['ustar', 'v7']) {
      const { members } = read(readArchive(pack(`--format=${format}`, '--exclude=deep')));
      expect(members.map(({ path, type }) => `${type} ${path}`)).to.have.members([
        'directory app',
        'directory app/bin',
        'file app/bin/run',
        'directory app/empty',
        'link app/link',
        'file app/nothing',
        `file app/${umlaut}`,
      ]);
    }
  });

  for (const program of ['gzip', 'zstd', 'xz', 'bzip2']) {
    it(`is read when ${program} has packed it, whatever its name`, function () {
      const packed = program === 'zstd' ? zstdCompressSync(pack()) : through(program, pack());
      if (packed === undefined) this.skip();
      expectWhole(readArchive(packed));
    });
  }

  it('is read as zip, with modes, links and times where the packer told them', () => {
    expectWhole(readArchive(zip('deflate')));
    expectWhole(readArchive(zip('store')));
    const plain = read(readArchive(zip('windows'))).members.find(({ path }) => path === 'app/bin/run');
    assert.isDefined(plain);
    assert.isUndefined(plain.mode);
  });

  it('tells a hard link as the file that it is, and one that leads out by what it names', () => {
    const made = mkdtempSync(join(dir, 'hard-'));
    execFileSync(
      'sh',
      [
        '-c',
        'echo same >one; ln one two; tar -cf all.tar one two; tar -cf half.tar two one --transform=s,^one,../gone,',
      ],
      { cwd: made },
    );
    const [one, two] = read(readArchive(readFileSync(join(made, 'all.tar')))).members;
    expect(two).to.deep.equal({ ...one, path: 'two' });
    expect(one?.sizeBytes).to.equal(5);
  });

  it('tells devices and pipes as what they are', () => {
    const made = mkdtempSync(join(dir, 'pipe-'));
    execFileSync('sh', ['-c', 'mkfifo pipe; tar -cf all.tar pipe'], { cwd: made });
    expect(read(readArchive(readFileSync(join(made, 'all.tar')))).members).to.containSubset([
      { path: 'pipe', type: 'other', what: 'a named pipe' },
    ]);
  });

  it('keeps names that lead out, for who unpacks it to judge', () => {
    const packed = pack('-P', '--transform=s,^app/bin/run,/etc/../run,', '--transform=s,^app/nothing,../up,');
    const paths = read(readArchive(packed)).members.map(({ path }) => path);
    expect(paths).to.include.members(['/etc/../run', '../up']);
  });

  it('is refused with a reason when it is something else, cut, damaged, or too large unpacked', () => {
    const whole = pack();
    const cases: readonly (readonly [Uint8Array, RegExp])[] = [
      [Buffer.from('hello'), /no tar archive/],
      [Buffer.alloc(2000, 'a'), /no tar archive/],
      [new Uint8Array(), /no tar archive/],
      [brotliCompressSync(whole), /no tar archive/],
      [(through('gzip', whole) ?? whole).subarray(0, 200), /damaged/],
      [zip('deflate').subarray(0, -30), /end is missing/],
      [zip('encrypted flag'), /is encrypted/],
      [zip('bad crc'), /content of app\/[^]* is damaged/],
    ];
    for (const [bytes, why] of cases) expect(refusal(readArchive(bytes))).to.match(why);
    const bomb = through('gzip', Buffer.alloc(3 * 1024 * 1024)) ?? whole;
    expect(refusal(readArchive(bomb, 1024 * 1024))).to.match(/more than 1 MiB/);
    expect(refusal(readArchive(zip('bomb'), 1024 * 1024))).to.match(/more than 1 MiB/);
  });

  for (const program of ['xz', 'bzip2']) {
    it(`needs ${program} on this machine for what it packed, and says so`, () => {
      const start = { xz: 'fd377a585a00', bzip2: '425a6839' }[program] ?? '';
      const path = process.env['PATH'];
      process.env['PATH'] = '/nowhere';
      try {
        expect(refusal(readArchive(Buffer.from(start, 'hex')))).to.include(`has no program \`${program}\``);
      } finally {
        process.env['PATH'] = path;
      }
    });
  }

  it('is told or refused wherever it is cut, and never read half', () => {
    const whole = pack();
    const { members } = read(readArchive(whole));
    for (let end = 0; end < whole.length; end += 487) {
      const reading = readArchive(whole.subarray(0, end));
      if (reading.kind === 'read')
        expect(members.slice(0, reading.body.members?.length)).to.deep.equal(reading.body.members);
    }
    for (let at = 0; at < 600; at += 7) {
      const bytes = Uint8Array.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      readArchive(bytes);
    }
  });

  const zip = (kind: string): Uint8Array => {
    const path = join(dir, 'made.zip');
    execFileSync('python3', ['-c', zipProgram, join(dir, 'app'), path, kind]);
    return readFileSync(path);
  };
});

/** Python's zipfile is the packer; what it does not write by itself is put into the bytes afterwards. */
const zipProgram = `
import os, sys, zipfile, struct
top, out, kind = sys.argv[1:]
method = zipfile.ZIP_STORED if kind == 'store' else zipfile.ZIP_DEFLATED
with zipfile.ZipFile(out, 'w', method) as z:
    if kind == 'bomb':
        z.writestr('zeros', bytes(3 * 1024 * 1024))
    else:
        for root, dirs, files in os.walk(top):
            for name in [''] + files + [d for d in dirs if os.path.islink(os.path.join(root, d))]:
                path = os.path.join(root, name) if name else root
                told = os.path.relpath(path, os.path.dirname(top)) + ('' if name else '/')
                info = zipfile.ZipInfo(told, (2023, 11, 14, 22, 13, 20))
                info.compress_type = method
                info.create_system = 0 if kind == 'windows' else 3
                mode = os.lstat(path).st_mode
                if kind != 'windows': info.external_attr = mode << 16
                data = b'' if not name else os.readlink(path).encode() if os.path.islink(path) else open(path, 'rb').read()
                if kind == 'windows' and os.path.islink(path): continue
                z.writestr(info, data)
data = bytearray(open(out, 'rb').read())
at = data.find(b'PK\\x01\\x02')
while at != -1 and kind in ('encrypted flag', 'bad crc'):
    if kind == 'encrypted flag': data[at + 8] |= 1
    elif struct.unpack_from('<I', data, at + 24)[0]: data[at + 16] ^= 0xff
    at = data.find(b'PK\\x01\\x02', at + 4)
open(out, 'wb').write(data)
`;

function expectWhole(reading: ArchiveReading): void {
  const { members, bytes } = read(reading);
  const byPath = new Map(members.map((member) => [member.path, member]));
  const text = (path: string): string | undefined => {
    const { offset = 0, sizeBytes = 0 } = byPath.get(path) ?? {};
    return Buffer.from(bytes).toString('utf8', offset, offset + sizeBytes);
  };
  expect(byPath.get('app/bin/run')).to.containSubset({
    type: 'file',
    mode: '0755',
    modified: 1_700_000_000,
    sizeBytes: 21,
  });
  expect(text('app/bin/run')).to.equal('#!/bin/sh\necho hello\n');
  expect(byPath.get('app/nothing')).to.containSubset({ type: 'file', mode: '0600', sizeBytes: 0 });
  expect(byPath.get('app/empty')).to.containSubset({ type: 'directory', mode: '0750' });
  expect(byPath.get('app/link')).to.containSubset({ type: 'link', target: 'bin/run' });
  expect(text(`app/${umlaut}`)).to.equal('names');
  expect(text(`app/${long}`)).to.equal('x'.repeat(1000));
}

function read(reading: ArchiveReading): { readonly members: readonly ArchiveMember[]; readonly bytes: Uint8Array } {
  if (reading.kind === 'refused') return assert.fail(reading.why);
  return { members: reading.body.members ?? [], bytes: reading.bytes };
}

function refusal(reading: ArchiveReading): string {
  return reading.kind === 'refused' ? reading.why : 'read';
}

/** Undefined where this machine lacks the program. */
function through(program: string, input: Uint8Array): Uint8Array | undefined {
  try {
    return execFileSync(program, ['-c'], { input, maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
