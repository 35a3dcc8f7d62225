import { isJsonObject } from '@setpoint/model';
import type { Fact } from '../../catalogue/fact.ts';
import type { FactIndex } from '../../compare/fact-index.ts';
import type { ColumnInput, DefaultInput, IndexInput, TableInput } from '../../declaration/tables/table.ts';
import { quoteName, unquoteString } from '../../mysql/quote.ts';
import { childrenOf, type ExpressedTable, ownName, present, shortened, textIn, unlessEmpty } from './fact-parts.ts';
import { plainNames, readForeignKey, readList, withoutParentheses } from './sql-pieces.ts';

/** A table of MySQL or MariaDB in YAML; undefined when YAML cannot say its columns, its primary key or its options. */
export function mysqlTable(fact: Fact, index: FactIndex): ExpressedTable | undefined {
  const { engine, charset, collation, comment, options, versioned } = fact.payload;
  const rowFormat = isJsonObject(options) ? options['ROW_FORMAT'] : undefined;
  const others = isJsonObject(options) ? Object.keys(options).filter((key) => key !== 'ROW_FORMAT') : [];
  const columnFacts = childrenOf(index, fact, 'column');
  const columns = columnFacts.map((column) => [ownName(column), mysqlColumn(column, fact)] as const);
  const keys = childrenOf(index, fact, 'index').map((key) => ({ key, said: mysqlIndex(key) }));
  const primary = keys.find(({ key }) => ownName(key) === 'PRIMARY');
  const cannot = versioned === true || others.length > 0 || columns.some(([, column]) => column === undefined);
  if (cannot || (primary !== undefined && primary.said?.place !== 'primary_key')) return undefined;
  const foreignKeys = childrenOf(index, fact, 'foreign-key').map((key) => ({ key, said: mysqlForeignKey(key) }));
  const checks = childrenOf(index, fact, 'constraint').map((key) => ({ key, said: mysqlCheck(key) }));
  const at = (place: string) =>
    Object.fromEntries(keys.flatMap(({ key, said }) => (said?.place === place ? [[ownName(key), said.value]] : [])));
  const table = present<unknown>({
    engine: engine === '' ? undefined : engine,
    charset: charset === '' ? undefined : charset,
    collation: collation === '' ? undefined : collation,
    row_format: typeof rowFormat === 'string' ? rowFormat.toLowerCase() : undefined,
    comment: typeof comment === 'string' ? unquoteString(comment) : undefined,
    columns: Object.fromEntries(columns),
    primary_key: primary?.said?.value,
    unique: unlessEmpty(at('unique')),
    indexes: unlessEmpty(at('indexes')),
    checks: unlessEmpty(saidOf(checks)),
    foreign_keys: unlessEmpty(saidOf(foreignKeys)),
  }) as unknown as TableInput;
  const said = [...keys, ...foreignKeys, ...checks].flatMap((each) => (each.said === undefined ? [] : [each.key]));
  return { table, facts: [fact, ...columnFacts, ...said] };
}

function saidOf(facts: readonly { readonly key: Fact; readonly said: unknown }[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(facts.flatMap(({ key, said }) => (said === undefined ? [] : [[ownName(key), said]])));
}

const sayable = new Set([
  'type',
  'charset',
  'collation',
  'notNull',
  'autoIncrement',
  'default',
  'onUpdate',
  'generated',
  'stored',
  'comment',
  'check',
]);

function mysqlColumn({ payload }: Fact, table: Fact): string | ColumnInput | undefined {
  if (Object.keys(payload).some((key) => !sayable.has(key))) return undefined;
  const { type, charset, collation, notNull, autoIncrement, generated, stored, comment, check, onUpdate } = payload;
  const isUsual = charset === table.payload['charset'] && collation === table.payload['collation'];
  const expression = typeof generated === 'string' ? withoutParentheses('mysql', generated) : undefined;
  const column = present<unknown>({
    type,
    charset: isUsual ? undefined : charset,
    collation: isUsual ? undefined : collation,
    not_null: notNull === true ? true : undefined,
    default: defaultOf(payload['default']),
    identity: autoIncrement === true ? 'always' : undefined,
    generated: expression === undefined ? undefined : { expression, stored: stored === true },
    check: typeof check === 'string' ? withoutParentheses('mysql', check) : undefined,
    on_update: onUpdate,
    comment: typeof comment === 'string' ? unquoteString(comment) : undefined,
  });
  return shortened(column as unknown as ColumnInput);
}

function defaultOf(text: unknown): DefaultInput | undefined {
  if (typeof text !== 'string' || text === 'NULL') return undefined;
  if (/^'.*'$/s.test(text)) return unquoteString(text);
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return String(Number(text)) === text ? Number(text) : text;
  return { expression: withoutParentheses('mysql', text) };
}

type SaidIndex = {
  readonly place: 'primary_key' | 'unique' | 'indexes';
  readonly value: readonly string[] | IndexInput;
};

function mysqlIndex(fact: Fact): SaidIndex | undefined {
  const list = readList('mysql', textIn(fact.payload, 'definition'));
  const kind = /^(PRIMARY|UNIQUE|FULLTEXT|SPATIAL)? ?KEY$/.exec(list?.before ?? '');
  if (list === undefined || kind === null || list.after !== '') return undefined;
  const names = plainNames('mysql', list.items);
  if (kind[1] === 'PRIMARY') return names === undefined ? undefined : { place: 'primary_key', value: names };
  if (kind[1] === 'UNIQUE' && names !== undefined) return { place: 'unique', value: names };
  const on = list.items.map((item) => plainNames('mysql', [item])?.[0] ?? item);
  if (kind[1] === undefined) return { place: 'indexes', value: on };
  return {
    place: 'indexes',
    value: kind[1] === 'UNIQUE' ? { on, unique: true } : { on, method: kind[1].toLowerCase() },
  };
}

function mysqlCheck({ payload }: Fact): string | undefined {
  const body = /^CHECK \((.*)\)$/s.exec(textIn(payload, 'definition'))?.[1];
  return body === undefined ? undefined : withoutParentheses('mysql', body);
}

const action = '(NO ACTION|RESTRICT|CASCADE|SET NULL|SET DEFAULT)';
const clauses = new RegExp(`^(?: ?ON DELETE ${action})?(?: ?ON UPDATE ${action})?$`);

function mysqlForeignKey({ payload }: Fact): unknown {
  const read = readForeignKey('mysql', textIn(payload, 'definition'));
  const words = clauses.exec(read?.after ?? '?');
  if (read === undefined || words === null || !/^`(?:[^`]|``)+`$/.test(read.table)) return undefined;
  const { columns, table, referenced } = read;
  return present<unknown>({
    columns,
    references: `${plain(table)} (${referenced.map((column) => plain(quoteName(column))).join(', ')})`,
    on_delete: words[1]?.toLowerCase().replace(' ', '_'),
    on_update: words[2]?.toLowerCase().replace(' ', '_'),
  });
}

/** A quoted name without its quotes where it needs none. */
function plain(name: string): string {
  return /^`[\w$]+`$/.test(name) ? name.slice(1, -1) : name;
}
