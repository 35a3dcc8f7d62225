import { once } from 'node:events';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { expect } from 'chai';
import type { Session } from '../../src/transports/transport.ts';
import { runOn, startOn } from './session-probe.ts';

/** What every session promises, whatever carries it. */
export function sessionContract(open: () => Session): void {
  it('gives the output, the error output and the exit code of a command', async () => {
    const ran = await runOn(open(), 'echo out; echo err >&2; exit 3');
    expect(ran).to.deep.equal({ stdout: 'out\n', stderr: 'err\n', status: { kind: 'exited', code: 3 } });
  });

  it('passes standard input on and its end', async () => {
    const ran = await runOn(open(), 'wc -c', 'x'.repeat(300_000));
    expect(ran.stdout.trim()).to.equal('300000');
  });

  it('keeps five megabytes of bytes whole in both directions', async () => {
    const bytes = Buffer.alloc(5_000_000, 'ä€\0x');
    const process = await startOn(open(), 'cat');
    const [, echoed] = await Promise.all([
      pipeline(Readable.from([bytes]), process.stdin),
      buffer(process.stdout),
      buffer(process.stderr),
    ]);
    expect(bytes.equals(echoed)).to.equal(true);
    expect(await process.exited).to.deep.equal({ kind: 'exited', code: 0 });
  });

  it('makes a writer wait when the command does not read', async () => {
    const process = await startOn(open(), 'read line; cat >/dev/null');
    let written = 0;
    while (written < 64_000_000 && process.stdin.write(Buffer.alloc(65_536))) written += 65_536;
    expect(written).to.be.lessThan(64_000_000);
    process.abandon('seen enough');
    await process.exited;
  });

  it('survives a command that ends without reading its input', async () => {
    const process = await startOn(open(), 'exit 0');
    process.stdin.write(Buffer.alloc(4_000_000));
    process.stdout.resume();
    process.stderr.resume();
    expect(await process.exited).to.deep.equal({ kind: 'exited', code: 0 });
  });

  it('reports the end of a command whose output nobody wanted to read to the end', async () => {
    const process = await startOn(open(), 'seq 200000; exit 4');
    process.stderr.resume();
    await once(process.stdout, 'readable');
    process.stdout.destroy();
    const status = await process.exited;
    expect(status.kind).to.not.equal('lost');
  });

  it('runs twelve commands at once and gives each its own answer', async () => {
    const session = open();
    const ran = await Promise.all(Array.from({ length: 12 }, (_, index) => runOn(session, `echo ${index}`)));
    expect(ran.map(({ stdout }) => stdout.trim())).to.deep.equal(ran.map((_, index) => String(index)));
  });

  it('reports a command that was given up as lost, at once', async () => {
    const process = await startOn(open(), 'exec cat');
    process.abandon('no patience');
    expect(await process.exited).to.deep.equal({ kind: 'lost', reason: 'no patience' });
  });
}
