import type { JsonObject } from '@setpoint/model';
import { json } from '../../../src/modules/json/index.ts';
import { type EditCase, holdsEdits, refusesDeclarations } from '../../text-edits/edited.ts';

const spread = `{
  // ports
  "web": { "port": 80, "tls": false },
  "db": [
    { "name": "a", "n": 1.0 }, // first
    { "name": "b", "n": 1e3 }
  ],
  "big": 12345678901234567890
}
`;

const cases: readonly EditCase[] = [
  { title: 'a value that is there stays', properties: { at: 'web.port', value: 80 }, before: spread, after: null },
  {
    title: 'the order of keys does not count',
    properties: { at: 'web', value: { tls: false, port: 80 } },
    before: spread,
    after: null,
  },
  {
    title: 'a value is changed in its place',
    properties: { at: 'web.port', value: 8080 },
    before: spread,
    after: spread.replace('80', '8080'),
  },
  {
    title: 'an item is found by a key of it',
    properties: { at: 'db[name=b].n', value: 2 },
    before: spread,
    after: spread.replace('1e3', '2'),
  },
  {
    title: 'an item is found by its position',
    properties: { at: 'db[0].n', value: 2 },
    before: spread,
    after: spread.replace('1.0', '2'),
  },
  {
    title: 'a key is added at the end, indented as the others',
    properties: { at: 'log.level', value: 'info' },
    before: spread,
    after: spread.replace('7890\n', '7890,\n  "log": {\n    "level": "info"\n  }\n'),
  },
  {
    title: 'a key is added within its line',
    properties: { at: 'web.host', value: null },
    before: spread,
    after: spread.replace('false }', 'false, "host": null }'),
  },
  {
    title: 'an item that is missing is made with its key',
    properties: { at: 'db[name=c].n', value: 3 },
    before: spread,
    after: spread.replace('1e3 }', '1e3 },\n    {\n      "name": "c",\n      "n": 3\n    }'),
  },
  {
    title: 'a list may get an item once',
    properties: { at: 'l', item: 'b' },
    before: '{"l": ["a"]}',
    after: '{"l": ["a", "b"]}',
  },
  {
    title: 'an item that is there stays',
    properties: { at: 'l', item: { a: 1 } },
    before: '{"l": [{"a": 1}]}',
    after: null,
  },
  {
    title: 'every equal item goes',
    properties: { at: 'l', item: 1, state: 'absent' },
    before: '{"l": [1, 2, 1]}',
    after: '{"l": [2]}',
  },
  {
    title: 'a value goes with its line, and comments of others stay',
    properties: { at: 'db', state: 'absent' },
    before: '{\n  // a\n  "a": 1,\n  "db": 2, // gone\n  // b\n  "b": 3\n}\n',
    after: '{\n  // a\n  "a": 1,\n  // b\n  "b": 3\n}\n',
  },
  {
    title: 'the last value goes with the comma before it',
    properties: { at: 'big', state: 'absent' },
    before: '{\n  "a": 1,\n  "big": 2\n}\n',
    after: '{\n  "a": 1\n}\n',
  },
  { title: 'the only value goes', properties: { at: 'a', state: 'absent' }, before: '{"a": 1}', after: '{}' },
  { title: 'what is not there cannot go', properties: { at: 'x.y', state: 'absent' }, before: spread, after: null },
  {
    title: 'an empty file begins with the value',
    properties: { at: 'a.b', value: 1 },
    before: '',
    after: '{\n  "a": {\n    "b": 1\n  }\n}\n',
  },
  { title: 'an empty object is spread', properties: { at: 'a', value: 1 }, before: '{}\n', after: '{\n  "a": 1\n}\n' },
  {
    title: 'tabs and line ends of DOS stay',
    properties: { at: 'b', value: [1] },
    before: '{\r\n\t"a": 1\r\n}\r\n',
    after: '{\r\n\t"a": 1,\r\n\t"b": [\r\n\t\t1\r\n\t]\r\n}\r\n',
  },
  {
    title: 'keys with other signs are quoted',
    properties: { at: '"a.b"."c d"', value: 1 },
    before: '{"a.b": {"c d": 0}}',
    after: '{"a.b": {"c d": 1}}',
  },
  {
    title: 'a key is added behind the comment of the last one',
    properties: { at: 'b', value: 2 },
    before: '{\n  "a": 1 // one\n}\n',
    after: '{\n  "a": 1, // one\n  "b": 2\n}\n',
  },
  {
    title: 'the last value goes, and the comment of the one before it stays',
    properties: { at: 'b', state: 'absent' },
    before: '{\n  "a": 1, // one\n  "b": 2 // two\n}\n',
    after: '{\n  "a": 1 // one\n}\n',
  },
  {
    title: 'a comment of several lines stays whole',
    properties: { at: 'b', state: 'absent' },
    before: '{\n  "a": 1,\n  "b": 2, /* x\n   y */\n  "c": 3\n}\n',
    after: '{\n  "a": 1,\n  /* x\n   y */\n  "c": 3\n}\n',
  },
  {
    title: 'a comment in an empty object stays',
    properties: { at: 'a', value: 1 },
    before: '{\n  // nothing yet\n}\n',
    after: '{\n  // nothing yet\n  "a": 1\n}\n',
  },
  {
    title: 'a comma at the end stays',
    properties: { at: 'l', item: 2 },
    before: '{\n  "l": [\n    1,\n  ],\n}\n',
    after: '{\n  "l": [\n    1,\n    2,\n  ],\n}\n',
  },
  {
    title: 'J-02 a number with more digits than can be kept is told by its text',
    properties: { at: 'big', value: '12345678901234567890' },
    before: spread,
    after: null,
  },
  {
    title: 'J-02 two large numbers are not taken for the same',
    properties: { at: 'big', value: '12345678901234567891' },
    before: '{"big": 12345678901234567890}',
    after: '{"big": "12345678901234567891"}',
  },
  {
    title: 'J-01 keys are merged into the document, and the others stay',
    properties: { merge: { web: { port: 8080, http2: true }, log: 'info' } },
    before: '{\n  // ports\n  "web": { "port": 80, "tls": false }\n}\n',
    after: '{\n  // ports\n  "web": { "port": 8080, "tls": false, "http2": true },\n  "log": "info"\n}\n',
  },
  {
    title: 'J-01 keys are merged into a map that is not there',
    properties: { at: 'a.b', merge: { c: null } },
    before: '{}',
    after: '{\n  "a": {\n    "b": {\n      "c": null\n    }\n  }\n}',
  },
  {
    title: 'keys are not merged into a list',
    properties: { at: 'l', merge: { c: 1 } },
    before: '{"l": []}',
    after: 'SP608: /etc/app.conf: `l` is a list, and keys of it are declared.',
  },
  {
    title: 'a map that is declared as a whole keeps what is equal in it',
    properties: { at: 'web', value: { port: 1, tls: false } },
    before: spread,
    after: spread.replace('80', '1'),
  },
  {
    title: 'a key is no property of every object',
    properties: { at: 'constructor.toString', value: 1 },
    before: '{"a": 1}',
    after: '{"a": 1, "constructor": {"toString":1}}',
  },
  {
    title: 'a way through something else is refused',
    properties: { at: 'big.x', value: 1 },
    before: spread,
    after: 'SP608: /etc/app.conf: `big` is a single value, and `big.x` leads on from it as if it were not.',
  },
  {
    title: 'a file that is no JSON is refused',
    properties: { at: 'a', value: 1 },
    before: '{\n  "a": 1\n  "b": 2\n}',
    after: 'SP608: /etc/app.conf: The file is no JSON: comma expected in line 3.',
  },
  {
    title: 'a key that stands twice is refused',
    properties: { at: 'a', value: 1 },
    before: '{\n  "a": 1,\n  "a": 2\n}',
    after: 'SP608: /etc/app.conf: The key `a` stands twice in one object, in line 3.',
  },
  {
    title: 'a position that leaves a gap is refused',
    properties: { at: 'l[5]', value: 1 },
    before: '{"l": []}',
    after: 'SP608: /etc/app.conf: The positions before `l[5]` are not there.',
  },
];

describe('a value of a JSON file', () => {
  holdsEdits(json, cases);

  const mistakes: readonly (readonly [string, JsonObject])[] = [
    ['no value', { at: 'a' }],
    ['a value and an item', { at: 'a', value: 1, item: 1 }],
    ['a value that is to be absent', { at: 'a', value: 1, state: 'absent' }],
    ['a number that would lose digits', { at: 'a', value: { b: [2 ** 53] } }],
    ['keys to merge and an item', { at: 'a', merge: { a: 1 }, item: 1 }],
    ['no place', { value: 1 }],
    ['a path that cannot be read', { at: 'a..b', value: 1 }],
    ['an empty path', { at: '.', value: 1 }],
  ];
  refusesDeclarations(json, mistakes);
});
