import type { Fact } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { RuleContext } from '../../compare/rule.ts';
import { textOf } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';

/** What kinds of facts are called in statements, for those that are called by their whole name. */
const nouns: Readonly<Record<string, string>> = {
  table: 'TABLE',
  column: 'COLUMN',
  view: 'VIEW',
  'materialized-view': 'MATERIALIZED VIEW',
  sequence: 'SEQUENCE',
  index: 'INDEX',
  enum: 'TYPE',
  composite: 'TYPE',
  range: 'TYPE',
  domain: 'DOMAIN',
  schema: 'SCHEMA',
  extension: 'EXTENSION',
  statistics: 'STATISTICS',
  collation: 'COLLATION',
};

const nounsWithinRelations: Readonly<Record<string, string>> = {
  constraint: 'CONSTRAINT',
  'domain-constraint': 'CONSTRAINT',
  trigger: 'TRIGGER',
  policy: 'POLICY',
  rule: 'RULE',
};

/** An object as `COMMENT ON` takes it. `name`: its kind and the parts of its name. */
export function objectReference([kind = '', ...name]: readonly string[], context: RuleContext): string {
  if (kind === 'function') return routineReference(name, context);
  const within = nounsWithinRelations[kind];
  if (within === undefined) return `${nouns[kind] ?? kind.toUpperCase()} ${quoteName(name)}`;
  const owner = `${kind === 'domain-constraint' ? 'DOMAIN ' : ''}${quoteName(name.slice(0, -1))}`;
  return `${within} ${quoteIdentifier(name.at(-1) ?? '')} ON ${owner}`;
}

/** A routine with the noun that says what it is: `PROCEDURE app.close_month(integer)`. */
export function routineReference(name: readonly string[], context: RuleContext): string {
  const key = factKey('function', name);
  const fact = context.wanted(key) ?? context.live(key);
  return fact === undefined ? `ROUTINE ${routineName(name)}` : routineOf(fact);
}

/** A routine with the noun that says what it is, by its fact. Aggregates are told apart by where their arguments stand. */
export function routineOf({ name, payload }: Fact): string {
  switch (payload['kind']) {
    case 'procedure':
      return `PROCEDURE ${routineName(name)}`;
    case 'aggregate': {
      const argumentsText = textOf(payload, 'arguments');
      return `AGGREGATE ${routineName(name).slice(0, -argumentTypes(name).length)}(${argumentsText === '' ? '*' : argumentsText})`;
    }
    default:
      return `FUNCTION ${routineName(name)}`;
  }
}

/** Qualified and with the types of its arguments. The last part is the server's own text and quoted already. */
export function routineName([schema = '', signature = '']: readonly string[]): string {
  return `${quoteIdentifier(schema)}.${signature}`;
}

/** The quoted name that a signature begins with. */
export function bareRoutineName(name: readonly string[]): string {
  const signature = name[1] ?? '';
  return signature.slice(0, signature.length - argumentTypes(name).length);
}

/** The types in parentheses that a signature ends in. */
function argumentTypes([, signature = '']: readonly string[]): string {
  const quoted = /^"(?:[^"]|"")*"/.exec(signature)?.[0].length ?? 0;
  return signature.slice(signature.indexOf('(', quoted));
}
