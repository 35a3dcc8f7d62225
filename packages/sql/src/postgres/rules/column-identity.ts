import type { JsonObject } from '@setpoint/model';
import type { Fact } from '../../catalogue/fact.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOf } from '../catalogue/row.ts';
import { quoteIdentifier, quoteLiteral, quoteName } from '../quote.ts';
import { alterColumn, identityClause, objectOrNull } from './column-definition.ts';
import { continueNumbers } from './continue-numbers.ts';
import { tableOf } from './place.ts';
import { moveWithin } from './sequence-options.ts';
import { statement } from './statements.ts';

/** What a change of identity takes before and after other changes of the column. */
export type IdentityChange = {
  readonly first: readonly Statement[];
  readonly last: readonly Statement[];
  readonly disturbs: (dependent: Fact) => boolean;
};

/** Gives, takes or changes a column's identity. A column cannot have a default beside it. */
export function alterIdentity(before: Fact, after: Fact): IdentityChange {
  const old = objectOrNull(before.payload['identity']);
  const wanted = objectOrNull(after.payload['identity']);
  const calm = { first: [], last: [], disturbs: () => false };
  if (old === null && wanted === null) return calm;
  if (wanted === null) return { ...calm, first: [alterStatement(after, 'DROP IDENTITY')] };
  if (old === null) {
    const add = alterStatement(after, `ADD ${identityClause(after).join(' ')}`);
    return { first: [], last: [add, goOn(after, wanted)], disturbs: ({ kind }) => kind === 'default' };
  }
  const clauses = identityChanges({ old, wanted, isRetyped: before.payload['type'] !== after.payload['type'] });
  const alter = clauses.length === 0 ? [] : [alterStatement(after, clauses.join(' '))];
  const move = moveWithin({ before: old, after: wanted, ...namesOf(after, old) });
  return { ...calm, last: [...(move === undefined ? [] : [move]), ...renameSequence(after, old, wanted), ...alter] };
}

function namesOf(column: Fact, identity: JsonObject): { readonly relation: string; readonly sequence: string } {
  const relation = quoteName([column.name[0] ?? '', textOf(identity, 'sequence')]);
  return { relation, sequence: quoteLiteral(relation) };
}

/** The sequence lives in the schema of its table. */
function renameSequence(column: Fact, old: JsonObject, wanted: JsonObject): readonly Statement[] {
  const [before, after] = [textOf(old, 'sequence'), textOf(wanted, 'sequence')];
  if (before === after) return [];
  return [statement(`ALTER SEQUENCE ${quoteName([column.name[0] ?? '', before])} RENAME TO ${quoteIdentifier(after)}`)];
}

type Identities = { readonly old: JsonObject; readonly wanted: JsonObject; readonly isRetyped: boolean };

/** The server moves the limits of the sequence along with the type, as far as they were the old type's own. */
function identityChanges({ old, wanted, isRetyped }: Identities): readonly string[] {
  const all: readonly (readonly [string, string])[] = [
    ['kind', `SET GENERATED ${textOf(wanted, 'kind').toUpperCase()}`],
    ['increment', `SET INCREMENT BY ${textOf(wanted, 'increment')}`],
    ['min', `SET MINVALUE ${textOf(wanted, 'min')}`],
    ['max', `SET MAXVALUE ${textOf(wanted, 'max')}`],
    ['start', `SET START WITH ${textOf(wanted, 'start')}`],
    ['cache', `SET CACHE ${textOf(wanted, 'cache')}`],
    ['cycle', wanted['cycle'] === true ? 'SET CYCLE' : 'SET NO CYCLE'],
  ];
  const isTouched = (key: string): boolean =>
    old[key] !== wanted[key] || (isRetyped && (key === 'min' || key === 'max'));
  return all.filter(([key]) => isTouched(key)).map(([, clause]) => clause);
}

/** The name of an identity's sequence is known only when it is made. */
function goOn(column: Fact, identity: JsonObject): Statement {
  const table = quoteLiteral(quoteName(column.name.slice(0, 2)));
  const name = quoteLiteral(column.name.at(-1) ?? '');
  return continueNumbers(column, `pg_catalog.pg_get_serial_sequence(${table}, ${name})`, identity);
}

function alterStatement(fact: Fact, clause: string): Statement {
  return statement(`${alterColumn(fact)} ${clause}`, { blocks: 'all', table: tableOf(fact) });
}
