import { Duplex, Readable, Writable } from 'node:stream';
import type { ClientChannel } from 'ssh2';

/**
 * The two directions of an SSH channel as ordinary streams. A channel of ssh2 1.17.0 is not one: once it is closed its writes never
 * call back, and destroying it does not end its readable side.
 */
export type ChannelPipes = {
  readonly stdin: Writable;
  readonly stdout: Readable;
  /** Ends both directions from this side; a write that waits fails with EPIPE. */
  readonly cut: () => void;
};

/** Wraps a channel. Errors on `stdin` never go unhandled: whoever does not listen sees them as a stream that is destroyed. */
export function wrapChannel(channel: ClientChannel): ChannelPipes {
  const stdin = writableTo(channel);
  const stdout = readableFrom(channel);
  channel.once('close', () => stdin.destroy(brokenPipe()));
  return {
    stdin,
    stdout,
    cut: () => {
      stdin.destroy(brokenPipe());
      stdout.destroy();
      channel.close();
    },
  };
}

/** The same as one stream, for another connection to run through. */
export function carrierFrom(channel: ClientChannel): Duplex {
  const { stdin, stdout, cut } = wrapChannel(channel);
  const carrier = new Duplex({
    read: () => void stdout.resume(),
    write: (chunk: Buffer, _encoding, done) => void stdin.write(chunk, done),
    final: (done) => void stdin.end(done),
    destroy: (error, done) => {
      cut();
      done(error);
    },
  });
  stdout.on('data', (chunk: Buffer) => {
    if (!carrier.push(chunk)) stdout.pause();
  });
  stdout.once('end', () => carrier.push(null));
  channel.once('close', () => carrier.destroy());
  // Whoever uses it sees it close; an error nobody listens to must not end the process.
  carrier.on('error', () => {});
  return carrier;
}

/** A readable side that passes bytes on as they are asked for, so that a slow reader slows the sender. */
export function readableFrom(source: Readable): Readable {
  const readable = new Readable({
    read: () => void source.resume(),
    // A reader that leaves early must not keep the source from its end.
    destroy: (error, done) => {
      source.resume();
      done(error);
    },
  });
  source.on('data', (chunk: Buffer) => {
    if (!readable.destroyed && !readable.push(chunk)) source.pause();
  });
  source.once('end', () => readable.push(null));
  // Nothing is read before somebody asks.
  source.pause();
  return readable;
}

function writableTo(channel: ClientChannel): Writable {
  let waiting: ((error?: Error) => void) | undefined;
  const settle = (error?: Error): void => {
    const done = waiting;
    waiting = undefined;
    done?.(error);
  };
  const writable = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      waiting = done;
      channel.write(chunk, () => settle());
    },
    final: (done) => {
      channel.end();
      done();
    },
    destroy: (error, done) => {
      settle(error ?? brokenPipe());
      done(error);
    },
  });
  writable.on('error', () => {});
  return writable;
}

function brokenPipe(): Error {
  return Object.assign(new Error('The command ended or its connection broke before it read everything'), {
    code: 'EPIPE',
  });
}
