import { assert } from 'chai';
import { parseObjectName } from '../../../src/modules/grant/object-name.ts';

describe('the name of an object with privileges', () => {
  const names: readonly (readonly [string, string | null, string, string | null])[] = [
    ['orders', null, 'orders', null],
    ['app.orders', 'app', 'orders', null],
    ['App.Größe', 'App', 'Größe', null],
    ['"a.b"."c""d"', 'a.b', 'c"d', null],
    ['app.total()', 'app', 'total', ''],
    [
      'app.total(integer, character varying(20), "x.y"."t"[])',
      'app',
      'total',
      'integer, character varying(20), "x.y"."t"[]',
    ],
  ];
  for (const [text, schema, name, types] of names) {
    it(`is read from ${text}`, () => assert.deepEqual(parseObjectName(text), { schema, name, arguments: types }));
  }

  for (const text of [
    '',
    'a.b.c',
    'a.',
    '.a',
    '"a',
    'f(',
    "f('x')",
    'f(int); DROP TABLE t',
    'f(int)) x',
    'f(int -- x)',
  ]) {
    it(`is not ${JSON.stringify(text)}`, () => assert.property(parseObjectName(text), 'detail'));
  }
});
