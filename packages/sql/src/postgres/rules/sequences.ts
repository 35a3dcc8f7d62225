import type { JsonObject } from '@setpoint/model';
import type { Fact } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { KindRule, RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOf } from '../catalogue/row.ts';
import { quoteIdentifier, quoteLiteral, quoteName } from '../quote.ts';
import { moveWithin, sequenceOptions } from './sequence-options.ts';
import { hazard, statement } from './statements.ts';

/** Sequences that stand alone or belong to a column; those of identity columns are a matter of the column. */
export const sequenceRule: KindRule = {
  noun: 'sequence',
  weight: 30,
  create: (fact) => ({ statements: [createSequence(fact)], absorbs: [] }),
  drop: (fact) => [
    statement(`DROP SEQUENCE ${quoteName(fact.name)}`, {
      blocks: 'all',
      hazards: [hazard('DB101', fact.key, `The number that ${quoteName(fact.name)} stands at is lost.`)],
    }),
  ],
  alter: (before, after) => ({ kind: 'statements', statements: alterSequence(before, after) }),
  rename: (before, after) => [
    statement(`ALTER SEQUENCE ${quoteName(before.name)} RENAME TO ${quoteIdentifier(after.name.at(-1) ?? '')}`),
  ],
  tiedTo: (_fact, children) => {
    const ownership = children.find(({ kind }) => kind === 'owned-by');
    return ownership === undefined ? undefined : textOf(ownership.payload, 'column');
  },
  vanishesWith: (fact) => {
    const owner = fact.info?.['ownedBy'];
    return typeof owner === 'string' ? [owner] : [];
  },
  occupies: (fact) => [`relation ${quoteName(fact.name)}`, `type ${quoteName(fact.name)}`],
};

/** Which column takes a sequence along when it is dropped. */
export const ownedByRule: KindRule = {
  noun: 'ownership of a sequence',
  weight: 46,
  create: (fact, context) => ({
    statements: [...handToOwnerOfTable(fact, context), ownedBy(fact, ownerOf(fact))],
    absorbs: [],
  }),
  drop: (fact) => [ownedBy(fact, 'NONE')],
  alter: (_before, after) => ({ kind: 'statements', statements: [ownedBy(after, ownerOf(after))] }),
};

function createSequence({ name, payload }: Fact): Statement {
  const kind = payload['persistence'] === 'unlogged' ? 'UNLOGGED SEQUENCE' : 'SEQUENCE';
  const type = payload['type'] === 'bigint' ? [] : [`AS ${textOf(payload, 'type')}`];
  return statement(
    [`CREATE ${kind} ${quoteName(name)}`, ...type, ...sequenceOptions(payload, textOf(payload, 'type'))].join(' '),
  );
}

function alterSequence(before: Fact, after: Fact): readonly Statement[] {
  const name = quoteName(after.name);
  const changed = sequenceChanges(before.payload, after.payload);
  const move = moveWithin({
    before: before.payload,
    after: after.payload,
    relation: name,
    sequence: quoteLiteral(name),
  });
  const persistence =
    before.payload['persistence'] === after.payload['persistence']
      ? []
      : [
          statement(
            `ALTER SEQUENCE ${name} SET ${after.payload['persistence'] === 'unlogged' ? 'UNLOGGED' : 'LOGGED'}`,
          ),
        ];
  const options = changed.length === 0 ? [] : [statement(`ALTER SEQUENCE ${name} ${changed.join(' ')}`)];
  return [...(move === undefined ? [] : [move]), ...options, ...persistence];
}

/** All options are said when the type changes, because the server moves limits along with it. */
function sequenceChanges(before: JsonObject, after: JsonObject): readonly string[] {
  const isRetyped = before['type'] !== after['type'];
  const all: readonly (readonly [string, string])[] = [
    ['increment', `INCREMENT BY ${textOf(after, 'increment')}`],
    ['min', `MINVALUE ${textOf(after, 'min')}`],
    ['max', `MAXVALUE ${textOf(after, 'max')}`],
    ['start', `START WITH ${textOf(after, 'start')}`],
    ['cache', `CACHE ${textOf(after, 'cache')}`],
    ['cycle', after['cycle'] === true ? 'CYCLE' : 'NO CYCLE'],
  ];
  const limits = isRetyped ? ['min', 'max'] : [];
  return [
    ...(isRetyped ? [`AS ${textOf(after, 'type')}`] : []),
    ...all.filter(([key]) => before[key] !== after[key] || limits.includes(key)).map(([, text]) => text),
  ];
}

/** The server ties a sequence only to a table of the same owner. */
function handToOwnerOfTable(fact: Fact, context: RuleContext): readonly Statement[] {
  const column = fact.info?.['column'];
  if (!Array.isArray(column) || !context.isNew(fact.parent ?? '')) return [];
  const table = factKey('table', column.slice(0, 2).map(String));
  const owner = context.isNew(table) ? undefined : context.live(table)?.info?.['owner'];
  if (typeof owner !== 'string' || context.account === undefined || owner === context.account) return [];
  return [statement(`ALTER SEQUENCE ${quoteName(fact.name)} OWNER TO ${quoteIdentifier(owner)}`)];
}

function ownerOf(fact: Fact): string {
  const column = fact.info?.['column'];
  return Array.isArray(column) ? quoteName(column.map(String)) : 'NONE';
}

function ownedBy(fact: Fact, owner: string): Statement {
  return statement(`ALTER SEQUENCE ${quoteName(fact.name)} OWNED BY ${owner}`);
}
