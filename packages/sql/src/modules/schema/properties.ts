import { Type } from '@setpoint/sdk';
import { schemaHazards } from '../../compare/hazard.ts';
import { tablesSchema } from '../../declaration/tables/schema.ts';

const names = (description: string) => Type.Array(Type.String({ minLength: 1 }), { description });
const seconds = (description: string, byDefault: number) =>
  Type.Optional(Type.Number({ minimum: 0.1, maximum: 86_400, default: byDefault, description }));

const owns = Type.Object(
  {
    schemas: Type.Optional(
      names('PostgreSQL schemas that are managed. Default: those that the declaration puts something in.'),
    ),
    except: Type.Optional(
      names(
        'Globs over `schema.object` (MySQL: `object`) that are left alone: `app.tmp_*`. Never changed, never dropped.',
      ),
    ),
    extensions: Type.Optional(
      Type.Boolean({ default: false, description: 'Extensions that are installed and not declared are owned too.' }),
    ),
    grants: Type.Optional(
      Type.Boolean({
        description:
          'Privileges on what is owned, too: those that are not declared are taken away. Without it, they are left to `grant` resources. Default: only when the declaration grants anything.',
      }),
    ),
    owners: Type.Optional(
      Type.Boolean({
        description:
          'To whom objects of PostgreSQL belong: true: to the account, unless the declaration names somebody (`ALTER … OWNER TO`, `owner`); false: owners stay as they are, whatever is declared. Default: only owners that are declared.',
      }),
    ),
  },
  {
    additionalProperties: false,
    description: 'What is managed. Nothing outside of it is ever touched.',
  },
);

const online = Type.Object(
  {
    indexes: Type.Optional(
      Type.Union([Type.Literal('concurrently'), Type.Literal('plain')], {
        default: 'concurrently',
        description: 'How PostgreSQL builds indexes on tables that exist: without blocking writes, or at once.',
      }),
    ),
    constraints: Type.Optional(
      Type.Union([Type.Literal('not_valid'), Type.Literal('plain')], {
        default: 'not_valid',
        description:
          'How PostgreSQL adds constraints to tables that exist: first for new rows and checked after, or at once.',
      }),
    ),
    lock_timeout_seconds: seconds('How long a statement waits for a lock before it is taken back and tried again.', 3),
    retries: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 100, default: 5, description: 'How often it is tried again.' }),
    ),
    statement_timeout_seconds: seconds('How long a short statement may run.', 60),
    long_timeout_seconds: seconds('How long a statement may run that builds an index or reads a whole table.', 3600),
    large_table_rows: Type.Optional(
      Type.Integer({ minimum: 0, default: 1_000_000, description: 'From so many rows on a table counts as large.' }),
    ),
    large_table_megabytes: Type.Optional(
      Type.Integer({ minimum: 0, default: 100, description: 'From so many megabytes on a table counts as large.' }),
    ),
  },
  { additionalProperties: false, description: 'How careful the change is with those who use the database meanwhile.' },
);

const allow = Type.Array(
  Type.Object(
    {
      hazard: Type.Union(
        Object.keys(schemaHazards).map((code) => Type.Literal(code)),
        { description: 'The code of the hazard: DB101.' },
      ),
      objects: Type.Optional(names('Globs over the objects it may happen to: `app.legacy_orders.note`. Default: all.')),
      until: Type.Optional(
        Type.String({
          pattern: '^\\d{4}-\\d{2}-\\d{2}$',
          description: 'The last day on which this holds, by the clock of the server: 2027-01-31.',
        }),
      ),
    },
    { additionalProperties: false },
  ),
  { description: 'Hazards that may happen although they are refused by default.' },
);

/** The properties of a schema resource, but for those that are rendered to SQL. */
export const schemaProperties = {
  database: Type.Optional(
    Type.String({ minLength: 1, description: "The database. Default: the one in the node's settings." }),
  ),
  sql: Type.Optional(
    Type.Array(Type.String({ minLength: 1 }), {
      description:
        'SQL files of the project, as paths or globs: `schema/*.sql`. In which order they stand does not matter.',
      'x-files': true,
    }),
  ),
  tables: Type.Optional(tablesSchema as unknown as ReturnType<typeof Type.Object>),
  raw: Type.Optional(Type.String({ description: 'Further SQL, for what tables in YAML cannot say.' })),
  owns: Type.Optional(owns),
  prune: Type.Optional(
    Type.Boolean({
      default: false,
      description:
        'Objects that are owned and not declared are dropped (each drop that loses data must be allowed). Default: they are told and left alone.',
    }),
  ),
  allow: Type.Optional(allow),
  online: Type.Optional(online),
  scratch: Type.Optional(
    Type.Union(
      ['auto', 'url', 'database', 'embedded', 'pglite', 'transaction'].map((name) => Type.Literal(name)),
      {
        default: 'auto',
        description:
          'Where the declaration is loaded to learn how the server spells it: a database made and dropped on the same server, a given URL, an embedded server on this machine, or a transaction that is taken back.',
      },
    ),
  ),
  scratch_url: Type.Optional(
    Type.String({ minLength: 1, description: 'For `scratch: url`: the connection URL of an empty database.' }),
  ),
};
