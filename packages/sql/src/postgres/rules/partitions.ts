import type { Fact, FactKey } from '../../catalogue/fact.ts';
import type { RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOf } from '../catalogue/row.ts';
import { quoteName } from '../quote.ts';
import { partsOfKey } from './key-parts.ts';
import { hazard, statement } from './statements.ts';

/** What joins or parts a table and a partitioned one. `settles`: columns that become or cease to be inherited by it. */
export type Membership = { readonly statements: readonly Statement[]; readonly settles: readonly FactKey[] };

/** Attaches and detaches partitions; another bound takes both. Undefined: it must be made anew. */
export function alterPartition(before: Fact, after: Fact, context: RuleContext): Membership | undefined {
  const old = before.payload['partitionOf'];
  const wanted = after.payload['partitionOf'];
  if (old === wanted && before.payload['bound'] === after.payload['bound']) return { statements: [], settles: [] };
  const isDetached = typeof old === 'string' && !context.isDropped(old) && !context.isNew(old);
  return {
    statements: [
      ...(isDetached ? [detach(after, old)] : []),
      ...(typeof wanted === 'string' ? [attach(after, wanted)] : []),
    ],
    settles: settled(before, after, context),
  };
}

function detach(table: Fact, parent: FactKey): Statement {
  return statement(`ALTER TABLE ${quoteName(partsOfKey(parent))} DETACH PARTITION ${quoteName(table.name)}`, {
    blocks: 'all',
    table: table.key,
    hazards: [
      hazard(
        'DB302',
        table.key,
        `Queries of ${quoteName(partsOfKey(parent))} no longer see the rows of ${quoteName(table.name)}.`,
      ),
    ],
  });
}

function attach(table: Fact, parent: FactKey): Statement {
  const text = `ALTER TABLE ${quoteName(partsOfKey(parent))} ATTACH PARTITION ${quoteName(table.name)} ${textOf(table.payload, 'bound')}`;
  return statement(text, {
    blocks: 'all',
    table: table.key,
    scans: 'reads',
    isLong: true,
    hazards: [
      hazard(
        'DB102',
        table.key,
        `It fails when ${quoteName(table.name)} holds rows outside of ${textOf(table.payload, 'bound')}.`,
      ),
      hazard('DB204', table.key, `All rows of ${quoteName(table.name)} are checked while nobody can use it.`),
    ],
  });
}

/** A partition has no columns of its own; it gets or keeps them by the very statement. */
function settled(before: Fact, after: Fact, context: RuleContext): readonly FactKey[] {
  const isOwner = (children: readonly Fact[]): readonly FactKey[] =>
    children.filter(({ kind }) => kind === 'column' || kind === 'default').map(({ key }) => key);
  if (typeof before.payload['partitionOf'] === 'string' && typeof after.payload['partitionOf'] === 'string') return [];
  return typeof after.payload['partitionOf'] === 'string'
    ? isOwner(context.liveChildren(before.key))
    : isOwner(context.wantedChildren(after.key));
}
