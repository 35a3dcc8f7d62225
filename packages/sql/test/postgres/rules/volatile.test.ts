import { expect } from 'chai';
import { isVolatile } from '../../../src/postgres/rules/volatile.ts';

const cases: readonly (readonly [string, boolean])[] = [
  ['0', false],
  ["'it''s f(x)'::text", false],
  ["'0'::numeric(12,2)", false],
  ['now()', false],
  ['CURRENT_TIMESTAMP', false],
  ["(now() AT TIME ZONE 'utc'::text)", false],
  ["'{}'::text[]", false],
  ['gen_random_uuid()', true],
  ["nextval('app.s'::regclass)", true],
  ['clock_timestamp()', true],
  ['app.price(1)', true],
  ['(random() * (10)::double precision)', true],
];

describe('a default that may give each row another value', () => {
  for (const [expression, isOne] of cases) {
    it(`${isOne ? 'is' : 'is not'} ${expression}`, () => {
      expect(isVolatile(expression)).to.equal(isOne);
    });
  }
});
