import type { Fact, FactKey } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOf } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { setNotNull } from './not-null.ts';
import { hazard, statement } from './statements.ts';

/** Statements around a change of membership, and the facts that it turns into inherited ones or back. */
export type InheritedParts = { readonly statements: readonly Statement[]; readonly settles: readonly FactKey[] };

/**
 * Before a table becomes a partition it must have the checks and the NOT NULLs of its parent. Its columns are no facts of their own
 * then, nor is what equals a part of the parent: the server takes that for the partition's share.
 */
export function joinPartition(table: Fact, parent: FactKey, context: RuleContext): InheritedParts {
  const own = context.liveChildren(table.key);
  const shared = context.wantedChildren(parent);
  const head = `ALTER TABLE ${quoteName(table.name)}`;
  const checks = shared.filter((fact) => isSharedCheck(fact) && !own.some((one) => isSamePart(one, fact)));
  const notNull = shared.filter((fact) => fact.kind === 'column' && fact.payload['notNull'] === true);
  const nullable = own.filter(
    (one) => one.payload['notNull'] !== true && notNull.some((fact) => isSameName(one, fact)),
  );
  const refusals = nullable.map((column) => setNotNull(column, context));
  return {
    statements: [
      ...checks.flatMap((fact) => addCheck(fact, { head, table: table.key }, context)),
      ...refusals.flatMap(({ statements }) => statements),
    ],
    settles: [
      ...refusals.flatMap(({ settles }) => settles),
      ...columnsOf(own, context.liveChildren),
      ...own.filter((one) => shared.some((fact) => isSamePart(one, fact))).map(({ key }) => key),
    ],
  };
}

/** Rows that are there are looked at while others use the table. */
function addCheck(
  fact: Fact,
  { head, table }: { readonly head: string; readonly table: FactKey },
  { online }: RuleContext,
): readonly Statement[] {
  const add = `${head} ADD CONSTRAINT ${lastName(fact)} ${textOf(fact.payload, 'definition')}`;
  const hazards = [hazard('DB102', table, `It fails when a row does not fit ${lastName(fact)}.`)];
  if (online.constraints === 'plain')
    return [statement(add, { blocks: 'all', table, scans: 'reads', isLong: true, hazards })];
  return [
    statement(`${add} NOT VALID`, { blocks: 'all', table, hazards }),
    statement(`${head} VALIDATE CONSTRAINT ${lastName(fact)}`, {
      blocks: 'ddl',
      table,
      transaction: 'alone',
      scans: 'reads',
      isLong: true,
    }),
  ];
}

/** A table that is no longer a partition keeps its columns, constraints and indexes as its own; what is not declared goes. */
export function partPartition(before: Fact, after: Fact, context: RuleContext): InheritedParts {
  const [schema = '', table = ''] = after.name;
  const constraints = namesIn(before, 'inheritedConstraints').map((name) =>
    factKey('constraint', [schema, table, name]),
  );
  const indexes = namesIn(before, 'inheritedIndexes').map((name) => factKey('index', [schema, name]));
  const drops = [
    ...namesIn(before, 'inheritedConstraints').map((name) => ({
      key: factKey('constraint', [schema, table, name]),
      text: `ALTER TABLE ${quoteName(after.name)} DROP CONSTRAINT ${quoteIdentifier(name)}`,
    })),
    ...namesIn(before, 'inheritedIndexes').map((name) => ({
      key: factKey('index', [schema, name]),
      text: `DROP INDEX ${quoteName([schema, name])}`,
    })),
  ];
  return {
    statements: drops
      .filter(({ key }) => context.wanted(key) === undefined)
      .map(({ text }) => statement(text, { blocks: 'all', table: after.key })),
    settles: [...columnsOf(context.wantedChildren(after.key), context.wantedChildren), ...constraints, ...indexes],
  };
}

function columnsOf(children: readonly Fact[], below: (key: FactKey) => readonly Fact[]): readonly FactKey[] {
  const columns = children.filter(({ kind }) => kind === 'column');
  const defaults = columns.flatMap(({ key }) => below(key).filter(({ kind }) => kind === 'default'));
  return [...columns, ...defaults].map(({ key }) => key);
}

function isSharedCheck({ kind, payload, info }: Fact): boolean {
  return kind === 'constraint' && payload['type'] === 'check' && info?.['noInherit'] !== true;
}

/** Checks are matched by name and definition, all else by definition alone. */
function isSamePart(own: Fact, shared: Fact): boolean {
  if (own.kind !== shared.kind || (own.kind !== 'constraint' && own.kind !== 'index')) return false;
  const members = ['type', 'definition', 'predicate', 'unique'];
  const isEqual = members.every((member) => own.payload[member] === shared.payload[member]);
  return isEqual && (own.payload['type'] !== 'check' || isSameName(own, shared));
}

function isSameName(own: Fact, shared: Fact): boolean {
  return own.kind === shared.kind && own.name.at(-1) === shared.name.at(-1);
}

function namesIn(table: Fact, member: string): readonly string[] {
  const names = table.info?.[member];
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}

function lastName(fact: Fact): string {
  return quoteIdentifier(fact.name.at(-1) ?? '');
}
