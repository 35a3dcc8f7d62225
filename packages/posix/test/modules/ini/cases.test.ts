import type { JsonObject } from '@setpoint/model';
import { ini } from '../../../src/modules/ini/index.ts';
import { type EditCase, holdsEdits, refusesDeclarations } from '../../text-edits/edited.ts';

const cases: readonly EditCase[] = [
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
    title: 'I-01 from a value to none',
    properties: { section: 'a', key: 'k' },
    before: '[a]\nk=1\n',
    after: '[a]\nk\n',
  },
  {
    title: 'I-01 an empty value is none other than an empty value',
    properties: { section: 'a', key: 'k', value: '' },
    before: '[a]\nk\n',
    after: '[a]\nk =\n',
  },
  {
    title: 'I-01 a key without a value gets one with the spaces of the file',
    properties: { section: 'a', key: 'k', value: '1' },
    before: '[a]\n  x=1\n  k\n',
    after: '[a]\n  x=1\n  k=1\n',
  },
  {
    title: 'I-02 a key before the first section of a file that begins with it',
    properties: { key: 'n', value: '1' },
    before: '[a]\nk=1\n',
    after: 'n=1\n[a]\nk=1\n',
  },
  {
    title: 'I-03 equal values become one',
    properties: { section: 'a', key: 'k', value: '1' },
    before: '[a]\nk=1\nx=1\nk = 1\n',
    after: '[a]\nk=1\nx=1\n',
  },
  {
    title: 'I-03 one of several values goes, and the others stay',
    properties: { section: 'a', key: 'k', values: ['2', '4'], state: 'absent', exclusive: false },
    before: '[a]\nk=1\nk = 2\nk\nk=3\n',
    after: '[a]\nk=1\nk\nk=3\n',
  },
  {
    title: 'I-03 every value goes with those that are declared',
    properties: { section: 'a', key: 'k', value: '2', state: 'absent' },
    before: '[a]\nk=1\nk=2\nl=1\n',
    after: '[a]\nl=1\n',
  },
  {
    title: 'I-04 a section is made without keys',
    properties: { section: 'b' },
    before: '[a]\nk=1',
    after: '[a]\nk=1\n\n[b]\n',
  },
  { title: 'I-04 a section that is there stays', properties: { section: 'a' }, before: '[a]\nk=1\n', after: null },
  {
    title: 'the comment above the next section stays with it when a key is added',
    properties: { section: 'a', key: 'n', value: '1' },
    before: '[a]\nk=1\n\n# about b\n# and more\n[b]\nx=1\n',
    after: '[a]\nk=1\nn=1\n\n# about b\n# and more\n[b]\nx=1\n',
  },
  {
    title: 'the comment above the next section stays with it when the section goes',
    properties: { section: 'a', state: 'absent' },
    before: '[a]\nk=1\n# more of a\n\n# about b\n[b]\nx=1\n',
    after: '# about b\n[b]\nx=1\n',
  },
  {
    title: 'I-05 a comment that only speaks of the key stays, and the one that is the key is taken',
    properties: { section: 'PHP', key: 'output_buffering', value: '123', uncomment: true },
    before:
      '[PHP]\n;   Integer = Enables the buffer.\n; output_buffering\n; output_buffering = On or Off\n;output_buffering = 4096\n',
    after:
      '[PHP]\n;   Integer = Enables the buffer.\n; output_buffering\n; output_buffering = On or Off\noutput_buffering = 123\n',
  },
  {
    title: 'I-05 an indented comment leaves its indent to the key',
    properties: { section: 'a', key: 'k', value: '1', uncomment: true },
    before: '[a]\n  # k = 0\n  l = 1\n',
    after: '[a]\n  k = 1\n  l = 1\n',
  },
  {
    title: 'I-05 a commented key above the next section belongs to its own',
    properties: { section: 'a', key: 'k', value: '1', uncomment: true },
    before: '[a]\nl=1\n\n;k=0\n[b]\n',
    after: '[a]\nl=1\n\nk=1\n[b]\n',
  },
  {
    title: 'I-05 a commented key does not go',
    properties: { section: 'a', key: 'k', state: 'absent' },
    before: '[a]\n#k=0\n;k=1\n',
    after: null,
  },
  {
    title: 'I-07 of several sections of one name the one that has the keys is meant',
    properties: { section: 'Peer', section_with: { PublicKey: 'b=' }, key: 'AllowedIPs', value: '10.0.0.3/32' },
    before: '[Peer]\nPublicKey = a=\nAllowedIPs = 10.0.0.1/32\n\n[Peer]\nPublicKey = b=\nAllowedIPs = 10.0.0.2/32\n',
    after: '[Peer]\nPublicKey = a=\nAllowedIPs = 10.0.0.1/32\n\n[Peer]\nPublicKey = b=\nAllowedIPs = 10.0.0.3/32\n',
  },
  {
    title: 'I-07 a section that nobody has is made with what tells it apart',
    properties: { section: 'Peer', section_with: { PublicKey: 'c=' }, key: 'AllowedIPs', value: '10.0.0.3/32' },
    before: '[Peer]\nPublicKey = a=\n',
    after: '[Peer]\nPublicKey = a=\n\n[Peer]\nPublicKey = c=\nAllowedIPs = 10.0.0.3/32\n',
  },
  {
    title: 'I-07 only the section that has the keys goes',
    properties: { section: 'Peer', section_with: { PublicKey: 'a=' }, state: 'absent' },
    before: '[Peer]\nPublicKey = a=\n\n[Peer]\nPublicKey = b=\n',
    after: '[Peer]\nPublicKey = b=\n',
  },
  {
    title: 'I-08 a section behind a byte-order mark is known',
    properties: { section: 'a', key: 'k', value: 'é' },
    before: '\uFEFF[a]\nk=ü\n',
    after: '\uFEFF[a]\nk=é\n',
  },
  {
    title: 'an option of a value that goes on behind a backslash is no key',
    properties: { section: 'Service', key: '--port', value: '2' },
    before: '[Service]\nExecStart=/bin/app \\\n  --port=1\n',
    after: '[Service]\nExecStart=/bin/app \\\n  --port=1\n--port=2\n',
  },
  {
    title: 'a value that goes on behind a backslash is refused',
    properties: { section: 'Service', key: 'ExecStart', value: '/bin/other' },
    before: '[Service]\nExecStart=/bin/app \\\n  --port=1\n',
    after:
      'SP608: /etc/app.conf: The value of `ExecStart` in line 2 goes on in the next one, and values of several lines are not changed.',
  },
  {
    title: 'a value that goes on in indented lines is refused',
    properties: { section: 'a', key: 'k', state: 'absent' },
    before: '[a]\nk =\n    1\n    2\n',
    after:
      'SP608: /etc/app.conf: The value of `k` in line 2 goes on in the next one, and values of several lines are not changed.',
  },
  {
    title: 'keys that are all indented are keys',
    properties: { section: 'core', key: 'bare', value: 'true' },
    before: '[core]\n\teditor = vi\n\tbare\n\tpager = less\n',
    after: '[core]\n\teditor = vi\n\tbare = true\n\tpager = less\n',
  },
  {
    title: 'line ends of DOS stay',
    properties: { section: 'a', key: 'n', value: '1' },
    before: '[a]\r\nk=1\r\n',
    after: '[a]\r\nk=1\r\nn=1\r\n',
  },
];

describe('a key of an INI file', () => {
  holdsEdits(ini, cases);

  const mistakes: readonly (readonly [string, JsonObject])[] = [
    ['a value without a key', { section: 'a', value: '1' }],
    ['nothing at all', {}],
    ['what tells sections apart, and no section', { section_with: { a: 'b' }, key: 'k' }],
    ['nothing to remove', { state: 'absent' }],
    ['a value and values', { section: 'a', key: 'k', value: '1', values: ['1'] }],
    ['a key that holds an equals sign', { section: 'a', key: 'k=v', value: '1' }],
    ['a value of two lines', { section: 'a', key: 'k', value: 'a\nb' }],
    ['a section of two lines', { section: 'a]\n[b', key: 'k', value: '1' }],
  ];
  refusesDeclarations(ini, mistakes);
});
