import type { JsonObject } from '@setpoint/model';
import type { Fact } from '../../catalogue/fact.ts';
import type { Alteration, KindRule, RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { rowsOf, textOf, textOrNull } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { hazard, statement } from './statements.ts';
import { swapType } from './swap-type.ts';

/** Composite types that stand alone. */
export const compositeRule: KindRule = {
  noun: 'composite type',
  weight: 26,
  create: (fact) => ({ statements: [createComposite(fact)], absorbs: [] }),
  drop: (fact) => [statement(`DROP TYPE ${quoteName(fact.name)}`)],
  alter: alterComposite,
  rename: (before, after) => [
    statement(`ALTER TYPE ${quoteName(before.name)} RENAME TO ${quoteIdentifier(after.name.at(-1) ?? '')}`),
  ],
  occupies: (fact) => [`type ${quoteName(fact.name)}`, `relation ${quoteName(fact.name)}`],
};

function createComposite(fact: Fact): Statement {
  const attributes = rowsOf(fact.payload, 'attributes').map(attributeText).join(', ');
  return statement(`CREATE TYPE ${quoteName(fact.name)} AS (${attributes})`);
}

function attributeText(attribute: JsonObject): string {
  return `${quoteIdentifier(textOf(attribute, 'name'))} ${typeText(attribute)}`;
}

function typeText(attribute: JsonObject): string {
  const collation = textOrNull(attribute, 'collation');
  return `${textOf(attribute, 'type')}${collation === null ? '' : ` COLLATE ${collation}`}`;
}

/**
 * Attributes go and come at the end in place. Their types change in place only while no column has the type, and their order not at
 * all.
 */
function alterComposite(before: Fact, after: Fact, context: RuleContext): Alteration {
  const old = rowsOf(before.payload, 'attributes');
  const wanted = rowsOf(after.payload, 'attributes');
  const kept = old.filter((attribute) => findLike(wanted, attribute) !== undefined);
  const isInOrder = kept.every((attribute, index) => attribute['name'] === wanted[index]?.['name']);
  const isUsed = context.liveDependents(before.key).some(({ kind }) => kind === 'column' || kind === 'table');
  const isRetyped = kept.some(
    (attribute) => attributeText(findLike(wanted, attribute) ?? {}) !== attributeText(attribute),
  );
  if (isInOrder && !(isUsed && isRetyped)) {
    return { kind: 'statements', statements: alterAttributes(after, old, wanted) };
  }
  const isSameRow = isInOrder && kept.length === old.length && kept.length === wanted.length;
  return isUsed && isSameRow
    ? swapType({ before, after, context, create: [createComposite(after)] })
    : { kind: 'rebuild' };
}

function findLike(attributes: readonly JsonObject[], { name }: JsonObject): JsonObject | undefined {
  return attributes.find((other) => other['name'] === name);
}

function alterAttributes(after: Fact, old: readonly JsonObject[], wanted: readonly JsonObject[]): readonly Statement[] {
  const head = `ALTER TYPE ${quoteName(after.name)}`;
  const gone = old.filter((attribute) => findLike(wanted, attribute) === undefined);
  return [
    ...gone.map((attribute) => {
      const name = quoteIdentifier(textOf(attribute, 'name'));
      const message = `What columns hold in ${name} of ${quoteName(after.name)} is lost.`;
      return statement(`${head} DROP ATTRIBUTE ${name}`, { hazards: [hazard('DB101', after.key, message)] });
    }),
    ...wanted.flatMap((attribute) => {
      const before = findLike(old, attribute);
      if (before === undefined) return [statement(`${head} ADD ATTRIBUTE ${attributeText(attribute)}`)];
      if (attributeText(before) === attributeText(attribute)) return [];
      const name = quoteIdentifier(textOf(attribute, 'name'));
      return [statement(`${head} ALTER ATTRIBUTE ${name} TYPE ${typeText(attribute)}`)];
    }),
  ];
}
