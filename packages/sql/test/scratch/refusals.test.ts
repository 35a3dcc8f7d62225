import { assert } from 'chai';
import { splitFiles } from '../../src/declaration/split/split.ts';
import { findRefusals } from '../../src/scratch/refusals.ts';
import type { Product } from '../../src/session/session.ts';

const refused: Readonly<Record<'postgres' | 'mariadb', readonly string[]>> = {
  postgres: [
    'CREATE DATABASE x',
    '/* a */ create -- b\n role x',
    "ALTER USER x PASSWORD 'y'",
    'DROP OWNED BY x',
    'GRANT a TO b',
    'REVOKE a FROM b',
    "ALTER SYSTEM SET work_mem = '1GB'",
    "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p",
    'VACUUM',
    "LOAD 'x'",
    "PREPARE TRANSACTION 'x'",
  ],
  mariadb: [
    'CREATE DATABASE x',
    "CREATE USER x IDENTIFIED BY 'y'",
    'GRANT SELECT ON *.* TO x',
    'FLUSH TABLES',
    "INSTALL SONAME 'x'",
    "LOAD DATA INFILE 'x' INTO TABLE t",
  ],
};

const taken: Readonly<Record<'postgres' | 'mariadb', readonly string[]>> = {
  postgres: [
    'CREATE TABLE role (id integer)',
    'GRANT SELECT ON t TO reader',
    'GRANT USAGE ON SCHEMA app TO reader WITH GRANT OPTION',
    'REVOKE ALL ON FUNCTION f() FROM PUBLIC',
    'ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO reader',
    'CREATE USER MAPPING FOR x SERVER s',
    "COMMENT ON TABLE t IS 'CREATE DATABASE x'",
  ],
  mariadb: [
    'CREATE TABLE t (id int)',
    '/*!50001 CREATE VIEW v AS SELECT 1 */',
    'CREATE FUNCTION f() RETURNS int RETURN 1',
  ],
};

function messages(product: Product, sql: string): readonly string[] {
  const { statements } = splitFiles(product, [{ path: 'a.sql', text: `${sql};` }]);
  return findRefusals(product, statements).map(({ message }) => message);
}

for (const product of ['postgres', 'mariadb'] as const) {
  describe(`a declaration for ${product}`, () => {
    for (const sql of refused[product]) {
      it(`must not hold ${sql.replaceAll(/\s+/g, ' ')}`, () => {
        assert.lengthOf(messages(product, sql), 1);
      });
    }
    for (const sql of taken[product]) {
      it(`may hold ${sql}`, () => {
        assert.deepEqual(messages(product, sql), []);
      });
    }
  });
}
