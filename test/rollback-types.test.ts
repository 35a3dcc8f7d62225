import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { posixModules } from '../packages/posix/src/index.ts';
import { changedResources, irreversibleTypes, triedElsewhere } from './system/support/rollback-cases.ts';

const typesWhere = (isTaken: (restore: unknown) => boolean): readonly string[] =>
  posixModules.flatMap(({ type, restore }) => (isTaken(restore) ? [type] : []));

describe('the types of hosts that a rollback leads back', () => {
  it('are all tried on a real host by one run and its rollback', () => {
    const changed = new Set(changedResources.flatMap((resource) => Object.keys(resource)[0] ?? []));
    const reversible = typesWhere((restore) => restore !== undefined);
    assert.sameMembers(
      reversible.filter((type) => !triedElsewhere.includes(type)),
      [...changed],
    );
  });

  it('are all but those of which nothing can be undone', () => {
    assert.sameMembers([...typesWhere((restore) => restore === undefined)], [...irreversibleTypes]);
  });

  it('stand in the table of what can be undone, every one', () => {
    const page = readFileSync(join(import.meta.dirname, '../docs/rollback.md'), 'utf8');
    const cells = page.split('\n').flatMap((line) => /^\| (`.*?) \|/.exec(line)?.[1] ?? []);
    const named = new Set(cells.join(' ').match(/(?<=`)[a-z_]+(?=`)/g));
    assert.deepEqual(
      posixModules.map(({ type }) => type).filter((type) => !named.has(type)),
      [],
    );
  });
});
