import type { JsonObject } from '@setpoint/model';
import { assert } from 'chai';
import { line } from '../../../src/modules/line/index.ts';
import { declareOrThrow } from '../../support/converge.ts';
import { type EditCase, edited, holdsEdits, refusesDeclarations } from '../../text-edits/edited.ts';

const cases: readonly EditCase[] = [
  { title: 'a line that is there stays', properties: { text: 'b' }, before: 'a\nb\nc\n', after: null },
  { title: 'a new line goes to the end', properties: { text: 'd' }, before: 'a\nb\n', after: 'a\nb\nd\n' },
  { title: 'an empty file gets no empty line', properties: { text: 'd' }, before: '', after: 'd\n' },
  { title: 'a last line that is cut off is ended first', properties: { text: 'd' }, before: 'a', after: 'a\nd\n' },
  { title: 'it goes to the start', properties: { text: 'd', insert_before: 'start' }, before: 'a\n', after: 'd\na\n' },
  {
    title: 'behind the last match',
    properties: { text: 'd', insert_after: '^a' },
    before: 'a1\na2\nb\n',
    after: 'a1\na2\nd\nb\n',
  },
  {
    title: 'behind the first match',
    properties: { text: 'd', insert_after: '^a', first_match: true },
    before: 'a1\na2\n',
    after: 'a1\nd\na2\n',
  },
  {
    title: 'before the last match',
    properties: { text: 'd', insert_before: '^a' },
    before: 'a1\na2\nb\n',
    after: 'a1\nd\na2\nb\n',
  },
  {
    title: 'to the end without a match for its place',
    properties: { text: 'd', insert_after: 'x' },
    before: 'a\n',
    after: 'a\nd\n',
  },
  {
    title: 'the fitting line is replaced, wherever new ones would go',
    properties: { text: 'Port 2', match: '^#?Port', insert_after: '^a' },
    before: 'a\n#Port 1\nb\n',
    after: 'a\nPort 2\nb\n',
  },
  {
    title: 'the line is not added again when it no longer fits its pattern',
    properties: { text: 'on', match: '^off' },
    before: 'on\n',
    after: null,
  },
  {
    title: 'of several fitting lines the last is meant, and stays when it is right',
    properties: { text: 'p 2', match: '^p' },
    before: 'p 1\np 2\n',
    after: null,
  },
  {
    title: 'signs of shells, patterns and templates stand for themselves',
    properties: { text: '/ & \\1 $1 $& \' " {{ x }} *', match: '^x' },
    before: 'x\n',
    after: '/ & \\1 $1 $& \' " {{ x }} *\n',
  },
  {
    title: 'groups are put in when that is asked for',
    properties: { text: '$1 = new', match: '^(\\w+) *=.*$', expand: true },
    before: 'key=old\n',
    after: 'key = new\n',
  },
  {
    title: 'nothing is added with groups when nothing fits',
    properties: { text: '$1 = new', match: '^(x) *=', expand: true },
    before: 'key=old\n',
    after: null,
  },
  { title: 'line ends of DOS stay', properties: { text: 'c' }, before: 'a\r\nb\r\n', after: 'a\r\nb\r\nc\r\n' },
  {
    title: 'a byte-order mark stays in front',
    properties: { text: 'c', insert_before: 'start' },
    before: '\uFEFFa\n',
    after: '\uFEFFc\na\n',
  },
  {
    title: 'every fitting line goes',
    properties: { match: '^a', state: 'absent' },
    before: 'a1\nb\na2\n',
    after: 'b\n',
  },
  { title: 'every equal line goes', properties: { text: 'a', state: 'absent' }, before: 'a\nab\na\n', after: 'ab\n' },
  { title: 'what is not there cannot go', properties: { text: 'x', state: 'absent' }, before: 'a\n', after: null },
  {
    title: 'L-03 a line that is there is not added at its place again, when its pattern fits nothing',
    properties: { text: 'b', match: '^x', insert_after: '^a' },
    before: 'a\nc\nb\n',
    after: null,
  },
  {
    title: 'L-03 a line is added at its place when its pattern fits nothing',
    properties: { text: 'b', match: '^x', insert_after: '^a' },
    before: 'a\nc\n',
    after: 'a\nb\nc\n',
  },
  {
    title: 'L-03 without a pattern a line that is there stays where it is',
    properties: { text: 'b', insert_after: '^a' },
    before: 'b\na\n',
    after: null,
  },
  {
    title: 'L-04 a line is put before a last one that is cut off, which stays so',
    properties: { text: 'd', insert_before: '^b' },
    before: 'a\nb',
    after: 'a\nd\nb',
  },
  {
    title: 'L-12 the last line goes, and the end of the one before it stays',
    properties: { text: 'b', state: 'absent' },
    before: 'a\nb',
    after: 'a\n',
  },
  {
    title: 'a file of both line ends keeps each of them',
    properties: { text: 'B', match: '^b' },
    before: 'a\nb\r\nc\n',
    after: 'a\nB\r\nc\n',
  },
  {
    title: 'a declaration that changes its own result is refused',
    properties: { text: 'b', match: '^a' },
    before: 'a1\na2\n',
    after:
      'SP608: /etc/app.conf: The declaration would change its own result: each apply would change the file once more.',
  },
];

describe('a line of a file', () => {
  holdsEdits(line, cases);

  it('leaves bytes alone that are no UTF-8', () => {
    const latin1 = Buffer.from([0x66, 0xfc, 0x72, 0x0a]);
    assert.equal(edited(line, { text: 'für' }, latin1), 'f\xfcr\nf\xc3\xbcr\n');
    assert.isNull(edited(line, { text: 'für' }, Buffer.concat([latin1, Buffer.from('für\n')])));
  });

  const mistakes: readonly (readonly [string, JsonObject])[] = [
    ['no text', { match: '^x' }],
    ['nothing to remove', { state: 'absent' }],
    ['two lines', { text: 'a\nb' }],
    ['a pattern that fits everything', { text: 'a', match: 'x*' }],
    ['no pattern at all', { text: 'a', match: '(' }],
    ['two places', { text: 'a', insert_after: 'x', insert_before: 'y' }],
    ['groups without a pattern', { text: '$1', expand: true }],
    ['a group that the pattern does not have', { text: '$2', match: '^(a)', expand: true }],
    ['a named group that the pattern does not have', { text: '$<b>', match: '^(?<a>a)', expand: true }],
  ];
  refusesDeclarations(line, mistakes);

  it('of one file are told apart by a name', () => {
    const declared = line.declare({ identity: '/etc//app.conf#the port', properties: { text: 'a' } });
    assert.equal(declared.kind === 'declared' && declared.identity, '/etc/app.conf#the port');
  });

  it('waits for a package that may bring the file', () => {
    const declared = declareOrThrow(line, { identity: '/etc/app.conf', properties: { text: 'a' } });
    const cause = { kind: 'after', address: 'package:app' } as const;
    const { observed, problems } = line.observe(declared, { stat: { status: 'unknown', cause } });
    const [edit] = line.diff(declared, observed);
    assert.deepEqual([problems, edit?.before], [[], { kind: 'unknown', cause }]);
  });

  it('is absent from a file that is not there', () => {
    const declared = declareOrThrow(line, { identity: '/etc/app.conf', properties: { text: 'a', state: 'absent' } });
    const { observed, problems } = line.observe(declared, { stat: { status: 'absent' } });
    assert.deepEqual([problems, line.diff(declared, observed)], [[], []]);
  });
});
