import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { localTransport } from '../../src/transports/local.ts';
import type { Session } from '../../src/transports/transport.ts';
import { sessionContract } from './session-contract.ts';
import { contextIn, nodeWith, runOn, sessionOf, startOn } from './session-probe.ts';

describe('the local transport', () => {
  const dir = mkdtempSync(join(tmpdir(), 'setpoint-local-'));
  let session: Session;

  before(async () => {
    session = sessionOf(await localTransport.open(nodeWith('local', {}), contextIn(dir)));
  });

  after(async () => {
    await session.close();
    rmSync(dir, { recursive: true });
  });

  sessionContract(() => session);

  it('tells a command that a signal ended from one that exited', async () => {
    const ran = await runOn(session, 'kill -9 $$');
    expect(ran.status).to.deep.equal({ kind: 'signalled', signal: 'SIGKILL' });
  });

  it('ends the children of a command that is given up', async () => {
    const process = await startOn(session, 'sleep 300 & echo $!; wait');
    const pid = Number(
      String(
        await process.stdout
          .iterator()
          .next()
          .then(({ value }) => value),
      ).trim(),
    );
    process.abandon('enough');
    await process.exited;
    expect(
      (
        await runOn(
          session,
          `while kill -0 ${pid} 2>/dev/null && ! grep -q '^State:.Z' /proc/${pid}/status; do :; done; echo gone`,
        )
      ).stdout,
    ).to.equal('gone\n');
  });

  it('starts nothing after it was closed, and ends what still runs', async () => {
    const other = sessionOf(await localTransport.open(nodeWith('local', {}), contextIn(dir)));
    const process = await startOn(other, 'exec sleep 300');
    await other.close();
    expect((await process.exited).kind).to.equal('lost');
    const late = await other.start('true');
    expect(late.kind === 'failed' && late.diagnostic.code).to.equal('SP516');
  });
});
