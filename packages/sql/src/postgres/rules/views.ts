import type { JsonObject } from '@setpoint/model';
import type { Fact } from '../../catalogue/fact.ts';
import type { SchemaHazard } from '../../compare/hazard.ts';
import type { Alteration, KindRule, RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { rowsOf, textOf, textOrNull } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { followInView } from './follow-rename.ts';
import { optionChanges, optionList } from './options.ts';
import { hazard, statement } from './statements.ts';

/** Views. One that only gets more columns at its end, or other rows, stays; any other is made anew. */
export const viewRule: KindRule = {
  noun: 'view',
  weight: 56,
  create: (fact) => ({ statements: [statement(viewText('CREATE VIEW', fact)), ...setDefaults([], fact)], absorbs: [] }),
  drop: (fact, context) => [
    statement(`DROP VIEW ${quoteName(fact.name)}`, { blocks: 'all', hazards: lostColumns(fact, context) }),
  ],
  alter: alterView,
  rename: (before, after) => [
    statement(`ALTER VIEW ${quoteName(before.name)} RENAME TO ${quoteIdentifier(after.name.at(-1) ?? '')}`, {
      blocks: 'all',
      hazards: [hazard('DB302', after.key, `Clients that use ${quoteName(before.name)} no longer find it.`)],
    }),
  ],
  followRename: followInView,
  occupies: (fact) => [`relation ${quoteName(fact.name)}`, `type ${quoteName(fact.name)}`],
};

/** What clients that use the view will miss; nothing when it comes back with all its columns. */
export function lostColumns(fact: Fact, context: RuleContext): readonly SchemaHazard[] {
  const name = quoteName(fact.name);
  const wanted = context.wanted(fact.key);
  if (wanted === undefined) return [hazard('DB302', fact.key, `Clients that use ${name} no longer find it.`)];
  const kept = rowsOf(wanted.payload, 'columns').map(columnShape);
  const lost = rowsOf(fact.payload, 'columns').filter((column) => !kept.includes(columnShape(column)));
  if (lost.length === 0) return [];
  const names = lost.map((column) => quoteIdentifier(textOf(column, 'name'))).join(', ');
  return [hazard('DB302', fact.key, `Clients find ${names} of ${name} gone or of another type.`)];
}

function viewText(verb: string, { name, payload }: Fact): string {
  const options = optionList(payload['options']);
  const clause = options === '' ? '' : ` WITH (${options})`;
  return `${verb} ${quoteName(name)}${clause} AS\n${textOf(payload, 'definition').trimStart()}`;
}

function alterView(before: Fact, after: Fact): Alteration {
  if (!isGrown(before, after)) return { kind: 'rebuild' };
  const isOtherText = before.payload['definition'] !== after.payload['definition'];
  const changes = isOtherText
    ? [statement(viewText('CREATE OR REPLACE VIEW', after), { blocks: 'all' })]
    : optionChanges(before.payload['options'], after.payload['options']).map((clause) =>
        statement(`ALTER VIEW ${quoteName(after.name)} ${clause}`, { blocks: 'all' }),
      );
  return { kind: 'statements', statements: [...changes, ...setDefaults(rowsOf(before.payload, 'columns'), after)] };
}

/** The server replaces a view when all columns that it had stay as they are, in their order. */
function isGrown(before: Fact, after: Fact): boolean {
  const wanted = rowsOf(after.payload, 'columns');
  return rowsOf(before.payload, 'columns').every((column, index) => {
    const same = wanted[index];
    return same !== undefined && columnShape(same) === columnShape(column);
  });
}

function columnShape(column: JsonObject): string {
  return JSON.stringify([column['name'] ?? null, column['type'] ?? null, column['collation'] ?? null]);
}

/** Values that INSERTs through the view get where they give none. */
function setDefaults(before: readonly JsonObject[], { name, payload }: Fact): readonly Statement[] {
  return rowsOf(payload, 'columns').flatMap((column, index) => {
    const wanted = textOrNull(column, 'default');
    const old = before[index];
    if (wanted === (old === undefined ? null : textOrNull(old, 'default'))) return [];
    const clause = wanted === null ? 'DROP DEFAULT' : `SET DEFAULT ${wanted}`;
    return [
      statement(`ALTER VIEW ${quoteName(name)} ALTER COLUMN ${quoteIdentifier(textOf(column, 'name'))} ${clause}`),
    ];
  });
}
