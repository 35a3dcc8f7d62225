import { Type } from '@setpoint/sdk';
import { settingsSchema } from '../server-object/settings.ts';

const text = (description: string) => Type.Optional(Type.String({ description, minLength: 1 }));

/** The properties of a database. */
export const databaseSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description: 'Whether the database is there. Default: present.',
      }),
    ),
    owner: text('PostgreSQL: role that owns the database. A new one belongs to the session’s role when not declared.'),
    encoding: text('PostgreSQL: encoding, such as `UTF8`. Cannot be changed later.'),
    locale: text(
      'PostgreSQL: order and character classes of texts, such as `en_US.UTF-8` or `C`; the same as `collate` and `ctype` together. Cannot be changed later.',
    ),
    collate: text('PostgreSQL: order of texts (LC_COLLATE). Cannot be changed later.'),
    ctype: text('PostgreSQL: character classes (LC_CTYPE). Cannot be changed later.'),
    locale_provider: Type.Optional(
      Type.Union([Type.Literal('libc'), Type.Literal('icu')], {
        description:
          'PostgreSQL 15 and newer: what sorts texts. Cannot be changed later. Default for a new database: that of the template.',
      }),
    ),
    icu_locale: text(
      'PostgreSQL: locale of ICU, such as `de-AT`; with `locale_provider: icu`. Cannot be changed later.',
    ),
    template: text(
      'PostgreSQL: database that a new one is a copy of. Default: template1, or template0 when an encoding or a locale is declared.',
    ),
    tablespace: text('PostgreSQL: tablespace that new objects go to. Moving an existing database copies its files.'),
    connection_limit: Type.Optional(
      Type.Integer({
        description: 'PostgreSQL: most connections at a time, -1 for no limit.',
        minimum: -1,
        maximum: 2_147_483_647,
      }),
    ),
    allow_connections: Type.Optional(
      Type.Boolean({ description: 'PostgreSQL: whether anybody may connect. Default for a new database: true.' }),
    ),
    is_template: Type.Optional(
      Type.Boolean({ description: 'PostgreSQL: whether everybody who may create databases may copy it.' }),
    ),
    settings: settingsSchema,
    charset: text('MySQL and MariaDB: character set of new tables, such as `utf8mb4`. Existing tables keep theirs.'),
    collation: text(
      'MySQL and MariaDB: collation of new tables, such as `utf8mb4_unicode_ci`. Existing tables keep theirs.',
    ),
    comment: Type.Optional(Type.String({ description: 'What the database is for; empty for none. Not on MySQL.' })),
    force: Type.Optional(
      Type.Boolean({
        description:
          'With `state: absent`, PostgreSQL 13 and newer: end the connections of others first. Default: false.',
      }),
    ),
  },
  { additionalProperties: false },
);
