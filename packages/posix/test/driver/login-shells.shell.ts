import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBodyStore, type LockHolder } from '@setpoint/model';
import { quote } from '@setpoint/sdk';
import { expect } from 'chai';
import { createShChannel } from '../../src/driver/sh-driver.ts';
import { statQuery } from '../../src/queries/stat.ts';
import type { Session } from '../../src/transports/transport.ts';
import { shellSession } from '../support/shell-session.ts';
import { runStep } from '../support/write-file.ts';

/** Login shells that do not read commands as sh does; sshd starts every command as `SHELL -c COMMAND`. */
const loginShells = ['fish', 'tcsh', 'csh', 'zsh', 'ksh', 'bash'];
const here = loginShells.filter((name) => has(name));

describe('an account whose login shell is another one', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'setpoint-login-shell-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  for (const name of here) {
    for (const sudo of [undefined, true]) {
      it(`is asked, locked and changed through ${name}${sudo === true ? ' with sudo' : ''}`, async () => {
        const spec = { name: 'here', connection: { driver: 'local', settings: { sudo: sudo ?? false } }, groups: [] };
        const channel = createShChannel(through(name), spec, createBodyStore());
        writeFileSync(join(dir, "it's $HOME"), 'x');
        const asked = await channel.ask([{ query: statQuery(join(dir, "it's $HOME")) }]);
        expect(asked.kind === 'answered' && asked.answers[0]?.status).to.equal('found');
        const lock = await channel.lock(holder);
        expect(lock.kind).to.be.oneOf(['held', 'taken']);
        const [outcome] = await channel.execute([runStep('echo "$0" "it\'s"')], {});
        expect(outcome).to.include({ status: 'done' });
        if (lock.kind === 'held') await lock.release();
      });
    }
  }
});

const holder: LockHolder = { who: "o'neil!", host: 'desk', pid: 1, run: 'r1', since: '2026-03-01T00:00:00Z' };

/** A session whose commands go through that shell, as sshd hands them to it. */
function through(name: string): Session {
  const inner = shellSession();
  return { ...inner, start: (command) => inner.start(`exec ${name} -c ${quote(command)}`) };
}

function has(name: string): boolean {
  try {
    execFileSync('/bin/sh', ['-c', `command -v ${name}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
