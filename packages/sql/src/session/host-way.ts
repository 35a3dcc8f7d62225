import type { Duplex, Readable, Writable } from 'node:stream';
import type { Diagnostic } from '@setpoint/model';

/** A host of the inventory that databases are reached through. Its connection is opened when it is first needed, and shared. */
export type HostWay = {
  /** Opens a stream from the host to an address that the host can reach. Throws `HostWayFailure`. */
  readonly stream: (to: StreamEnd) => Promise<Duplex>;
  /**
   * Starts a POSIX shell script on the host, as the login account or as another one through sudo. The script holds no single
   * quotes, backslashes or exclamation marks. Throws `HostWayFailure`.
   */
  readonly start: (script: string, account: string | undefined) => Promise<HostProcess>;
  /** Gives the connection back; it closes when nobody uses it any more. */
  readonly close: () => Promise<void>;
};

/** Finds the way by the name of a node; a sentence when the inventory has no such host. */
export type FindHostWay = (node: string) => HostWay | string;

/** Where a stream leads, seen from the host. */
export type StreamEnd =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'socket'; readonly path: string };

/** A program that runs on a host. `exited` gives its exit code, or why there is none; it never rejects. */
export type HostProcess = {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  readonly exited: Promise<number | string>;
  readonly abandon: (reason: string) => void;
};

/** Why there is no way through a host. */
export class HostWayFailure extends Error {
  /** What the reader is told; undefined when the message is all there is to say. */
  readonly diagnostic: Diagnostic | undefined;

  constructor(message: string, diagnostic?: Diagnostic) {
    super(message);
    this.name = 'HostWayFailure';
    this.diagnostic = diagnostic;
  }
}
