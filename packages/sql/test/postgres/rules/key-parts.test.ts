import { expect } from 'chai';
import { factKey } from '../../../src/catalogue/fact-key.ts';
import { partsOfKey } from '../../../src/postgres/rules/key-parts.ts';

describe('the parts of a key', () => {
  for (const name of [
    ['app', 'orders'],
    ['App', 'a.b'],
    ['a"b', '"', 'x y'],
    ['größe', 'a:b'],
  ]) {
    it(`are ${JSON.stringify(name)} again`, () => {
      expect(partsOfKey(factKey('table', name))).to.deep.equal(name);
    });
  }
});
