import { assert } from 'chai';
import { splitStatements } from '../../../src/declaration/split/split.ts';
import type { Product } from '../../../src/session/session.ts';

function renamesIn(product: Product, text: string): readonly string[] {
  const { renames, problems } = splitStatements(product, { path: 'a.sql', text });
  assert.deepEqual(problems, []);
  return renames.map(
    ({ kind, from, to, at }) => `${kind} ${from.join('|')} -> ${to.join('|')} at ${at.replace('a.sql:', '')}`,
  );
}

type Case = {
  readonly title: string;
  readonly product?: Product;
  readonly text: string;
  readonly renames: readonly string[];
};

const cases: readonly Case[] = [
  {
    title: 'a column, on its line',
    text: 'CREATE TABLE crm.people (\n  id bigint, -- setpoint:renamed_from number\n  mail text -- setpoint:renamed_from "E-Mail"\n);',
    renames: ['column crm|people|number -> crm|people|id at 2', 'column crm|people|E-Mail -> crm|people|mail at 3'],
  },
  {
    title: 'a column, on the line above it',
    text: 'CREATE TABLE people (\n  id bigint,\n  -- setpoint:renamed_from post\n  mail text\n);',
    renames: ['column people|post -> people|mail at 3'],
  },
  {
    title: 'a table, above it, behind its parenthesis and behind its end',
    text: '-- setpoint:renamed_from a1\nCREATE TABLE a (x int);\nCREATE TABLE b ( -- setpoint:renamed_from b1\n x int);\nCREATE TABLE c (x int); -- setpoint:renamed_from c1',
    renames: ['table a1 -> a at 1', 'table b1 -> b at 3', 'table c1 -> c at 5'],
  },
  {
    title: 'a schema-qualified former name',
    text: 'CREATE TABLE app."Orders" (x int); -- setpoint:renamed_from app.purchases',
    renames: ['table app|purchases -> app|Orders at 1'],
  },
  {
    title: 'a constraint and an index',
    text: 'CREATE TABLE app.t (\n  a int,\n  CONSTRAINT a_key UNIQUE (a) -- setpoint:renamed_from old_key\n);\nCREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i /* setpoint:renamed_from j */ ON ONLY app.t (a);',
    renames: ['constraint app|t|old_key -> app|t|a_key at 3', 'index app|j -> app|i at 5'],
  },
  {
    title: 'a constraint added by a statement of its own',
    text: 'ALTER TABLE ONLY app.t ADD CONSTRAINT c CHECK (a > 0); -- setpoint:renamed_from d',
    renames: ['constraint app|t|d -> app|t|c at 1'],
  },
  {
    title: 'labels of an enum, and the enum',
    text: "CREATE TYPE app.mood AS ENUM ( -- setpoint:renamed_from temper\n  'well', -- setpoint:renamed_from 'very good'\n  'ill' /* setpoint:renamed_from Bad */\n);",
    renames: [
      'type app|temper -> app|mood at 1',
      'enum value app|mood|very good -> app|mood|well at 2',
      'enum value app|mood|Bad -> app|mood|ill at 3',
    ],
  },
  {
    title: 'views, sequences, functions, schemas',
    text: [
      '-- setpoint:renamed_from a',
      'CREATE OR REPLACE VIEW v AS SELECT 1;',
      '-- setpoint:renamed_from b',
      'CREATE MATERIALIZED VIEW m AS SELECT 1;',
      '-- setpoint:renamed_from c',
      'CREATE SEQUENCE s;',
      '-- setpoint:renamed_from d',
      'CREATE OR REPLACE FUNCTION app.f(a int DEFAULT 1) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
      '-- setpoint:renamed_from e',
      'CREATE SCHEMA n;',
    ].join('\n'),
    renames: [
      'view a -> v at 1',
      'view b -> m at 3',
      'sequence c -> s at 5',
      'function app|d -> app|f at 7',
      'schema e -> n at 9',
    ],
  },
  {
    title: 'another notation, which belongs to what is before it',
    text: 'CREATE TABLE t ( -- @renamed from="Old T"\n  -- @renamed from=ignored\n  a int, -- @renamed from=B\n  c int\n);',
    renames: ['table Old T -> t at 1', 'column t|b -> t|a at 3'],
  },
  {
    title: 'the notation of Atlas',
    text: 'CREATE TABLE t (\n  -- atlas:renamed_from b\n  a int\n);',
    renames: ['column t|b -> t|a at 2'],
  },
  {
    title: 'indexes of MySQL by their table',
    product: 'mysql',
    text: 'CREATE TABLE `t` (\n  `a` int, -- setpoint:renamed_from B\n  UNIQUE KEY `u` (`a`), -- setpoint:renamed_from v\n  KEY k (a) # setpoint:renamed_from l\n);\nCREATE INDEX i /* setpoint:renamed_from j */ ON t (a);',
    renames: ['column t|B -> t|a at 2', 'index t|v -> t|u at 3', 'index t|l -> t|k at 4', 'index t|j -> t|i at 6'],
  },
];

describe('renames that comments ask for', () => {
  for (const { title, product = 'postgres', text, renames } of cases) {
    it(title, () => assert.deepEqual(renamesIn(product, text), renames));
  }

  it('a column whose values are converted', () => {
    const text = `CREATE TABLE app.t (
      a int, -- setpoint:using length(a)
      -- setpoint:using lower(b)::date
      b date,
      c text /* setpoint:renamed_from d */ /* setpoint:using c || '*' */
    );`;
    const { conversions, renames, problems } = splitStatements('postgres', { path: 'a.sql', text });
    assert.deepEqual(problems, []);
    assert.lengthOf(renames, 1);
    assert.deepEqual(conversions, [
      { column: ['app', 't', 'a'], using: 'length(a)' },
      { column: ['app', 't', 'b'], using: 'lower(b)::date' },
      { column: ['app', 't', 'c'], using: "c || '*'" },
    ]);
  });

  const offences: readonly (readonly [string, string])[] = [
    [
      'CREATE TABLE t (a int); -- setpoint:renamed_from',
      'This comment asks for a rename and does not say from which name.',
    ],
    ['CREATE TABLE t (a int); -- @renamed form=x', 'This comment asks for a rename and does not say from which name.'],
    [
      'CREATE TABLE t (a int); -- setpoint:using length(a)',
      'Only a column of PostgreSQL can say how its values become those of another type.',
    ],
    ['COMMENT ON TABLE t IS NULL; -- setpoint:renamed_from x', 'There is nothing to rename in this statement.'],
    [
      'CREATE TRIGGER g AFTER INSERT ON t EXECUTE FUNCTION f(); -- setpoint:renamed_from x',
      'There is nothing to rename in a trigger.',
    ],
    [
      'CREATE TABLE t (\n a int,\n CHECK (a > 0) -- setpoint:renamed_from x\n);',
      'There is nothing to rename in a constraint without a name.',
    ],
  ];
  for (const [text, message] of offences) {
    it(`says that it cannot follow: ${text.replaceAll('\n', ' ')}`, () => {
      const { renames, problems } = splitStatements('postgres', { path: 'a.sql', text });
      assert.deepEqual(renames, []);
      assert.deepEqual(
        problems.map((problem) => problem.message),
        [message],
      );
    });
  }
});
