import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { execTransport } from '../../src/transports/exec.ts';
import type { Session } from '../../src/transports/transport.ts';
import { sessionContract } from './session-contract.ts';
import { contextIn, failureOf, nodeWith, runOn, sessionOf } from './session-probe.ts';

describe('the exec transport', () => {
  const dir = mkdtempSync(join(tmpdir(), 'setpoint-exec-'));
  let session: Session;

  async function open(command: readonly string[]): Promise<Session> {
    return sessionOf(await execTransport.open(nodeWith('exec', { command }), contextIn(dir)));
  }

  before(async () => {
    session = await open(['env', 'MARK=a b']);
  });

  after(async () => {
    await session.close();
    rmSync(dir, { recursive: true });
  });

  sessionContract(() => session);

  it('puts the command behind the prefix, word for word', async () => {
    expect((await runOn(session, `printf '%s' "$MARK"`)).stdout).to.equal('a b');
  });

  it('reports a command whose carrier was killed as lost, since its own end is not known', async () => {
    expect((await runOn(session, 'kill -9 $$')).status.kind).to.equal('lost');
  });

  it('tells a program that does not exist from one that failed', async () => {
    const started = await (await open(['no-such-program'])).start('true');
    expect(started.kind === 'failed' && started.diagnostic).to.deep.include({
      code: 'SP514',
      detail: 'The program no-such-program cannot be started: it does not exist.',
    });
  });

  it('is not open without a program', async () => {
    expect(failureOf(await execTransport.open(nodeWith('exec', {}), contextIn(dir))).code).to.equal('SP518');
  });
});
