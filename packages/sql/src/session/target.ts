import type { Duplex } from 'node:stream';

/** One account on one database of one server, and the way to it. Passwords are in here: it is never printed nor put into JSON. */
export type SqlTarget = {
  readonly address: SqlAddress;
  readonly user: string;
  /** Absent: the server must not ask for one. */
  readonly password?: string;
  /** Empty for MySQL and MariaDB: no database is chosen. */
  readonly database: string;
  /** Default: no TLS. */
  readonly tls?: TlsChoice;
  /** Everything from the first packet to the first answer. Default 10,000. */
  readonly connectTimeoutMs?: number;
  /** How long a statement may take when nobody says; the session's default otherwise. */
  readonly statementTimeoutMs?: number;
  /** How the session introduces itself to those who look who is connected; cut by the server. Default `setpoint`. */
  readonly applicationName?: string;
};

/** Where the server listens. */
export type SqlAddress =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  /** The path of the socket itself. */
  | { readonly kind: 'socket'; readonly path: string }
  /** A way that somebody else makes, such as an SSH connection; `host` is the name that the server's certificate must bear. */
  | { readonly kind: 'tunnel'; readonly host: string; readonly open: () => Promise<Duplex> };

/** How far the server must prove who it is; the words are those of libpq. */
export type TlsMode = 'disable' | 'allow' | 'prefer' | 'require' | 'verify-ca' | 'verify-full';

/** What TLS needs to know. Certificates and keys are PEM texts. */
export type TlsChoice = {
  readonly mode: TlsMode;
  /** Who may sign the server's certificate; absent: those whom Node.js trusts. */
  readonly ca?: string;
  readonly certificate?: string;
  readonly key?: string;
  /** The name that the certificate must bear when it is not the host's. */
  readonly serverName?: string;
};
