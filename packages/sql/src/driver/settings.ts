import { type DriverSettings, isJsonObject, type Json, type JsonObject, type PropertySchema } from '@setpoint/model';

/** The inventory keys of databases. `mysql` and `mariadb` speak the same protocol; the server says which of the two it is. */
export type SqlDriverName = 'postgres' | 'mysql' | 'mariadb';

const text = (description: string): JsonObject => ({ type: 'string', minLength: 1, description });

const seconds = (description: string, defaultSeconds: number): JsonObject => ({
  type: 'number',
  exclusiveMinimum: 0,
  maximum: 86_400,
  default: defaultSeconds,
  description,
});

const tlsModes: JsonObject = {
  enum: ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'],
  description:
    'How far the server must prove who it is. `verify-full`: its certificate is signed by a known authority and bears its name; `verify-ca`: the name may be another; `require`: encrypted, whoever it is; `prefer` and `allow`: encrypted where both sides can; `disable`: never.',
};

const tlsSchema: JsonObject = {
  description:
    'TLS: a mode, or an object with one. Default: `verify-full`; `prefer` where the connection does not leave the machine; none over a Unix socket. Paths of files start at the project directory.',
  anyOf: [
    tlsModes,
    {
      type: 'object',
      properties: {
        mode: tlsModes,
        ca: text('File with the certificates (PEM) that the server must be signed by. Default: those Node.js trusts.'),
        certificate: text('File with the certificate (PEM) to show to the server.'),
        key: text('File with the private key (PEM) of that certificate.'),
        server_name: text('The name that the certificate of the server must bear. Default: `host`.'),
      },
      additionalProperties: false,
    },
  ],
};

function sharedProperties(product: string, port: number): Readonly<Record<string, JsonObject>> {
  return {
    host: text('Name or address of the server, as seen from the host in `via` where there is one. Default: 127.0.0.1.'),
    port: { type: 'integer', minimum: 1, maximum: 65535, default: port, description: 'TCP port.' },
    socket: text(
      `Path of the Unix socket of the ${product} server, or of the folder that it lies in; on the host in \`via\` where there is one.`,
    ),
    user: text('The account on the server. Default: the name of the account that runs setpoint.'),
    password: {
      ...text('Password of that account. Give it as a secret.'),
      'x-sensitive': true,
    },
    tls: tlsSchema,
    via: text('A node of the inventory that is reached by SSH, and from which the server is reached.'),
    connect_timeout_seconds: seconds('How long connecting may take.', 10),
    statement_timeout_seconds: seconds(
      'How long one statement may take when nothing else is said of it; it is then ended on the server.',
      60,
    ),
  };
}

/** JSON Schema of the settings under `postgres:` in the inventory. */
export const postgresSettingsSchema: PropertySchema = {
  type: 'object',
  description:
    'A PostgreSQL database: over TCP, a Unix socket, through a host of the inventory, or by psql on that host.',
  properties: {
    ...sharedProperties('PostgreSQL', 5432),
    database: {
      ...text('The database of this node. Playbooks can name others of the same server.'),
      default: 'postgres',
    },
    psql: {
      type: 'object',
      description:
        'Runs the program psql on the host in `via` instead of speaking to the server from here; for servers that know their accounts by the account of the operating system (peer authentication).',
      properties: {
        sudo_user: text('The account of the host that psql runs as, through sudo. Default: the login account.'),
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};

/** JSON Schema of the settings under `mysql:` or `mariadb:` in the inventory. */
function mysqlSettingsSchema(product: string): PropertySchema {
  return {
    type: 'object',
    description: `A ${product} database: over TCP, a Unix socket, or through a host of the inventory.`,
    properties: {
      ...sharedProperties(product, 3306),
      database: text('The database of this node. Playbooks can name others of the same server. Default: none.'),
    },
    additionalProperties: false,
  };
}

const shared: Pick<DriverSettings, 'channel' | 'check' | 'waypoints'> = {
  channel: 'sql',
  check: contradictions,
  waypoints: ({ via }) => (typeof via === 'string' ? [{ property: 'via', node: via, mustBeNode: true }] : []),
};

/** What the settings under the keys of databases are. */
export const sqlDriverSettings: Readonly<Record<SqlDriverName, DriverSettings>> = {
  postgres: { ...shared, schema: postgresSettingsSchema },
  mysql: { ...shared, schema: mysqlSettingsSchema('MySQL') },
  mariadb: { ...shared, schema: mysqlSettingsSchema('MariaDB') },
};

type Problem = ReturnType<NonNullable<DriverSettings['check']>>[number];

/** Settings that are each fine and do not go together. */
function contradictions(settings: JsonObject): readonly Problem[] {
  const { host, socket, tls, psql, via, password } = settings;
  const problems: Problem[] = [];
  if (host !== undefined && socket !== undefined)
    problems.push({
      property: 'socket',
      detail: '`host` and `socket` are two ways to the server.',
      hint: 'Keep one of them.',
    });
  if (socket !== undefined && tls !== undefined && modeOf(tls) !== 'disable')
    problems.push({
      property: 'tls',
      detail: 'Nothing is encrypted on a Unix socket, so `tls` would promise what is not there.',
      hint: 'Take `tls` away, or reach the server by `host`.',
    });
  if (isJsonObject(tls) && (tls['certificate'] === undefined) !== (tls['key'] === undefined))
    problems.push({
      property: 'tls',
      detail: '`certificate` and `key` are of use only together.',
      hint: 'Add the other one.',
    });
  if (psql === undefined) return problems;
  if (via === undefined)
    problems.push({
      property: 'psql',
      detail: '`psql` needs a host to run on.',
      hint: 'Add `via` with the name of a node.',
    });
  if (password !== undefined || tls !== undefined)
    problems.push({
      property: password === undefined ? 'tls' : 'password',
      detail: 'With `psql` the host itself vouches for the account; neither a password nor `tls` is used.',
      hint: 'Take it away, or take `psql` away.',
    });
  return problems;
}

function modeOf(tls: Json): Json | undefined {
  return isJsonObject(tls) ? tls['mode'] : tls;
}
