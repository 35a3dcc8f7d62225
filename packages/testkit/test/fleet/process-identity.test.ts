import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { assert } from 'chai';
import { isProcessAlive, isSameProcessAlive, ownIdentity } from '../../src/fleet/process-identity.ts';

describe('the identity of a process', () => {
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  it('is that of the process while it runs', () => {
    assert.isTrue(isSameProcessAlive(ownIdentity()));
  });

  it('is not that of a later process with the same pid', () => {
    assert.isFalse(isSameProcessAlive({ ...ownIdentity(), startTicks: '1' }));
  });

  it('is gone with the process', async () => {
    const child = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
    await once(child, 'spawn');
    const pid = child.pid ?? 0;
    assert.isTrue(isProcessAlive(pid));
    child.stdin.end();
    await once(child, 'close');
    assert.isFalse(isProcessAlive(pid));
  });
});
