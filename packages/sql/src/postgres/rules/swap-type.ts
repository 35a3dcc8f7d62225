import type { Fact, FactKey } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { Alteration, KindRule, RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOf } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { boundKinds } from './bound-kinds.ts';
import { commentRule } from './comments.ts';
import { grantRule } from './grants.ts';
import { ownerRule } from './owners.ts';
import { hazard, statement, temporaryName } from './statements.ts';

/** A type that takes the place of another one of the same name. */
export type TypeSwap = {
  readonly before: Fact;
  readonly after: Fact;
  readonly context: RuleContext;
  /** Makes the new type, once the name is free. */
  readonly create: readonly Statement[];
  /** What it is in statements. Default: `TYPE`. */
  readonly noun?: string;
  /** Gives a column the new one. Default: its values are written anew, by way of text. */
  readonly convert?: (column: Fact) => Statement;
  /** A condition for values that the new type does not have. Absent: it has them all. */
  readonly misfit?: ((value: string, isArray: boolean) => string) | undefined;
};

/**
 * Puts a new type in the place of an old one and writes the columns that have it anew, by way of text. What cannot be converted on
 * the spot (views, functions, expressions that name the type) is dropped before and made anew. Where other types or the keys of
 * partitioned tables are made of it, nothing less than a rebuild does.
 */
export function swapType(swap: TypeSwap): Alteration {
  const { before, after, context } = swap;
  const dependents = context.liveDependents(before.key);
  if (dependents.some((fact) => isMadeOf(fact, context))) return { kind: 'rebuild' };
  const columns = dependents.filter(({ kind, key }) => kind === 'column' && !context.isDropped(key));
  const aside = temporaryName('type', before);
  const { noun = 'TYPE', convert: give = (column) => convert(column, swap) } = swap;
  return {
    kind: 'statements',
    statements: [
      statement(`ALTER ${noun} ${quoteName(before.name)} RENAME TO ${quoteIdentifier(aside)}`),
      ...swap.create,
      ...columns.map(give),
      statement(`DROP ${noun} ${quoteName([...after.name.slice(0, -1), aside])}`),
      ...restate(after, context),
    ],
    disturbs: (dependent) => isDisturbed(dependent, { type: before.key, columns: columns.map(({ key }) => key) }),
  };
}

/** Types and tables of the type cannot be converted, nor can columns that decide to which partition a row belongs. */
function isMadeOf(fact: Fact, context: RuleContext): boolean {
  if (fact.kind !== 'column') return ['domain', 'composite', 'range', 'table'].includes(fact.kind);
  const key = context.live(factKey('table', fact.name.slice(0, 2)))?.payload['partitionKey'];
  return typeof key === 'string' && key.includes(quoteIdentifier(fact.name.at(-1) ?? ''));
}

function convert(column: Fact, { before, after, misfit }: TypeSwap): Statement {
  const table = factKey('table', column.name.slice(0, 2));
  const tableName = quoteName(column.name.slice(0, 2));
  const name = quoteIdentifier(column.name.at(-1) ?? '');
  const isArray = textOf(column.payload, 'type').endsWith('[]');
  const [text, type] = isArray ? ['text[]', `${quoteName(after.name)}[]`] : ['text', quoteName(after.name)];
  const check = misfit?.(name, isArray);
  const offence = `${quoteName(column.name)} holds values that ${quoteName(after.name)} no longer has`;
  return statement(`ALTER TABLE ${tableName} ALTER COLUMN ${name} TYPE ${type} USING ${name}::${text}::${type}`, {
    blocks: 'all',
    table,
    scans: 'rewrites',
    isLong: true,
    hazards: [
      hazard('DB203', column.key, `${tableName} is written anew, and nobody can use it meanwhile.`),
      ...(check === undefined ? [] : [hazard('DB102', before.key, `It fails when ${offence}.`)]),
    ],
    ...(check === undefined
      ? {}
      : { precheck: { text: `SELECT 1 FROM ${tableName} WHERE ${check} LIMIT 1`, offence } }),
  });
}

/** What was said of the old type went with it. */
function restate(after: Fact, context: RuleContext): readonly Statement[] {
  return context.wantedChildren(after.key).flatMap((fact) => {
    const rule = satelliteRules[fact.kind];
    return (rule?.create(fact, context, []).statements ?? []).map((said) => ({ ...said, hazards: [] }));
  });
}

const satelliteRules: Readonly<Record<string, KindRule>> = { owner: ownerRule, comment: commentRule, grant: grantRule };

type Converted = { readonly type: FactKey; readonly columns: readonly FactKey[] };

function isDisturbed(dependent: Fact, { type, columns }: Converted): boolean {
  const isTouching = dependent.needs.some((need) => columns.includes(need));
  if (boundKinds.has(dependent.kind)) return true;
  switch (dependent.kind) {
    case 'column':
      return dependent.payload['generated'] !== null && isTouching;
    case 'default':
      return columns.includes(dependent.parent ?? '');
    case 'constraint':
      return dependent.needs.includes(type) || (dependent.payload['type'] === 'foreign key' && isTouching);
    case 'index':
      return dependent.needs.includes(type);
    default:
      return false;
  }
}
