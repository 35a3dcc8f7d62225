import type { JsonObject } from '@setpoint/model';
import { assert } from 'chai';
import { ini } from '../../../src/modules/ini/index.ts';
import { edited } from '../../text-edits/edited.ts';

const cases: readonly {
  readonly title: string;
  readonly properties: JsonObject;
  readonly before: string;
  readonly after: string | null;
}[] = [
  {
    title: 'a value that is there stays, whatever its spaces',
    properties: { section: 'a', key: 'k', value: '1' },
    before: '[ a ]\n  k=1\n',
    after: null,
  },
  {
    title: 'a value is changed in its place, spaces and comments stay',
    properties: { section: 'a', key: 'k', value: '2' },
    before: '# top\n[a]\n\tk =1\nl=2 ; why\n\n[b]\nk=1\n',
    after: '# top\n[a]\n\tk =2\nl=2 ; why\n\n[b]\nk=1\n',
  },
  {
    title: 'a new key goes behind the last one of its section, with the spaces of the file',
    properties: { section: 'a', key: 'n', value: '1' },
    before: '[a]\nk=1\n\n[b]\nx=1\n',
    after: '[a]\nk=1\nn=1\n\n[b]\nx=1\n',
  },
  {
    title: 'a new section goes to the end, behind an empty line',
    properties: { section: 'b', key: 'n', value: '1' },
    before: '[a]\nk = 1\n',
    after: '[a]\nk = 1\n\n[b]\nn = 1\n',
  },
  {
    title: 'a new file begins with its section',
    properties: { section: 'b', key: 'n', value: '1' },
    before: '',
    after: '[b]\nn = 1\n',
  },
  {
    title: 'a key before the first section',
    properties: { key: 'n', value: '1' },
    before: '# top\nk=1\n[a]\nn=2\n',
    after: '# top\nk=1\nn=1\n[a]\nn=2\n',
  },
  {
    title: 'no spaces when that is asked for',
    properties: { section: 'b', key: 'n', value: '1', spaces: false },
    before: '',
    after: '[b]\nn=1\n',
  },
  {
    title: 'a commented key is put in its place when that is asked for',
    properties: { section: 'a', key: 'k', value: '1', uncomment: true },
    before: '[a]\n# set k = something\n#k=0\nl=1\n',
    after: '[a]\n# set k = something\nk=1\nl=1\n',
  },
  {
    title: 'a commented key is left alone otherwise',
    properties: { section: 'a', key: 'k', value: '1' },
    before: '[a]\n#k=0\nl=1\n',
    after: '[a]\n#k=0\nl=1\nk=1\n',
  },
  {
    title: 'a key that stands twice stands once',
    properties: { section: 'a', key: 'k', value: '2' },
    before: '[a]\nk=1\nl=1\nk=2\n',
    after: '[a]\nl=1\nk=2\n',
  },
  {
    title: 'several values are a set',
    properties: { section: 'a', key: 'k', values: ['1', '2'] },
    before: '[a]\nk=2\nk=1\n',
    after: null,
  },
  {
    title: 'missing values take the places of those that go',
    properties: { section: 'a', key: 'k', values: ['1', '2', '3'] },
    before: '[a]\nk=9\nx=1\nk=1\ny=1\n',
    after: '[a]\nk=2\nx=1\nk=1\nk=3\ny=1\n',
  },
  {
    title: 'other values stay when that is asked for',
    properties: { section: 'a', key: 'k', values: ['1'], exclusive: false },
    before: '[a]\nk=9\n',
    after: '[a]\nk=9\nk=1\n',
  },
  {
    title: 'a key without a value',
    properties: { section: 'a', key: 'skip-networking' },
    before: '[a]\n',
    after: '[a]\nskip-networking\n',
  },
  {
    title: 'from a key without a value to one with',
    properties: { section: 'a', key: 'k', value: '1' },
    before: '[a]\nk\n',
    after: '[a]\nk = 1\n',
  },
  {
    title: 'an empty value',
    properties: { section: 'a', key: 'k', value: '' },
    before: '[a]\nk=1\n',
    after: '[a]\nk=\n',
  },
  {
    title: 'a key goes, its section stays',
    properties: { section: 'a', key: 'k', state: 'absent' },
    before: '[a]\nk=1\nk=2\n',
    after: '[a]\n',
  },
  {
    title: 'a section goes',
    properties: { section: 'a', state: 'absent' },
    before: '[x]\nk=1\n[a]\nk=1\n[b]\n',
    after: '[x]\nk=1\n[b]\n',
  },
  {
    title: 'what is not there cannot go',
    properties: { section: 'a', state: 'absent' },
    before: '[x]\nk=1\n',
    after: null,
  },
  {
    title: 'of two sections of one name the one with the key is meant',
    properties: { section: 'a', key: 'k', value: '2' },
    before: '[a]\nx=1\n[a]\nk=1\n',
    after: '[a]\nx=1\n[a]\nk=2\n',
  },
  {
    title: 'line ends of DOS stay',
    properties: { section: 'a', key: 'n', value: '1' },
    before: '[a]\r\nk=1\r\n',
    after: '[a]\r\nk=1\r\nn=1\r\n',
  },
];

describe('a key of an INI file', () => {
  for (const { title, properties, before, after } of cases)
    it(title, () => assert.equal(edited(ini, properties, before), after));

  const mistakes: readonly (readonly [string, JsonObject])[] = [
    ['no key', { section: 'a' }],
    ['nothing to remove', { state: 'absent' }],
    ['a value and values', { section: 'a', key: 'k', value: '1', values: ['1'] }],
    ['a key that holds an equals sign', { section: 'a', key: 'k=v', value: '1' }],
    ['a value of two lines', { section: 'a', key: 'k', value: 'a\nb' }],
    ['a section of two lines', { section: 'a]\n[b', key: 'k', value: '1' }],
  ];
  for (const [title, properties] of mistakes)
    it(`is refused with ${title}`, () =>
      assert.equal(ini.declare({ identity: '/etc/app.ini', properties }).kind, 'invalid'));
});
