import { expect } from 'chai';
import { compareVersions } from '../../../src/modules/package/version-order.ts';

/** Each is lower than the next; checked against `dpkg --compare-versions`. */
const ascending = [
  '0',
  '1.0~rc1',
  '1.0~rc1-2',
  '1.0',
  '1.0-1',
  '1.0-1+b1',
  '1.0a',
  '1.0+dfsg',
  '1.2',
  '1.10',
  '1:0.9',
  '2:0',
];

describe('the order of Debian versions', () => {
  it('is the one of dpkg', () => {
    for (const [index, left] of ascending.entries()) {
      for (const [other, right] of ascending.entries()) {
        expect(Math.sign(compareVersions(left, right)), `${left} ${right}`).to.equal(Math.sign(index - other));
      }
    }
  });

  it('takes different spellings of one version for equal', () => {
    expect(compareVersions('1.00', '1.0')).to.equal(0);
    expect(compareVersions('0:1', '1')).to.equal(0);
  });
});
