import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBodyStore, type LockHolder, type LockResult } from '@setpoint/model';
import { expect } from 'chai';
import { lockNode } from '../../src/driver/lock.ts';
import { createShChannel } from '../../src/driver/sh-driver.ts';
import { statQuery } from '../../src/queries/stat.ts';
import type { RemoteProcess, Session } from '../../src/transports/transport.ts';
import { shellSession, shells } from '../support/shell-session.ts';
import { runStep } from '../support/write-file.ts';

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
    const session = (noise = ''): Session => {
      const inner = shellSession(shell.command);
      execFileSync('chown', ['-R', '65534', dir]);
      return {
        ...inner,
        start: async (command) => {
          const account = '/usr/bin/setpriv --reuid=65534 --regid=65534 --clear-groups';
          const started = await inner.start(
            `${noise}export XDG_RUNTIME_DIR=${join(dir, 'run')}; chmod 711 ${dir}; ${account} ${command}`,
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

    describe('tells whether another apply held the node since it was last read', () => {
      const spec = { name: 'here', connection: { driver: 'local', settings: {} }, groups: [] };
      const read = async () => {
        const channel = createShChannel(session(), spec, createBodyStore());
        await channel.ask([{ query: statQuery('/') }]);
        return channel;
      };
      const cases: readonly {
        readonly what: string;
        readonly isUndisturbed: boolean;
        readonly before?: () => Promise<unknown>;
        readonly between?: () => Promise<unknown>;
      }[] = [
        { what: 'never, where the node was never held', isUndisturbed: true },
        {
          what: 'not since, where it was given back before',
          isUndisturbed: true,
          before: async () => release(await lock(first)),
        },
        {
          what: 'perhaps, where it was held and given back in between',
          isUndisturbed: false,
          between: async () => release(await lock(second)),
        },
        {
          what: 'perhaps, where a holder that came before ended in between',
          isUndisturbed: false,
          before: async () => {
            processes.length = 0;
            await lock(first);
          },
          between: async () => {
            processes[0]?.stdin.end('r');
            await processes[0]?.exited;
          },
        },
        {
          what: 'perhaps, where a holder vanished without giving it back',
          isUndisturbed: false,
          before: async () => {
            processes.length = 0;
            await lock(first);
            processes[0]?.stdin.end();
            await processes[0]?.exited;
          },
        },
        {
          what: 'perhaps, where nothing could be written down',
          isUndisturbed: false,
          before: async () => {
            await release(await lock(first));
            writeFileSync(join(dir, 'run/setpoint-65534.lock'), '');
          },
        },
      ];
      for (const { what, isUndisturbed, before, between } of cases) {
        it(what, async () => {
          await before?.();
          const channel = await read();
          await between?.();
          const result = await channel.lock({ ...second, run: 'r3' });
          expect(result).to.include({ kind: 'held', isUndisturbed });
          await release(result);
        });
      }

      it('perhaps, where it was never read', async () => {
        const result = await lock(first);
        expect(result).to.include({ kind: 'held', isUndisturbed: false });
        await release(result);
      });
    });

    it('is held although the login shell prints lines of its own', async () => {
      const noisy = { session: session('echo Welcome; echo held; '), sudo: undefined };
      const held = await lockNode(noisy, first);
      expect(await lockNode(noisy, second)).to.deep.equal({ kind: 'taken', by: first });
      await release(held);
    });

    it('stays with a wave that runs on when its connection has died', async () => {
      processes.length = 0;
      await lock(first);
      const spec = { name: 'here', connection: { driver: 'local', settings: {} }, groups: [] };
      const channel = createShChannel(session(), spec, createBodyStore());
      const go = join(dir, 'run/go');
      let started = (): void => undefined;
      const running = new Promise<void>((resolve) => {
        started = resolve;
      });
      const wave = channel.execute([runStep(`until [ -e ${go} ]; do sleep 0.05; done`)], { onStart: () => started() });
      await running;
      processes[0]?.abandon('the connection died');
      await processes[0]?.exited;
      expect(await lock(second)).to.deep.equal({ kind: 'taken', by: first });
      writeFileSync(go, '');
      expect((await wave)[0]?.status).to.equal('done');
      let result = await lock(second);
      while (result.kind === 'taken') result = await lock(second);
      await release(result);
    });

    it('is not taken through a link or a pipe that somebody put in its place, and does not hang', async () => {
      const path = join(dir, 'run/setpoint-65534.lock');
      symlinkSync(join(dir, 'victim'), path);
      expect(await lock(first)).to.deep.equal({ kind: 'refused', why: `${path} is a link` });
      expect(existsSync(join(dir, 'victim'))).to.equal(false);
      rmSync(path);
      execFileSync('mkfifo', [path]);
      expect(await lock(first)).to.deep.equal({ kind: 'refused', why: `${path} is not a file of this account` });
    });

    it('is told as not to be had where the node has no flock or its file cannot be written', async () => {
      const bare = join(dir, 'bin');
      mkdirSync(bare);
      for (const tool of ['id', 'sh', 'setpriv', 'chmod', 'env']) symlinkSync(`/usr/bin/${tool}`, join(bare, tool));
      const noFlock = { session: session(`PATH=${bare}; `), sudo: undefined };
      expect(await lockNode(noFlock, first)).to.deep.equal({ kind: 'unsupported', why: 'the node has no flock' });
      mkdirSync(join(dir, 'run', 'gone'));
      const elsewhere = { session: session(), sudo: undefined };
      rmSync(join(dir, 'run'), { recursive: true });
      expect(await lockNode(elsewhere, first)).to.deep.equal({
        kind: 'unsupported',
        why: `${join(dir, 'run/setpoint-65534.lock')} cannot be opened`,
      });
    });

    it('is held for as long as the connection lives where the node has no timeout', async () => {
      const bare = join(dir, 'bin');
      mkdirSync(bare);
      for (const tool of ['id', 'sh', 'setpriv', 'chmod', 'flock', 'head', 'dd', 'wc']) {
        symlinkSync(`/usr/bin/${tool}`, join(bare, tool));
      }
      const plain = { session: session(`PATH=${bare}; `), sudo: undefined };
      const held = await lockNode(plain, first);
      expect(await lockNode(plain, second)).to.deep.equal({ kind: 'taken', by: first });
      await release(held);
    });

    it('is refused when nothing says whether it was given', async () => {
      const mute = { session: session('exit 0; '), sudo: undefined };
      expect(await lockNode(mute, first)).to.deep.equal({ kind: 'refused', why: 'the node did not answer' });
    });
  });
}
