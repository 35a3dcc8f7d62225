import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, Query } from '@setpoint/model';
import { expect } from 'chai';
import { ask } from '../../src/driver/ask.ts';
import { statQuery } from '../../src/queries/stat.ts';
import { unitQuery } from '../../src/queries/unit.ts';
import { shellSession, shells } from '../support/shell-session.ts';

const hostileNames = [
  'plain',
  'with space',
  "it's",
  'a"b',
  '$HOME',
  '`id`',
  'new\nline',
  'back\\slash',
  'ü→😀',
  '-rf',
  'a|b',
  '*',
];

for (const shell of shells) {
  describe(`asking a node in ${shell.name}`, () => {
    let dir = '';
    beforeEach(() => {
      dir = mkdtempSync(join(tmpdir(), 'setpoint-ask-'));
    });
    afterEach(() => rmSync(dir, { recursive: true, force: true }));

    const askAll = async (queries: readonly Query[]): Promise<readonly Answer[]> => {
      const context = { session: shellSession(shell.command), node: 'here', sudo: undefined };
      const result = await ask(
        context,
        queries.map((query) => ({ query })),
      );
      if (result.kind === 'failed') throw new Error(result.diagnostic.detail);
      return result.answers;
    };
    const value = (answer: Answer | undefined): unknown => (answer?.status === 'found' ? answer.value : answer);

    it('finds nothing where nothing is', async () => {
      expect(await askAll([statQuery(join(dir, 'none')), statQuery(join(dir, 'no/such/parent'))])).to.deep.equal([
        { status: 'absent' },
        { status: 'absent' },
      ]);
    });

    it('repeats what a shell says that runs nothing, and nothing that a program had begun to answer', async () => {
      const failing = async (before: string, after = ''): Promise<string> => {
        const inner = shellSession(shell.command);
        const session = { ...inner, start: (command: string) => inner.start(`${before}${command}${after}`) };
        const result = await ask({ session, node: 'here', sudo: undefined }, [{ query: statQuery(dir) }]);
        return result.kind === 'failed' ? `${result.diagnostic.code} ${result.diagnostic.detail}` : 'answered';
      };
      expect(await failing('echo This account is currently not available.; exit 1; ')).to.equal(
        'SP554 The shell on here ended with exit code 1 before it answered: This account is currently not available.',
      );
      expect(await failing('exit 1; ')).to.equal('SP554 The shell on here ended with exit code 1 before it answered.');
      expect(await failing('', ' | head -c 60; exit 3')).to.equal(
        'SP554 The shell on here ended with exit code 3 before it answered.',
      );
    });

    it('says of a sudo that wants a terminal what to change', async () => {
      const bin = join(dir, 'bin');
      mkdirSync(bin);
      const refusal = 'sudo: sorry, you must have a tty to run sudo';
      writeFileSync(join(bin, 'sudo'), `#!/bin/sh\necho '${refusal}' >&2; exit 1\n`, { mode: 0o755 });
      const inner = shellSession(shell.command);
      const session = {
        ...inner,
        start: (command: string) => inner.start(`PATH=${bin}:$PATH; export PATH; ${command}`),
      };
      const result = await ask({ session, node: 'here', sudo: 'postgres' }, [{ query: statQuery(dir) }]);
      expect(result.kind === 'failed' && [result.diagnostic.code, result.diagnostic.hint]).to.deep.equal([
        'SP552',
        'take requiretty away for the login account, in sudoers: Defaults:deploy !requiretty',
      ]);
    });

    it('ends a tool that hangs, with all that the program started, and says what was asked', async () => {
      const bin = join(dir, 'bin');
      mkdirSync(bin);
      const own = `4321${process.pid}`;
      writeFileSync(join(bin, 'systemctl'), `#!/bin/sh\nsleep ${own} | cat\n`, { mode: 0o755 });
      const inner = shellSession(shell.command);
      const session = {
        ...inner,
        start: (command: string) => inner.start(`PATH=${bin}:$PATH; export PATH; ${command}`),
      };
      const context = { session, node: 'here', sudo: undefined, deadlineMs: 1000 };
      const result = await ask(context, [{ query: statQuery(dir) }, { query: unitQuery('ssh.service') }]);
      expect(result.kind === 'failed' && [result.diagnostic.code, result.diagnostic.detail]).to.deep.equal([
        'SP558',
        'Within 1 s the node did not say what it was asked last, facts of the kind "unit". What still ran there for it was ended.',
      ]);
      const left = execFileSync('ps', ['-e', '-o', 'args'], { encoding: 'utf8' }).split('\n');
      expect(left.filter((line) => line.includes(own))).to.deep.equal([]);
    });

    it('tells files, directories and links apart, with hostile names', async () => {
      for (const name of hostileNames) {
        writeFileSync(join(dir, `f${name}`), 'x');
        mkdirSync(join(dir, `d${name}`));
        symlinkSync(`t${name}`, join(dir, `l${name}`));
      }
      const answers = await askAll(
        hostileNames.flatMap((name) => ['f', 'd', 'l', 'none'].map((prefix) => statQuery(join(dir, prefix + name)))),
      );
      for (const [index, name] of hostileNames.entries()) {
        const [file, directory, link, none] = answers.slice(index * 4, index * 4 + 4);
        expect(value(file), name).to.include({ type: 'file', mode: '0644', sizeBytes: 1 });
        expect(value(directory), name).to.include({ type: 'directory', mode: '0755' });
        expect(value(link), name).to.include({ type: 'link', target: `t${name}` });
        expect(none, name).to.deep.equal({ status: 'absent' });
      }
    });

    it('gives the digest alone for expected content, and the bytes for other content', async () => {
      const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 256));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      for (const name of hostileNames) writeFileSync(join(dir, name), bytes);
      const content = (name: string, unless: string, limitBytes = 100_000): Query => ({
        kind: 'content',
        path: join(dir, name),
        unless,
        limitBytes,
        follow: false,
      });
      const answers = await askAll([
        ...hostileNames.map((name) => content(name, sha256)),
        ...hostileNames.map((name) => content(name, '-')),
        content('plain', '-', 69_999),
        content('none', '-'),
      ]);
      const found = (base64?: string) => ({
        status: 'found',
        value: base64 === undefined ? { sha256 } : { sha256, base64 },
      });
      expect(answers).to.deep.equal([
        ...hostileNames.map(() => found()),
        ...hostileNames.map(() => found(bytes.toString('base64'))),
        found(),
        { status: 'absent' },
      ]);
    });

    it('reads an empty file as empty', async () => {
      writeFileSync(join(dir, 'empty'), '');
      const [answer] = await askAll([
        { kind: 'content', path: join(dir, 'empty'), unless: '-', limitBytes: 10, follow: false },
      ]);
      expect(value(answer)).to.deep.include({ base64: '' });
    });

    it('never opens what is no regular file', async () => {
      execFileSync('mkfifo', [join(dir, 'pipe')]);
      const [answer] = await askAll([
        { kind: 'content', path: join(dir, 'pipe'), unless: '-', limitBytes: 10, follow: false },
      ]);
      expect(answer).to.deep.equal({ status: 'absent' });
    });

    it('tells the exit code of a guard and ends one that hangs', async () => {
      const probe = (script: string, timeoutSeconds = 5): Query => ({ kind: 'probe', script, timeoutSeconds });
      const answers = await askAll([
        probe('true'),
        probe('echo noise; exit 3'),
        probe('read line'),
        probe('sleep 20', 1),
      ]);
      expect(answers.map(value)).to.deep.equal([{ exitCode: 0 }, { exitCode: 3 }, { exitCode: 1 }, { exitCode: 124 }]);
    });

    it('is not confused by what a login shell prints', async () => {
      const session = shellSession(shell.command);
      const noisy = {
        ...session,
        start: (command: string) => session.start(`printf 'Welcome #1 q0 0 3\\n>'; ${command}`),
      };
      const result = await ask({ session: noisy, node: 'here', sudo: undefined }, [{ query: statQuery(dir) }]);
      expect(result.kind).to.equal('answered');
    });
  });
}

describe('asking without the right to read', () => {
  it('says so instead of calling it absent', async function () {
    if (process.getuid?.() !== 0) this.skip();
    const dir = mkdtempSync(join(tmpdir(), 'setpoint-ask-'));
    chmodSync(dir, 0o755);
    mkdirSync(join(dir, 'closed'), { mode: 0o700 });
    writeFileSync(join(dir, 'secret'), 'x', { mode: 0o600 });
    const session = shellSession();
    const asNobody = {
      ...session,
      start: (command: string) => session.start(`setpriv --reuid=65534 --regid=65534 --clear-groups ${command}`),
    };
    const result = await ask({ session: asNobody, node: 'here', sudo: undefined }, [
      { query: statQuery(join(dir, 'closed/file')) },
      { query: { kind: 'content', path: join(dir, 'secret'), unless: '-', limitBytes: 10, follow: false } },
    ]);
    rmSync(dir, { recursive: true });
    expect(result).to.deep.equal({
      kind: 'answered',
      answers: [
        { status: 'unknown', cause: { kind: 'denied', what: 'a parent directory' } },
        { status: 'unknown', cause: { kind: 'denied', what: 'content' } },
      ],
    });
  });
});
