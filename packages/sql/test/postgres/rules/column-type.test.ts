import { expect } from 'chai';
import { type TypeChange, typeChange } from '../../../src/postgres/rules/column-type.ts';

const free = { isFree: true };

/** From, to, and what differs from a rewrite that always succeeds, loses nothing and needs no expression. */
const cases: readonly (readonly [string, string, Partial<TypeChange>])[] = [
  ['character varying(10)', 'character varying(20)', free],
  ['character varying(10)', 'character varying', free],
  ['character varying(10)', 'text', free],
  ['text', 'character varying', free],
  ['text', 'character varying(5)', { misfit: 'pg_catalog.length($) > 5' }],
  ['character varying(20)', 'character varying(5)', { misfit: 'pg_catalog.length($) > 5' }],
  ['text', 'character(1)', { misfit: 'pg_catalog.length($) > 1' }],
  ['integer', 'text', {}],
  ['app.status', 'character varying(3)', { misfit: 'pg_catalog.length($::pg_catalog.text) > 3' }],
  ['integer', 'bigint', {}],
  ['bigint', 'smallint', { misfit: '$ NOT BETWEEN -32768 AND 32767' }],
  ['integer', 'numeric', {}],
  ['integer', 'numeric(5,2)', { misfit: 'pg_catalog.abs(pg_catalog.round($::numeric, 2)) >= 1000' }],
  ['numeric(8,2)', 'numeric(12,2)', free],
  ['numeric(8,2)', 'numeric', free],
  ['numeric(8,2)', 'numeric(10,4)', {}],
  ['numeric(8,4)', 'numeric(6,2)', { isLossy: true }],
  ['numeric(8,2)', 'numeric(7,2)', { misfit: 'pg_catalog.abs(pg_catalog.round($::numeric, 2)) >= 100000' }],
  [
    'double precision',
    'integer',
    { isLossy: true, misfit: 'pg_catalog.round($::numeric) NOT BETWEEN -2147483648 AND 2147483647' },
  ],
  ['timestamp(3) without time zone', 'timestamp without time zone', free],
  ['timestamp without time zone', 'timestamp(3) without time zone', { isLossy: true }],
  ['timestamp without time zone', 'timestamp with time zone', {}],
  ['timestamp with time zone', 'date', { isLossy: true }],
  ['date', 'timestamp with time zone', {}],
  ['json', 'jsonb', { isLossy: true }],
  ['cidr', 'inet', free],
  ['integer', 'boolean', { isLossy: true, using: '$::boolean' }],
  ['boolean', 'integer', { using: '$::integer' }],
  ['text', 'integer', { isUncertain: true, using: '$::integer' }],
  ['text', 'app.status', { isUncertain: true, using: '$::app.status' }],
  ['app.status', 'app."Status"', { isUncertain: true, using: '$::text::app."Status"' }],
  ['integer', 'uuid', { isUncertain: true, using: '$::text::uuid' }],
  ['character varying(5)[]', 'text[]', free],
  ['text[]', 'integer[]', { isUncertain: true, using: '$::integer[]' }],
  ['app.a[]', 'app.b[]', { isUncertain: true, using: '$::text[]::app.b[]' }],
  ['text', 'text[]', { isUncertain: true, using: '$::text[]' }],
  ['integer[]', 'text', {}],
];

describe('a column that gets another type', () => {
  for (const [from, to, expected] of cases) {
    it(`goes from ${from} to ${to}`, () => {
      const plain = { isFree: false, isLossy: false, misfit: null, isUncertain: false, using: null };
      expect(typeChange(from, to)).to.deep.equal({ ...plain, ...expected });
    });
  }
});
