import type { JsonObject, PropertySchema } from '@setpoint/model';

/** A non-empty text. */
const name = { type: 'string', minLength: 1 };

const renamedFrom = {
  type: ['string', 'array'],
  items: name,
  description: 'What it was called before, or a list of such names. It is renamed; afterwards the entry means nothing.',
};

const comment = text('A comment, kept in the database.');

const deferrable = {
  type: 'string',
  enum: ['initially_immediate', 'initially_deferred'],
  description: 'The check may wait until the transaction ends. PostgreSQL only. Default: it does not.',
};

const column = either({
  short: { type: 'string', minLength: 1 },
  properties: {
    type: text('The type, in any way that the server understands: `numeric(12,2)`.'),
    not_null: flag('The column always has a value. Default: false.'),
    default: {
      type: ['string', 'number', 'boolean', 'null', 'object'],
      properties: { expression: text('The value as SQL: `now()`.') },
      required: ['expression'],
      additionalProperties: false,
      description: 'The value of rows that give none: a text, a number, true, false, or `{ expression: now() }`.',
    },
    identity: {
      type: 'string',
      enum: ['always', 'by_default'],
      description:
        'Numbers the rows: `always`, or `by_default` where a row may bring its own number. MySQL: auto_increment.',
    },
    sequence: object({
      description: 'How an identity column counts. PostgreSQL only.',
      properties: {
        start: whole('The first number.'),
        increment: whole('How far numbers are apart.'),
        min: whole('The least number.'),
        max: whole('The greatest number.'),
        cache: whole('How many numbers a session takes at once.'),
        cycle: flag('After the last number comes the first. Default: false.'),
      },
    }),
    generated: either({
      short: { type: 'string', minLength: 1 },
      properties: {
        expression: text('The value as SQL.'),
        stored: flag('The value is kept in the row; otherwise it is computed when it is read. Default: true.'),
      },
      required: ['expression'],
      description: 'The value as SQL, computed from other columns: `lower(email)`.',
    }),
    check: text('What must hold for the value, as SQL: `total >= 0`.'),
    unique: flag('No two rows have the same value. Default: false.'),
    collation: text('The collation.'),
    charset: text('The character set. MySQL and MariaDB only.'),
    on_update: text('The value that every update sets, as SQL: `current_timestamp()`. MySQL and MariaDB only.'),
    comment,
    renamed_from: renamedFrom,
    using: text(
      'How present values become those of the type, as SQL, where the column has another type now: `lower(mail)`. PostgreSQL only.',
    ),
  },
  required: ['type'],
  description: 'The type, or a map of the type and more.',
});

const keyProperties = {
  columns: list('The columns.'),
  include: list('Further columns that its index holds. PostgreSQL only.'),
  deferrable,
  comment: text('A comment, kept in the database. PostgreSQL only.'),
  renamed_from: renamedFrom,
};

const primaryKey = either({
  short: { type: 'array', minItems: 1, items: name },
  properties: {
    name: text('The name of the constraint. PostgreSQL only. Default: the server gives one.'),
    ...keyProperties,
  },
  required: ['columns'],
  description: 'The columns of the primary key.',
});

const unique = either({
  short: { type: 'array', minItems: 1, items: name },
  properties: {
    ...keyProperties,
    nulls_not_distinct: flag('Rows without a value count as equal. PostgreSQL only. Default: false.'),
  },
  required: ['columns'],
  description: 'The columns that are unique together.',
});

const check = either({
  short: { type: 'string', minLength: 1 },
  properties: {
    expression: text('What must hold for every row, as SQL.'),
    comment: text('A comment, kept in the database. PostgreSQL only.'),
    renamed_from: renamedFrom,
  },
  required: ['expression'],
  description: 'What must hold for every row, as SQL: `total >= 0`.',
});

