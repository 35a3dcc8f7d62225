import { expect } from 'chai';
import { lossOf } from '../../../src/mysql/rules/column-loss.ts';

const keeps: readonly (readonly [string, string])[] = [
  ['int(11)', 'int(5)'],
  ['int(11)', 'bigint(20)'],
  ['int(10) unsigned', 'bigint(20)'],
  ['tinyint(3) unsigned', 'decimal(3,0)'],
  ['decimal(8,2)', 'decimal(10,4)'],
  ['varchar(20)', 'varchar(21)'],
  ['char(9)', 'varchar(9)'],
  ['varchar(20)', 'text'],
  ['text', 'mediumtext'],
  ["enum('a','b')", "enum('a','b','c')"],
  ["enum('a','b')", "enum('b','x','a')"],
  ["enum('a','bcd')", 'varchar(3)'],
  ['binary(4)', 'varbinary(4)'],
  ['datetime(3)', 'datetime(6)'],
  ['float', 'double'],
  ['uuid', 'char(36)'],
];

const loses: readonly (readonly [string, string])[] = [
  ['bigint(20)', 'int(11)'],
  ['int(11)', 'int(10) unsigned'],
  ['int(10) unsigned', 'int(11)'],
  ['decimal(8,2)', 'decimal(8,3)'],
  ['decimal(8,2)', 'int(11)'],
  ['varchar(20)', 'varchar(19)'],
  ['text', 'varchar(16000)'],
  ["enum('a','b')", "enum('a')"],
  ["enum('a','bcd')", 'varchar(2)'],
  ['varbinary(4)', 'binary(4)'],
  ['datetime(6)', 'datetime'],
  ['datetime', 'date'],
  ['double', 'float'],
  ['varchar(20)', 'int(11)'],
];

const column = (type: string): { readonly type: string; readonly charset: string } => ({ type, charset: 'utf8mb4' });

describe('a column that changes its type', () => {
  for (const [before, after] of keeps) {
    it(`keeps every value from ${before} to ${after}`, () => {
      expect(lossOf(column(before), column(after))).to.equal(undefined);
    });
  }

  for (const [before, after] of loses) {
    it(`can lose values from ${before} to ${after}`, () => {
      expect(lossOf(column(before), column(after))).to.be.a('string');
    });
  }

  it('loses no characters where each of them is in the other character set', () => {
    const to = (charset: string) => lossOf({ type: 'text', charset: 'latin1' }, { type: 'text', charset });
    expect(to('utf8mb4')).to.equal(undefined);
    expect(to('utf8mb3')).to.equal(undefined);
    expect(to('ascii')).to.equal('characters that ascii does not have (it was latin1)');
  });

  it('loses nothing that is not stored', () => {
    expect(lossOf({ type: 'bigint', stored: false }, { type: 'int', stored: false })).to.equal(undefined);
  });
});
