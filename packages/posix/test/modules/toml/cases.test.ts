import type { JsonObject } from '@setpoint/model';
import { assert } from 'chai';
import { toml } from '../../../src/modules/toml/index.ts';
import { type EditCase, edited, holdsEdits } from '../../text-edits/edited.ts';

const config = `# The tool
title = "It is" # no
ports = [ 80, 443 ] # web
big = 12345678901234567890
since = 1979-05-27T07:32:00Z
ratio = 1.0
spread = [
  "a", # first
  "b",
]

# Servers
[servers]
  [servers.alpha]
  ip = "10.0.0.1"   # primary
  role.name = "front"

  [servers.beta]
  ip = "10.0.0.2"

[[runners]]
name = "shell"
limit = 1

[[runners]]
name = "docker"
limit = 2
[runners.docker]
image = { name = "alpine", "pull policy" = "always" }

[deep.down.below]
x = 1
`;

const cases: readonly EditCase[] = [
  { title: 'a value that is there stays', properties: { at: 'ports[0]', value: 80 }, before: config, after: null },
  { title: 'a number stays as it is written', properties: { at: 'ratio', value: 1 }, before: config, after: null },
  {
    title: 'a date is what it is written as',
    properties: { at: 'since', value: '1979-05-27T07:32:00Z' },
    before: config,
    after: null,
  },
  {
    title: 'a large number keeps its digits',
    properties: { at: 'big', value: '12345678901234567890' },
    before: config,
    after: null,
  },
  {
    title: 'a value is changed in its place, and the comment behind it stays',
    properties: { at: 'title', value: 'a "new" one\n' },
    before: config,
    after: config.replace('"It is" #', '"a \\"new\\" one\\n" #'),
  },
  {
    title: 'a value of a table is changed',
    properties: { at: 'servers.alpha.ip', value: '10.0.0.9' },
    before: config,
    after: config.replace('10.0.0.1"', '10.0.0.9"'),
  },
  {
    title: 'a key with dots is changed',
    properties: { at: 'servers.alpha.role.name', value: 'back' },
    before: config,
    after: config.replace('"front"', '"back"'),
  },
  {
    title: 'a key is added at the end of its table, indented as the others',
    properties: { at: 'servers.beta.port', value: 22 },
    before: config,
    after: config.replace('ip = "10.0.0.2"\n', 'ip = "10.0.0.2"\n  port = 22\n'),
  },
  {
    title: 'a key is added beside those with dots',
    properties: { at: 'servers.alpha.role.rank', value: 1 },
    before: config,
    after: config.replace('"front"\n', '"front"\n  role.rank = 1\n'),
  },
  {
    title: 'a key of the document is added behind the others',
    properties: { at: '"a key"', value: true },
    before: config,
    after: config.replace('"b",\n]\n', '"b",\n]\n"a key" = true\n'),
  },
  {
    title: 'a key is added within braces',
    properties: { at: 'runners[name=docker].docker.image.tag', value: '3' },
    before: config,
    after: config.replace('"always" }', '"always", tag = "3" }'),
  },
  {
    title: 'a table of a list is found by a key of it',
    properties: { at: 'runners[name=docker].limit', value: 4 },
    before: config,
    after: config.replace('limit = 2', 'limit = 4'),
  },
  {
    title: 'a table is added to a list of tables',
    properties: { at: 'runners[name=ssh].limit', value: 1 },
    before: config,
    after: config.replace('\n[deep', '\n[[runners]]\nname = "ssh"\nlimit = 1\n\n[deep'),
  },
  {
    title: 'a new table gets a header behind those beside it',
    properties: { at: 'servers.gamma', value: { ip: '10.0.0.3', tags: ['x'] } },
    before: config,
    after: config.replace('"10.0.0.2"\n', '"10.0.0.2"\n\n[servers.gamma]\nip = "10.0.0.3"\ntags = ["x"]\n'),
  },
  {
    title: 'tables on the way are made at the end of the file',
    properties: { at: 'tool."black magic".line-length', value: 100 },
    before: config,
    after: `${config}\n[tool."black magic"]\nline-length = 100\n`,
  },
  {
    title: 'a table without a header gets one',
    properties: { at: 'deep.y', value: 2 },
    before: config,
    after: config.replace('[deep.down', '[deep]\ny = 2\n\n[deep.down'),
  },
  {
    title: 'a key of the document is added before the comment of the first table',
    properties: { at: 'b', value: 2 },
    before: '# A file\n\n# The table\n[a]\n',
    after: '# A file\n\nb = 2\n\n# The table\n[a]\n',
  },
  {
    title: 'an item is added within its line',
    properties: { at: 'ports', item: 8080 },
    before: config,
    after: config.replace('443 ]', '443, 8080 ]'),
  },
  {
    title: 'an item is added in a line of its own, behind the comment of the last',
    properties: { at: 'spread', item: 'c' },
    before: config.replace('"b",\n', '"b", # second\n'),
    after: config.replace('"b",\n', '"b", # second\n  "c",\n'),
  },
  {
    title: 'an item is added where the last one has no comma',
    properties: { at: 'spread', item: 'c' },
    before: config.replace('"b",\n', '"b" # second\n'),
    after: config.replace('"b",\n', '"b", # second\n  "c"\n'),
  },
  { title: 'an item that is there stays', properties: { at: 'spread', item: 'b' }, before: config, after: null },
  {
    title: 'an item goes',
    properties: { at: 'ports', item: 80, state: 'absent' },
    before: config,
    after: config.replace('[ 80, 443 ]', '[ 443 ]'),
  },
  {
    title: 'a key goes with its line and its comment',
    properties: { at: 'servers.alpha.ip', state: 'absent' },
    before: config,
    after: config.replace('  ip = "10.0.0.1"   # primary\n', ''),
  },
  {
    title: 'a key with dots goes, and its table with it',
    properties: { at: 'servers.alpha.role.name', state: 'absent' },
    before: config,
    after: config.replace('  role.name = "front"\n', ''),
  },
  {
    title: 'a table goes with all that it holds',
    properties: { at: 'servers', state: 'absent' },
    before: config,
    after: config.replace(/\[servers\][^]*?(?=\n\[\[runners)/, ''),
  },
  {
    title: 'a table of a list goes with its own tables',
    properties: { at: 'runners[1]', state: 'absent' },
    before: config,
    after: config.replace(/\n\[\[runners\]\]\nname = "docker"[^]*?(?=\n\[deep)/, ''),
  },
  {
    title: 'what is not there is absent',
    properties: { at: 'nobody.knows', state: 'absent' },
    before: config,
    after: null,
  },
  {
    title: 'a table that is declared as a whole keeps what is equal in it',
    properties: { at: 'servers.alpha', value: { ip: '10.0.0.1', port: 1 } },
    before: config,
    after: config.replace('  role.name = "front"\n', '  port = 1\n'),
  },
  {
    title: 'a number with a fraction stays one',
    properties: { at: 'ratio', value: 2 },
    before: config,
    after: config.replace('ratio = 1.0', 'ratio = 2.0'),
  },
  {
    title: 'keys are merged into the document and its tables',
    properties: { merge: { title: 'new', servers: { beta: { ip: '10.0.0.2', port: 22 } } } },
    before: config,
    after: config.replace('"It is"', '"new"').replace('"10.0.0.2"\n', '"10.0.0.2"\n  port = 22\n'),
  },
  {
    title: 'the last item goes, and the comment of the one before it stays',
    properties: { at: 'spread', item: 'b', state: 'absent' },
    before: config,
    after: config.replace('  "b",\n', ''),
  },
  {
    title: 'a comment in an empty list stays',
    properties: { at: 'a', item: 1 },
    before: 'a = [\n  # none\n]\n',
    after: 'a = [\n  # none\n  1\n]\n',
  },
  {
    title: 'the only table of a list goes',
    properties: { at: 'a', item: { b: 1 }, state: 'absent' },
    before: 'c = 1\n\n[[a]]\nb = 1\n',
    after: 'c = 1\n',
  },
  {
    title: 'an empty file begins',
    properties: { at: 'a.b', value: [1, { c: 'd' }] },
    before: '',
    after: '[a]\nb = [1, { c = "d" }]\n',
  },
  {
    title: 'line ends of DOS stay',
    properties: { at: 'a.c', value: 2 },
    before: '[a]\r\nb = 1 # one\r\n\r\n[d]\r\n',
    after: '[a]\r\nb = 1 # one\r\nc = 2\r\n\r\n[d]\r\n',
  },
  {
    title: 'a file without an end of its last line gets one',
    properties: { at: 'b', value: 2 },
    before: 'a = 1',
    after: 'a = 1\nb = 2',
  },
  {
    title: 'a list of tables begins',
    properties: { at: 'jobs[name=x].on', value: true },
    before: 'a = 1\n',
    after: 'a = 1\njobs = [{ name = "x", on = true }]\n',
  },
];

describe('a value in a TOML file', () => {
  holdsEdits(toml, cases);

  const refused: readonly (readonly [string, JsonObject, string, RegExp])[] = [
    ['a file that is broken', { at: 'a', value: 1 }, 'a = 1\nb = \n', /no TOML: .* in line 2/],
    ['a key that stands twice', { at: 'a', value: 1 }, 'a = 1\na = 2\n', /multiple times.* in line 2/],
    ['a key in a value that is no table', { at: 'a.b', value: 1 }, 'a = 1\n', /`a` is a single value/],
    ['to empty a table that has a header', { at: 'a', value: {} }, '[a.b]\nc = 1\n', /leaves no place/],
    ['a null', { at: 'a', value: null }, '', /no null/],
    [
      'a position with nothing before it',
      { at: 'a[3]', value: 1 },
      'a = [1]\n',
      /positions before `a\[3\]` are not there/,
    ],
  ];
  for (const [title, properties, before, detail] of refused) {
    it(`refuses ${title}`, () => assert.match(edited(toml, properties, before) ?? '', detail));
  }
});
