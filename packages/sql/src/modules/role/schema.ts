import { Type } from '@setpoint/sdk';
import { settingsSchema } from '../server-object/settings.ts';

const flag = (description: string) => Type.Optional(Type.Boolean({ description }));
const text = (description: string) => Type.Optional(Type.String({ description, minLength: 1 }));
const limit = (description: string) =>
  Type.Optional(
    Type.Integer({
      description: `MySQL and MariaDB: ${description} 0 for no limit.`,
      minimum: 0,
      maximum: 4_294_967_295,
    }),
  );

/** The properties of a role. */
export const roleSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description: 'Whether the role is there. Default: present.',
      }),
    ),
    login: flag('PostgreSQL: whether the role may log in. Default for a new role: false.'),
    superuser: flag('PostgreSQL: whether all checks of permissions are passed by.'),
    createdb: flag('PostgreSQL: whether the role may create databases.'),
    createrole: flag('PostgreSQL: whether the role may create other roles.'),
    replication: flag('PostgreSQL: whether the role may open replication connections.'),
    bypassrls: flag('PostgreSQL: whether row-level security does not hold for the role.'),
    inherit: flag(
      'PostgreSQL: whether the role has the privileges of the roles that it is a member of. Default for a new role: true.',
    ),
    connection_limit: Type.Optional(
      Type.Integer({
        description:
          'Most connections of the role at a time, -1 for no limit. On MySQL and MariaDB: MAX_USER_CONNECTIONS.',
        minimum: -1,
        maximum: 2_147_483_647,
      }),
    ),
    valid_until: Type.Optional(
      Type.String({
        description:
          'PostgreSQL: when the password stops to be taken, as a date (its beginning in UTC) or a time with its zone, such as `2027-01-31T18:00:00Z`; `infinity` for never.',
        'x-source-text': true,
        minLength: 1,
      }),
    ),
    member_of: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description: 'Roles that the role is a member of: at least these, or with `exclusive` exactly these.',
      }),
    ),
    exclusive: flag('Take the role out of roles that `member_of` does not name. Default: false.'),
    comment: Type.Optional(Type.String({ description: 'PostgreSQL: what the role is for; empty for none.' })),
    settings: settingsSchema,
    password: Type.Optional(
      Type.String({
        description:
          'Password of the role, or the form that the server stores of it. What is sent to the server is that form, so no log of the server holds the password.',
        'x-body': 'text',
        'x-sensitive': true,
      }),
    ),
    update_password: Type.Optional(
      Type.Union([Type.Literal('always'), Type.Literal('on_create')], {
        description: 'When `password` is set: whenever it differs, or only while the role has none. Default: always.',
      }),
    ),
    authentication: text(
      'MySQL and MariaDB: plugin that lets the account in, such as `mysql_native_password`, `ed25519`, `caching_sha2_password` or `unix_socket`. Default: the server’s for a new account, the present one for others.',
    ),
    locked: flag('MySQL and MariaDB: whether the account is locked.'),
    tls: Type.Optional(
      Type.Union([Type.Literal('none'), Type.Literal('ssl'), Type.Literal('x509')], {
        description:
          'MySQL and MariaDB: what connections of the account must show: nothing, TLS, or a valid certificate of their own.',
      }),
    ),
    tls_subject: text('MySQL and MariaDB: subject that the certificate of the account must have.'),
    tls_issuer: text('MySQL and MariaDB: issuer that the certificate of the account must have.'),
    tls_cipher: text('MySQL and MariaDB: cipher that connections of the account must use.'),
    max_queries_per_hour: limit('most statements per hour.'),
    max_updates_per_hour: limit('most changing statements per hour.'),
    max_connections_per_hour: limit('most connections per hour.'),
    default_roles: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description:
          'MySQL and MariaDB: roles that are active when the account logs in; MariaDB knows one at most. An empty list for none.',
      }),
    ),
  },
  { additionalProperties: false },
);
