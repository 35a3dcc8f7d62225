import type { JsonObject } from '@setpoint/model';
import { assert } from 'chai';
import { writtenValue } from '../../src/schema/editor-value.ts';
import { editorJudge } from './editor-judge.ts';

const expression = '${{ anything }}';

const cases: readonly {
  readonly what: string;
  readonly schema: JsonObject;
  readonly good: readonly unknown[];
  readonly bad: readonly unknown[];
}[] = [
  { what: 'a text', schema: { type: 'string', minLength: 1 }, good: ['a', expression], bad: ['', 1, true, []] },
  {
    what: 'a text taken from the source',
    schema: { type: 'string', 'x-source-text': true },
    good: ['0644', 644, expression],
    bad: [true, []],
  },
  {
    what: 'a text with a form',
    schema: { type: 'string', pattern: '^[a-z]+$' },
    good: ['abc', expression, `abc-${expression}`],
    bad: ['ABC'],
  },
  { what: 'true or false', schema: { type: 'boolean' }, good: [true, false, expression], bad: ['yes', 1, null] },
  {
    what: 'a number in a range',
    schema: { type: 'integer', minimum: 1 },
    good: [1, expression],
    bad: [0, 1.5, '1', 'one'],
  },
  {
    what: 'one of some words',
    schema: {
      anyOf: [
        { type: 'string', const: 'present' },
        { type: 'string', const: 'absent' },
      ],
    },
    good: ['present', 'absent', expression],
    bad: ['presnt', 1, true],
  },
  {
    what: 'a list',
    schema: { type: 'array', minItems: 1, items: { type: 'integer' } },
    good: [[1], [1, expression], expression],
    bad: [[], ['one'], 'one'],
  },
  {
    what: 'a text or a list of texts',
    schema: {
      anyOf: [
        { type: 'string', minLength: 1 },
        { type: 'array', items: { type: 'string' } },
      ],
    },
    good: ['a', ['a', expression], expression],
    bad: ['', 3, [3]],
  },
  {
    what: 'a text or false',
    schema: { anyOf: [{ type: 'string', minLength: 1 }, { const: false }] },
    good: ['a', false, expression],
    bad: [true, ''],
  },
  {
    what: 'a map',
    schema: { type: 'object', properties: { port: { type: 'integer' } }, additionalProperties: false },
    good: [{}, { port: 1 }, { port: expression }, expression],
    bad: [{ prot: 1 }, { port: 'one' }, 'text'],
  },
];

describe('the schema of a property as it is written', () => {
  for (const { what, schema, good, bad } of cases) {
    const judge = editorJudge(writtenValue({ description: 'What it is.', ...schema }));

    it(`accepts ${what}, and an expression in its place`, () => {
      for (const value of good) assert.deepEqual(judge(value), [], JSON.stringify(value));
    });

    it(`has one error for what is not ${what}`, () => {
      for (const value of bad) assert.lengthOf(judge(value), 1, JSON.stringify(value));
    });
  }
});
