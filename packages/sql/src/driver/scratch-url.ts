import type { SqlAddress, SqlTarget } from '../session/target.ts';

/**
 * Where a scratch database is, from its URL: `postgresql://user@host:5432/database`, or without a host the node's own server under
 * another name of database. A URL without a user takes the node's account and password; TLS is the node's. A sentence when it says
 * nothing that can be reached.
 */
export function scratchTarget(url: string, own: SqlTarget): SqlTarget | string {
  const parsed = URL.parse(url);
  if (parsed === null) return `the scratch URL cannot be read`;
  const { protocol, username, password, pathname } = parsed;
  if (!schemes.includes(protocol)) return `the scratch URL begins with ${protocol}//, which is no database`;
  const database = decodeURIComponent(pathname.slice(1));
  if (database === '') return 'the scratch URL names no database';
  const rest = { ...own, database, address: addressOf(parsed, own) };
  if (username === '') return rest;
  const { password: _, ...withoutPassword } = rest;
  return {
    ...withoutPassword,
    user: decodeURIComponent(username),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
  };
}

const schemes = ['postgres:', 'postgresql:', 'mysql:', 'mariadb:'];

/** `?host=/run/postgresql` is how libpq writes a Unix socket. */
function addressOf({ hostname, port, protocol, searchParams }: URL, own: SqlTarget): SqlAddress {
  const isPostgres = protocol.startsWith('postgres');
  const otherwise = isPostgres ? 5432 : 3306;
  const number = port === '' ? otherwise : Number(port);
  const folder = searchParams.get('host');
  if (folder?.startsWith('/')) return { kind: 'socket', path: isPostgres ? `${folder}/.s.PGSQL.${number}` : folder };
  if (hostname === '') return own.address;
  return { kind: 'tcp', host: decodeURIComponent(hostname).replace(/^\[(.*)\]$/, '$1'), port: number };
}
