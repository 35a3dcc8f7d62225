import type { OutputStream } from '../command.ts';

/** What a stream needs of a standard stream of the process. */
type Target = Pick<NodeJS.WriteStream, 'isTTY' | 'write' | 'on'> & { readonly columns?: number };

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
    if (!('code' in error && error.code === 'EPIPE')) failure ??= error;
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
