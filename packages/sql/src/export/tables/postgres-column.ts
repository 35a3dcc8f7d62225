import { canonicalJson, isJsonObject, type JsonObject } from '@setpoint/model';
import type { Fact } from '../../catalogue/fact.ts';
import type { FactIndex } from '../../compare/fact-index.ts';
import type { ColumnInput, DefaultInput, SequenceInput } from '../../declaration/tables/table.ts';
import { childrenOf, commentOf, ownName, present, shortened, textIn } from './fact-parts.ts';

export type SaidColumn = {
  readonly name: string;
  readonly column: string | ColumnInput;
  readonly facts: readonly Fact[];
};

/** A column of PostgreSQL in YAML; undefined when it has something that YAML cannot say. `keyColumns` are never null anyway. */
export function postgresColumn(fact: Fact, index: FactIndex, keyColumns: readonly string[]): SaidColumn | undefined {
  const { notNull, collation, identity, generated } = fact.payload;
  const type = textIn(fact.payload, 'type');
  const sequence = isJsonObject(identity) ? sequenceOf(identity, type) : {};
  if (!isSayable(fact) || sequence === undefined) return undefined;
  const name = ownName(fact);
  const fallback = childrenOf(index, fact, 'default')[0];
  const comment = commentOf(fact, index);
  const isImplied = keyColumns.includes(name) || isJsonObject(identity);
  const column = present<unknown>({
    type,
    not_null: notNull === true && !isImplied ? true : undefined,
    default: fallback === undefined ? undefined : defaultOf(textIn(fallback.payload, 'expression'), type),
    identity: isJsonObject(identity) ? (identity['kind'] === 'always' ? 'always' : 'by_default') : undefined,
    sequence: Object.keys(sequence).length === 0 ? undefined : sequence,
    generated: isJsonObject(generated) ? generatedOf(generated) : undefined,
    collation: Array.isArray(collation) ? String(collation[1]) : undefined,
    comment: comment?.text,
  }) as unknown as ColumnInput;
  const facts = [fact, ...(fallback === undefined ? [] : [fallback]), ...(comment === undefined ? [] : [comment.fact])];
  return { name, column: shortened(column), facts };
}

function isSayable({ payload, info }: Fact): boolean {
  const { storage, compression, statistics, options, collation } = payload;
  const isForeign = Array.isArray(collation) && collation[0] !== 'pg_catalog';
  const hasSettings = [storage, compression, statistics].some((value) => value !== null && value !== undefined);
  return !isForeign && !hasSettings && canonicalJson(options ?? {}) === '{}' && info?.['isInherited'] !== true;
}

function generatedOf(generated: JsonObject): ColumnInput['generated'] {
  const expression = textIn(generated, 'expression');
  return generated['kind'] === 'stored' ? expression : { expression, stored: false };
}

const greatest: Readonly<Record<string, string>> = {
  smallint: '32767',
  integer: '2147483647',
  bigint: '9223372036854775807',
};

/** What a sequence does otherwise than one that nobody says anything about; undefined when a number is too large for YAML. */
function sequenceOf(identity: JsonObject, type: string): SequenceInput | undefined {
  const usual: Readonly<Record<string, string>> = {
    start: '1',
    increment: '1',
    min: '1',
    max: greatest[type] ?? '',
    cache: '1',
  };
  const unusual = Object.entries(usual).filter(([key, value]) => textIn(identity, key) !== value);
  const numbers = unusual.map(([key]) => [key, Number(identity[key])] as const);
  if (numbers.some(([, value]) => !Number.isSafeInteger(value))) return undefined;
  return { ...Object.fromEntries(numbers), ...(identity['cycle'] === true ? { cycle: true } : {}) };
}

/** A default as the value that it is, where the server spells one; otherwise as SQL. */
function defaultOf(expression: string, type: string): DefaultInput {
  if (expression === 'true' || expression === 'false') return expression === 'true';
  if (/^-?\d+(?:\.\d+)?$/.test(expression) && String(Number(expression)) === expression) return Number(expression);
  const [, text, cast] = /^'((?:[^']|'')*)'::(.+)$/s.exec(expression) ?? [];
  const isOwnType = cast !== undefined && (type === cast || type.startsWith(`${cast}(`));
  const plain = text?.replaceAll("''", "'") ?? '';
  return isOwnType && !/\(|^current_/i.test(plain) ? plain : { expression };
}
