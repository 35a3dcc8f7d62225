import { assert } from 'chai';
import fc from 'fast-check';
import { expandRange } from '../../src/inventory/range.ts';

function names(pattern: string): readonly string[] | string {
  const expanded = expandRange(pattern);
  return expanded.kind === 'names' ? expanded.names : expanded.why;
}

describe('ranges of node names', () => {
  it('leaves a name without brackets as it is', () =>
    assert.deepEqual(names('web1.example.com'), ['web1.example.com']));
  it('counts from the first to the last', () => assert.deepEqual(names('w[1:3].x'), ['w1.x', 'w2.x', 'w3.x']));
  it('counts over a power of ten', () => assert.deepEqual(names('w[9:11]'), ['w9', 'w10', 'w11']));
  it('keeps leading zeros', () => assert.deepEqual(names('w[08:10]'), ['w08', 'w09', 'w10']));
  it('counts letters', () => assert.deepEqual(names('w[a:c]'), ['wa', 'wb', 'wc']));
  it('combines two ranges', () => assert.deepEqual(names('r[1:2]n[a:b]'), ['r1na', 'r1nb', 'r2na', 'r2nb']));
  for (const pattern of [
    'w[3:1]',
    'w[1:]',
    'w[1-3]',
    'w[a:3]',
    'w[',
    'w]',
    'w[01:100]',
    'w[1:20000]',
    'w[1:101][1:100]',
  ]) {
    it(`refuses ${pattern}`, () => assert.isString(names(pattern)));
  }

  it('gives as many different names as the range is long', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(300), (from, length) => {
        const found = names(`n[${from}:${from + length}]`);
        assert.equal(new Set(found).size, length + 1);
      }),
    );
  });
});
