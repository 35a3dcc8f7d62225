import type { JsonObject } from '@setpoint/model';
import { assert } from 'chai';
import { renderTables } from '../../../src/declaration/tables/render.ts';
import type { Product } from '../../../src/session/session.ts';

function render(product: Product, tables: JsonObject) {
  const { statements, renames, problems } = renderTables(product, tables);
  return {
    sql: statements.map(({ text }) => text),
    renames: renames.map(({ kind, from, to, at }) => `${kind} ${from.join('|')} -> ${to.join('|')} at ${at}`),
    problems: problems.map(({ file, message }) => `${file}: ${message}`),
  };
}

const orders: JsonObject = {
  comment: "What people's carts became",
  columns: {
    id: { type: 'bigint', identity: 'always', sequence: { start: 1000, cache: 5, cycle: true } },
    customer_id: { type: 'bigint', not_null: true },
    email: { type: 'text', not_null: true, collation: 'C', comment: 'as they typed it' },
    email_key: { type: 'text', generated: 'lower(email)' },
    total: { type: 'numeric(12,2)', default: 0, check: 'total >= 0' },
    state: { type: 'text', default: 'new' },
    created_at: { type: 'timestamptz', not_null: true, default: { expression: 'now()' } },
    paid: { type: 'boolean', default: false },
    note: 'text',
  },
  primary_key: ['id'],
  unique: { orders_email: { columns: ['email', 'created_at'], deferrable: 'initially_deferred' } },
  checks: { known_state: "state in ('new', 'sent')" },
  indexes: {
    orders_email_ci: { on: ['lower(email)', 'created_at desc'], unique: true, where: "email <> ''", include: ['id'] },
    orders_customer: ['customer_id'],
  },
  foreign_keys: {
    orders_customer_fk: {
      columns: ['customer_id'],
      references: 'crm.customer (id)',
      on_delete: 'cascade',
      deferrable: 'initially_immediate',
    },
  },
  grants: { reader: ['select', 'update (note, state)'], public: { privileges: ['select'], with_grant_option: false } },
};

