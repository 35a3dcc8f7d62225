import type { Fact, FactKey } from '../../catalogue/fact.ts';
import type { Alteration, RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { numberOf, textOf, textOrNull } from '../catalogue/row.ts';
import { alterColumn, objectOrNull } from './column-definition.ts';
import { alterIdentity } from './column-identity.ts';
import { setNotNull } from './not-null.ts';
import { optionChanges } from './options.ts';
import { tableOf } from './place.ts';
import { retype } from './retype.ts';
import { statement } from './statements.ts';

/** Leads a column from one form to another. A column that begins to be generated, or otherwise, is made anew. */
export function alterColumnFact(before: Fact, after: Fact, context: RuleContext): Alteration {
  const generation = alterGeneration(before, after, context);
  if (generation === undefined) return { kind: 'rebuild' };
  const nullability = alterNullability(before, after, context);
  const type = retype(before, after, context);
  const identity = alterIdentity(before, after);
  const disturbed = [type.disturbs, identity.disturbs, nullability.disturbs];
  return {
    kind: 'statements',
    statements: [
      ...generation,
      ...identity.first,
      ...type.statements,
      ...nullability.statements,
      ...identity.last,
      ...alterSettings(before, after, type.statements.length > 0),
    ],
    settles: nullability.settles,
    disturbs: (dependent) => disturbed.some((disturbs) => disturbs(dependent)),
  };
}

/** Undefined: it cannot be altered. */
function alterGeneration(before: Fact, after: Fact, context: RuleContext): readonly Statement[] | undefined {
  const old = objectOrNull(before.payload['generated']);
  const wanted = objectOrNull(after.payload['generated']);
  if (old?.['expression'] === wanted?.['expression'] && old?.['kind'] === wanted?.['kind']) return [];
  if (old === null || old['kind'] !== 'stored') return undefined;
  if (wanted === null) return [alterStatement(after, 'DROP EXPRESSION')];
  if (wanted['kind'] !== 'stored' || context.version < 170000) return undefined;
  return [
    {
      ...alterStatement(after, `SET EXPRESSION AS (${textOf(wanted, 'expression')})`),
      scans: 'rewrites',
      isLong: true,
    },
  ];
}

type Nullability = {
  readonly statements: readonly Statement[];
  readonly settles: readonly FactKey[];
  readonly disturbs: (dependent: Fact) => boolean;
};

/** A primary key keeps its columns from becoming nullable; one that stays would have kept the column as it is. */
function alterNullability(before: Fact, after: Fact, context: RuleContext): Nullability {
  const disturbs = ({ kind, payload, needs }: Fact): boolean =>
    kind === 'constraint' && payload['type'] === 'primary key' && needs.includes(before.key);
  const calm = { settles: [], disturbs: () => false };
  if (before.payload['notNull'] === after.payload['notNull']) return { statements: [], ...calm };
  if (after.payload['notNull'] === true) return { ...setNotNull(after, context), disturbs: () => false };
  return { statements: [alterStatement(after, 'DROP NOT NULL')], settles: [], disturbs };
}

/** The server chooses storage and compression anew for another type. */
function alterSettings(before: Fact, after: Fact, isRetyped: boolean): readonly Statement[] {
  const { payload: wanted } = after;
  const old = isRetyped ? { ...before.payload, storage: null, compression: null } : before.payload;
  const clauses = [
    ...(old['storage'] === wanted['storage'] ? [] : [`SET STORAGE ${storageOf(after)}`]),
    ...(old['compression'] === wanted['compression']
      ? []
      : [`SET COMPRESSION ${textOrNull(wanted, 'compression') ?? 'default'}`]),
    ...(old['statistics'] === wanted['statistics']
      ? []
      : [`SET STATISTICS ${wanted['statistics'] === null ? -1 : numberOf(wanted, 'statistics')}`]),
    ...optionChanges(old['options'], wanted['options']),
  ];
  return clauses.map((clause) => alterStatement(after, clause));
}

/** `SET STORAGE DEFAULT` is not known before PostgreSQL 16; the type's own is read with the column. */
function storageOf({ payload, info }: Fact): string {
  return (textOrNull(payload, 'storage') ?? textOf(info ?? {}, 'typeStorage')).toUpperCase();
}

function alterStatement(fact: Fact, clause: string): Statement {
  return statement(`${alterColumn(fact)} ${clause}`, { blocks: 'all', table: tableOf(fact) });
}
