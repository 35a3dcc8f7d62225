import type { Fact } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { KindRule, RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOf, textsOf } from '../catalogue/row.ts';
import { objectOrNull } from './column-definition.ts';
import { grantStatements } from './grants.ts';
import { privilegeChanges } from './privilege-changes.ts';

/**
 * The rule for a kind of objects that default privileges give away as soon as they are made: what is made is granted as declared
 * and no further.
 */
export function withoutStrayGrants(rule: KindRule): KindRule {
  return {
    ...rule,
    create: (fact, context, offered) => {
      const creation = rule.create(fact, context, offered);
      const made = [fact, ...offered.filter(({ key }) => creation.absorbs.includes(key))];
      const strays = made
        .flatMap((each) => [each, ...identitySequence(each)])
        .flatMap((each) => strayGrants(each, context));
      return { ...creation, statements: [...creation.statements, ...strays] };
    },
  };
}

/** The sequence that an identity column brings, as if it were a fact of its own. */
function identitySequence({ kind, key, name, payload, needs }: Fact): readonly Fact[] {
  const identity = kind === 'column' ? objectOrNull(payload['identity']) : null;
  if (identity === null) return [];
  return [{ key, kind: 'sequence', name: [name[0] ?? '', textOf(identity, 'sequence')], payload: {}, needs }];
}

/** What default privileges call the kinds of objects that they are about, and what PUBLIC may do with those anyway. */
const objectTypes: Readonly<Record<string, { readonly type: string; readonly open: readonly string[] }>> = {
  table: { type: 'TABLES', open: [] },
  view: { type: 'TABLES', open: [] },
  'materialized-view': { type: 'TABLES', open: [] },
  sequence: { type: 'SEQUENCES', open: [] },
  function: { type: 'FUNCTIONS', open: ['EXECUTE'] },
  enum: { type: 'TYPES', open: ['USAGE'] },
  domain: { type: 'TYPES', open: ['USAGE'] },
  composite: { type: 'TYPES', open: ['USAGE'] },
  range: { type: 'TYPES', open: ['USAGE'] },
  schema: { type: 'SCHEMAS', open: [] },
};

/** Default privileges change only when all is made, so those that are there now are those that count. */
function strayGrants(object: Fact, context: RuleContext): readonly Statement[] {
  const { type, open } = objectTypes[object.kind] ?? { type: '', open: [] };
  const schema = object.kind === 'schema' ? '' : (object.name[0] ?? '');
  const inForce = context.liveOfKind('default-privilege').filter(({ name, info }) => {
    const [role, place = '', about] = name;
    return role === '' && about === type && (place === '' || place === schema) && info?.['isRole'] !== true;
  });
  const grantees = [...new Set(inForce.map(({ name }) => name.at(-1) ?? ''))];
  return grantees.flatMap((grantee) => {
    const usual = grantee === 'public' ? open : [];
    const given = givenTo(grantee, usual, inForce);
    return endStray({ object, grantee, usual, given }, context);
  });
}

/** An entry for all schemas stands in the place of what is usual; one for a schema adds to it. */
function givenTo(grantee: string, usual: readonly string[], inForce: readonly Fact[]): readonly string[] {
  const own = inForce.filter(({ name }) => name.at(-1) === grantee);
  const privileges = (isGlobal: boolean): readonly string[] =>
    own.filter(({ name }) => (name[1] === '') === isGlobal).flatMap(({ payload }) => textsOf(payload, 'privileges'));
  const base = own.some(({ name }) => name[1] === '') ? privileges(true) : usual;
  return [...new Set([...base, ...privileges(false)])];
}

type Stray = {
  readonly object: Fact;
  readonly grantee: string;
  readonly usual: readonly string[];
  readonly given: readonly string[];
};

/** What is declared beyond the usual is granted by the grant itself. */
function endStray({ object, grantee, usual, given }: Stray, context: RuleContext): readonly Statement[] {
  const name = [object.kind, ...object.name, grantee];
  const key = factKey('grant', name);
  const declared = context.wanted(key);
  const target = declared === undefined ? usual : textsOf(declared.payload, 'privileges');
  const grant: Fact = { key, kind: 'grant', name, parent: object.key, payload: {}, needs: [] };
  const changes = privilegeChanges(given, target);
  const needed = declared === undefined ? changes : changes.filter(({ verb }) => verb === 'REVOKE');
  return grantStatements(grant, context, needed);
}
