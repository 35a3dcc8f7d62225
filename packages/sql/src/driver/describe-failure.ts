import { type Diagnostic, type DiagnosticCode, errorDiagnostic } from '@setpoint/model';
import { HostWayFailure } from '../session/host-way.ts';
import type { SqlFailure } from '../session/session.ts';
import type { SqlSettings } from './read-settings.ts';

/** Whose failure it is. */
export type FailurePlace = {
  readonly node: string;
  readonly settings: SqlSettings;
  /** The account that runs setpoint. */
  readonly account: string;
};

/** Tells why a database cannot be worked with: what happened, and what to do. Passwords are never part of it. */
export function describeFailure(failure: SqlFailure, place: FailurePlace): Diagnostic {
  const { cause } = failure;
  if (cause instanceof HostWayFailure && cause.diagnostic !== undefined) return throughHost(cause.diagnostic, place);
  const found = causes.find(({ fits }) => fits(failure));
  const { code, hint } = found ?? unknownCause;
  const detail = `${place.node} (${whereText(place.settings)}): ${sentence(failure.message)}${detailOf(failure)}`;
  const fix = hint(place, failure);
  return errorDiagnostic(code, { node: place.node, detail, ...(fix === undefined ? {} : { hint: fix }) });
}

type Cause = {
  readonly code: DiagnosticCode;
  readonly fits: (failure: SqlFailure) => boolean;
  readonly hint: (place: FailurePlace, failure: SqlFailure) => string | undefined;
};

const unknownCause: Omit<Cause, 'fits'> = { code: 'SP581', hint: () => undefined };

/** The first that fits tells it. PostgreSQL is known by its states, MySQL and MariaDB by their numbers. */
const causes: readonly Cause[] = [
  {
    code: 'SP594',
    fits: ({ detail }) => detail === 'ETUNNEL',
    hint: ({ settings }) =>
      `see whether ${settings.via ?? 'the host'} reaches ${endText(settings)} and its sshd allows forwarding (AllowTcpForwarding, AllowStreamLocalForwarding)`,
  },
  {
    code: 'SP595',
    fits: ({ detail }) => detail === 'TLS_FILE',
    hint: () => 'correct the path under `tls`; it starts at the project directory',
  },
  { code: 'SP582', fits: ({ detail }) => detail === 'URL', hint: () => 'postgresql://user@host:5432/database' },
  {
    code: 'SP596',
    fits: ({ detail }) => detail === 'PSQL',
    hint: ({ settings }) =>
      settings.psql?.sudoUser === undefined
        ? 'install the PostgreSQL client on the host'
        : `let the login account run psql as ${settings.psql.sudoUser} without a password, and install the PostgreSQL client on the host`,
  },
  {
    code: 'SP586',
    fits: ({ detail }) => detail === 'NO_TLS',
    hint: () => 'switch TLS on at the server (ssl = on), or say `tls: disable` where the network is trusted',
  },
  {
    code: 'SP588',
    fits: ({ detail, message }) =>
      detail === 'ERR_TLS_CERT_ALTNAME_INVALID' || /does not match certificate/.test(message),
    hint: () => 'reach the server by a name that its certificate bears, or name it in `tls: { server_name: … }`',
  },
  {
    code: 'SP587',
    fits: ({ detail, sqlState }) => sqlState === '08001' && /CERT|SIGNATURE|ISSUER|TLS|SSL|EPROTO/.test(detail ?? ''),
    hint: () => 'name the authority that signs it: `tls: { mode: verify-full, ca: certs/ca.pem }`',
  },
  {
    code: 'SP584',
    fits: ({ message, sqlState, errno }) =>
      (sqlState === '28000' && /pg_hba\.conf/.test(message)) || errno === 1130 || errno === 3159,
    hint: ({ settings }) =>
      settings.family === 'postgres'
        ? 'add a line for this account, database and address to pg_hba.conf of the server, and reload it'
        : `allow the account from this address: CREATE USER '${accountText(settings)}'@'…'`,
  },
  {
    code: 'SP583',
    fits: ({ sqlState, errno }) => sqlState.startsWith('28') || [1045, 1251, 1698, 1820, 1862].includes(errno),
    hint: passwordHint,
  },
  {
    code: 'SP585',
    fits: ({ sqlState, errno }) => sqlState === '3D000' || [1044, 1049].includes(errno),
    hint: ({ settings }) =>
      settings.family === 'postgres'
        ? 'correct `database`, or make it: declare it with `database:` on a node whose database is `postgres`'
        : 'correct `database`, or make it: declare it with `database:` on a node without one',
  },
  {
    code: 'SP589',
    fits: ({ sqlState, errno }) => sqlState === '53300' || [1040, 1203, 1226].includes(errno),
    hint: () => 'work on fewer nodes of this server at once (--concurrency), or end idle connections',
  },
  { code: 'SP590', fits: ({ sqlState }) => sqlState === '57P03', hint: () => 'try again when the server is up' },
  {
    code: 'SP592',
    fits: ({ sqlState, errno, message }) =>
      sqlState === '25006' || (errno === 1290 && /read.only/i.test(message)) || errno === 1836,
    hint: () => 'name the primary server in the inventory',
  },
  {
    code: 'SP593',
    fits: ({ detail }) => detail === 'POOLER',
    hint: () => 'reach the server itself, or a pool with pool_mode = session',
  },
  {
    code: 'SP591',
    fits: ({ sqlState, isLost }) => isLost || /^(08006|08003|57P0)/.test(sqlState),
    hint: () => 'see the log of the server',
  },
  {
    code: 'SP581',
    fits: ({ sqlState }) => /^(08|HYT)/.test(sqlState),
    hint: ({ settings }, { detail, sqlState }) => reachHint(settings, sqlState === 'HYT00' ? 'ETIMEDOUT' : detail),
  },
];

