import type { Fact } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { KindRule, RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { ownerAsGrantee } from '../catalogue/grants.ts';
import { textsOf } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { routineName } from './object-reference.ts';
import { type PrivilegeChange, privilegeChanges } from './privilege-changes.ts';
import { hazard, statement } from './statements.ts';

/** What somebody may do with an object, as far as it is not what the server gives by itself. */
export const grantRule: KindRule = {
  noun: 'grant',
  weight: 94,
  create: (fact, context) => ({
    statements: change(fact, context, privilegeChanges(textsOf(fact.info ?? {}, 'defaults'), privilegesOf(fact))),
    absorbs: [],
  }),
  drop: (fact, context) =>
    change(fact, context, privilegeChanges(privilegesOf(fact), textsOf(fact.info ?? {}, 'defaults'))),
  alter: (before, after, context) => ({
    kind: 'statements',
    statements: change(after, context, privilegeChanges(privilegesOf(before), privilegesOf(after))),
  }),
  // An owner has all privileges without being told; which of them were taken away is told by another fact.
  isMoot: (fact, object) => fact.name.at(-1) === object.info?.['owner'],
};

function privilegesOf(fact: Fact): readonly string[] {
  return textsOf(fact.payload, 'privileges');
}

function change(fact: Fact, context: RuleContext, changes: readonly PrivilegeChange[]): readonly Statement[] {
  const lost = changes.filter(({ verb }) => verb === 'REVOKE').flatMap(({ privileges }) => privileges);
  return [...grantStatements(fact, context, changes), ...columnGrants(fact, context, lost)];
}

/** Changes what somebody may do with an object, and nothing that is granted on its columns. */
export function grantStatements(
  fact: Fact,
  context: RuleContext,
  changes: readonly PrivilegeChange[],
): readonly Statement[] {
  const object = grantObject(fact, context);
  const grantee = granteeOf(fact, context);
  return changes.map((entry) =>
    statement(privilegeText(entry, columnOf(fact), `${object} ${entry.verb === 'GRANT' ? 'TO' : 'FROM'} ${grantee}`), {
      hazards: hazardsOf(fact, context, { entry, grantee }),
    }),
  );
}

function hazardsOf(
  fact: Fact,
  context: RuleContext,
  { entry, grantee }: { readonly entry: PrivilegeChange; readonly grantee: string },
): Statement['hazards'] {
  if (fact.parent !== undefined && context.isNew(fact.parent)) return [];
  const what = entry.privileges.join(', ');
  const [, ...object] = fact.name.slice(0, -1);
  const verb = entry.verb === 'GRANT' ? 'gets' : 'loses';
  return [hazard('DB401', fact.key, `${grantee} ${verb} ${what} on ${object.join('.')}.`)];
}

/** `SELECT, UPDATE ON TABLE app.orders TO reader`, for a column `SELECT (total), …`. */
function privilegeText(
  { verb, privileges, option }: PrivilegeChange,
  column: string | undefined,
  rest: string,
): string {
  const list = privileges
    .map((privilege) => (column === undefined ? privilege : `${privilege} (${column})`))
    .join(', ');
  const isPassing = verb === 'GRANT' && option;
  return `${verb} ${verb === 'REVOKE' && option ? 'GRANT OPTION FOR ' : ''}${list} ON ${rest}${isPassing ? ' WITH GRANT OPTION' : ''}`;
}

const nouns: Readonly<Record<string, string>> = {
  sequence: 'SEQUENCE',
  schema: 'SCHEMA',
  enum: 'TYPE',
  composite: 'TYPE',
  range: 'TYPE',
  domain: 'DOMAIN',
};

function grantObject({ name }: Fact, context: RuleContext): string {
  const [kind = '', ...rest] = name.slice(0, -1);
  if (kind === 'function') {
    const key = factKey('function', rest);
    const isProcedure = (context.wanted(key) ?? context.live(key))?.payload['kind'] === 'procedure';
    return `${isProcedure ? 'PROCEDURE' : 'FUNCTION'} ${routineName(rest)}`;
  }
  if (kind === 'column') return `TABLE ${quoteName(rest.slice(0, 2))}`;
  return `${nouns[kind] ?? 'TABLE'} ${quoteName(rest)}`;
}

function columnOf({ name }: Fact): string | undefined {
  return name[0] === 'column' ? quoteIdentifier(name.at(-2) ?? '') : undefined;
}

/** What is made by this plan belongs to whoever runs it, unless it is handed over before. */
function granteeOf(fact: Fact, context: RuleContext): string {
  const grantee = fact.name.at(-1) ?? '';
  if (grantee === 'public') return 'PUBLIC';
  if (grantee !== ownerAsGrantee) return quoteIdentifier(grantee);
  const [kind = '', ...name] = fact.name.slice(0, -1);
  const object = kind === 'column' ? factKey('table', name.slice(0, 2)) : factKey(kind, name);
  const given = context.wantedChildren(object).find((child) => child.kind === 'owner')?.payload['owner'];
  const owner = given ?? (context.isNew(object) ? undefined : context.live(object)?.info?.['owner']);
  return typeof owner === 'string' ? quoteIdentifier(owner) : 'CURRENT_USER';
}

/** Revoking something of a table revokes it of the table's columns too; there it is granted again. */
function columnGrants(fact: Fact, context: RuleContext, lost: readonly string[]): readonly Statement[] {
  if (fact.name[0] !== 'table' && fact.name[0] !== 'view') return [];
  const columns = context.wantedChildren(fact.parent ?? '').filter(({ kind }) => kind === 'column');
  const grants = [fact.parent ?? '', ...columns.map(({ key }) => key)].flatMap((key) =>
    context
      .wantedChildren(key)
      .filter(({ kind, name }) => kind === 'grant' && name[0] === 'column' && name.at(-1) === fact.name.at(-1)),
  );
  return grants
    .filter((grant) => privilegesOf(grant).some((privilege) => lost.includes(privilege.replace('*', ''))))
    .flatMap((grant) => grantStatements(grant, context, privilegeChanges([], privilegesOf(grant))));
}