describe('tables in YAML', () => {
  it('are the SQL of PostgreSQL that one would have written', () => {
    assert.deepEqual(render('postgres', { 'shop.orders': orders }), {
      sql: [
        'CREATE SCHEMA IF NOT EXISTS shop',
        `CREATE TABLE shop.orders (
  id bigint GENERATED ALWAYS AS IDENTITY (START WITH 1000 CACHE 5 CYCLE),
  customer_id bigint NOT NULL,
  email text COLLATE "C" NOT NULL,
  email_key text GENERATED ALWAYS AS (lower(email)) STORED,
  total numeric(12,2) DEFAULT 0 CHECK (total >= 0),
  state text DEFAULT 'new',
  created_at timestamptz DEFAULT now() NOT NULL,
  paid boolean DEFAULT FALSE,
  note text,
  PRIMARY KEY (id),
  CONSTRAINT orders_email UNIQUE (email, created_at) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT known_state CHECK (state in ('new', 'sent'))
)`,
        "CREATE UNIQUE INDEX orders_email_ci ON shop.orders (lower(email), created_at desc) INCLUDE (id) WHERE email <> ''",
        'CREATE INDEX orders_customer ON shop.orders (customer_id)',
        'ALTER TABLE shop.orders ADD CONSTRAINT orders_customer_fk FOREIGN KEY (customer_id) REFERENCES crm.customer (id) ON DELETE CASCADE DEFERRABLE',
        "COMMENT ON TABLE shop.orders IS 'What people''s carts became'",
        "COMMENT ON COLUMN shop.orders.email IS 'as they typed it'",
        'GRANT SELECT, UPDATE (note, state) ON shop.orders TO reader',
        'GRANT SELECT ON shop.orders TO PUBLIC',
      ],
      renames: [],
      problems: [],
    });
  });

  it('are the SQL of MariaDB that one would have written', () => {
    const tables = {
      orders: {
        engine: 'InnoDB',
        charset: 'utf8mb4',
        comment: "people's",
        columns: {
          id: { type: 'int unsigned', not_null: true, identity: 'by_default' },
          email: { type: 'varchar(190)', not_null: true, charset: 'ascii', comment: 'typed' },
          at: {
            type: 'timestamp',
            default: { expression: 'current_timestamp()' },
            on_update: 'current_timestamp()',
          },
          code: { type: 'varchar(40)', default: { expression: 'uuid()' } },
          twice: { type: 'int', generated: { expression: '`id` * 2', stored: false } },
        },
        primary_key: ['id'],
        unique: { by_email: ['email'] },
        indexes: { words: { on: ['email'], method: 'fulltext' }, part: ['email(10)'] },
        partition_by: 'hash (id) partitions 4',
      },
    };
    assert.deepEqual(render('mariadb', tables), {
      sql: [
        `CREATE TABLE \`orders\` (
  \`id\` int unsigned NOT NULL AUTO_INCREMENT,
  \`email\` varchar(190) CHARACTER SET \`ascii\` NOT NULL COMMENT 'typed',
  \`at\` timestamp NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  \`code\` varchar(40) NULL DEFAULT (uuid()),
  \`twice\` int GENERATED ALWAYS AS (\`id\` * 2) VIRTUAL,
  PRIMARY KEY (\`id\`),
  CONSTRAINT \`by_email\` UNIQUE (\`email\`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='people''s' PARTITION BY hash (id) partitions 4`,
        'CREATE FULLTEXT INDEX `words` ON `orders` (`email`)',
        'CREATE INDEX `part` ON `orders` (email(10))',
      ],
      renames: [],
      problems: [],
    });
  });

  it('take names as they are, whatever is in them', () => {
    const tables = { 'app."a.b"': { columns: { 'Sel"ect': 'int', 'x; drop': 'int' }, primary_key: ['Sel"ect'] } };
    assert.include(
      render('postgres', tables).sql,
      'CREATE TABLE app."a.b" (\n  "Sel""ect" int,\n  "x; drop" int,\n  PRIMARY KEY ("Sel""ect")\n)',
    );
    assert.include(
      render('mysql', { '"a.b"': { columns: { 'c`d': 'int' } } }).sql,
      'CREATE TABLE `a.b` (\n  `c``d` int NULL\n)',
    );
  });

  it('take collations by their whole name, or with a schema in quotes', () => {
    const tables = {
      t: { columns: { a: { type: 'text', collation: 'en_US.utf8' }, b: { type: 'text', collation: 'app."x.y"' } } },
    };
    assert.deepEqual(render('postgres', tables).sql, [
      'CREATE TABLE t (\n  a text COLLATE "en_US.utf8",\n  b text COLLATE app."x.y"\n)',
    ]);
  });

  it('ask for renames', () => {
    const tables = {
      'app.orders': {
        renamed_from: ['purchase', 'old.buy'],
        columns: { id: 'int', mail: { type: 'text', renamed_from: 'E.Mail' } },
        indexes: { by_mail: { on: ['mail'], renamed_from: 'mails' } },
        unique: { one_mail: { columns: ['mail'], renamed_from: 'uq' } },
      },
    };
    assert.deepEqual(render('postgres', tables).renames, [
      'table app|purchase -> app|orders at tables["app.orders"]',
      'table old|buy -> app|orders at tables["app.orders"]',
      'column app|orders|E.Mail -> app|orders|mail at tables["app.orders"].columns.mail',
      'index app|mails -> app|by_mail at tables["app.orders"].indexes.by_mail',
      'constraint app|orders|uq -> app|orders|one_mail at tables["app.orders"].unique.one_mail',
    ]);
    const plain = {
      t: { renamed_from: 's', columns: { a: 'int' }, indexes: { i: { on: ['a'], renamed_from: 'j' } } },
    };
    assert.deepEqual(render('mariadb', plain).renames, [
      'table s -> t at tables.t',
      'index t|j -> t|i at tables.t.indexes.i',
    ]);
  });

  const offences: readonly (readonly [string, Product, JsonObject, readonly string[]])[] = [
    [
      'a name with three parts',
      'postgres',
      { 'a.b.c': { columns: {} } },
      ['tables["a.b.c"]: `a.b.c` is no name of a table.'],
    ],
    [
      'a schema in MySQL',
      'mysql',
      { 'a.b': { columns: {} } },
      ['tables["a.b"]: `a.b` is no name of a table, which has one part.'],
    ],
    [
      'SQL that breaks out of its place',
      'postgres',
      {
        t: {
          columns: {
            a: { type: 'int) ; drop table x', check: 'a > 0) or (true' },
            b: { type: "text'" },
            c: { type: 'int -- x' },
          },
        },
      },
      [
        'tables.t.columns.a.type: This SQL holds a semicolon. It would not stay in its place.',
        'tables.t.columns.b.type: The string in this SQL is never closed. It would not stay in its place.',
        'tables.t.columns.c.type: This SQL holds a comment. It would not stay in its place.',
        'tables.t.columns.a.check: The parentheses in this SQL do not fit together. It would not stay in its place.',
      ],
    ],
    [
      'SQL that was meant where a text is read',
      'postgres',
      { t: { columns: { at: { type: 'timestamptz', default: 'now()' }, label: { type: 'text', default: 'now()' } } } },
      ['tables.t.columns.at.default: `now()` is taken as a text here, not as SQL.'],
    ],
    [
      'properties of the other product',
      'postgres',
      { t: { engine: 'InnoDB', columns: { a: { type: 'int', charset: 'utf8mb4', on_update: 'now()' } } } },
      [
        'tables.t.columns.a.charset: Only MySQL and MariaDB have this.',
        'tables.t.columns.a.on_update: Only MySQL and MariaDB have this.',
        'tables.t.engine: Only MySQL and MariaDB have this.',
      ],
    ],
    [
      'properties of the other product',
      'mysql',
      { t: { columns: { a: 'int' }, grants: { r: ['select'] }, indexes: { i: { on: ['a'], where: 'a > 0' } } } },
      [
        'tables.t.indexes.i.where: Only PostgreSQL has this.',
        'tables.t.grants: Privileges belong to the whole server here, not to a table.',
      ],
    ],
    [
      'several sources of a value',
      'postgres',
      { t: { columns: { a: { type: 'int', default: 1, identity: 'always' } } } },
      ['tables.t.columns.a: A column has a default, an identity or an expression, and not several of them.'],
    ],
    [
      'a number that YAML has lost digits of',
      'postgres',
      { t: { columns: { a: { type: 'numeric', default: 2 ** 64 } } } },
      ['tables.t.columns.a.default: The number has more digits than a number of YAML keeps.'],
    ],
    [
      'what is no privilege',
      'postgres',
      { t: { columns: { a: 'int' }, grants: { r: ['select; drop table t'] } } },
      ['tables.t.grants.r: `select; drop table t` is no privilege.'],
    ],
  ];
  for (const [title, product, tables, expected] of offences) {
    it(`tell ${title} (${product})`, () => {
      assert.sameMembers([...render(product, tables).problems], [...expected]);
    });
  }
});