const index = either({
  short: { type: 'array', minItems: 1, items: name },
  properties: {
    on: list('Columns by name, or SQL: `lower(email)`, `created_at desc`.'),
    unique: flag('No two rows may be equal in it. Default: false.'),
    where: text('It holds only rows for which this is true, as SQL. PostgreSQL only.'),
    include: list('Further columns that it holds. PostgreSQL only.'),
    method: text('The kind of index: `gin`; MySQL: `fulltext`, `spatial`, `hash`. Default: btree.'),
    nulls_not_distinct: flag('Rows without a value count as equal. PostgreSQL only. Default: false.'),
    comment,
    renamed_from: renamedFrom,
  },
  required: ['on'],
  description: 'Columns by name, or SQL, or a map of them and more.',
});

const actions = ['no_action', 'restrict', 'cascade', 'set_null', 'set_default'];

const foreignKey = object({
  properties: {
    columns: list('The columns of this table.'),
    references: text('The table and its columns that they lead to: `crm.customer (id)`.'),
    on_delete: { type: 'string', enum: actions, description: 'When the row there is deleted. Default: no_action.' },
    on_update: { type: 'string', enum: actions, description: 'When the key there changes. Default: no_action.' },
    match: {
      type: 'string',
      enum: ['simple', 'full'],
      description: 'Whether some of several columns may be without a value. PostgreSQL only. Default: simple.',
    },
    deferrable,
    comment: text('A comment, kept in the database. PostgreSQL only.'),
    renamed_from: renamedFrom,
  },
  required: ['columns', 'references'],
  description: 'A foreign key.',
});

const grant = either({
  short: { type: 'array', minItems: 1, items: name },
  properties: {
    privileges: list('The privileges.'),
    with_grant_option: flag('The role may grant them to others. Default: false.'),
  },
  required: ['privileges'],
  description: 'The privileges: `select`, `update (email)`.',
});

const table = object({
  properties: {
    renamed_from: renamedFrom,
    comment,
    columns: mapOf(column, 'The columns by name, in their order.'),
    primary_key: primaryKey,
    unique: mapOf(unique, 'Unique constraints by name.'),
    checks: mapOf(check, 'Check constraints by name.'),
    indexes: mapOf(index, 'Indexes by name.'),
    foreign_keys: mapOf(foreignKey, 'Foreign keys by name.'),
    grants: mapOf(grant, 'Who may do what with the table, by role; `public` is everybody. PostgreSQL only.'),
    owner: text('The role to which the table belongs. PostgreSQL only. Default: it stays as it is.'),
    partition_by: text('How rows are spread over partitions, as SQL: `range (created_at)`.'),
    unlogged: flag('It is left out of the write-ahead log and empty after a crash. PostgreSQL only. Default: false.'),
    engine: text('The storage engine. MySQL and MariaDB only.'),
    charset: text('The character set of columns that name none. MySQL and MariaDB only.'),
    collation: text('The collation of columns that name none. MySQL and MariaDB only.'),
    row_format: text('The format of rows: `dynamic`. MySQL and MariaDB only.'),
  },
  required: ['columns'],
  description: 'A table.',
});

/** The schema of `tables`: tables by name. What only one product has is judged when the product is known. */
export const tablesSchema: PropertySchema = mapOf(
  table,
  'Tables in YAML, by name: `orders`, or `shop.orders` with its schema. They are rendered to SQL, and mean the same.',
) as PropertySchema;

type MapOptions = {
  readonly properties: JsonObject;
  readonly required?: readonly string[];
  readonly description: string;
};

/** A map with these properties and no others. */
function object({ properties, required = [], description }: MapOptions): JsonObject {
  return {
    type: 'object',
    properties,
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
    description,
  };
}

/** A short form or a map, side by side in one schema, so that one mistake gives one error. */
function either({ short, ...options }: MapOptions & { readonly short: JsonObject }): JsonObject {
  return { ...short, ...object(options), type: [short['type'] ?? 'string', 'object'] };
}

function mapOf(value: JsonObject, description: string): JsonObject {
  return { type: 'object', additionalProperties: value, description };
}

function text(description: string): JsonObject {
  return { type: 'string', minLength: 1, description };
}

function flag(description: string): JsonObject {
  return { type: 'boolean', description };
}

function whole(description: string): JsonObject {
  return { type: 'integer', description };
}

function list(description: string): JsonObject {
  return { type: 'array', minItems: 1, items: name, description };
}
