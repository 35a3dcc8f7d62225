import { assert } from 'chai';
import { applyPlan, openChannel, planSchema } from '../score/reconcile.ts';
import { type ScoreServer, startScoreServer } from '../score/server.ts';

const strangers = 500;

describe('objects that are not owned, on a real server', () => {
  let server: ScoreServer;

  before(async () => {
    server = await startScoreServer('postgres');
    await server.create('mixed');
    const session = await server.open('mixed');
    await session.run(
      `CREATE SCHEMA app; CREATE SCHEMA other; CREATE TABLE app.orders (id int PRIMARY KEY, total int); ${strangerSql()}`,
    );
    await session.close();
  });

  after(() => server.stop());

  it(`stay as they are, all ${strangers}, when what is owned is changed and dropped`, async () => {
    const before = await strangersOf(server);
    const channel = openChannel(server, 'mixed');
    const declared = 'CREATE TABLE app.fresh (id bigint PRIMARY KEY, orders_total bigint); CREATE SCHEMA app;';
    const plan = await planSchema(channel, declared, ['app']);
    assert.deepEqual(plan.errors, []);
    const statements = JSON.stringify(plan.operations.map(({ action }) => action['statements']));
    assert.notMatch(statements, /stranger|other/);
    assert.include(statements, 'DROP TABLE app.orders');
    assert.isUndefined(await applyPlan(channel, plan.operations));
    assert.deepEqual((await planSchema(channel, declared, ['app'])).edits, []);
    await channel.close();
    assert.equal(await strangersOf(server), before);
  });

  it('refuse a change that they stand in the way of, by name', async () => {
    const session = await server.open('mixed');
    await session.run('CREATE VIEW other.on_fresh AS SELECT orders_total FROM app.fresh');
    await session.close();
    const channel = openChannel(server, 'mixed');
    const plan = await planSchema(
      channel,
      'CREATE SCHEMA app; CREATE TABLE app.fresh (id bigint PRIMARY KEY, orders_total text);',
      ['app'],
    );
    await channel.close();
    assert.lengthOf(plan.errors, 1);
    assert.match(plan.errors[0]?.detail ?? '', /^DB903: .*other\.on_fresh.*app\.fresh\.orders_total/);
    assert.deepEqual(plan.operations, []);
  });
});

/** Objects of many kinds, all called strangers, in a schema that is not owned. */
function strangerSql(): string {
  const makers: readonly ((name: string) => string)[] = [
    (name) => `CREATE TABLE other.${name} (a int PRIMARY KEY, b text DEFAULT 'x')`,
    (name) => `CREATE VIEW other.${name} AS SELECT 1 AS one`,
    (name) => `CREATE SEQUENCE other.${name}`,
    (name) => `CREATE TYPE other.${name} AS ENUM ('a', 'b')`,
    (name) => `CREATE FUNCTION other.${name}(a int) RETURNS int LANGUAGE sql AS 'SELECT a'`,
    (name) => `CREATE DOMAIN other.${name} AS int CHECK (VALUE > 0)`,
  ];
  const makeAt = (index: number): string => makers[index % makers.length]?.(`stranger_${index}`) ?? '';
  return `${Array.from({ length: strangers }, (_, index) => makeAt(index)).join(';\n')};`;
}

/** What the server's own dump says of them. */
async function strangersOf(server: ScoreServer): Promise<string> {
  const dump = await server.dump('mixed');
  return dump
    .split(';\n\n')
    .filter((statement) => statement.includes('stranger'))
    .join(';\n\n');
}
