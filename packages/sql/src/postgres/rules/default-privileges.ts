import type { Fact } from '../../catalogue/fact.ts';
import type { KindRule } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textsOf } from '../catalogue/row.ts';
import { quoteIdentifier } from '../quote.ts';
import { privilegeChanges } from './privilege-changes.ts';
import { hazard, statement } from './statements.ts';

/** What a role gives away of everything that it will make. They come last: what this plan makes is granted as declared. */
export const defaultPrivilegeRule: KindRule = {
  noun: 'default privilege',
  weight: 98,
  create: (fact) => ({ statements: change(fact, defaultsOf(fact), privilegesOf(fact)), absorbs: [] }),
  drop: (fact) => change(fact, privilegesOf(fact), defaultsOf(fact)),
  alter: (before, after) => ({
    kind: 'statements',
    statements: change(after, privilegesOf(before), privilegesOf(after)),
  }),
};

function privilegesOf(fact: Fact): readonly string[] {
  return textsOf(fact.payload, 'privileges');
}

/** What the server gives by itself. */
function defaultsOf(fact: Fact): readonly string[] {
  return textsOf(fact.info ?? {}, 'defaults');
}

function change(fact: Fact, before: readonly string[], after: readonly string[]): readonly Statement[] {
  const [role = '', schema = '', type = '', grantee = ''] = fact.name;
  const head = [
    'ALTER DEFAULT PRIVILEGES',
    ...(role === '' ? [] : [`FOR ROLE ${quoteIdentifier(role)}`]),
    ...(schema === '' ? [] : [`IN SCHEMA ${quoteIdentifier(schema)}`]),
  ].join(' ');
  const who = grantee === 'public' ? 'PUBLIC' : quoteIdentifier(grantee);
  return privilegeChanges(before, after).map(({ verb, privileges, option }) => {
    const list = privileges.join(', ');
    const text =
      verb === 'GRANT'
        ? `GRANT ${list} ON ${type} TO ${who}${option ? ' WITH GRANT OPTION' : ''}`
        : `REVOKE ${option ? 'GRANT OPTION FOR ' : ''}${list} ON ${type} FROM ${who}`;
    const message = `${who} ${verb === 'GRANT' ? 'will get' : 'will no longer get'} ${list} on new ${type.toLowerCase()}.`;
    return statement(`${head} ${text}`, { hazards: [hazard('DB401', fact.key, message)] });
  });
}
