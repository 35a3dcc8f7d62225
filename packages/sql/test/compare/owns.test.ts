import { assert } from 'chai';
import type { Fact } from '../../src/catalogue/fact.ts';
import { catalogue, compareToys, textsOf, toy } from './toy.ts';

const strangers = 500;

describe('what is not owned', () => {
  it(`is in no statement, whatever ${strangers} objects there are and whatever goes`, () => {
    const own = [toy('table', 'app.orders'), toy('column', 'app.orders.total', { payload: { type: 'integer' } })];
    const foreign = Array.from({ length: strangers }, (_, index) => strangerFact(index));
    const live = catalogue(toy('schema', 'other'), ...own, ...foreign);
    const wanted = catalogue(toy('table', 'app.fresh'));
    const owns = { schemas: ['app'], except: ['app.tmp_*'], extensions: false };
    assert.deepEqual(textsOf(compareToys(live, wanted, { owns })), ['create table:app.fresh', 'drop table:app.orders']);
  });

  it('is told when it would have to go, and is still in no statement', () => {
    const table = toy('table', 'app.orders');
    const foreign = ['one', 'two'].map((name) => toy('view', `other.${name}`, { needs: [table.key] }));
    const comparison = compareToys(catalogue(table, toy('schema', 'other'), ...foreign), catalogue());
    assert.deepEqual(
      comparison.collateral.map(({ fact }) => fact.key),
      foreign.map(({ key }) => key),
    );
    assert.isTrue(textsOf(comparison).every((text) => !text.includes('other')));
  });
});

/** Objects of every kind in another schema, and some in this one that a glob excepts. */
function strangerFact(index: number): Fact {
  const kinds = ['table', 'view', 'sequence'];
  const kind = kinds[index % kinds.length] ?? 'table';
  return toy(kind, index % 2 === 0 ? `other.thing_${index}` : `app.tmp_${index}`);
}
