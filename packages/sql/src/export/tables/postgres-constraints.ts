import type { Fact } from '../../catalogue/fact.ts';
import type { FactIndex } from '../../compare/fact-index.ts';
import type { TableInput } from '../../declaration/tables/table.ts';
import { childrenOf, commentOf, hasAll, ownName, present, textIn, unlessEmpty } from './fact-parts.ts';
import { includedIn, plainNames, readForeignKey, readList, withoutParentheses } from './sql-pieces.ts';

/** The constraints of a table that YAML can say. */
export type SaidConstraints = {
  readonly members: Pick<TableInput, 'primary_key' | 'unique' | 'checks' | 'foreign_keys'>;
  readonly facts: readonly Fact[];
  /** Columns of the primary key, when it is said. */
  readonly keyColumns: readonly string[];
};

/** The constraints of a table of PostgreSQL in YAML; those that it cannot say are left out. */
export function postgresConstraints(table: Fact, index: FactIndex): SaidConstraints {
  const facts: Fact[] = [];
  const maps = { unique: {}, checks: {}, foreign_keys: {} } as Record<
    'unique' | 'checks' | 'foreign_keys',
    Record<string, unknown>
  >;
  let primaryKey: unknown;
  let keyColumns: readonly string[] = [];
  for (const fact of childrenOf(index, table, 'constraint').filter(({ payload }) => hasAll(payload, plain))) {
    const comment = commentOf(fact, index);
    const said = say(fact, table, comment?.text);
    if (said === undefined) continue;
    facts.push(fact, ...(comment === undefined ? [] : [comment.fact]));
    if (said.place === 'primary_key') {
      primaryKey = said.value;
      keyColumns = said.columns;
    } else maps[said.place][ownName(fact)] = said.value;
  }
  const members = present<unknown>({
    primary_key: primaryKey,
    unique: unlessEmpty(maps.unique),
    checks: unlessEmpty(maps.checks),
    foreign_keys: unlessEmpty(maps.foreign_keys),
  }) as SaidConstraints['members'];
  return { members, facts, keyColumns };
}

/** What a constraint can be beyond its definition, as a plain one has it. */
const plain = { validated: true, options: {}, tablespace: null, clustered: false, replicaIdentity: false };

type Place = 'primary_key' | 'unique' | 'checks' | 'foreign_keys';
type Said = { readonly place: Place; readonly value: unknown; readonly columns: readonly string[] };

function say(fact: Fact, table: Fact, comment: string | undefined): Said | undefined {
  const definition = textIn(fact.payload, 'definition');
  const deferrable = deferrableOf(fact);
  switch (fact.payload['type']) {
    case 'primary key':
    case 'unique':
      return sayKey(fact, { definition, deferrable, comment, table });
    case 'check': {
      const body = /^CHECK \((.*)\)$/s.exec(definition)?.[1];
      if (body === undefined) return undefined;
      const expression = withoutParentheses('postgres', body);
      return { place: 'checks', value: comment === undefined ? expression : { expression, comment }, columns: [] };
    }
    case 'foreign key':
      return sayForeignKey({ definition, deferrable, comment });
    default:
      return undefined;
  }
}

type Told = {
  readonly definition: string;
  readonly deferrable: string | undefined;
  readonly comment: string | undefined;
};

function deferrableOf({ payload }: Fact): string | undefined {
  if (payload['deferrable'] !== true) return undefined;
  return payload['deferred'] === true ? 'initially_deferred' : 'initially_immediate';
}

function sayKey(
  fact: Fact,
  { definition, deferrable, comment, table }: Told & { readonly table: Fact },
): Said | undefined {
  const list = readList('postgres', definition);
  if (list === undefined) return undefined;
  const columns = plainNames('postgres', list.items);
  const words = /^(PRIMARY KEY|UNIQUE)( NULLS NOT DISTINCT)?$/.exec(list.before);
  const include = includedIn(list.after);
  if (columns === undefined || words === null || include === undefined) return undefined;
  const isPrimary = words[1] === 'PRIMARY KEY';
  const isUsual = ownName(fact) === `${ownName(table)}_pkey` && comment === undefined;
  const rest = present<unknown>({
    name: isPrimary && !isUsual ? ownName(fact) : undefined,
    include: include.length === 0 ? undefined : include,
    nulls_not_distinct: words[2] === undefined ? undefined : true,
    deferrable,
    comment,
  });
  const value = Object.keys(rest).length === 0 ? columns : { columns, ...rest };
  return { place: isPrimary ? 'primary_key' : 'unique', value, columns };
}

const action = '(NO ACTION|RESTRICT|CASCADE|SET NULL|SET DEFAULT)';
const clauses = new RegExp(`^(?: ?MATCH (FULL))?(?: ?ON UPDATE ${action})?(?: ?ON DELETE ${action})?$`);

function sayForeignKey({ definition, deferrable, comment }: Told): Said | undefined {
  const read = readForeignKey('postgres', definition);
  const words = clauses.exec(read?.after ?? '?');
  if (read === undefined || words === null) return undefined;
  const { columns, table, referenced } = read;
  const [, match, onUpdate, onDelete] = words;
  const value = present<unknown>({
    columns,
    references: `${table} (${referenced.map(quoted).join(', ')})`,
    on_delete: actionWord(onDelete),
    on_update: actionWord(onUpdate),
    match: match === undefined ? undefined : 'full',
    deferrable,
    comment,
  });
  return { place: 'foreign_keys', value, columns };
}

function actionWord(text: string | undefined): string | undefined {
  return text?.toLowerCase().replace(' ', '_');
}

function quoted(name: string): string {
  return /^[\w$]+$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
