import type { Fact } from '../../catalogue/fact.ts';
import type { Alteration, KindRule, RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textsOf } from '../catalogue/row.ts';
import { quoteIdentifier, quoteLiteral, quoteName } from '../quote.ts';
import { hazard, statement } from './statements.ts';
import { swapType } from './swap-type.ts';

/** Enumerated types. Labels can be added anywhere; to take one away or move it, the type is made anew and its columns rewritten. */
export const enumRule: KindRule = {
  noun: 'enum',
  weight: 20,
  create: (fact) => ({ statements: [createEnum(fact)], absorbs: [] }),
  drop: (fact) => [statement(`DROP TYPE ${quoteName(fact.name)}`)],
  alter: alterEnum,
  rename: (before, after) => (before.key === after.key ? renameLabels(before, after) : [renameType(before, after)]),
  occupies: (fact) => [`type ${quoteName(fact.name)}`],
};

function createEnum(fact: Fact): Statement {
  return statement(`CREATE TYPE ${quoteName(fact.name)} AS ENUM (${labelsOf(fact).map(quoteLiteral).join(', ')})`);
}

function renameType(before: Fact, after: Fact): Statement {
  return statement(`ALTER TYPE ${quoteName(before.name)} RENAME TO ${quoteIdentifier(after.name.at(-1) ?? '')}`);
}

function renameLabels(before: Fact, after: Fact): readonly Statement[] {
  const wanted = labelsOf(after);
  const message = `Clients that know labels of ${quoteName(after.name)} find one called otherwise.`;
  return labelsOf(before).flatMap((label, index) => {
    const name = wanted[index];
    if (name === undefined || name === label) return [];
    const text = `ALTER TYPE ${quoteName(after.name)} RENAME VALUE ${quoteLiteral(label)} TO ${quoteLiteral(name)}`;
    return [statement(text, { hazards: [hazard('DB302', after.key, message)] })];
  });
}

function alterEnum(before: Fact, after: Fact, context: RuleContext): Alteration {
  const old = labelsOf(before);
  const wanted = labelsOf(after);
  if (wanted.filter((label) => old.includes(label)).join('\0') === old.join('\0')) {
    return { kind: 'statements', statements: addLabels(old, after, context) };
  }
  const lost = old.filter((label) => !wanted.includes(label));
  return swapType({ before, after, context, create: [createEnum(after)], misfit: misfitOf(lost) });
}

function labelsOf(fact: Fact): readonly string[] {
  return textsOf(fact.payload, 'labels');
}

/**
 * A label can be used only when the transaction that added it is over; before PostgreSQL 12 it could not even be added inside of
 * one.
 */
function addLabels(old: readonly string[], after: Fact, { version }: RuleContext): readonly Statement[] {
  const wanted = labelsOf(after);
  const message = `A label of ${quoteName(after.name)} cannot be taken back without writing its columns anew.`;
  return wanted.flatMap((label, index) => {
    if (old.includes(label)) return [];
    const previous = wanted[index - 1];
    const isLast = wanted.slice(index + 1).every((other) => !old.includes(other));
    const place = placeOf(previous, isLast, old);
    return [
      statement(`ALTER TYPE ${quoteName(after.name)} ADD VALUE ${quoteLiteral(label)}${place}`, {
        transaction: version < 120000 ? 'alone' : 'commit-after',
        hazards: [hazard('DB103', after.key, message)],
      }),
    ];
  });
}

/** Labels are added in their order, so the one before is always there. */
function placeOf(previous: string | undefined, isLast: boolean, old: readonly string[]): string {
  if (isLast) return '';
  if (previous !== undefined) return ` AFTER ${quoteLiteral(previous)}`;
  const [first] = old;
  return first === undefined ? '' : ` BEFORE ${quoteLiteral(first)}`;
}

/** Rows that the new type has no label for. */
function misfitOf(lost: readonly string[]): ((value: string, isArray: boolean) => string) | undefined {
  if (lost.length === 0) return undefined;
  const labels = lost.map(quoteLiteral).join(', ');
  return (value, isArray) =>
    isArray ? `${value}::text[] && ARRAY[${labels}]::text[]` : `${value}::text IN (${labels})`;
}
