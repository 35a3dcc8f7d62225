import { type DatabaseServer, startPostgres } from '@setpoint/testkit/databases';
import { expect } from 'chai';
import type { Catalogue, Fact } from '../../../src/catalogue/fact.ts';
import { catalogueOf } from '../converge.ts';

const schema = `
CREATE SCHEMA app; CREATE SCHEMA "Odd.Na""me"; CREATE EXTENSION hstore SCHEMA app;
CREATE TYPE app.mood AS ENUM ('sad', 'it''s'); CREATE DOMAIN app.email AS text CONSTRAINT at CHECK (VALUE ~ '@');
CREATE TABLE app.t (id integer PRIMARY KEY, m app.mood, h app.hstore);
CREATE FUNCTION app.total(a integer, b integer DEFAULT 2) RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM app.t WHERE id > a; END;
CREATE FUNCTION "Odd.Na""me"."f(x"(app.mood) RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
CREATE VIEW app.v AS SELECT id, app.total(id) AS n FROM app.t; CREATE MATERIALIZED VIEW app.mv AS SELECT max(n) AS n FROM app.v;
CREATE FUNCTION app.tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER tg BEFORE UPDATE OF m ON app.t FOR EACH ROW EXECUTE FUNCTION app.tf();
CREATE POLICY p ON app.t USING (app.total(id) > 1);
REVOKE EXECUTE ON FUNCTION app.tf() FROM PUBLIC; GRANT UPDATE (m) ON app.t TO catalogue_reader WITH GRANT OPTION;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO catalogue_reader;
COMMENT ON INDEX app.t_pkey IS 'x';
CREATE TEXT SEARCH CONFIGURATION app.tc (COPY = simple); CREATE OPERATOR app.=== (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4eq);
CREATE FUNCTION app.et() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'; CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION app.et();
CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w; CREATE FOREIGN TABLE app.ft (a integer) SERVER s; COMMENT ON FOREIGN TABLE app.ft IS 'x';
CREATE CAST (app.mood AS integer) WITH FUNCTION "Odd.Na""me"."f(x"(app.mood);`;

describe('what the catalogue of a real server says of types, views, functions and access', () => {
  let server: DatabaseServer;
  let catalogue: Catalogue;
  before(async () => {
    server = await startPostgres();
    await server.sql('CREATE ROLE catalogue_reader');
    await server.createDatabase('catalogue');
    await server.sql(schema, 'catalogue');
    catalogue = await catalogueOf(server, 'catalogue');
  });
  after(() => server.stop());

  const fact = (key: string): Fact | undefined => catalogue.facts.find((one) => one.key === key);

  const needs: Readonly<Record<string, readonly string[]>> = {
    'extension:hstore': ['schema:app'],
    'column:app.t.h': ['extension:hstore'],
    'column:app.t.m': ['enum:app.mood'],
    'function:app.total(integer, integer)': ['column:app.t.id'],
    'function:"Odd.Na""me"."""f(x""(app.mood)"': ['enum:app.mood'],
    'view:app.v': ['column:app.t.id', 'function:app.total(integer, integer)'],
    'materialized-view:app.mv': ['view:app.v'],
    'trigger:app.t.tg': ['column:app.t.m', 'function:app.tf()'],
    'policy:app.t.p': ['column:app.t.id', 'function:app.total(integer, integer)'],
    'comment:index.app.t_pkey': [],
  };
  for (const [key, expected] of Object.entries(needs)) {
    it(`tells what ${key} needs: ${expected.join(', ') || 'nothing but what it is said of'}`, () => {
      expect(fact(key)?.needs).to.deep.equal(expected);
    });
  }

  const parents: Readonly<Record<string, string>> = {
    'comment:index.app.t_pkey': 'constraint:app.t.t_pkey',
    'domain-constraint:app.email.at': 'domain:app.email',
    'grant:column.app.t.m.catalogue_reader': 'column:app.t.m',
    'default-privilege:"".app."TABLES".catalogue_reader': 'schema:app',
    'view:app.v': 'schema:app',
  };
  for (const [key, parent] of Object.entries(parents)) {
    it(`tells that ${key} goes with ${parent}`, () => {
      expect(fact(key)?.parent).to.equal(parent);
    });
  }

  it('tells grants by what differs from what the server gives without being told', () => {
    const grants = catalogue.facts.filter(({ kind }) => kind === 'grant');
    expect(grants.map(({ key, payload }) => [key, payload['privileges']])).to.deep.equal([
      ['grant:column.app.t.m.catalogue_reader', ['UPDATE*']],
      ['grant:function.app.tf().public', []],
    ]);
  });

  it('has no facts for what belongs to an extension, and none for what is said of something without facts', () => {
    const others = catalogue.facts.filter(({ key }) => /hstore_|each\(|app\.ft/.test(key));
    expect(others).to.deep.equal([]);
  });

  it('names all that has no facts', () => {
    expect(catalogue.unmodelled).to.deep.equal([
      { what: 'cast', name: 'app.mood AS integer' },
      { what: 'event trigger', name: 'et' },
      { what: 'foreign server', name: 's' },
      { what: 'foreign table', name: 'app.ft', schema: 'app' },
      { what: 'foreign-data wrapper', name: 'w' },
      { what: 'operator', name: 'app.===(integer, integer)', schema: 'app' },
      { what: 'text search configuration', name: 'app.tc', schema: 'app' },
    ]);
  });

  it('reads an empty database as one with a public schema and nothing said of it', async () => {
    await server.createDatabase('nothing');
    const { facts, unmodelled, sizes } = await catalogueOf(server, 'nothing');
    expect(facts.map(({ key }) => key)).to.deep.equal([
      'schema:public',
      'extension:plpgsql',
      'comment:extension.plpgsql',
    ]);
    expect({ unmodelled, sizes }).to.deep.equal({ unmodelled: [], sizes: {} });
  });

  it('reads the same when it reads again', async () => {
    expect(await catalogueOf(server, 'catalogue')).to.deep.equal(catalogue);
  });
});
