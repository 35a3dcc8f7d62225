/** An open stream of bytes to an endpoint: a socket or a serial port. */
export type Link = {
  readonly send: (bytes: Uint8Array) => void;
  /** Says who is told; called once, in the turn in which the link was opened. `onEnd` is called once, not after `close`. */
  readonly listen: (listener: LinkListener) => void;
  /** Ends it; resolves when nothing of it is left open. */
  readonly close: () => Promise<void>;
};

export type LinkListener = {
  readonly onBytes: (bytes: Buffer) => void;
  /** `why` is a clause without capital and full stop. */
  readonly onEnd: (why: string) => void;
};

/** How long a stream may take to send what it still holds when it is closed. */
export const closeTimeoutMs = 200;
