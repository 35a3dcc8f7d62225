import type { Fact, FactKey } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textsOf } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { buildConcurrently, type IndexPlan, indexIsValid } from './build-index.ts';
import { chooseIndexName } from './index-name.ts';
import { partsOfKey } from './key-parts.ts';
import { statement } from './statements.ts';

/**
 * Builds the index of a partitioned table while it is in use: a shell without partitions, one index per partition, each attached.
 * The shell becomes valid with the last of them.
 */
export function buildPartitioned(plan: IndexPlan, fact: Fact, context: RuleContext): readonly Statement[] {
  const statements = shellWithParts(plan, fact, context);
  const last = statements.at(-1);
  return last === undefined
    ? statements
    : [...statements.slice(0, -1), { ...last, postcheck: indexIsValid(plan.index) }];
}

/**
 * True when a table has the same partitions, and they the same, before and after the plan: an index that is built in parts must
 * know them all.
 */
export function hasLastingPartitions(table: FactKey, context: RuleContext): boolean {
  const before = textsOf(context.live(table)?.info ?? {}, 'partitions');
  const after = textsOf(context.wanted(table)?.info ?? {}, 'partitions');
  const isSame = before.length === after.length && before.every((key) => after.includes(key) && !context.isNew(key));
  return isSame && before.every((key) => hasLastingPartitions(key, context));
}

function shellWithParts(plan: IndexPlan, fact: Fact, context: RuleContext): readonly Statement[] {
  const kind = plan.isUnique ? 'UNIQUE INDEX' : 'INDEX';
  const name = quoteIdentifier(plan.index.at(-1) ?? '');
  const shell = statement(`CREATE ${kind} ${name} ON ONLY ${quoteName(plan.relation)} ${plan.definition}`, {
    blocks: 'writes',
    table: plan.table,
  });
  return [shell, ...partitionsOf(plan.table, context).flatMap((table) => partOf({ plan, fact, table }, context))];
}

type Part = { readonly plan: IndexPlan; readonly fact: Fact; readonly table: FactKey };

function partOf({ plan, fact, table }: Part, context: RuleContext): readonly Statement[] {
  const relation = partsOfKey(table);
  const name = chooseIndexName(relation.at(-1) ?? '', textsOf(fact.info ?? {}, 'columns'), (candidate) =>
    isTaken(candidate, relation, context),
  );
  const part = { ...plan, index: [relation[0] ?? '', name], relation, table };
  const attach = `ALTER INDEX ${quoteName(plan.index)} ATTACH PARTITION ${quoteName(part.index)}`;
  return [...buildPart(part, fact, context), statement(attach, { blocks: 'writes', table: plan.table })];
}

function buildPart(part: IndexPlan, fact: Fact, context: RuleContext): readonly Statement[] {
  const isPartitioned = context.live(part.table)?.payload['partitionKey'] !== null;
  if (isPartitioned) return shellWithParts(part, fact, context);
  return [buildConcurrently(part)];
}

function partitionsOf(table: FactKey, context: RuleContext): readonly FactKey[] {
  return textsOf(context.live(table)?.info ?? {}, 'partitions');
}

function isTaken(name: string, relation: readonly string[], context: RuleContext): boolean {
  const [schema = ''] = relation;
  const keys = ['index', 'table', 'sequence', 'view', 'materialized-view'].map((kind) => factKey(kind, [schema, name]));
  const constraint = factKey('constraint', [...relation, name]);
  const table = context.live(factKey('table', relation));
  const inherited = ['inheritedIndexes', 'inheritedConstraints'].flatMap((member) =>
    textsOf(table?.info ?? {}, member),
  );
  const isFact = [...keys, constraint].some(
    (key) => context.live(key) !== undefined || context.wanted(key) !== undefined,
  );
  return isFact || inherited.includes(name);
}
