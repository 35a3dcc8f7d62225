import { assert } from 'chai';
import { instantOf } from '../../../src/modules/role/instant.ts';

describe('the time until which a password is taken', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['infinity', 'infinity'],
    ['2031-02-28', '2031-02-28T00:00:00Z'],
    ['2031-02-28T18:00:00+02:00', '2031-02-28T16:00:00Z'],
    ['2031-02-28 18:00Z', '2031-02-28T18:00:00Z'],
    ['2031-02-30', undefined],
    ['2031-02-28T18:00:00', undefined],
    ['tomorrow', undefined],
  ];
  for (const [given, wanted] of cases) {
    it(`${given} is ${wanted ?? 'none'}`, () => assert.equal(instantOf(given), wanted));
  }
});
