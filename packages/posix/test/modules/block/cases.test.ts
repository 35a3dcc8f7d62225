import type { JsonObject } from '@setpoint/model';
import { assert } from 'chai';
import fc from 'fast-check';
import { block } from '../../../src/modules/block/index.ts';
import { type EditCase, edited, holdsEdits, refusesDeclarations } from '../../text-edits/edited.ts';

const marked = (text: string): string => `# BEGIN managed by setpoint\n${text}# END managed by setpoint\n`;

const cases: readonly EditCase[] = [
  { title: 'a block that is there stays', properties: { text: 'x\n' }, before: `a\n${marked('x\n')}b\n`, after: null },
  {
    title: 'a text without a line end is the same block',
    properties: { text: 'x' },
    before: marked('x\n'),
    after: null,
  },
  { title: 'a new block goes to the end', properties: { text: 'x\n' }, before: 'a\n', after: `a\n${marked('x\n')}` },
  { title: 'into an empty file', properties: { text: 'x\n' }, before: '', after: marked('x\n') },
  {
    title: 'to the start',
    properties: { text: 'x\n', insert_before: 'start' },
    before: 'a\n',
    after: `${marked('x\n')}a\n`,
  },
  {
    title: 'before a line',
    properties: { text: 'x\n', insert_before: '^b' },
    before: 'a\nb\n',
    after: `a\n${marked('x\n')}b\n`,
  },
  {
    title: 'a block stays where it is and gets its new lines',
    properties: { text: 'y\nz\n', insert_before: 'start' },
    before: `a\n${marked('x\n')}b\n`,
    after: `a\n${marked('y\nz\n')}b\n`,
  },
  { title: 'an empty block has its marks', properties: { text: '' }, before: 'a\n', after: `a\n${marked('')}` },
  {
    title: 'a block goes with its marks',
    properties: { state: 'absent' },
    before: `a\n${marked('x\n')}b\n`,
    after: 'a\nb\n',
  },
  { title: 'what is not there cannot go', properties: { state: 'absent' }, before: 'a\n', after: null },
  {
    title: 'line ends of DOS are those of the block',
    properties: { text: 'x\n' },
    before: 'a\r\n',
    after: `a\r\n${marked('x\n').replaceAll('\n', '\r\n')}`,
  },
  {
    title: 'B-05 a new block has empty lines of its own on both sides',
    properties: { text: 'x\n', insert_after: 'a', blank_before: true, blank_after: true },
    before: 'a\nb\n',
    after: `a\n\n${marked('x\n')}\nb\n`,
  },
  {
    title: 'B-05 and none at the edges of the file',
    properties: { text: 'x\n', blank_before: true, blank_after: true },
    before: '',
    after: marked('x\n'),
  },
  {
    title: 'B-05 a block gets the empty lines that it lacks',
    properties: { text: 'x\n', blank_before: true, blank_after: true },
    before: `a\n${marked('x\n')}b\n`,
    after: `a\n\n${marked('x\n')}\nb\n`,
  },
  {
    title: 'B-05 and keeps those that it has',
    properties: { text: 'x\n', blank_before: true, blank_after: true },
    before: `a\n\n${marked('x\n')}\nb\n`,
    after: null,
  },
  {
    title: 'B-05 line ends of DOS are those of the empty lines',
    properties: { text: 'x\n', blank_before: true },
    before: 'a\r\n',
    after: `a\r\n\r\n${marked('x\n').replaceAll('\n', '\r\n')}`,
  },
  {
    title: 'B-05 a block that goes takes no empty lines with it unless they are declared as its own',
    properties: { state: 'absent' },
    before: `a\n\n${marked('x\n')}\nb\n`,
    after: 'a\n\n\nb\n',
  },
  {
    title: 'a begin without an end is refused',
    properties: { text: 'x\n' },
    before: '# BEGIN managed by setpoint\na\n',
    after:
      'SP608: /etc/app.conf: The marks of the block do not stand there as one pair: 1 × `# BEGIN managed by setpoint`, 0 × `# END managed by setpoint`.',
  },
  {
    title: 'an end before its begin is refused',
    properties: { text: 'x\n' },
    before: '# END managed by setpoint\n# BEGIN managed by setpoint\n',
    after:
      'SP608: /etc/app.conf: The marks of the block do not stand there as one pair: 1 × `# BEGIN managed by setpoint`, 1 × `# END managed by setpoint`, the end before the begin.',
  },
];

describe('a block of lines', () => {
  holdsEdits(block, cases);

  it('taken out again leaves the very bytes from before it, also of a file that ends in the middle of a line', () => {
    for (const before of ['', 'a\n', 'a\nb', 'a\r\nb', '\n\n']) leavesTheBytes(before, {});
  });

  it('B-10 leaves the very bytes of any file, wherever it was put', () => {
    const line = fc.constantFrom('a', 'b', '', ' ', '\ta', '# BEGIN', 'ü', '\uFEFF');
    const text = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n')), { maxLength: 6 });
    const place = fc.constantFrom<JsonObject>(
      {},
      { insert_before: 'start' },
      { insert_after: '^a' },
      { insert_before: 'b' },
    );
    const file = fc.tuple(fc.constantFrom('', '\uFEFF'), text, line);
    const blank = fc.record({ blank_before: fc.boolean(), blank_after: fc.boolean() });
    fc.assert(
      fc.property(file, place, blank, ([mark, lines, last], anchor, parted) =>
        leavesTheBytes(mark + lines.flat().join('') + last, anchor, parted),
      ),
      { numRuns: 500, seed: 1 },
    );
  });

  function leavesTheBytes(before: string, anchor: JsonObject, parted: JsonObject = {}): void {
    const after = edited(block, { text: 'x\n\ny', ...anchor, ...parted }, before) ?? '';
    assert.notEqual(after, before);
    assert.isNull(edited(block, { text: 'x\n\ny', ...anchor, ...parted }, after), 'the second time');
    assert.equal(edited(block, { state: 'absent', ...parted }, after), before);
  }

  const mistakes: readonly (readonly [string, JsonObject])[] = [
    ['no text', {}],
    ['a marker without a place for the mark', { text: 'x', marker: '# mine' }],
    ['a text that holds its own mark', { text: '# END managed by setpoint' }],
  ];
  refusesDeclarations(block, mistakes);
});
