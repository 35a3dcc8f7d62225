import type { Fact, FactKey } from '../../catalogue/fact.ts';
import type { RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { quoteLiteral, quoteName } from '../quote.ts';
import { partsOfKey } from './key-parts.ts';
import { hazard, statement } from './statements.ts';

/** A partition, before and after it leaves `parent`; `isMoving`: it is attached again by the same plan. */
type Leaving = {
  readonly before: Fact;
  readonly after: Fact;
  readonly parent: FactKey;
  readonly isMoving: boolean;
};

/** Takes a partition out of its table, where that can be without keeping others from either. */
export function detachPartition(leaving: Leaving, context: RuleContext): readonly Statement[] {
  const { before, after, parent, isMoving } = leaving;
  const name = quoteName(after.name);
  const head = `ALTER TABLE ${quoteName(partsOfKey(parent))} DETACH PARTITION ${name}`;
  const message = `Queries of ${quoteName(partsOfKey(parent))} no longer see the rows of ${name}.`;
  const hazards = [hazard('DB302', after.key, message)];
  if (isHalfDetached(before)) {
    const finish = statement(`${head} FINALIZE`, {
      blocks: 'ddl',
      table: after.key,
      transaction: 'alone',
      isLong: true,
    });
    return [finish, dropServersCheck(after, context)];
  }
  if (isMoving || !isConcurrent(parent, context))
    return [statement(head, { blocks: 'all', table: after.key, hazards })];
  return [
    statement(`${head} CONCURRENTLY`, {
      blocks: 'ddl',
      table: after.key,
      transaction: 'alone',
      isLong: true,
      hazards: [
        ...hazards,
        hazard('DB206', after.key, `When it is ended too early, ${name} is half detached until the next run.`),
      ],
    }),
    dropServersCheck(after, context),
  ];
}

/** True for a partition whose DETACH CONCURRENTLY was ended too early; the server changes nothing of it before that is finished. */
export function isHalfDetached({ payload }: Fact): boolean {
  return typeof payload['partitionOf'] === 'string' && payload['bound'] === null;
}

/** Checks that finishing it drops. */
export function checksOfHalfDetached(table: Fact, context: RuleContext): readonly FactKey[] {
  if (!isHalfDetached(table)) return [];
  return context
    .liveChildren(table.key)
    .filter(({ key, kind, payload }) => kind === 'constraint' && payload['type'] === 'check' && context.isDropped(key))
    .map(({ key }) => key);
}

/** The server refuses it beside a default partition. */
function isConcurrent(parent: FactKey, context: RuleContext): boolean {
  if (context.online.constraints === 'plain' || context.version < 140_000) return false;
  const partitions = context.live(parent)?.info?.['partitions'];
  const keys = Array.isArray(partitions) ? partitions.map(String) : [];
  return !keys.some((key) => context.live(key)?.payload['bound'] === 'DEFAULT');
}

/** What is detached so gets a check from the server that says what its bound said, under a name that the server chooses. */
function dropServersCheck(table: Fact, context: RuleContext): Statement {
  const known = context.wantedChildren(table.key).filter(({ kind }) => kind === 'constraint');
  const inherited = context.live(table.key)?.info?.['inheritedConstraints'];
  const names = [
    ...known.map(({ name }) => name.at(-1) ?? ''),
    ...(Array.isArray(inherited) ? inherited.map(String) : []),
  ];
  const kept = [...new Set(names)].sort().map(quoteLiteral).join(', ');
  const name = quoteName(table.name);
  return statement(
    `DO $do$
DECLARE bound pg_catalog.name;
BEGIN
  FOR bound IN SELECT conname FROM pg_catalog.pg_constraint WHERE contype = 'c' AND conrelid = ${quoteLiteral(name)}::pg_catalog.regclass
    AND conname <> ALL (ARRAY[${kept}]::pg_catalog.name[])
  LOOP
    EXECUTE pg_catalog.format('ALTER TABLE %s DROP CONSTRAINT %I', ${quoteLiteral(name)}, bound);
  END LOOP;
END $do$`,
    { blocks: 'all', table: table.key },
  );
}
