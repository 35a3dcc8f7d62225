import { assert } from 'chai';
import { runCommand, runOrThrow } from '../../src/fleet/run-command.ts';

describe('running a program', () => {
  it('gives its code and both of its outputs', async () => {
    const result = await runCommand('sh', ['-c', 'echo out; echo err >&2; exit 3']);
    assert.deepEqual(result, { code: 3, stdout: 'out\n', stderr: 'err\n' });
  });

  it('feeds it the input, whatever the size', async () => {
    const input = 'ä'.repeat(200_000);
    assert.equal((await runCommand('cat', [], { input })).stdout, input);
  });

  it('does not mind a program that never reads its input', async () => {
    assert.equal((await runCommand('true', [], { input: 'x'.repeat(1_000_000) })).code, 0);
  });

  it('tells a program that a signal ended by code null', async () => {
    assert.equal((await runCommand('sh', ['-c', 'kill -9 $$'])).code, null);
  });

  it('ends a program that takes too long', async () => {
    assert.equal((await runCommand('sleep', ['60'], { timeoutMs: 50 })).code, null);
  });

  it('gives no more of the environment than it is told', async () => {
    const result = await runCommand('/usr/bin/env', [], { environment: { ONLY: 'this' } });
    assert.equal(result.stdout, 'ONLY=this\n');
  });

  it('throws with the words of a program that failed, when success is all that counts', async () => {
    const error = await runOrThrow('sh', ['-c', 'echo broken >&2; exit 1']).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.include(String(error), 'ended with code 1:\nbroken');
  });
});
