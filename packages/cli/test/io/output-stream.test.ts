import { createWriteStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { assert } from 'chai';
import { createOutputStream } from '../../src/io/output-stream.ts';

/** A stream with what a standard stream has beside. */
function target<Stream extends object>(stream: Stream): Stream & { readonly isTTY: false } {
  return Object.assign(stream, { isTTY: false as const });
}

describe('a standard stream', () => {
  it('waits for a slow reader', async () => {
    const pipe = target(new PassThrough({ highWaterMark: 10 }));
    const stream = createOutputStream(pipe);
    let isWritten = false;
    const writing = stream.write('0123456789').then(() => {
      isWritten = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    assert.isFalse(isWritten);
    pipe.resume();
    await writing;
  });

  it('keeps quiet about a reader that went away', async () => {
    const pipe = target(new PassThrough());
    const stream = createOutputStream(pipe);
    pipe.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    await stream.write('lost');
    assert.isUndefined(stream.failure());
  });

  it('tells of a full disk', async function () {
    if (process.platform !== 'linux') this.skip();
    const stream = createOutputStream(target(createWriteStream('/dev/full')));
    await stream.write('lost');
    assert.match(stream.failure()?.message ?? '', /ENOSPC/);
  });

  it('passes every text through the redactor it was given last, and knows whether anything was written', async () => {
    const pipe = target(new PassThrough());
    const stream = createOutputStream(pipe);
    await stream.write('');
    assert.isTrue(stream.isEmpty());
    stream.redactWith((text) => text.replaceAll('hunter2', '(secret)'));
    await stream.write('password hunter2');
    assert.isFalse(stream.isEmpty());
    assert.equal(String(pipe.read()), 'password (secret)');
  });
});
