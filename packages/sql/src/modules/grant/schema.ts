import { Type } from '@setpoint/sdk';

const text = (description: string) => Type.Optional(Type.String({ description, minLength: 1 }));

/** What privileges are held on; one kind of object is named. */
const targetSchema = Type.Object(
  {
    database: text('A database. On MySQL and MariaDB everything in it.'),
    schema: text('PostgreSQL: a schema itself, without what is in it.'),
    table: text('A table, view, materialised view or foreign table, with its schema: `app.orders`.'),
    columns: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), { description: 'Only these columns of the table.', minItems: 1 }),
    ),
    sequence: text('PostgreSQL: a sequence, with its schema.'),
    function: text(
      'A function, with its schema: `app.total(integer)`. PostgreSQL: without arguments, all functions of the name; procedures too.',
    ),
    procedure: text('A procedure, with its schema.'),
    type: text('PostgreSQL: a type or domain, with its schema.'),
    language: text('PostgreSQL: a language for functions.'),
    tablespace: text('PostgreSQL: a tablespace.'),
    foreign_server: text('PostgreSQL: a foreign server.'),
    foreign_data_wrapper: text('PostgreSQL: a foreign-data wrapper.'),
    server: Type.Optional(Type.Literal(true, { description: 'MySQL and MariaDB: the whole server, `*.*`.' })),
    tables_in: text('PostgreSQL: every table, view, materialised view and foreign table of the schema.'),
    sequences_in: text('PostgreSQL: every sequence of the schema.'),
    functions_in: text('PostgreSQL: every function and procedure of the schema.'),
    types_in: text('PostgreSQL, with `default: true`: the types of the schema.'),
  },
  {
    additionalProperties: false,
    description:
      'What the privileges are held on, exactly one of: `database`, `schema`, `table` (with `columns` for some of them), `sequence`, `function`, `procedure`, `type`, `language`, `tablespace`, `foreign_server`, `foreign_data_wrapper`; `tables_in`, `sequences_in`, `functions_in` or `types_in` with a schema; `server: true` for all of MySQL or MariaDB. Names are written as the catalogue has them, with their schema; a part with a dot in it stands in double quotes.',
  },
);

/** The properties of a grant. */
export const grantSchema = Type.Object(
  {
    role: Type.String({
      description: 'Role or account that holds the privileges; on PostgreSQL `public` for everybody.',
      minLength: 1,
    }),
    on: targetSchema,
    privileges: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description:
          'Privileges such as `select` or `create view`; `all` for every one that the object knows. Default with `state: absent`: all.',
        minItems: 1,
      }),
    ),
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description: 'Whether the role holds the privileges. Default: present.',
      }),
    ),
    grant_option: Type.Optional(
      Type.Boolean({
        description: 'Whether the role may give the privileges to others. Left as it is when not declared.',
      }),
    ),
    exclusive: Type.Optional(
      Type.Boolean({
        description: 'Take from the role what it holds on the object beside `privileges`. Default: false.',
      }),
    ),
    default: Type.Optional(
      Type.Boolean({
        description:
          'PostgreSQL: what objects will have that are made later, instead of those that are there; with a schema, or `*` for all of them, in `tables_in` and its like. Default: false.',
      }),
    ),
    owner: text(
      'With `default: true`: role whose later objects are meant. Default: the role of the node’s connection.',
    ),
    database: text('Database that holds the object. Default: that of the node.'),
  },
  { additionalProperties: false },
);
