import { expect } from 'chai';
import { compareVersions, spellings } from '../../src/package-managers/versions.ts';

/** From the tests of rpm and its documentation. */
const ordered: readonly (readonly [older: string, newer: string])[] = [
  ['1.0', '2.0'],
  ['2.0', '2.0.1'],
  ['1.9', '1.10'],
  ['1.0a', '1.0.1'],
  ['1.0-1', '1.0-2'],
  ['9.9-1', '1:0.1-1'],
  ['1.0~rc1', '1.0'],
  ['1.0', '1.0^git1'],
  ['1.0^git1', '1.0.1'],
  ['5.5p1', '5.5p10'],
  ['10xyz', '10.1xyz'],
  ['xyz10', 'xyz10.1'],
  ['1.0~rc1', '1.0~rc2'],
];
const equal: readonly (readonly [string, string])[] = [
  ['1.0', '1.0'],
  ['1.0', '1_0'],
  ['2.50', '2.050'],
  ['1.0', '1.0-7'],
  ['0:1.0-1', '1.0-1'],
  ['10000000000000000000001', '10000000000000000000001'],
];

describe('the order of rpm versions', () => {
  for (const [older, newer] of ordered) {
    it(`has ${older} before ${newer}`, () => {
      expect(compareVersions('dnf', older, newer)).to.be.lessThan(0);
      expect(compareVersions('dnf', newer, older)).to.be.greaterThan(0);
    });
  }
  for (const [one, other] of equal) {
    it(`takes ${one} for ${other}`, () => {
      expect(compareVersions('dnf', one, other)).to.equal(0);
    });
  }

  it('knows a version with and without its epoch and its release', () => {
    expect(spellings('dnf', '1:2.3-4.fc40')).to.deep.equal(['1:2.3-4.fc40', '2.3-4.fc40', '1:2.3', '2.3']);
    expect(spellings('apt', '1:2.3-4')).to.deep.equal(['1:2.3-4']);
  });
});
