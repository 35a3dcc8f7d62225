import type { OutputStream } from '../command.ts';

/** What is used of a standard stream of the process. */
type Target = {
  readonly isTTY: boolean;
  readonly columns?: number;
  readonly write: (text: string, done: (error?: Error | null) => void) => boolean;
  readonly on: (event: 'error', listener: (error: Error) => void) => unknown;
};

/** A reader that went away, and what follows from an error that was told already. */
const quietErrors: readonly unknown[] = ['EPIPE', 'ERR_STREAM_DESTROYED'];

/**
 * A standard stream as commands see it: a slow reader is waited for, a reader that went away (`setpoint plan | head`) ends output
 * quietly, and any other failure, such as a full disk, is kept for the exit code.
 */
export function createOutputStream(stream: Target): OutputStream {
  let isGone = false;
  let isEmpty = true;
  let failure: Error | undefined;
  let redact = (text: string): string => text;
  const fail = (error: Error): void => {
    isGone = true;
    if (!('code' in error && quietErrors.includes(error.code))) failure ??= error;
  };
  stream.on('error', fail);
  return {
    isTty: stream.isTTY,
    get columns() {
      return stream.isTTY ? stream.columns : undefined;
    },
    isEmpty: () => isEmpty,
    failure: () => failure,
    redactWith: (next) => {
      redact = next;
    },
    write: (text) => {
      if (isGone || text === '') return Promise.resolve();
      isEmpty = false;
      return new Promise((resolve) => {
        stream.write(redact(text), (error) => {
          if (error !== null && error !== undefined) fail(error);
          resolve();
        });
      });
    },
  };
}
