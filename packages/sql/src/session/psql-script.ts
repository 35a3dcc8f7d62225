import type { PsqlTarget } from './psql-session.ts';

/**
 * Starts psql on a host. What names the database is read from standard input, one escaped line each, so that no name can be taken
 * for shell text, an option or a connection string. No single quotes, backslashes or exclamation marks: see `HostWay.start`.
 */
export const psqlScript = [
  'LC_ALL=C; export LC_ALL',
  'g() { IFS= read -r x; v=$(printf "%b." "$x"); v=${v%.}; }',
  'g; PGDATABASE=$v; g; PGUSER=$v; g; PGHOST=$v; g; PGPORT=$v; g; PGAPPNAME=$v; g; PGCONNECT_TIMEOUT=$v',
  '[ "$PGUSER" ] || PGUSER=$(id -un)',
  'PGCLIENTENCODING=UTF8; PSQLRC=/dev/null; PGSSLMODE=prefer',
  'unset PGOPTIONS PGSERVICE PGHOSTADDR PGPASSWORD',
  'export PGDATABASE PGUSER PGHOST PGPORT PGAPPNAME PGCONNECT_TIMEOUT PGCLIENTENCODING PSQLRC PGSSLMODE',
  'cd /',
  'command -v psql >/dev/null || { echo "setpoint: there is no psql" >&2; exit 127; }',
  'exec psql -X -A -t -w -v ON_ERROR_STOP=0 -v VERBOSITY=default -v SHOW_CONTEXT=never -P pager=off -P null=',
].join('; ');

/** The lines that the script reads. */
export function psqlSettings(target: PsqlTarget): string {
  const { end, user = '', database, applicationName = 'setpoint', connectTimeoutMs = 10_000 } = target;
  const [host, port] = end.kind === 'tcp' ? [end.host, String(end.port)] : socketParts(end.path);
  const seconds = String(Math.max(2, Math.ceil(connectTimeoutMs / 1000)));
  return [database, user, host, port, applicationName, seconds].map((value) => `${escapeLine(value)}\n`).join('');
}

/** `/run/postgresql/.s.PGSQL.5432` is made of a folder and a port. */
function socketParts(path: string): readonly [string, string] {
  const [, folder = '/', port = '5432'] = /^(.*)\/\.s\.PGSQL\.(\d+)$/.exec(path) ?? [];
  return [folder === '' ? '/' : folder, port];
}

/** As `printf %b` reads it: every byte that is not plain by its octal number. */
function escapeLine(value: string): string {
  return [...Buffer.from(value, 'utf8')]
    .map((byte) => (/[\w./-]/.test(String.fromCharCode(byte)) && byte < 128 ? String.fromCharCode(byte) : octal(byte)))
    .join('');
}

function octal(byte: number): string {
  return `\\0${byte.toString(8).padStart(3, '0')}`;
}
