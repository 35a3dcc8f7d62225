import { assert } from 'chai';
import { modules } from '../../src/project/open-project.ts';

describe('what a rollback can do for a resource type', () => {
  for (const module of modules.values()) {
    it(`is said of ${module.type}`, () => {
      const { undo = '', restore } = module;
      assert.match(undo, /^[A-Z].*\.$/);
      assert.equal(undo.startsWith('Cannot be undone'), restore === undefined, undo);
    });
  }
});
