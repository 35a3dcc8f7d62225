import { setImmediate } from 'node:timers/promises';
import { plainPalette, textWidth } from '@setpoint/render';
import { assert } from 'chai';
import { createProgress } from '../../src/progress/progress.ts';
import { collectingStream } from '../support/collecting-stream.ts';

const clearLine = '\r\u001b[2K';

/** Uses up the time of a frame without giving timers a turn, as planning does. */
function work(ms: number): void {
  const endMs = performance.now() + ms;
  while (performance.now() < endMs);
}

describe('progress', () => {
  it('shows frames also while work leaves no room for timers, at most ten a second, each within the terminal', () => {
    const stream = { ...collectingStream(), isTty: true, columns: 30 };
    const progress = createProgress(stream, { ...plainPalette }, false);
    progress.take({ kind: 'phase-started', phase: 'plan', nodes: 5000 });
    const startMs = performance.now();
    for (let index = 0; index < 5000; index += 1) {
      progress.take({ kind: 'node-started', phase: 'plan', node: `東京-web${index}.example.com` });
      if (index % 100 === 0) work(7);
      progress.take({ kind: 'node-ended', phase: 'plan', node: `東京-web${index}.example.com`, ok: true });
    }
    const elapsedMs = performance.now() - startMs;
    progress.end();
    const frames = stream
      .text()
      .split(clearLine)
      .filter((frame) => frame !== '');
    assert.isAtLeast(frames.length, 2);
    assert.isAtMost(frames.length, elapsedMs / 100 + 1);
    for (const frame of frames) assert.isBelow(textWidth(frame), 30);
    assert.isTrue(stream.text().endsWith(clearLine), 'the terminal is left clean');
  });

  it('goes on after it was ended between two phases, also when a frame was due then', async () => {
    const stream = { ...collectingStream(), isTty: true, columns: 30 };
    const progress = createProgress(stream, { ...plainPalette }, false);
    progress.take({ kind: 'phase-started', phase: 'plan', nodes: 1 });
    progress.end();
    assert.equal(stream.text(), '');
    progress.take({ kind: 'phase-started', phase: 'apply', nodes: 1 });
    while (stream.text() === '') await setImmediate();
    progress.end();
    assert.equal(stream.text(), `Applying: 0/1 nodes${clearLine}`);
  });

  it('draws nothing on a terminal that gets no colours', () => {
    const stream = { ...collectingStream(), isTty: true, columns: 30 };
    const progress = createProgress(stream, plainPalette, false);
    progress.take({ kind: 'phase-started', phase: 'plan', nodes: 5000 });
    work(120);
    progress.take({ kind: 'node-started', phase: 'plan', node: 'web1' });
    progress.end();
    assert.equal(stream.text(), '');
  });

  it('writes nothing off a terminal for good news, and control characters nowhere', () => {
    const stream = collectingStream();
    const progress = createProgress(stream, plainPalette, false);
    progress.take({ kind: 'phase-started', phase: 'apply', nodes: 1 });
    progress.take({ kind: 'node-waiting', node: 'web\u001b[31m', message: 'dpkg\u0007 is locked' });
    progress.end();
    assert.equal(stream.text(), 'web\\x1b[31m: waiting: dpkg\\x07 is locked\n');
  });
});
