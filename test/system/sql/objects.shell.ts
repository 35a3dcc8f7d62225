import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DatabaseServer, startMariadb, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import type { JsonObject } from '../../../packages/model/src/index.ts';
import { createProject, type Project, playbookOf } from '../support/project.ts';
import { runSetpoint, type SetpointResult } from '../support/setpoint.ts';

const canary = "canary-S3'cret";

/** Everything that an empty server needs to serve a shop, on top of each other. */
const products = {
  PostgreSQL: {
    start: () => startPostgres(),
    way: ({ socketDir, port, user }: DatabaseServer) => ({ postgres: { socket: socketDir, port, user } }),
    up: [
      { role: 'shop_owner' },
      { role: 'shop', login: true, password: canary, member_of: ['shop_owner'] },
      { database: 'shop', owner: 'shop_owner', settings: { timezone: 'UTC' } },
      { extension: 'shop/citext', schema: 'public' },
      { schema: 'shop', database: 'shop', sql: ['shop.sql'], prune: true },
      {
        query: 'first orders',
        database: 'shop',
        run: 'INSERT INTO shop.orders VALUES (1)',
        unless: 'SELECT FROM shop.orders',
      },
      { grant: 'reads', role: 'shop', database: 'shop', on: { tables_in: 'shop' }, privileges: ['select'] },
      {
        grant: 'will read',
        role: 'shop',
        database: 'shop',
        on: { tables_in: 'shop' },
        privileges: ['select'],
        default: true,
      },
    ],
    down: [
      { grant: 'will read', role: 'shop', database: 'shop', on: { tables_in: 'shop' }, default: true, state: 'absent' },
      { database: 'shop', state: 'absent' },
      { role: 'shop', state: 'absent' },
      { role: 'shop_owner', state: 'absent' },
    ],
    sql: 'CREATE SCHEMA shop; CREATE TABLE shop.orders (id integer PRIMARY KEY, mail text);',
  },
  MariaDB: {
    start: () => startMariadb(),
    way: ({ socketPath, user }: DatabaseServer) => ({ mariadb: { socket: socketPath, user } }),
    up: [
      { database: 'shop', charset: 'utf8mb4' },
      { role: 'readers' },
      { role: 'shop@10.%', password: canary, member_of: ['readers'], default_roles: ['readers'] },
      { schema: 'shop', database: 'shop', sql: ['shop.sql'] },
      {
        query: 'first orders',
        database: 'shop',
        run: 'INSERT INTO orders VALUES (1, NULL)',
        unless: 'SELECT 1 FROM orders',
      },
      { grant: 'reads', role: 'readers', on: { table: 'shop.orders' }, privileges: ['select'] },
      { grant: 'works', role: 'shop@10.%', on: { database: 'shop' }, privileges: ['insert'] },
    ],
    down: [
      { role: 'shop@10.%', state: 'absent' },
      { role: 'readers', state: 'absent' },
      { database: 'shop', state: 'absent' },
    ],
    sql: 'CREATE TABLE orders (id integer PRIMARY KEY, mail varchar(99));',
  },
} as const;

for (const [product, { start, way, up, down, sql }] of Object.entries(products)) {
  describe(`an empty ${product} server`, function () {
    this.timeout(180_000);
    let server: DatabaseServer;
    let project: Project;
    const said: string[] = [];
    const run = async (args: readonly string[]): Promise<SetpointResult> => {
      const result = await runSetpoint(args, { cwd: project.dir });
      said.push(result.stdout, result.stderr);
      return result;
    };

    before(async () => {
      server = await start();
      project = createProject({
        'inventory.yaml': { nodes: { db: way(server) } },
        'playbooks/up.yaml': playbookOf(up as readonly JsonObject[]),
        'playbooks/down.yaml': playbookOf(down as readonly JsonObject[]),
        'playbooks/shop.sql': sql,
      });
    });
    after(async () => {
      project.remove();
      await server.stop();
    });

    it('is planned whole although nothing is there yet', async () => {
      const plan = await run(['plan', 'playbooks/up.yaml', '--detailed-exitcode']);
      assert.equal(plan.code, 2, plan.stderr);
      assert.equal((await run(['plan', 'playbooks/up.yaml', '--json'])).code, 0);
    });

    it('becomes what is declared in one apply, and the second plan is empty', async () => {
      const apply = await run(['apply', 'playbooks/up.yaml', '--yes']);
      assert.equal(apply.code, 0, apply.stdout + apply.stderr);
      const again = await run(['plan', 'playbooks/up.yaml', '--detailed-exitcode']);
      assert.equal(again.code, 0, again.stdout + again.stderr);
    });

    it('loses it all again, in the order written', async () => {
      const apply = await run(['apply', 'playbooks/down.yaml', '--yes', '--json']);
      assert.equal(apply.code, 0, apply.stdout + apply.stderr);
      assert.equal((await run(['plan', 'playbooks/down.yaml', '--detailed-exitcode'])).code, 0);
    });

    it('was given a password that stands nowhere but in the playbook', () => {
      const kept = filesBelow(join(project.dir, '.setpoint')).map((path) => readFileSync(path, 'utf8'));
      assert.isNotEmpty(kept);
      for (const text of [...said, ...kept, server.log()]) assert.notInclude(text, 'canary');
    });
  });
}

function filesBelow(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((path) => statSync(path).isFile());
}
