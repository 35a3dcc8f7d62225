import type { JsonObject } from '@setpoint/model';
import { assert } from 'chai';
import { replace } from '../../../src/modules/replace/index.ts';
import { edited } from '../../text-edits/edited.ts';

const cases: readonly {
  readonly title: string;
  readonly properties: JsonObject;
  readonly before: string;
  readonly after: string | null;
}[] = [
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
    title: 'a result that fits again is refused',
    properties: { match: 'a', with: 'aa' },
    before: 'a\n',
    after:
      'SP608: /etc/app.conf: The declaration would change its own result: each apply would change the file once more.',
  },
];

describe('all places of a file that fit', () => {
  for (const { title, properties, before, after } of cases)
    it(title, () => assert.equal(edited(replace, properties, before), after));

  it('need a regular expression', () => {
    const declared = replace.declare({ identity: '/etc/app.conf', properties: { match: '[' } });
    assert.equal(declared.kind, 'invalid');
  });
});
