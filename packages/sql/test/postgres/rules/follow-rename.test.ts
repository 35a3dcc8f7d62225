import { expect } from 'chai';
import type { Fact } from '../../../src/catalogue/fact.ts';
import { followInFunction, followInView } from '../../../src/postgres/rules/follow-rename.ts';
import { fact, functionOf, viewOf } from './program-facts.ts';

const renamed = (kind: string, from: readonly string[], to: readonly string[]): { before: Fact; after: Fact } => ({
  before: fact(kind, from),
  after: fact(kind, to),
});
const total = renamed('column', ['app', 't', 'total'], ['app', 't', 'Sum of']);

const views: readonly (readonly [string, ReturnType<typeof renamed>, string, string])[] = [
  [
    'labels a column that is shown as it is, and leaves labels that are said',
    total,
    'SELECT t.id,\n    t.total,\n    t.total AS other\n   FROM app.t\n  WHERE (t.total > 1)',
    'SELECT t.id,\n    t."Sum of" AS total,\n    t."Sum of" AS other\n   FROM app.t\n  WHERE (t."Sum of" > 1)',
  ],
  [
    'knows columns without their table, as newer servers write them',
    renamed('column', ['app', 't', 'a'], ['app', 't', 'b']),
    'SELECT DISTINCT a,\n    (a + 1) AS a1\n   FROM app.t\n  ORDER BY a',
    'SELECT DISTINCT b AS a,\n    (b + 1) AS a1\n   FROM app.t\n  ORDER BY b',
  ],
  [
    'leaves a label out that the column now has itself',
    renamed('column', ['app', 't', 'a'], ['app', 't', 'b']),
    'SELECT t.a AS b\n   FROM app.t',
    'SELECT t.b\n   FROM app.t',
  ],
  [
    'leaves constants and calls alone that only look like the name',
    total,
    "SELECT total(1) AS x,\n    'total'::text AS y\n   FROM app.t",
    "SELECT total(1) AS x,\n    'total'::text AS y\n   FROM app.t",
  ],
  [
    'follows a renamed table',
    renamed('table', ['app', 't'], ['app', 'u']),
    'SELECT t.id\n   FROM app.t',
    'SELECT u.id\n   FROM app.u',
  ],
  [
    'follows a renamed function only where it is called',
    renamed('function', ['app', 'f(integer)'], ['app', 'g(integer)']),
    'SELECT app.f(t.f) AS f\n   FROM app.t',
    'SELECT app.g(t.f) AS f\n   FROM app.t',
  ],
];

describe('views and functions after something that they use was renamed', () => {
  for (const [title, pair, before, after] of views) {
    it(title, () => {
      expect(followInView(viewOf(before, ['total']), pair).payload).to.deep.equal(viewOf(after, ['total']).payload);
    });
  }

  it('follows a renamed type into the signature, and not into the names of arguments or a body of text', () => {
    const before = functionOf({
      definition: 'CREATE OR REPLACE FUNCTION app.mood(mood app.mood)\n RETURNS app.mood\nAS $$select app.mood $$',
      arguments: 'mood app.mood',
      result: 'SETOF app.mood[]',
    });
    const pair = renamed('enum', ['app', 'mood'], ['app', 'Mood']);
    expect(followInFunction({ ...before, name: ['app', 'mood(app.mood)'] }, pair)).to.deep.equal({
      name: ['app', 'mood(app."Mood")'],
      payload: {
        ...before.payload,
        definition:
          'CREATE OR REPLACE FUNCTION app.mood(mood app."Mood")\n RETURNS app."Mood"\nAS $$select app.mood $$',
        arguments: 'mood app."Mood"',
        result: 'SETOF app."Mood"[]',
      },
    });
  });
});