function passwordHint({ settings, account }: FailurePlace): string {
  if (settings.password !== undefined) return `correct the password of ${accountText(settings)}`;
  const user = settings.user === undefined ? `, or name another account than ${account} with \`user\`` : '';
  return `give a password as a secret: password: \${{ secret("NAME") }}${user}`;
}

function reachHint(settings: SqlSettings, why: string | undefined): string {
  if (why === 'ENOTFOUND' || why === 'EAI_AGAIN') return 'correct the name under `host`';
  if (why === 'ENOENT') return 'correct the path under `socket`, or start the server';
  if (why === 'EACCES') return 'give this account the right to open the socket';
  const forward = settings.via === undefined ? ', or reach it through a host with `via`' : '';
  return why === 'ETIMEDOUT'
    ? `see whether a firewall drops the packets${forward}`
    : `see whether the server runs and listens there (listen_addresses, bind-address)${forward}`;
}

/** The failure of the host keeps its code: it is that host's, and its page tells what to do. */
function throughHost(diagnostic: Diagnostic, { node, settings }: FailurePlace): Diagnostic {
  return {
    ...diagnostic,
    node,
    detail: `${node} is reached through ${settings.via ?? 'a host'}. ${diagnostic.detail}`,
  };
}

function whereText(settings: SqlSettings): string {
  return settings.via === undefined ? endText(settings) : `${endText(settings)} through ${settings.via}`;
}

function endText({ end }: SqlSettings): string {
  if (end.kind === 'socket') return end.path;
  return `${end.host.includes(':') ? `[${end.host}]` : end.host}:${end.port}`;
}

function accountText({ user }: SqlSettings): string {
  return user ?? 'the account';
}

function sentence(message: string): string {
  const text = message.trim().replace(/\.$/, '');
  return `${text === '' ? 'it failed without a word' : text}.`;
}

/** Short words in capitals are marks of our own and codes of Node.js. */
function detailOf({ detail }: SqlFailure): string {
  return detail === undefined || /^[A-Z_0-9]+$/.test(detail) ? '' : ` ${sentence(detail)}`;
}
