import { assert } from 'chai';
import { replace } from '../../../src/modules/replace/index.ts';
import { type EditCase, edited, holdsEdits, refusesDeclarations } from '../../text-edits/edited.ts';

const cases: readonly EditCase[] = [
  { title: 'nothing fits', properties: { match: 'x', with: 'y' }, before: 'a\n', after: null },
  { title: 'every place is replaced', properties: { match: 'a', with: 'b' }, before: 'a a\na\n', after: 'b b\nb\n' },
  {
    title: 'the ends are those of a line',
    properties: { match: '^a$', with: 'b' },
    before: 'a\naa\na\n',
    after: 'b\naa\nb\n',
  },
  { title: 'groups are put in', properties: { match: '(\\w+)=1', with: '$1=2 $$' }, before: 'k=1\n', after: 'k=2 $\n' },
  { title: 'it may span lines', properties: { match: 'a\\nb\\n', with: '' }, before: 'x\na\nb\n', after: 'x\n' },
  {
    title: 'only behind a place',
    properties: { match: 'a', with: 'b', from: '^\\[two\\]$' },
    before: 'a\n[two]\na\n',
    after: 'a\n[two]\nb\n',
  },
  {
    title: 'only between two places',
    properties: { match: 'a', with: 'b', from: '\\[one\\]', to: '\\[two\\]' },
    before: '[one]\na\n[two]\na\n',
    after: '[one]\nb\n[two]\na\n',
  },
  {
    title: 'nothing where the window is not there, or ends before it begins',
    properties: { match: 'a', with: 'b', from: 'two', to: 'one' },
    before: 'one a two a\n',
    after: null,
  },
  {
    title: 'R-04 a dollar sign that names no group stands for itself',
    properties: { match: '^(b)$', with: '$$2 $12 $ $x' },
    before: 'b\n',
    after: '$2 b2 $ $x\n',
  },
  {
    title: 'R-02 empty lines are empty, also in a file of DOS',
    properties: { match: '^$', with: '-' },
    before: 'a\r\n\r\nb\r\n',
    after: 'a\r\n-\r\nb\r\n-',
  },
  {
    title: 'R-02 a line is matched whole, also in a file of DOS',
    properties: { match: '^a$', with: 'b\r\nc' },
    before: 'a\r\naa\r\na',
    after: 'b\r\nc\r\naa\r\nb\r\nc',
  },
  {
    title: 'R-03 of several sections only the first is changed',
    properties: { match: 'a', with: 'b', from: '^\\[s\\]', to: '^\\[' },
    before: '[s]\na\n[t]\na\n[s]\na\n',
    after: '[s]\nb\n[t]\na\n[s]\na\n',
  },
  {
    title: 'a result that fits again is refused',
    properties: { match: 'a', with: 'aa' },
    before: 'a\n',
    after:
      'SP608: /etc/app.conf: The declaration would change its own result: each apply would change the file once more.',
  },
];

describe('all places of a file that fit', () => {
  holdsEdits(replace, cases);

  it('leave bytes alone that are no UTF-8, also behind a byte-order mark', () => {
    const bytes = Buffer.from('\xef\xbb\xbfa=\xfc\r\n', 'latin1');
    assert.equal(edited(replace, { match: '^a', with: 'b' }, bytes), '\xef\xbb\xbfb=\xfc\r\n');
  });

  refusesDeclarations(replace, [
    ['no regular expression', { match: '[' }],
    ['R-04 a group that the pattern does not have', { match: '(a)', with: '$2' }],
    ['R-04 a named group that the pattern does not have', { match: '(?<x>a)', with: '$<y>' }],
  ]);
});
