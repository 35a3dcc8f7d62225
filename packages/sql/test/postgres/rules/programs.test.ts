import { expect } from 'chai';
import type { Fact } from '../../../src/catalogue/fact.ts';
import { compareCatalogues } from '../../../src/compare/index.ts';
import { postgresRules } from '../../../src/postgres/rules/index.ts';
import { enumOf, fact, functionOf, grantOf, schemaApp, viewOf } from './program-facts.ts';

type Case = {
  readonly title: string;
  readonly live: readonly Fact[];
  readonly wanted: readonly Fact[];
  readonly statements: readonly string[];
  readonly version?: number;
};

const mood = enumOf('low', 'high');
const definition = (body: string): string =>
  `CREATE OR REPLACE FUNCTION app.f(a integer)\n RETURNS integer\nAS $$${body}$$`;
const oneFunction = functionOf({ definition: definition('1') });
const openTables = fact('default-privilege', ['', 'app', 'TABLES', 'reader'], {
  payload: { privileges: ['SELECT', 'UPDATE'] },
  info: { defaults: [], isRole: false },
});
const trigger = (when: string, isConstraint: boolean): Fact =>
  fact('trigger', ['app', 'v', 't'], {
    parent: 'view:app.v',
    payload: { definition: when, enabled: 'origin' },
    info: { definition: `CREATE TRIGGER t ${when}`, isConstraint },
  });

const cases: readonly Case[] = [
  {
    title: 'does nothing about what is as declared',
    live: [mood, oneFunction],
    wanted: [mood, oneFunction],
    statements: [],
  },
  {
    title: 'puts labels before, between and behind those that are there',
    live: [mood],
    wanted: [enumOf('a', 'b', 'low', 'mid', 'high', 'y', 'z')],
    statements: [
      "ALTER TYPE app.mood ADD VALUE 'a' BEFORE 'low'",
      "ALTER TYPE app.mood ADD VALUE 'b' AFTER 'a'",
      "ALTER TYPE app.mood ADD VALUE 'mid' AFTER 'low'",
      "ALTER TYPE app.mood ADD VALUE 'y'",
      "ALTER TYPE app.mood ADD VALUE 'z'",
    ],
  },
  {
    title: 'swaps a type that nothing uses when a label goes',
    live: [mood],
    wanted: [enumOf('high')],
    statements: [
      'ALTER TYPE app.mood RENAME TO _setpoint_type_54e5fea25345',
      "CREATE TYPE app.mood AS ENUM ('high')",
      'DROP TYPE app._setpoint_type_54e5fea25345',
    ],
  },
  {
    title: 'replaces a view whose columns stay',
    live: [viewOf('SELECT 1 AS a', ['a'])],
    wanted: [viewOf('SELECT 2 AS a,\n 3 AS b', ['a', 'b'])],
    statements: ['CREATE OR REPLACE VIEW app.v AS\nSELECT 2 AS a,\n 3 AS b'],
  },
  {
    title: 'makes a view anew whose column has another name',
    live: [viewOf('SELECT 1 AS a', ['a'])],
    wanted: [viewOf('SELECT 1 AS b', ['b'])],
    statements: ['DROP VIEW app.v', 'CREATE VIEW app.v AS\nSELECT 1 AS b'],
  },
  {
    title: 'replaces a function whose body is another',
    live: [oneFunction],
    wanted: [functionOf({ definition: definition('2') })],
    statements: [definition('2')],
  },
  {
    title: 'makes a function anew that loses the default of an argument',
    live: [functionOf({ definition: definition('1'), defaults: 1 })],
    wanted: [oneFunction],
    statements: ['DROP FUNCTION app.f(integer)', definition('1').replace('OR REPLACE ', '')],
  },
  {
    title: 'replaces a trigger where the server can',
    live: [viewOf('SELECT 1 AS a', ['a']), trigger('INSTEAD OF INSERT', false)],
    wanted: [viewOf('SELECT 1 AS a', ['a']), trigger('INSTEAD OF DELETE', false)],
    statements: ['CREATE OR REPLACE TRIGGER t INSTEAD OF DELETE'],
  },
  {
    title: 'makes a trigger anew on a server that cannot replace it',
    version: 130000,
    live: [viewOf('SELECT 1 AS a', ['a']), trigger('INSTEAD OF INSERT', false)],
    wanted: [viewOf('SELECT 1 AS a', ['a']), trigger('INSTEAD OF DELETE', false)],
    statements: ['DROP TRIGGER t ON app.v', 'CREATE TRIGGER t INSTEAD OF DELETE'],
  },
  {
    title: 'takes back what default privileges give away of a new view beyond what is declared',
    live: [openTables],
    wanted: [openTables, viewOf('SELECT 1 AS a', ['a']), grantOf(viewOf('', []), 'reader', ['INSERT', 'SELECT'])],
    statements: [
      'CREATE VIEW app.v AS\nSELECT 1 AS a',
      'REVOKE UPDATE ON TABLE app.v FROM reader',
      'GRANT INSERT, SELECT ON TABLE app.v TO reader',
    ],
  },
  {
    title: 'writes roles and labels that hold quotes so that they stay what they are',
    live: [],
    wanted: [enumOf("it's; --"), grantOf(enumOf(), 'a"b;\nc', ['USAGE*'])],
    statements: [
      "CREATE TYPE app.mood AS ENUM ('it''s; --')",
      'GRANT USAGE ON TYPE app.mood TO "a""b;\nc" WITH GRANT OPTION',
    ],
  },
];

describe('rules for types, views, functions, triggers and grants', () => {
  for (const { title, live, wanted, statements, version } of cases) {
    it(title, () => {
      const comparison = compareCatalogues({
        product: 'postgres',
        version: version ?? 150000,
        live: { facts: [schemaApp, ...live], unmodelled: [], sizes: {} },
        wanted: { facts: [schemaApp, ...wanted], unmodelled: [], sizes: {} },
        owns: { schemas: ['app'], except: [], extensions: false },
        prune: true,
        renames: [],
        online: { indexes: 'plain', constraints: 'plain' },
        rules: postgresRules,
      });
      expect(comparison.problems).to.deep.equal([]);
      expect(comparison.statements.map(({ text }) => text)).to.deep.equal(statements);
    });
  }

  it('lets what uses a new label wait until the label is there for good', () => {
    const [added] = compareCatalogues({
      product: 'postgres',
      version: 150000,
      live: { facts: [schemaApp, mood], unmodelled: [], sizes: {} },
      wanted: { facts: [schemaApp, enumOf('low', 'high', 'top')], unmodelled: [], sizes: {} },
      owns: { schemas: ['app'], except: [], extensions: false },
      prune: true,
      renames: [],
      online: { indexes: 'plain', constraints: 'plain' },
      rules: postgresRules,
    }).statements;
    expect(added?.transaction).to.equal('commit-after');
  });
});
