import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { assert } from 'chai';

const main = join(import.meta.dirname, '../src/main.ts');

/** Throws in a timer as soon as the program listens for that. */
const thrower = `const timer = setInterval(() => {
  if (process.listenerCount('uncaughtException') === 0) return;
  clearInterval(timer);
  BEFORE;
  throw new Error('a slip in a timer');
}, 1);`;

/** Runs the program with a slip of its own in it; `before` runs just ahead of it. */
function runWithSlip(before: string) {
  const slip = `data:text/javascript,${encodeURIComponent(thrower.replace('BEFORE', before))}`;
  const args = ['--conditions=@setpoint/source', '--import', slip, main, 'validate', '-C', '/'];
  return spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 15_000, killSignal: 'SIGKILL' });
}

describe('the program, when it throws where nobody waits', () => {
  it('tells that it failed itself, and ends', () => {
    const { status, stderr } = runWithSlip('');
    assert.equal(status, 1);
    assert.match(stderr, /SP809[^]*a slip in a timer/);
  });

  it('ends also when it cannot tell', () => {
    const { status, signal } = runWithSlip("process.stderr.write = () => { throw new Error('no way out'); }");
    assert.isNull(signal);
    assert.equal(status, 1);
  });
});
