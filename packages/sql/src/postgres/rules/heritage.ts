import type { Fact, FactKey } from '../../catalogue/fact.ts';
import type { RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOf } from '../catalogue/row.ts';
import { quoteName } from '../quote.ts';
import { columnRule } from './columns.ts';
import type { InheritedParts } from './inherited-parts.ts';
import { partsOfKey } from './key-parts.ts';
import { statement } from './statements.ts';

/**
 * Gives a table other parents, or another type that it is of. A parent is taken only by a table that has its columns: new ones are
 * made first. Columns of a parent that is left stay as the table's own.
 */
export function alterHeritage(before: Fact, after: Fact, context: RuleContext): InheritedParts {
  const [old, wanted] = [parentsOf(before), parentsOf(after)];
  const left = old.filter((key) => !wanted.includes(key));
  const taken = wanted.filter((key) => !old.includes(key));
  const come = context
    .wantedChildren(after.key)
    .filter(({ key, kind }) => kind === 'column' && context.live(key) === undefined);
  const kept = come.filter((column) => left.some((parent) => hasColumn(context.liveChildren(parent), column)));
  const made = come.filter((column) => taken.length > 0 && column.info?.['isInherited'] === true);
  const creations = made.map((column) => columnRule.create(column, context, defaultsOf(column, context)));
  const type = before.payload['ofType'] === after.payload['ofType'] ? [] : [typeClause(after)];
  return {
    statements: [
      ...left.map((key) => `NO INHERIT ${quoteName(partsOfKey(key))}`).map((clause) => alter(after, clause)),
      ...creations.flatMap(({ statements }) => statements),
      ...[...taken.map((key) => `INHERIT ${quoteName(partsOfKey(key))}`), ...type].map((clause) =>
        alter(after, clause),
      ),
    ],
    settles: [
      ...kept.flatMap((column) => [column, ...defaultsOf(column, context)].map(({ key }) => key)),
      ...made.map(({ key }) => key),
      ...creations.flatMap(({ absorbs }) => absorbs),
    ],
  };
}

function parentsOf({ payload }: Fact): readonly FactKey[] {
  return Array.isArray(payload['inherits']) ? payload['inherits'].map(String) : [];
}

function hasColumn(children: readonly Fact[], column: Fact): boolean {
  return children.some(({ kind, name }) => kind === 'column' && name.at(-1) === column.name.at(-1));
}

function defaultsOf(column: Fact, context: RuleContext): readonly Fact[] {
  return context.wantedChildren(column.key).filter(({ kind }) => kind === 'default');
}

function typeClause({ payload }: Fact): string {
  return payload['ofType'] === null ? 'NOT OF' : `OF ${textOf(payload, 'ofType')}`;
}

function alter(table: Fact, clause: string): Statement {
  return statement(`ALTER TABLE ${quoteName(table.name)} ${clause}`, { blocks: 'all', table: table.key });
}
