import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LockHolder, LockResult } from '@setpoint/model';
import { expect } from 'chai';
import { lockNode } from '../../src/driver/lock.ts';
import type { RemoteProcess, Session } from '../../src/transports/transport.ts';
import { shellSession, shells } from '../support/shell-session.ts';

const first: LockHolder = { who: "o'neil", host: 'desk', pid: 1, run: 'r1', since: '2026-03-01T00:00:00Z' };
const second: LockHolder = { ...first, who: 'second', run: 'r2' };

for (const shell of shells) {
  describe(`the lock of a node, through ${shell.name}`, () => {
    let dir = '';
    const processes: RemoteProcess[] = [];
    beforeEach(() => {
      dir = mkdtempSync(join(tmpdir(), 'setpoint-lock-'));
      mkdirSync(join(dir, 'run'));
    });
    afterEach(() => rmSync(dir, { recursive: true, force: true }));

    /** An unprivileged account with a runtime directory of its own, so that no lock of this machine is in the way. */
    const session = (): Session => {
      const inner = shellSession(shell.command);
      execFileSync('chown', ['-R', '65534', dir]);
      return {
        ...inner,
        start: async (command) => {
          const account = '/usr/bin/setpriv --reuid=65534 --regid=65534 --clear-groups';
          const started = await inner.start(
            `export XDG_RUNTIME_DIR=${join(dir, 'run')}; chmod 711 ${dir}; ${account} ${command}`,
          );
          if (started.kind === 'started') processes.push(started.process);
          return started;
        },
      };
    };
    const lock = (holder: LockHolder) => lockNode({ session: session(), sudo: undefined }, holder);
    const release = async (result: LockResult): Promise<void> => {
      expect(result.kind).to.equal('held');
      if (result.kind === 'held') await result.release();
    };

    it('is held by one at a time, and the second is told who holds it', async () => {
      const held = await lock(first);
      expect(await lock(second)).to.deep.equal({ kind: 'taken', by: first });
      await release(held);
      await release(await lock(second));
    });

    it('is free again when the connection of its holder dies', async () => {
      processes.length = 0;
      await lock(first);
      processes[0]?.abandon('the connection died');
      await processes[0]?.exited;
      let result = await lock(second);
      // The kernel ends the other side a moment after its pipe is closed.
      while (result.kind === 'taken') result = await lock(second);
      await release(result);
    });
  });
}
