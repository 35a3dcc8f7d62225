import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, expect } from 'chai';
import { expectPlan } from './expected-plans.ts';
import { type ExampleDatabase, startDatabase } from './playbook-databases.ts';
import { copyExample, exampleNames, exampleSecrets, needsDatabase, setpoint } from './playbook-examples.ts';

/** What the database says once the example is applied: a question, and the answer. */
const proofs: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'booking-schema': [
    ['SELECT email, full_name FROM booking.guest ORDER BY id', 'ada@example.org|Ada\nLinus@example.org|Linus'],
    ['SELECT guest, room, email FROM booking.arrivals', 'Ada|Lake|ada@example.org'],
    ["SELECT name FROM booking.free_rooms('[2026-07-02,2026-07-03)')", 'Garden'],
    ['SELECT count(*) FROM pg_index WHERE NOT indisvalid', '0'],
    ["SELECT has_table_privilege('reports', 'booking.arrivals', 'select')", 't'],
    ["SELECT to_regclass('booking.tmp_import') IS NOT NULL", 't'],
    ["SELECT count(*) FROM pg_database WHERE datname LIKE '%setpoint%'", '0'],
  ],
  'parts-catalogue': [
    ['SELECT number, stock FROM part ORDER BY id', 'V-100\t0\nP-7\t0'],
    ['SELECT number, supplier FROM low_stock ORDER BY number', 'P-7\tNorthern Castings\nV-100\tNorthern Castings'],
    ["SELECT count(*) FROM information_schema.schemata WHERE schema_name LIKE '%setpoint%'", '0'],
  ],
};

for (const name of exampleNames.filter(needsDatabase)) {
  describe(`the example ${name} on a real server`, function () {
    this.timeout(60_000);
    let base: string;
    let dir: string;
    let running: ExampleDatabase;

    before(async () => {
      base = mkdtempSync(join(tmpdir(), 'setpoint-example-'));
      dir = join(base, name);
      const start = startDatabase[name];
      if (start === undefined) throw new Error(`nothing is there that could be ${name}`);
      running = await start();
      copyExample(name, dir, (index) => (index === 0 ? running.place : undefined));
    });

    after(async () => {
      await running?.server.stop();
      rmSync(base, { recursive: true, force: true });
    });

    it('plans what is expected', async () => {
      await expectPlan(name, dir);
    });

    it('applies that and converges', async () => {
      const ended = await setpoint(dir, ['apply', '--yes']);
      expect(ended.code, ended.stdout + ended.stderr).to.equal(0);
      for (const secret of Object.values(exampleSecrets)) assert.notInclude(ended.stdout + ended.stderr, secret);
    });

    it('does what it is for, and keeps every row', async () => {
      const { server, database } = running;
      for (const [question, answer] of proofs[name] ?? []) {
        expect((await server.sql(question, database)).trim(), question).to.equal(answer);
      }
    });

    it('finds nothing to do afterwards', async () => {
      const ended = await setpoint(dir, ['plan', '--detailed-exitcode']);
      expect(ended.code, ended.stdout + ended.stderr).to.equal(0);
      assert.match(ended.stdout, /^No changes: /m);
    });

    it('refuses to lose data that nobody allowed to be lost', async () => {
      const { server, database } = running;
      const table = server.product === 'postgres' ? 'booking.guest' : 'supplier';
      await server.sql(`ALTER TABLE ${table} ADD phone varchar(40)`, database);
      const ended = await setpoint(dir, ['plan']);
      expect(ended.code, ended.stdout + ended.stderr).to.equal(1);
      assert.match(ended.stdout + ended.stderr, /DB101 Data is lost/);
    });
  });
}
