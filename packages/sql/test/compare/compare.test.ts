import { assert } from 'chai';
import type { Catalogue } from '../../src/catalogue/fact.ts';
import type { CompareInput } from '../../src/compare/index.ts';
import { catalogue, compareToys, textsOf, toy } from './toy.ts';

type Case = {
  readonly title: string;
  readonly live: Catalogue;
  readonly wanted: Catalogue;
  readonly more?: Partial<CompareInput>;
  readonly statements: readonly string[];
};

const orders = toy('table', 'app.orders');
const total = toy('column', 'app.orders.total', { payload: { type: 'integer' } });
const bigTotal = toy('column', 'app.orders.total', { payload: { type: 'bigint' } });
const totals = toy('view', 'app.totals', { needs: [total.key] });
const best = toy('view', 'app.best', { needs: [totals.key] });

const cases: readonly Case[] = [
  {
    title: 'says nothing of what is as declared',
    live: catalogue(orders, total, totals),
    wanted: catalogue(orders, total, totals),
    statements: [],
  },
  {
    title: 'makes what others need first, and columns with their table',
    live: catalogue(),
    wanted: catalogue(best, totals, toy('grant', 'app.orders.reader'), total, orders),
    statements: [
      'create table:app.orders',
      'create view:app.totals',
      'create view:app.best',
      'create grant:table.app.orders.reader',
    ],
  },
  {
    title: 'takes views out of the way of a column that changes, and puts them back',
    live: catalogue(orders, total, totals, best),
    wanted: catalogue(orders, bigTotal, totals, best),
    statements: [
      'drop view:app.best',
      'drop view:app.totals',
      'alter column:app.orders.total',
      'create view:app.totals',
      'create view:app.best',
    ],
  },
  {
    title: 'drops tables that point to each other by dropping what points first',
    live: catalogue(
      toy('table', 'app.a'),
      toy('constraint', 'app.a.b_fk', { needs: ['table:app.b'] }),
      toy('table', 'app.b'),
      toy('constraint', 'app.b.a_fk', { needs: ['table:app.a'] }),
    ),
    wanted: catalogue(),
    statements: ['drop constraint:app.a.b_fk', 'drop constraint:app.b.a_fk', 'drop table:app.a', 'drop table:app.b'],
  },
  {
    title: 'makes tables that point to each other before what points',
    live: catalogue(),
    wanted: catalogue(
      toy('table', 'app.a'),
      toy('constraint', 'app.a.b_fk', { needs: ['table:app.b'] }),
      toy('table', 'app.b'),
      toy('constraint', 'app.b.a_fk', { needs: ['table:app.a'] }),
    ),
    statements: [
      'create table:app.a',
      'create table:app.b',
      'create constraint:app.a.b_fk',
      'create constraint:app.b.a_fk',
    ],
  },
  {
    title: 'gives a constraint of equal definition its new name',
    live: catalogue(orders, toy('constraint', 'app.orders.old', { payload: { text: 'CHECK (true)' } })),
    wanted: catalogue(orders, toy('constraint', 'app.orders.new', { payload: { text: 'CHECK (true)' } })),
    statements: ['rename constraint:app.orders.old to constraint:app.orders.new'],
  },
  {
    title: 'follows a declared rename into what hangs on the table',
    live: catalogue(
      toy('table', 'app.purchase'),
      toy('column', 'app.purchase.total', { payload: { type: 'integer' } }),
    ),
    wanted: catalogue(orders, bigTotal),
    more: { renames: [{ kind: 'table', from: ['purchase'], to: ['orders'], at: 'schema.sql:1' }] },
    statements: ['rename table:app.purchase to table:app.orders', 'alter column:app.orders.total'],
  },
  {
    title: 'forgets a rename that has happened',
    live: catalogue(orders),
    wanted: catalogue(orders),
    more: { renames: [{ kind: 'table', from: ['purchase'], to: ['orders'], at: 'schema.sql:1' }] },
    statements: [],
  },
  {
    title: 'gives a name free before something else takes it',
    live: catalogue(orders, toy('index', 'app.orders.busy')),
    wanted: catalogue(orders, toy('table', 'app.items'), toy('index', 'app.items.busy')),
    statements: ['create table:app.items', 'drop index:app.orders.busy', 'create index:app.items.busy'],
  },
  {
    title: 'leaves a sequence to the column that it goes with',
    live: catalogue(orders, total, toy('sequence', 'app.numbers', { payload: { ownedBy: total.key } })),
    wanted: catalogue(orders),
    statements: ['drop column:app.orders.total'],
  },
  {
    title: 'drops a schema after all that is in it',
    live: catalogue(orders, total),
    wanted: { facts: [], unmodelled: [], sizes: {} },
    statements: ['drop table:app.orders', 'drop schema:app'],
  },
  {
    title: 'leaves undeclared objects alone unless they may be pruned, but not what hangs on declared ones',
    live: catalogue(orders, total, toy('table', 'app.strange')),
    wanted: catalogue(orders),
    more: { prune: false },
    statements: ['drop column:app.orders.total'],
  },
  {
    title: 'never touches what is excepted',
    live: catalogue(toy('table', 'app.tmp_1'), toy('table', 'app.old')),
    wanted: catalogue(),
    more: { owns: { schemas: ['app'], except: ['app.tmp_*'], extensions: false } },
    statements: ['drop table:app.old'],
  },
  {
    title: 'never touches what is excepted, whatever characters its name has',
    live: catalogue(toy('table', 'app.tmp_a\nb'), toy('table', 'app.old')),
    wanted: catalogue(),
    more: { owns: { schemas: ['app'], except: ['app.tmp_*'], extensions: false } },
    statements: ['drop table:app.old'],
  },
];

describe('comparing catalogues', () => {
  for (const { title, live, wanted, more, statements } of cases) {
    it(title, () => {
      const comparison = compareToys(live, wanted, more);
      assert.deepEqual(comparison.problems, []);
      assert.deepEqual(textsOf(comparison), statements);
    });
  }

  it('tells what is not owned and stands in the way', () => {
    const foreign = toy('view', 'other.report', { needs: [total.key] });
    const live = catalogue(orders, total, toy('schema', 'other'), foreign);
    const { collateral } = compareToys(live, catalogue(orders, bigTotal));
    assert.deepEqual(
      collateral.map(({ fact, because }) => [fact.key, because.key]),
      [[foreign.key, total.key]],
    );
  });

  it('asks whether a drop and a creation of equal shape are a rename', () => {
    const live = catalogue(orders, toy('column', 'app.orders.mail', { payload: { type: 'text' } }));
    const wanted = catalogue(orders, toy('column', 'app.orders.email', { payload: { type: 'text' } }));
    const hazards = compareToys(live, wanted).statements.flatMap((statement) => statement.hazards);
    assert.deepEqual(
      hazards.map(({ code, object }) => [code, object]),
      [['DB301', 'column:app.orders.mail']],
    );
  });

  it('tells of declared objects that are not owned', () => {
    const { scope } = compareToys(catalogue(), catalogue(toy('schema', 'other'), toy('table', 'other.t')));
    assert.deepEqual(
      scope.outside.map(({ key }) => key),
      ['schema:other', 'table:other.t'],
    );
  });
});
