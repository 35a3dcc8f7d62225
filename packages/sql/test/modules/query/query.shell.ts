import type { JsonObject } from '@setpoint/model';
import { type DatabaseServer, startMariadb, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { query } from '../../../src/modules/query/index.ts';
import { look, openServerNode, reach, reachWhole, type ServerNode } from '../../support/server-node.ts';

type Run = { server: DatabaseServer; node: ServerNode };

const servers = {
  PostgreSQL: { start: () => startPostgres({ version: 15 }), database: 'postgres' },
  MariaDB: { start: () => startMariadb(), database: 'mysql' },
} as const;

for (const [product, { start, database }] of Object.entries(servers)) {
  describe(`statements on ${product}`, () => {
    const run = {} as Run;
    before(async function () {
      this.timeout(60_000);
      run.server = await start();
      run.node = openServerNode(run.server);
      await run.server.sql('CREATE TABLE items (id int, note varchar(99))', database);
    });
    after(async () => {
      await run.node.channel.close();
      await run.server.stop();
    });
    const given = (properties: JsonObject) => ({ identity: 'fill', properties });
    const count = async () => (await run.server.sql('SELECT count(*) FROM items', database)).trim();

    it('run when their guard says so, all of them in one transaction, and not again', async () => {
      const fill = {
        run: "-- two of them\nINSERT INTO items VALUES (1, 'a;b'); INSERT INTO items VALUES (2, 'it''s');\n",
        unless: 'SELECT id, id FROM items -- any;',
      };
      const { operations, edits } = await reachWhole(run.node, query, given(fill));
      assert.deepEqual([operations.length, operations[0]?.title, edits[0]?.path], [1, 'run fill', 'run']);
      assert.equal(await count(), '2');
      assert.deepEqual((await look(run.node, query, given(fill))).operations, []);
      const broken = { run: 'INSERT INTO items VALUES (3, NULL); INSERT INTO nothing VALUES (1)', always: true };
      const { outcomes } = await reach(run.node, query, given(broken));
      assert.equal(outcomes[0]?.status, 'failed');
      assert.equal(await count(), '2');
    });

    it('run only if there is something to do', async () => {
      const clean = { run: 'DELETE FROM items WHERE id = 2', only_if: 'SELECT 1 FROM items WHERE id = 2' };
      await reachWhole(run.node, query, given(clean));
      assert.equal(await count(), '1');
      assert.deepEqual((await look(run.node, query, given(clean))).edits, []);
    });

    it('run in every apply where that is declared, which is told and needs no proof', async () => {
      const note = { run: 'UPDATE items SET note = concat(note, id)', always: true };
      const { operations } = await reachWhole(run.node, query, given(note));
      assert.deepEqual(
        operations.map(({ hazards, repeatable }) => [hazards.map(({ kind }) => kind), repeatable]),
        [[['unrepeatable'], false]],
      );
      assert.lengthOf((await look(run.node, query, given(note))).operations, 1);
    });

    it('are not run when the guard came true since the plan', async () => {
      const late = { run: "INSERT INTO items VALUES (9, 'late')", unless: 'SELECT 1 FROM items WHERE id = 9' };
      const { operations } = await look(run.node, query, given(late));
      await run.server.sql("INSERT INTO items VALUES (9, 'other')", database);
      const outcomes = await run.node.channel.execute(
        operations.map((operation) => ({ operation, needs: [] })),
        {},
      );
      assert.deepInclude(outcomes[0], { status: 'done', detail: 'not needed: `unless` gives rows' });
      assert.equal(await count(), '2');
    });

    it('are told when their guard reads what is not there, and when it is no SELECT', async () => {
      const lost = await look(run.node, query, given({ run: 'SELECT 1', unless: 'SELECT 1 FROM nothing' }));
      assert.deepEqual(
        lost.problems.map(({ code }) => code),
        ['SP661'],
      );
      for (const unless of [
        'SELECT 1; DELETE FROM items',
        'SELECT 1); DELETE FROM items; SELECT (1',
        'DELETE FROM items',
        "SELECT 'never closed",
      ]) {
        const { edits } = await look(run.node, query, given({ run: 'SELECT 1', unless }));
        assert.equal(edits[0]?.before.kind, 'unknown', unless);
      }
      assert.equal(await count(), '2');
    });
  });
}

describe('a guard on PostgreSQL', () => {
  const run = {} as Run;
  before(async function () {
    this.timeout(60_000);
    run.server = await startPostgres({ version: 15 });
    run.node = openServerNode(run.server);
    await run.server.sql(
      "CREATE TABLE marks (id int); CREATE FUNCTION mark() RETURNS int LANGUAGE sql AS 'INSERT INTO marks VALUES (1) RETURNING 1'",
    );
  });
  after(async () => {
    await run.node.channel.close();
    await run.server.stop();
  });

  it('cannot write, whatever functions it calls', async () => {
    const properties = { run: 'SELECT 1', unless: 'SELECT 1 WHERE mark() = 1' };
    const { edits } = await look(run.node, query, { identity: 'x', properties });
    assert.include(JSON.stringify(edits), 'read-only transaction');
    assert.equal(await run.server.sql('SELECT count(*) FROM marks'), '0\n');
  });

  it('may stand before statements that run outside of transactions', async () => {
    const properties = { run: 'VACUUM; VACUUM marks', always: true, transaction: false };
    await reachWhole(run.node, query, { identity: 'x', properties });
  });
});
