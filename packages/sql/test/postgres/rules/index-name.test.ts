import { expect } from 'chai';
import { chooseIndexName } from '../../../src/postgres/rules/index-name.ts';

const free = (): boolean => false;

describe('the name that an index gets when it has none', () => {
  it('is that of its table and its columns', () => {
    expect(chooseIndexName('orders', ['customer', 'lower'], free)).to.equal('orders_customer_lower_idx');
  });

  it('is numbered where it is taken', () => {
    const taken = new Set(['t_a_idx', 't_a_idx1']);
    expect(chooseIndexName('t', ['a'], (name) => taken.has(name))).to.equal('t_a_idx2');
  });

  it('has at most 63 bytes, cut from the longer part', () => {
    expect(chooseIndexName('t'.repeat(60), ['c'.repeat(10)], free)).to.equal(`${'t'.repeat(48)}_${'c'.repeat(10)}_idx`);
  });

  it('is never cut inside of a character', () => {
    const name = chooseIndexName('ä'.repeat(31), ['ö'.repeat(31)], free);
    expect(name).to.match(/^ä+_ö+_idx$/);
    expect(Buffer.byteLength(name)).to.be.at.most(63);
  });
});
