import type { Duplex, Readable, Writable } from 'node:stream';
import type { Diagnostic, NodeMarks, NodeSpec } from '@setpoint/model';

/** How a remote process ended. Only `exited` comes from the node itself. */
export type ExitStatus =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'signalled'; readonly signal: string }
  /** The connection or the local carrier ended first: what the process did is unknown. */
  | { readonly kind: 'lost'; readonly reason: string };

/**
 * One command running on a node. `exited` never rejects and settles after stdout and stderr have ended, so both must be read or
 * destroyed. What arrived before a connection was lost can still be read. `stdin` fails with EPIPE when the command ends before it
 * read everything; nobody needs to listen.
 */
export type RemoteProcess = {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  readonly exited: Promise<ExitStatus>;
  /** Gives the process up: its channel is closed at once and `exited` settles as lost. */
  readonly abandon: (reason: string) => void;
};

export type StartResult =
  | { readonly kind: 'started'; readonly process: RemoteProcess }
  | { readonly kind: 'failed'; readonly diagnostic: Diagnostic };

/** Where a forwarded stream leads, as the node sees it. */
export type ForwardTarget =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'socket'; readonly path: string };

/** One open way to run commands on one node; a single connection serves all of them. */
export type Session = {
  /** Starts a command line in the account's login shell; the caller quotes. Waits for a free channel, never throws. */
  readonly start: (command: string) => Promise<StartResult>;
  /** Opens a stream from the node to an address that it reaches, or tells why there is none. Absent: the way carries commands only. */
  readonly forward?: (to: ForwardTarget) => Promise<Duplex | string>;
  /** False when the connection is lost and nothing will ever be started again; absent where there is none to lose. */
  readonly isOpen?: () => boolean;
  /** What the way itself knows of who answers, such as its host key; absent when that is nothing. */
  readonly marks?: NodeMarks;
  readonly close: () => Promise<void>;
};

export type OpenResult =
  | { readonly kind: 'open'; readonly session: Session }
  | { readonly kind: 'failed'; readonly diagnostic: Diagnostic };

/** How the sh driver reaches a shell. */
export type Transport = {
  /** The inventory key that selects it: `local`, `ssh`, `openssh`, `exec`. */
  readonly name: string;
  readonly open: (node: NodeSpec, context: TransportContext) => Promise<OpenResult>;
};

/** What a transport needs of the controller; everything it may read from the outside comes through here. */
export type TransportContext = {
  readonly projectDir: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Host keys pinned by this project, in known_hosts format; read beside the user's own. */
  readonly knownHostsFile: string;
  readonly acceptNewHostKeys: boolean;
  /** Another node of the inventory, for `jump: bastion`. */
  readonly resolveNode: (name: string) => NodeSpec | undefined;
  readonly signal?: AbortSignal;
};
