import { type DatabaseServer, startPostgres } from '@setpoint/testkit/databases';
import { expect } from 'chai';
import type { Fact } from '../../../src/catalogue/fact.ts';
import { catalogueOf } from '../converge.ts';

describe('what a real server says of tables and what belongs to them', () => {
  let server: DatabaseServer;
  let database = 0;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());

  async function factsOf(sql: string): Promise<readonly Fact[]> {
    database += 1;
    await server.createDatabase(`facts_${database}`);
    await server.sql(sql, `facts_${database}`);
    return (await catalogueOf(server, `facts_${database}`)).facts;
  }

  async function needsOf(sql: string): Promise<Readonly<Record<string, readonly string[]>>> {
    const facts = await factsOf(sql);
    return Object.fromEntries(facts.filter(({ needs }) => needs.length > 0).map(({ key, needs }) => [key, needs]));
  }

  it('leaves out the parts of an extension, temporary tables and what a partition inherits', async () => {
    const facts = await factsOf(`
      CREATE EXTENSION pg_stat_statements; CREATE TEMP TABLE gone (a int); CREATE TABLE p (a int PRIMARY KEY) PARTITION BY LIST (a);
      CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE INDEX i ON p (a);`);
    const keys = facts.filter(({ kind }) => kind !== 'comment' && kind !== 'grant').map(({ key }) => key);
    expect(keys).to.have.members([
      'schema:public',
      ...keys.filter((key) => key.startsWith('extension:')),
      'table:public.p',
      'table:public.p1',
      'column:public.p.a',
      'constraint:public.p.p_pkey',
      'index:public.i',
    ]);
  });

  it('tells needs of defaults, generated columns, keys and sequences', async () => {
    expect(
      await needsOf(`
        CREATE TYPE mood AS ENUM ('a'); CREATE FUNCTION f(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1';
        CREATE TABLE p (id serial PRIMARY KEY, m mood DEFAULT 'a', ms mood[], g int GENERATED ALWAYS AS (f(1)) STORED);
        CREATE TABLE t (p int REFERENCES p, up p, CHECK (f(p) > 0)); CREATE INDEX i ON t (f(p));`),
    ).to.deep.equal({
      'column:public.p.g': ['function:public.f(integer)'],
      'column:public.p.m': ['enum:public.mood'],
      'column:public.p.ms': ['enum:public.mood'],
      'column:public.t.up': ['table:public.p'],
      'constraint:public.p.p_pkey': ['column:public.p.id'],
      'constraint:public.t.t_p_check': ['column:public.t.p', 'function:public.f(integer)'],
      'constraint:public.t.t_p_fkey': [
        'column:public.p.id',
        'column:public.t.p',
        'constraint:public.p.p_pkey',
        'table:public.p',
      ],
      'default:public.p.id': ['sequence:public.p_id_seq'],
      'default:public.p.m': ['enum:public.mood'],
      'index:public.i': ['column:public.t.p', 'function:public.f(integer)'],
      'owned-by:public.p_id_seq': ['column:public.p.id'],
    });
  });

  it('spells indexes without their names, whatever the names are', async () => {
    const facts = await factsOf(`
      CREATE SCHEMA "S USING x"; CREATE TABLE "S USING x"."ON ""t""🙂" (a int, b boolean);
      CREATE INDEX " USING "" WHERE " ON "S USING x"."ON ""t""🙂" (a) WITH (fillfactor = 70, deduplicate_items = off) WHERE b;
      CREATE INDEX plain ON "S USING x"."ON ""t""🙂" (a) WITH (fillfactor = 70, deduplicate_items = off) WHERE b;`);
    const [one, other] = facts.filter(({ kind }) => kind === 'index').map(({ payload }) => payload);
    expect(one).to.deep.equal(other);
    expect(one).to.deep.include({
      definition: 'USING btree (a)',
      predicate: 'b',
      options: { fillfactor: '70', deduplicate_items: 'off' },
    });
  });

  it('tells an index that is not valid', async () => {
    const facts = await factsOf(
      `CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p DEFAULT; CREATE INDEX i ON ONLY p (a);`,
    );
    expect(facts.find(({ key }) => key === 'index:public.i')?.payload['valid']).to.equal(false);
  });
});
