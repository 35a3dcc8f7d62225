import { expect } from 'chai';
import { privilegeChanges } from '../../../src/postgres/rules/privilege-changes.ts';

const cases: readonly (readonly [string, readonly string[], readonly string[], readonly string[]])[] = [
  ['changes nothing that is as declared', ['SELECT', 'UPDATE*'], ['SELECT', 'UPDATE*'], []],
  ['grants what is missing', ['SELECT'], ['INSERT', 'SELECT'], ['GRANT INSERT']],
  ['revokes what is too much, passed on or not', ['SELECT', 'UPDATE*'], [], ['REVOKE SELECT, UPDATE']],
  ['gives the right to pass on', ['SELECT'], ['SELECT*'], ['GRANT SELECT, to pass on']],
  ['takes only the right to pass on', ['SELECT*'], ['SELECT'], ['REVOKE SELECT, to pass on']],
  [
    'revokes before it grants',
    ['DELETE'],
    ['INSERT', 'SELECT*'],
    ['REVOKE DELETE', 'GRANT INSERT', 'GRANT SELECT, to pass on'],
  ],
];

describe('the way from some privileges to others', () => {
  for (const [title, before, after, expected] of cases) {
    it(title, () => {
      const changes = privilegeChanges(before, after).map(
        ({ verb, privileges, option }) => `${verb} ${privileges.join(', ')}${option ? ', to pass on' : ''}`,
      );
      expect(changes).to.deep.equal(expected);
    });
  }
});
