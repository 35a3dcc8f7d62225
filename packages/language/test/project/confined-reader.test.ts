import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import { confineReader, createFileReader } from '../../src/index.ts';

describe('a reader that is confined to the project', () => {
  let base: string;
  before(() => {
    base = mkdtempSync(join(tmpdir(), 'setpoint-confined-'));
    for (const dir of ['project', 'trusted', 'private']) mkdirSync(join(base, dir));
    for (const file of ['project/own.yaml', 'trusted/inventory.yaml', 'private/key'])
      writeFileSync(join(base, file), file);
    symlinkSync(join(base, 'private/key'), join(base, 'project/link.yaml'));
    symlinkSync(join(base, 'private'), join(base, 'project/playbooks'));
    symlinkSync('own.yaml', join(base, 'project/inner.yaml'));
  });
  after(() => rmSync(base, { recursive: true, force: true }));

  const cases: readonly (readonly [string, string, boolean])[] = [
    ['a file of the project', 'own.yaml', true],
    ['a link within the project', 'inner.yaml', true],
    ['a link out of the project', 'link.yaml', false],
    ['a file in a linked directory', 'playbooks/key', false],
    ['a path out of the project', '../private/key', false],
    ['an absolute path', 'BASE/private/key', false],
    ['an absolute path that was named', 'BASE/trusted/inventory.yaml', true],
    ['a path that leaves what was named', 'BASE/trusted/../private/key', false],
  ];
  for (const [what, written, isSeen] of cases) {
    it(`${isSeen ? 'sees' : 'does not see'} ${what}`, () => {
      const named = [join(base, 'trusted'), 'link.yaml'];
      const files = confineReader(createFileReader(join(base, 'project')), named);
      const path = written.replace('BASE', base);
      assert.equal(files.read(path) !== undefined, isSeen);
      assert.equal(files.digest(path) !== undefined, isSeen);
      assert.equal(files.stat(path).kind, isSeen ? 'file' : 'denied');
    });
  }

  it('lists no directory elsewhere', () => {
    const files = confineReader(createFileReader(join(base, 'project')), []);
    assert.isUndefined(files.list('playbooks'));
    assert.isUndefined(files.list('..'));
    assert.include(files.list('.') ?? [], 'own.yaml');
  });
});
