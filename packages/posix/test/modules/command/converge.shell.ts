import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { command } from '../../../src/modules/command/index.ts';
import { converge } from '../../support/converge.ts';
import { hostileNames } from '../../support/hostile-names.ts';
import { shellNode } from '../../support/shell-channel.ts';
import { shells } from '../../support/shell-session.ts';

/** False for a process that is gone, or dead and only waiting to be reaped. */
function isRunning(pid: string): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

for (const shell of shells) {
  describe(`command on a real node, through ${shell.name}`, () => {
    let dir = '';
    beforeEach(() => {
      dir = mkdtempSync(join(tmpdir(), 'setpoint-command-'));
    });
    afterEach(() => rmSync(dir, { recursive: true, force: true }));

    const run = (properties: JsonObject, stdin?: string) =>
      converge(shellNode(shell.command), command, {
        identity: 'the command',
        properties: { cwd: dir, ...properties },
        ...(stdin === undefined ? {} : { body: stdin }),
      });
    const made = (name: string): string => readFileSync(join(dir, name), 'utf8');

    it('is not run while what it creates is there', async () => {
      writeFileSync(join(dir, 'done'), '');
      const result = await run({ run: 'touch ran', creates: join(dir, 'done') });
      expect(result).to.deep.include({ edits: [], outcomes: [] });
      expect(existsSync(join(dir, 'ran'))).to.equal(false);
    });

    it('is run when what it creates is not there, and is converged then', async () => {
      const result = await run({ run: 'echo content > done', creates: join(dir, 'done') });
      expect(result).to.deep.include({ titles: ['run the command'], remaining: [], predicted: [] });
      expect(made('done')).to.equal('content\n');
    });

    it('is not converged when it did not create what it should', async () => {
      const result = await run({ run: 'true', creates: join(dir, 'done') });
      expect(result.outcomes[0]?.status).to.equal('done');
      expect(result.remaining.map((edit) => edit.path)).to.deep.equal(['run']);
    });

    it('looks for patterns, with hostile names', async () => {
      for (const name of hostileNames) {
        mkdirSync(join(dir, `d${name}`));
        writeFileSync(join(dir, `d${name}`, 'app-1.jar'), '');
        const pattern = `${join(dir, `d${name}`)}/app-*.jar`;
        if (!/[[*?\\]/.test(name))
          expect((await run({ run: 'false', creates: pattern })).edits, name).to.deep.equal([]);
        expect((await run({ run: 'false', removes: `${join(dir, `d${name}`)}/none-*` })).edits, name).to.deep.equal([]);
      }
    });

    it('is run again when an input is newer than its result', async () => {
      const paths = { creates: join(dir, 'aliases.db'), inputs: join(dir, 'aliases') };
      writeFileSync(paths.creates, '');
      writeFileSync(paths.inputs, 'new');
      utimesSync(paths.creates, 1000, 1000);
      const result = await run({ run: 'cp aliases aliases.db', ...paths });
      expect(result).to.deep.include({ titles: ['run the command'], remaining: [], predicted: [] });
      expect(made('aliases.db')).to.equal('new');
    });

    it('is run while what it removes is there', async () => {
      writeFileSync(join(dir, 'old'), '');
      const result = await run({ run: 'rm old', removes: join(dir, 'old') });
      expect(result).to.deep.include({ titles: ['run the command'], remaining: [], predicted: [] });
    });

    it('asks a safe guard while planning', async () => {
      const guarded = { run: 'touch done', unless: `test -e ${dir}/done`, safe_guard: true };
      const first = await run(guarded);
      expect(first).to.deep.include({ remaining: [], predicted: [] });
      expect(first.edits).to.have.length(1);
      expect((await run(guarded)).edits).to.deep.equal([]);
      expect(
        (await run({ run: 'touch never', only_if: `test ! -e ${dir}/done`, safe_guard: true })).edits,
      ).to.deep.equal([]);
    });

    it('leaves a guard that may not run in a plan to the node', async () => {
      const guarded = { run: 'echo ran >> log', unless: 'echo asked >> asked; test -e log' };
      const first = await run(guarded);
      expect(first.edits).to.have.length(1);
      expect(first.edits[0]).to.include({ path: 'run', act: true });
      const second = await run(guarded);
      expect(second.outcomes[0]).to.include({ status: 'done', output: 'not needed: unless succeeded' });
      expect({ log: made('log'), asked: made('asked') }).to.deep.equal({ log: 'ran\n', asked: 'asked\nasked\n' });
    });

    it('is an act when it is declared to run always', async () => {
      const result = await run({ run: 'echo ran >> log', always: true });
      expect([...result.edits, ...result.remaining].map((edit) => edit.act)).to.deep.equal([true, true]);
      expect(made('log')).to.equal('ran\n');
    });

    it('passes words to a program as they are', async () => {
      for (const name of hostileNames) {
        const result = await run({ argv: ['/usr/bin/printf', '%s|', name, '$HOME', 'a=b'], always: true });
        expect(result.outcomes[0]).to.include({ status: 'done', output: `${name}|$HOME|a=b|`.trim() });
      }
    });

    it('gives it directory, environment and standard input, byte by byte', async () => {
      const result = await run(
        { run: 'pwd; printf "%s\\n" "$GREETING"; cat > copy', env: { GREETING: "it's $HOME" }, always: true },
        'no newline at the end',
      );
      expect(result.outcomes[0]).to.include({ status: 'done', output: `${dir}\nit's $HOME` });
      expect(made('copy')).to.equal('no newline at the end');
    });

    it('has the script read by another interpreter, its standard input free', async () => {
      const result = await run(
        { run: 'local=(a b)\nread line; echo "${local[1]} $line"', interpreter: '/bin/bash', always: true },
        'input\n',
      );
      expect(result.outcomes[0]).to.include({ status: 'done', output: 'b input' });
    });

    it('fails with the exit code and the last words of the command', async () => {
      const result = await run({ run: 'echo one; echo two >&2; exit 7', always: true });
      expect(result.outcomes[0]).to.include({ status: 'failed', exitCode: 7, reason: 'two', output: 'one\ntwo' });
    });

    it('takes other exit codes for success when declared', async () => {
      const codes = { success_codes: [0, 3], always: true };
      expect((await run({ run: 'exit 3', ...codes })).outcomes[0]?.status).to.equal('done');
      expect((await run({ run: 'exit 4', ...codes })).outcomes[0]?.status).to.equal('failed');
      expect((await run({ run: 'true', success_codes: [3], always: true })).outcomes[0]?.status).to.equal('failed');
    });

    it('fails at a script that the shell cannot read', async () => {
      expect((await run({ run: 'if then fi )', always: true })).outcomes[0]?.status).to.equal('failed');
    });

    it('ends the command and its children at the deadline', async () => {
      const result = await run({ run: 'sleep 61 & echo $! > child; wait', timeout_seconds: 1, always: true });
      expect(result.outcomes[0]).to.include({
        status: 'failed',
        reason: 'the deadline of 1 s passed and it was ended',
      });
      expect(isRunning(made('child').trim())).to.equal(false);
    });

    it('ends also what does not heed being asked to end', async function () {
      this.timeout(30_000);
      const stubborn = 'trap "" TERM; sleep 61 & echo $! > child; while :; do sleep 61; done';
      const result = await run({ run: stubborn, timeout_seconds: 1, always: true });
      expect(result.outcomes[0]).to.include({
        status: 'failed',
        reason: 'the deadline of 1 s passed and it was ended',
      });
      expect(isRunning(made('child').trim())).to.equal(false);
    });

    it('says that the directory to run in is missing', async () => {
      const result = await run({ run: 'true', cwd: join(dir, 'none'), always: true });
      expect(result.problems.map((problem) => problem.code)).to.deep.equal(['SP604']);
    });
  });
}
