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

/** From the tests of apk-tools, each with its reason. */
const apkOrdered: readonly (readonly [older: string, newer: string])[] = [
  ['1.9-r0', '1.10-r0'],
  ['1.0-r9', '1.0-r10'],
  ['1.0', '1.0-r0'],
  ['1.1_alpha1', '1.1'],
  ['1.0_alpha2', '1.0_beta1'],
  ['1.0_rc1', '1.0'],
  ['1.0', '1.0_p1'],
  ['1.0_git20240101', '1.0_p1'],
  ['1.0', '1.0a'],
  ['2.3.0b-r1', '2.3.0b-r2'],
  ['1.0b', '1.0.1'],
  ['0.1.0_alpha', '0.1.0_alpha2'],
  ['1.01', '1.1'],
  ['1.0_pre2~1234abcd', '1.0_pre2~2234abcd'],
  ['9', '10000000000000000000001'],
];

describe('the order of versions of apk', () => {
  for (const [older, newer] of apkOrdered) {
    it(`has ${older} before ${newer}`, () => {
      expect(compareVersions('apk', older, newer)).to.be.lessThan(0);
      expect(compareVersions('apk', newer, older)).to.be.greaterThan(0);
    });
  }
  for (const version of ['1.0-r0', '1.0_alpha_pre2', '~~', '']) {
    it(`takes ${JSON.stringify(version)} for itself`, () => {
      expect(compareVersions('apk', version, version)).to.equal(0);
    });
  }
});
