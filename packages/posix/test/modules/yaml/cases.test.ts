import { yaml } from '../../../src/modules/yaml/index.ts';
import { type EditCase, holdsEdits } from '../../text-edits/edited.ts';

const file = `# top
a: &x 0x10   # one
b:
  c: 'text'  # quoted
  d:
    - x
    - name: n
      v: no

# about e
e: {f: 1.0, g: [1, 2]}
n:
s: |
  text
  more
`;

const cases: readonly EditCase[] = [
  {
    title: 'a value that is there stays, however it is written',
    properties: { at: 'a', value: 16 },
    before: file,
    after: null,
  },
  {
    title: 'a value is changed in its place',
    properties: { at: 'b.c', value: 'new' },
    before: file,
    after: file.replace("'text'", 'new'),
  },
  {
    title: 'an anchor and a comment stay',
    properties: { at: 'a', value: 17 },
    before: file,
    after: file.replace('0x10', '17'),
  },
  {
    title: 'words that others take for true are quoted',
    properties: { at: 'b.c', value: 'yes' },
    before: file,
    after: file.replace("'text'", '"yes"'),
  },
  {
    title: 'an item is found by a key of it',
    properties: { at: 'b.d[name=n].v', value: 'on' },
    before: file,
    after: file.replace('v: no', 'v: "on"'),
  },
  {
    title: 'a value in braces',
    properties: { at: 'e.g[1]', value: 3 },
    before: file,
    after: file.replace('[1, 2]', '[1, 3]'),
  },
  {
    title: 'a key in braces',
    properties: { at: 'e.h', value: 'x' },
    before: file,
    after: file.replace('2]}', '2], h: x}'),
  },
  {
    title: 'a key of a map',
    properties: { at: 'b.k', value: 1 },
    before: file,
    after: file.replace('v: no\n', 'v: no\n  k: 1\n'),
  },
  { title: 'a key of the document', properties: { at: 'z', value: [1] }, before: file, after: `${file}z:\n  - 1\n` },
  {
    title: 'an item of a list',
    properties: { at: 'b.d', item: 'w' },
    before: file,
    after: file.replace('v: no\n', 'v: no\n    - w\n'),
  },
  {
    title: 'an item that is missing is made with its key',
    properties: { at: 'b.d[name=m].v', value: 1 },
    before: file,
    after: file.replace('v: no\n', 'v: no\n    - name: m\n      v: 1\n'),
  },
  { title: 'an item that is there stays', properties: { at: 'b.d', item: 'x' }, before: file, after: null },
  {
    title: 'where nothing stands',
    properties: { at: 'n.x', value: 1 },
    before: file,
    after: file.replace('n:\n', 'n:\n  x: 1\n'),
  },
  {
    title: 'a value for nothing',
    properties: { at: 'n', value: 'x' },
    before: file,
    after: file.replace('n:\n', 'n: x\n'),
  },
  {
    title: 'several lines become one',
    properties: { at: 's', value: 'x' },
    before: file,
    after: file.replace('s: |\n  text\n  more', 's: x'),
  },
  {
    title: 'a map becomes a value',
    properties: { at: 'b', value: 1 },
    before: 'b:\n  c: 1\nd: 2\n',
    after: 'b: 1\nd: 2\n',
  },
  {
    title: 'a value becomes a map',
    properties: { at: 'b', value: { c: { d: 1 } } },
    before: 'b: 1\nd: 2\n',
    after: 'b:\n  c:\n    d: 1\nd: 2\n',
  },
  {
    title: 'a value with a comment becomes a map within its line',
    properties: { at: 'b', value: { c: 1 } },
    before: 'b: 1 # why\n',
    after: 'b: {c: 1} # why\n',
  },
  {
    title: 'several lines of text',
    properties: { at: 'b', value: 'x\ny\n' },
    before: 'b: 1\n',
    after: 'b: |\n  x\n  y\n',
  },
  {
    title: 'a key goes with its line, and the comments of others stay',
    properties: { at: 'b', state: 'absent' },
    before: file,
    after: file.replace(/b:\n[^]*v: no\n/, ''),
  },
  {
    title: 'the first key of an item goes',
    properties: { at: 'b.d[1].name', state: 'absent' },
    before: file,
    after: file.replace('- name: n\n      v', '- v'),
  },
  {
    title: 'an item goes',
    properties: { at: 'b.d', item: 'x', state: 'absent' },
    before: file,
    after: file.replace('    - x\n', ''),
  },
  {
    title: 'the last key goes',
    properties: { at: 's', state: 'absent' },
    before: file,
    after: file.replace(/s: \|[^]*$/, ''),
  },
  {
    title: 'a key in braces goes',
    properties: { at: 'e.f', state: 'absent' },
    before: file,
    after: file.replace('f: 1.0, ', ''),
  },
  {
    title: 'the only key of a map goes',
    properties: { at: 'b.c', state: 'absent' },
    before: 'b:\n  c: 1\nd: 2\n',
    after: 'b: {}\nd: 2\n',
  },
  { title: 'what is not there cannot go', properties: { at: 'q.r', state: 'absent' }, before: file, after: null },
  {
    title: 'an empty file begins with the value',
    properties: { at: 'a.b', value: 1 },
    before: '',
    after: 'a:\n  b: 1\n',
  },
  {
    title: 'a file of comments keeps them',
    properties: { at: 'a', value: 1 },
    before: '# top\n',
    after: '# top\na: 1\n',
  },
  {
    title: 'line ends of DOS stay',
    properties: { at: 'b', value: { c: 1 } },
    before: 'a: 1\r\n',
    after: 'a: 1\r\nb:\r\n  c: 1\r\n',
  },
  {
    title: 'lists without indentation',
    properties: { at: 'l', item: 'b' },
    before: 'l:\n- a\nm: 1\n',
    after: 'l:\n- a\n- b\nm: 1\n',
  },
  {
    title: 'J-03 words of YAML 1.1 and numbers stay as they are written',
    properties: { at: 'z', value: 'x' },
    before: 'a: no\nb: on\nc: 012\nd: 1_000\ne: 1e3\nf: 1.0\ng: 12:30\nh: 12345678901234567890\n',
    after: 'a: no\nb: on\nc: 012\nd: 1_000\ne: 1e3\nf: 1.0\ng: 12:30\nh: 12345678901234567890\nz: x\n',
  },
  {
    title: 'the comment behind a key stays when the block under it goes',
    properties: { at: 'a', value: 1 },
    before: 'a: # why\n  b: 1\nc: 2\n',
    after: 'a: 1 # why\nc: 2\n',
  },
  {
    title: 'a map becomes another one, key by key',
    properties: { at: 'a', value: { b: 1, d: 2 } },
    before: 'a:\n  b: 1 # one\n  c: 3\n',
    after: 'a:\n  b: 1 # one\n  d: 2\n',
  },
  {
    title: 'an item of one key goes with its sign',
    properties: { at: 'a', item: { b: 1 }, state: 'absent' },
    before: 'a:\n  -\n    b: 1\n  - c\n',
    after: 'a:\n  - c\n',
  },
  {
    title: 'an item of a list over several lines in brackets',
    properties: { at: 'a', item: 3 },
    before: 'a: [\n  1, # one\n  2 # two\n]\n',
    after: 'a: [\n  1, # one\n  2, # two\n  3\n]\n',
  },
  {
    title: 'J-01 keys are merged, and the others stay with their comments',
    properties: { at: 'global', merge: { interval: '30s', labels: { site: 'b' } } },
    before: 'global:\n  interval: 15s # often\n  labels: {env: test}\n',
    after: 'global:\n  interval: 30s # often\n  labels: {env: test, site: b}\n',
  },
  {
    title: 'a value that an alias repeats is not changed',
    properties: { at: 'a', value: 2 },
    before: 'a: &x 1\nb: *x\n',
    after: 'SP608: /etc/app.conf: `a` cannot be changed here: the way the file is written leaves no place for it.',
  },
  {
    title: 'J-01 anchors and merge keys beside it stay',
    properties: { at: 'b.z', value: 2 },
    before: 'a: &x\n  y: 1\nb:\n  <<: *x\n  z: 1\n',
    after: 'a: &x\n  y: 1\nb:\n  <<: *x\n  z: 2\n',
  },
  {
    title: 'a way through something else is refused',
    properties: { at: 'a.x', value: 1 },
    before: file,
    after: 'SP608: /etc/app.conf: `a` is a single value, and `a.x` leads on from it as if it were not.',
  },
  {
    title: 'a file that is no YAML is refused',
    properties: { at: 'a', value: 1 },
    before: 'a: [1\nb: 2\n',
    after:
      'SP608: /etc/app.conf: The file is no YAML: Flow sequence in block collection must be sufficiently indented and end with a ] in line 2.',
  },
  {
    title: 'a key that stands twice is refused',
    properties: { at: 'a', value: 1 },
    before: 'a: 1\na: 2\n',
    after: 'SP608: /etc/app.conf: The file is no YAML: Map keys must be unique in line 2.',
  },
  {
    title: 'J-06 of several documents the one that has the keys is meant, and the others stay',
    properties: { document_with: { kind: 'B', meta: { name: 'x' } }, at: 'spec.n', value: 3 },
    before:
      '# first\nkind: A\n---\nkind: B\nmeta: {name: y}\n---\nkind: B # here\nmeta:\n  name: x\nspec:\n  n: 1 # one\n---\n',
    after:
      '# first\nkind: A\n---\nkind: B\nmeta: {name: y}\n---\nkind: B # here\nmeta:\n  name: x\nspec:\n  n: 3 # one\n---\n',
  },
  {
    title: 'J-06 a key is added at the end of its document',
    properties: { document_with: { a: 1 }, at: 'z', value: [1] },
    before: 'a: 1\n# end\n---\na: 2\n',
    after: 'a: 1\nz:\n  - 1\n# end\n---\na: 2\n',
  },
  {
    title: 'J-06 a document that nobody has is refused',
    properties: { document_with: { a: 3 }, at: 'z', value: 1 },
    before: 'a: 1\n---\na: 2\n',
    after: 'SP608: /etc/app.conf: 0 documents of the file have what `document_with` says, and one has to.',
  },
  {
    title: 'J-06 nothing has to go from a document that nobody has',
    properties: { document_with: { a: 3 }, at: 'z', state: 'absent' },
    before: 'a: 1\n---\na: 2\n',
    after: null,
  },
  {
    title: 'J-05 a mistake in another document is told',
    properties: { document_with: { a: 1 }, at: 'z', value: 1 },
    before: 'a: 1\n---\nb: [\n',
    after:
      'SP608: /etc/app.conf: The file is no YAML: Flow sequence in block collection must be sufficiently indented and end with a ] in line 4.',
  },
  {
    title: 'several documents are refused',
    properties: { at: 'a', value: 1 },
    before: 'a: 1\n---\na: 2\n',
    after: 'SP608: /etc/app.conf: The file holds 2 documents, and the path does not say in which one.',
  },
];

describe('a value of a YAML file', () => {
  holdsEdits(yaml, cases);
});
