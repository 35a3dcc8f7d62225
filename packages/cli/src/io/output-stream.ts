import { once } from 'node:events';
import type { WriteStream } from 'node:tty';
import type { OutputStream } from '../command.ts';

/**
 * A standard stream as commands see it: text goes through `transform` (the redactor), a slow reader is waited for, and a reader that
 * went away (`setpoint plan | head`) ends output quietly.
 */
export function createOutputStream(stream: NodeJS.WriteStream, transform: (text: string) => string): OutputStream {
  let isGone = false;
  stream.on('error', () => {
    isGone = true;
  });
  return {
    isTty: stream.isTTY,
    columns: stream.isTTY ? (stream as WriteStream).columns : undefined,
    write: async (text) => {
      if (isGone || stream.write(transform(text))) return;
      await Promise.race([once(stream, 'drain'), once(stream, 'close'), once(stream, 'error')]).catch(() => undefined);
    },
  };
}
