import { expect } from 'chai';
import { quoteIdentifier, quoteLiteral, quoteName } from '../../src/postgres/quote.ts';

const identifiers: readonly (readonly [string, string])[] = [
  ['orders', 'orders'],
  ['Orders', '"Orders"'],
  ['order', '"order"'],
  ['json_table', '"json_table"'],
  ['1st', '"1st"'],
  ['a b', '"a b"'],
  ['a"b', '"a""b"'],
  ['x"; DROP TABLE t; --', '"x""; DROP TABLE t; --"'],
  ['größe', '"größe"'],
  ['a\nb', '"a\nb"'],
  ['', '""'],
];

describe('names in PostgreSQL statements', () => {
  for (const [name, quoted] of identifiers) {
    it(`writes ${JSON.stringify(name)} as ${JSON.stringify(quoted)}`, () => {
      expect(quoteIdentifier(name)).to.equal(quoted);
    });
  }

  it('qualifies', () => {
    expect(quoteName(['app', 'Order.s'])).to.equal('app."Order.s"');
  });
});

describe('texts in PostgreSQL statements', () => {
  it('doubles quotes', () => {
    expect(quoteLiteral("it's")).to.equal("'it''s'");
  });

  it('is safe whatever the server takes a backslash for', () => {
    expect(quoteLiteral("\\'; DROP TABLE t")).to.equal("E'\\\\''; DROP TABLE t'");
  });
});
