import { type DatabaseServer, startMariadb, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { importDatabase } from '../../src/export/index.ts';
import { channelTo } from '../support/channel.ts';

type Form = { readonly folder?: string | undefined; readonly tables?: 'sql' | 'yaml' };

async function importFrom(server: DatabaseServer, database: string, form: Form = {}) {
  const { folder, tables = 'sql' } = { folder: 'schema', ...form };
  const channel = channelTo(server, database);
  try {
    const made = await importDatabase(channel, { node: 'shop', folder, tables, signal: new AbortController().signal });
    if (made.kind === 'failed') throw new Error(made.diagnostic.detail);
    return made;
  } finally {
    await channel.close();
  }
}

const shopOfPostgres = `
CREATE SCHEMA shop;
CREATE EXTENSION citext SCHEMA shop;
COMMENT ON SCHEMA shop IS 'all of it';
CREATE TYPE shop.state AS ENUM ('new', 'sent');
CREATE DOMAIN shop.price AS numeric(12,2) CHECK (VALUE >= 0);
CREATE SEQUENCE shop.numbers START 100;
CREATE FUNCTION shop.tidy(text) RETURNS text IMMUTABLE LANGUAGE sql AS $$ SELECT trim($1); -- ; $$;
CREATE FUNCTION shop.tidy(text, int) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN left($1, $2); END $$;
CREATE TABLE shop.customer (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email shop.citext UNIQUE, "Full Name" text);
CREATE TABLE shop.orders (
  id serial PRIMARY KEY,
  no int DEFAULT nextval('shop.numbers'),
  customer_id bigint NOT NULL REFERENCES shop.customer ON DELETE CASCADE,
  other int REFERENCES shop.orders DEFERRABLE INITIALLY DEFERRED,
  state shop.state NOT NULL DEFAULT 'new',
  total shop.price, note text, clean text GENERATED ALWAYS AS (shop.tidy(note)) STORED,
  CONSTRAINT odd CHECK (no % 2 = 1)
);
CREATE INDEX ON shop.orders (lower(note)) WHERE state = 'new';
CREATE VIEW shop.open AS SELECT o.*, c.email FROM shop.orders o JOIN shop.customer c ON c.id = o.customer_id;
CREATE MATERIALIZED VIEW shop.sums AS SELECT customer_id, sum(total) FROM shop.open GROUP BY 1;
CREATE UNIQUE INDEX ON shop.sums (customer_id);
CREATE FUNCTION shop.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.note := ''; RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE UPDATE ON shop.orders FOR EACH ROW EXECUTE FUNCTION shop.touch();
ALTER TABLE shop.orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON shop.orders TO reader USING (note = current_user);
GRANT USAGE ON SCHEMA shop TO reader;
GRANT SELECT ON shop.orders, shop.open TO reader;
GRANT UPDATE (note) ON shop.orders TO reader;
REVOKE EXECUTE ON FUNCTION shop.touch() FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT SELECT ON TABLES TO reader;
CREATE TABLE shop.events (at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE shop.events_2026 PARTITION OF shop.events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE public."Odd/Name" (a int);
CREATE TABLE public."odd/name" (a int);
INSERT INTO public."odd/name" VALUES (1);
CREATE TEXT SEARCH CONFIGURATION shop.words (COPY = pg_catalog.english);
`;

describe('the import of a database', function () {
  this.timeout(120_000);

  describe('of PostgreSQL', () => {
    let server: DatabaseServer;
    before(async () => {
      server = await startPostgres();
      await server.sql('CREATE ROLE reader');
      await server.createDatabase('shop');
      await server.sql(shopOfPostgres, 'shop');
    });
    after(() => server.stop());

    it('writes a file per object, and a plan right after has nothing to do', async () => {
      const made = await importFrom(server, 'shop');
      const about = /from PostgreSQL \d+\.\d+.*\n/;
      assert.equal(
        made.text.replace(about, 'from PostgreSQL.\n'),
        [
          '# What the database shop was made of when it was imported from PostgreSQL.',
          'name: shop',
          'nodes: shop',
          'resources:',
          '  # left out, because no declaration can hold it: text search configuration shop.words',
          '  - schema: shop',
          '    sql: ["schema/**/*.sql"]',
          '    owns: { schemas: [public, shop] }',
          '    raw: |',
          '      ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT SELECT ON TABLES TO reader;',
          '',
        ].join('\n'),
      );
      assert.equal(made.leftOut, 1);
      assert.deepEqual(
        made.files.map(({ path }) => path),
        [
          'schema/extensions.sql',
          'schema/functions/shop.tidy.sql',
          'schema/functions/shop.touch.sql',
          'schema/schemas.sql',
          'schema/sequences/shop.numbers.sql',
          'schema/sequences/shop.orders_id_seq.sql',
          'schema/tables/public.Odd_Name.sql',
          'schema/tables/public.odd_name-2.sql',
          'schema/tables/shop.customer.sql',
          'schema/tables/shop.events.sql',
          'schema/tables/shop.events_2026.sql',
          'schema/tables/shop.orders.sql',
          'schema/types/shop.price.sql',
          'schema/types/shop.state.sql',
          'schema/views/shop.open.sql',
          'schema/views/shop.sums.sql',
        ],
      );
    });

    it('gives the same text every time', async () => {
      const first = await importFrom(server, 'shop');
      assert.deepEqual(await importFrom(server, 'shop'), first);
    });

    it('puts all into the playbook when there is no place for files', async () => {
      const { text, files } = await importFrom(server, 'shop', { folder: undefined });
      assert.deepEqual(files, []);
      assert.include(text, '    raw: |\n');
      assert.notInclude(text, 'A plan right after');
    });

    it('writes in YAML what YAML can say of the tables, and the rest as SQL', async () => {
      const { text, files } = await importFrom(server, 'shop', { tables: 'yaml' });
      assert.notInclude(text, 'A plan right after');
      assert.deepEqual(text.split('\n').slice(text.split('\n').indexOf('    tables:')), [
        '    tables:',
        '      "public.Odd/Name":',
        '        columns: { a: integer }',
        '      "public.odd/name":',
        '        columns: { a: integer }',
        '      shop.customer:',
        '        columns:',
        '          id: { type: bigint, identity: always }',
        '          email: shop.citext',
        '          "Full Name": text',
        '        primary_key: [id]',
        '        unique: { customer_email_key: [email] }',
        '      shop.events:',
        '        columns:',
        '          at: { type: date, not_null: true }',
        '        grants: { reader: [select] }',
        '        partition_by: RANGE (at)',
        '    raw: |',
        '      ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT SELECT ON TABLES TO reader;',
        '',
      ]);
      const paths = files.map(({ path }) => path);
      assert.include(paths, 'schema/tables/shop.events_2026.sql');
      assert.notInclude(paths, 'schema/tables/shop.customer.sql');
    });

    it('of an empty database declares nothing', async () => {
      await server.createDatabase('nothing');
      const { text, files } = await importFrom(server, 'nothing');
      assert.deepEqual(files, []);
      assert.include(text, 'resources: []');
    });
  });

  describe('of MariaDB', () => {
    let server: DatabaseServer;
    before(async () => {
      server = await startMariadb();
      await server.createDatabase('shop');
      await server.sql(shopOfMariadb, 'shop');
    });
    after(() => server.stop());

    it('writes a file per object, and a plan right after has nothing to do', async () => {
      const made = await importFrom(server, 'shop');
      assert.deepEqual(made.text.split('\n').slice(1), [
        'name: shop',
        'nodes: shop',
        'resources:',
        '  - schema: shop',
        '    sql: ["schema/**/*.sql"]',
        '',
      ]);
      assert.deepEqual(
        made.files.map(({ path }) => path),
        [
          'schema/events/forget.sql',
          'schema/functions/fill.sql',
          'schema/functions/twice.sql',
          'schema/tables/customer.sql',
          'schema/tables/orders.sql',
          'schema/views/open.sql',
        ],
      );
    });

    it('writes in YAML what YAML can say of the tables, and the rest as SQL', async () => {
      const { text, files } = await importFrom(server, 'shop', { tables: 'yaml' });
      assert.deepEqual(text.split('\n').slice(4), [
        '  - schema: shop',
        '    sql: ["schema/**/*.sql"]',
        '    tables:',
        '      customer:',
        '        engine: InnoDB',
        '        charset: utf8mb4',
        '        collation: utf8mb4_general_ci',
        '        columns:',
        '          id: { type: int(10) unsigned, not_null: true, identity: always }',
        '          email: { type: varchar(190), charset: ascii, collation: ascii_general_ci }',
        '        primary_key: [id]',
        '        unique: { email: [email] }',
        '      orders:',
        '        engine: InnoDB',
        '        charset: utf8mb4',
        '        collation: utf8mb4_general_ci',
        '        comment: "it\'s"',
        '        columns:',
        '          id: { type: int(10) unsigned, not_null: true, identity: always }',
        '          customer_id: { type: int(10) unsigned, not_null: true }',
        '          total: { type: "decimal(12,2)", not_null: true, default: "0.00", check: "`total` >= 0" }',
        '          note: text',
        '          at:',
        '            type: timestamp',
        '            not_null: true',
        '            default: { expression: current_timestamp() }',
        '            on_update: current_timestamp()',
        '        primary_key: [id]',
        '        indexes: { buyer: [customer_id] }',
        '        foreign_keys:',
        '          buyer: { columns: [customer_id], references: customer (id), on_delete: cascade }',
        '',
      ]);
      assert.deepEqual(
        files.map(({ path }) => path),
        [
          'schema/events/forget.sql',
          'schema/functions/fill.sql',
          'schema/functions/twice.sql',
          'schema/tables/orders.sql',
          'schema/views/open.sql',
        ],
      );
    });

    it("writes files that the server's own client loads", async () => {
      const { files } = await importFrom(server, 'shop');
      await server.createDatabase('copy');
      const textOf = (name: string): string => files.find(({ path }) => path === `schema/${name}.sql`)?.text ?? '';
      const names = [
        'tables/customer',
        'tables/orders',
        'functions/fill',
        'functions/twice',
        'events/forget',
        'views/open',
      ];
      await server.sql(names.map(textOf).join('\n'), 'copy');
      const counted = "SELECT count(*) FROM information_schema.routines WHERE routine_schema = 'copy'";
      assert.equal((await server.sql(counted)).trim(), '2');
    });
  });
});

const shopOfMariadb = `
CREATE TABLE customer (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, email varchar(190) CHARACTER SET ascii UNIQUE);
CREATE TABLE orders (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  customer_id int unsigned NOT NULL,
  total decimal(12,2) NOT NULL DEFAULT 0 CHECK (total >= 0),
  note text, at timestamp NOT NULL DEFAULT current_timestamp ON UPDATE current_timestamp,
  CONSTRAINT buyer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE
) COMMENT 'it''s';
CREATE VIEW open AS SELECT o.id, c.email FROM orders o JOIN customer c ON c.id = o.customer_id;
CREATE FUNCTION twice(a int) RETURNS int DETERMINISTIC RETURN a * 2;
DELIMITER //
CREATE PROCEDURE fill(IN n int) BEGIN WHILE n > 0 DO INSERT INTO customer () VALUES (); SET n = n - 1; END WHILE; END//
CREATE TRIGGER t BEFORE INSERT ON orders FOR EACH ROW BEGIN SET NEW.note = trim(NEW.note); IF NEW.total < 0 THEN SET NEW.total = 0; END IF; END//
CREATE EVENT forget ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM orders WHERE total = 0; END//
DELIMITER ;
`;
