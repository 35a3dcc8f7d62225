import { expect } from 'chai';
import type { Catalogue, Fact } from '../../../src/catalogue/fact.ts';
import { withKnownPrivileges } from '../../../src/postgres/catalogue/known-privileges.ts';
import { grantOf, viewOf } from '../rules/program-facts.ts';

const view = viewOf('SELECT 1 AS a', ['a']);
const catalogueOf = (...grants: readonly Fact[]): Catalogue => ({
  facts: [view, ...grants],
  unmodelled: [],
  sizes: {},
});

describe('privileges that only newer servers know', () => {
  it('are left out for an older one, with grants of nothing else', () => {
    const newer = catalogueOf(grantOf(view, 'a', ['MAINTAIN*', 'SELECT']), grantOf(view, 'b', ['MAINTAIN']));
    expect(withKnownPrivileges(newer, 150018)).to.deep.equal(catalogueOf(grantOf(view, 'a', ['SELECT'])));
  });

  it('stay for a server that knows them', () => {
    const newer = catalogueOf(grantOf(view, 'a', ['MAINTAIN', 'SELECT']));
    expect(withKnownPrivileges(newer, 170002)).to.equal(newer);
  });
});
