import type { OutputStream } from '../../src/command.ts';

/** A stream that is no terminal and keeps what was written. */
export function collectingStream(): OutputStream & { readonly text: () => string } {
  let written = '';
  let redact = (text: string): string => text;
  return {
    isTty: false,
    columns: undefined,
    text: () => written,
    isEmpty: () => written === '',
    failure: () => undefined,
    redactWith: (next) => {
      redact = next;
    },
    write: async (text) => {
      written += redact(text);
    },
  };
}
