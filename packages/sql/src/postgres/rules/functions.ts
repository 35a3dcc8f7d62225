import type { Fact } from '../../catalogue/fact.ts';
import type { SchemaHazard } from '../../compare/hazard.ts';
import type { Alteration, KindRule, RuleContext } from '../../compare/rule.ts';
import { numberOf, textOf, textOrNull } from '../catalogue/row.ts';
import { followInFunction } from './follow-rename.ts';
import { bareRoutineName, routineName, routineOf } from './object-reference.ts';
import { hazard, statement } from './statements.ts';

/** Functions, procedures, window functions and aggregates. */
export const functionRule: KindRule = {
  noun: 'function',
  weight: 50,
  create: (fact) => ({
    statements: [statement(textOf(fact.payload, 'definition').replace(/^CREATE OR REPLACE /, 'CREATE '))],
    absorbs: [],
  }),
  drop: (fact, context) => [statement(`DROP ${routineOf(fact)}`, { hazards: dropHazards(fact, context) })],
  alter: alterFunction,
  rename: (before, after) => [
    statement(`ALTER ${routineOf(before)} RENAME TO ${bareRoutineName(after.name)}`, {
      hazards: [hazard('DB302', after.key, `Clients that call ${routineName(before.name)} no longer find it.`)],
    }),
  ],
  followRename: followInFunction,
  body: ({ payload }) => bodyOf(textOf(payload, 'definition')),
};

/** What stands behind `AS`. Aggregates have none, and the server knows what a body uses that is SQL itself. */
function bodyOf(definition: string): string | undefined {
  return /\nAS \$([\s\S]*)$/.exec(definition)?.[1];
}

/** The server records what calls a function, but for what bodies and applications do. */
function dropHazards(fact: Fact, context: RuleContext): readonly SchemaHazard[] {
  if (context.wanted(fact.key) !== undefined) return [];
  const name = routineName(fact.name);
  return [hazard('DB302', fact.key, `Clients, and functions whose text calls it, no longer find ${name}.`)];
}

function alterFunction(before: Fact, after: Fact): Alteration {
  if (!isReplaceable(before, after)) return { kind: 'rebuild' };
  const text = textOf(after.payload, 'definition').replace(/^CREATE AGGREGATE /, 'CREATE OR REPLACE AGGREGATE ');
  return { kind: 'statements', statements: [statement(text, { hazards: alterHazards(before, after) })] };
}

/** The server keeps what a function gives, what its arguments are called, and defaults that callers may rely on. */
function isReplaceable({ payload: old }: Fact, { payload: wanted }: Fact): boolean {
  return (
    old['kind'] === wanted['kind'] &&
    textOrNull(old, 'result') === textOrNull(wanted, 'result') &&
    old['arguments'] === wanted['arguments'] &&
    numberOf(old, 'defaults') <= numberOf(wanted, 'defaults')
  );
}

function alterHazards(before: Fact, after: Fact): readonly SchemaHazard[] {
  if (before.info?.['isDefiner'] === after.info?.['isDefiner']) return [];
  const whose = after.info?.['isDefiner'] === true ? 'its owner' : 'its caller';
  return [hazard('DB401', after.key, `${routineName(after.name)} runs with the rights of ${whose} from now on.`)];
}
