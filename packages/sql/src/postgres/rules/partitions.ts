import type { Fact, FactKey } from '../../catalogue/fact.ts';
import type { RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { attachPartition } from './attach-partition.ts';
import { checksOfHalfDetached, detachPartition, isHalfDetached } from './detach-partition.ts';
import { joinPartition, partPartition } from './inherited-parts.ts';

/**
 * What joins or parts a table and a partitioned one. `settles`: columns, constraints and indexes that become or cease to be
 * inherited by it.
 */
export type Membership = { readonly statements: readonly Statement[]; readonly settles: readonly FactKey[] };

/** Attaches and detaches partitions; another bound takes both, in one transaction. */
export function alterPartition(before: Fact, after: Fact, context: RuleContext): Membership {
  const old = before.payload['partitionOf'];
  const wanted = after.payload['partitionOf'];
  if (old === wanted && before.payload['bound'] === after.payload['bound']) return { statements: [], settles: [] };
  const isMoving = typeof old === 'string' && typeof wanted === 'string';
  const detached = typeof old === 'string' ? detachPartition({ before, after, parent: old, isMoving }, context) : [];
  if (typeof wanted !== 'string') {
    const parts = partPartition(before, after, context);
    return {
      statements: [...detached, ...parts.statements],
      settles: [...parts.settles, ...checksOfHalfDetached(before, context)],
    };
  }
  const attached = attachPartition(after, wanted, context);
  const parts = isMoving ? { statements: [], settles: [] } : joinPartition(before, wanted, context);
  const [first, second] = isHalfDetached(before) ? [detached, attached.ahead] : [attached.ahead, detached];
  return {
    statements: [...parts.statements, ...first, ...second, ...attached.statements],
    settles: [...parts.settles, ...attached.settles, ...checksOfHalfDetached(before, context)],
  };
}
