import { assert } from 'chai';
import type { Journal } from '../../src/journal/read-journal.ts';
import { happenedChanges } from '../../src/rollback/undone-changes.ts';

describe('the changes that a rollback leads back', () => {
  const cases = [
    { action: 'create', cameWith: 'package:web', what: 'what was not there came with a package of the run' },
    { action: 'unknown', cameWith: 'package:web', what: 'what only the package could tell came with it' },
    { action: 'update', cameWith: undefined, what: 'what was there and changed did not come with a package' },
    { action: 'delete', cameWith: undefined, what: 'what was there and deleted did not come with a package' },
  ];
  for (const { action, cameWith, what } of cases)
    it(what, () => {
      const [change] = happenedChanges(journalOf(action));
      assert.equal(change?.change.address, 'archive:/srv/app');
      assert.equal(change?.cameWith, cameWith);
    });
});

/** The journal of a killed run that changed one resource, of which the plan said that something is known after a package. */
function journalOf(action: string): Journal {
  const installed = { address: 'package:web', action: 'create', operations: [{}], unknowns: [] };
  const changed = {
    address: 'archive:/srv/app',
    action,
    operations: [{}],
    unknowns: [{ kind: 'after', address: installed.address }],
  };
  const plan = { plays: [{ nodes: [{ node: 'n1', changes: [installed, changed] }] }] };
  const changes = [{ address: changed.address, titles: ['unpack'], observed: null }];
  // Nothing else of a plan and its journal is looked at.
  return { started: { plan }, entries: [{ kind: 'wave-started', node: 'n1', changes }] } as unknown as Journal;
}
