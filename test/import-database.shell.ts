import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseServer, startMariadb, startPostgres } from '@setpoint/testkit/databases';
import { assert, expect } from 'chai';
import { setpointIn } from './playbook-examples.ts';

type Product = {
  readonly start: () => Promise<DatabaseServer>;
  readonly tables: string;
  readonly node: (server: DatabaseServer) => string;
};

const products: Readonly<Record<string, Product>> = {
  PostgreSQL: {
    start: () => startPostgres(),
    tables: `CREATE SCHEMA shop;
      CREATE TABLE shop.orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note text DEFAULT '\${{ 1 + 1 }}');
      CREATE VIEW shop.notes AS SELECT note FROM shop.orders;
      INSERT INTO shop.orders (note) VALUES ('kept')`,
    node: ({ socketDir, port }) => `postgres: { socket: ${socketDir}, port: ${port}, user: postgres, database: shop }`,
  },
  MariaDB: {
    start: () => startMariadb(),
    tables: `CREATE TABLE orders (id int AUTO_INCREMENT PRIMARY KEY, note varchar(50) DEFAULT '\${{ 1 + 1 }}');
      CREATE VIEW notes AS SELECT note FROM orders; INSERT INTO orders (note) VALUES ('kept')`,
    node: ({ socketPath }) => `mariadb: { socket: ${socketPath}, user: root, database: shop }`,
  },
};

for (const [name, product] of Object.entries(products)) {
  describe(`setpoint import of a database of ${name}`, function () {
    this.timeout(120_000);
    let dir: string;
    let server: DatabaseServer;

    before(async () => {
      server = await product.start();
      await server.createDatabase('shop');
      await server.sql(product.tables, 'shop');
      dir = mkdtempSync(join(tmpdir(), 'setpoint-import-'));
      writeFileSync(join(dir, 'inventory.yaml'), `nodes:\n  shop-db: { ${product.node(server)} }\n`);
    });

    after(async () => {
      await server?.stop();
      if (dir !== undefined) rmSync(dir, { recursive: true, force: true });
    });

    for (const [form, file] of [
      ['sql', 'one/site.yaml'],
      ['yaml', 'two/site.yaml'],
    ] as const) {
      it(`makes a playbook with tables in ${form} after which there is nothing to do`, async () => {
        const out = join(dir, file);
        const made = await setpointIn(['import', 'shop-db', '-C', dir, '--tables', form, '-o', out]);
        expect(made.code, made.stdout + made.stderr).to.equal(0);
        const planned = await setpointIn(['plan', '--detailed-exitcode', '-C', dir, out]);
        expect(planned.code, planned.stdout + planned.stderr).to.equal(0);
        assert.match(planned.stdout, /^No changes: /m);
      });
    }

    it('leaves files alone that are there already', async () => {
      const before = readdirSync(join(dir, 'one'), { recursive: true });
      const again = await setpointIn(['import', 'shop-db', '-C', dir, '-o', join(dir, 'one/other.yaml')]);
      expect(again.code, again.stdout).to.equal(1);
      assert.match(again.stderr + again.stdout, /SP810/);
      expect(readdirSync(join(dir, 'one'), { recursive: true })).to.deep.equal(before);
      mkdirSync(join(dir, 'one/schema/tables'), { recursive: true });
      writeFileSync(join(dir, 'one/schema/tables/gone.sql'), 'SELECT 1;');
      const forced = await setpointIn(['import', 'shop-db', '-C', dir, '--force', '-o', join(dir, 'one/other.yaml')]);
      expect(forced.code, forced.stdout + forced.stderr).to.equal(0);
      assert.match(forced.stderr, /not from this import, and still listed: schema\/tables\/gone\.sql/);
    });

    it('prints one playbook that holds everything', async () => {
      const printed = await setpointIn(['import', 'shop-db', '-C', dir]);
      expect(printed.code, printed.stderr).to.equal(0);
      writeFileSync(join(dir, 'printed.yaml'), printed.stdout);
      const planned = await setpointIn(['plan', '--detailed-exitcode', '-C', dir, join(dir, 'printed.yaml')]);
      expect(planned.code, planned.stdout + planned.stderr).to.equal(0);
    });

    it('refuses a form that there is not', async () => {
      const ended = await setpointIn(['import', 'shop-db', '-C', dir, '--tables', 'xml']);
      expect(ended.code).to.equal(1);
      assert.match(ended.stderr + ended.stdout, /--tables takes sql or yaml, not xml/);
    });
  });
}
