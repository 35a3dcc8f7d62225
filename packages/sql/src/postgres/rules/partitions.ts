import type { Fact, FactKey } from '../../catalogue/fact.ts';
import type { RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOf } from '../catalogue/row.ts';
import { quoteName } from '../quote.ts';
import { joinPartition, partPartition } from './inherited-parts.ts';
import { partsOfKey } from './key-parts.ts';
import { hazard, statement } from './statements.ts';

/**
 * What joins or parts a table and a partitioned one. `settles`: columns, constraints and indexes that become or cease to be
 * inherited by it.
 */
export type Membership = { readonly statements: readonly Statement[]; readonly settles: readonly FactKey[] };

/** Attaches and detaches partitions; another bound takes both. */
export function alterPartition(before: Fact, after: Fact, context: RuleContext): Membership {
  const old = before.payload['partitionOf'];
  const wanted = after.payload['partitionOf'];
  if (old === wanted && before.payload['bound'] === after.payload['bound']) return { statements: [], settles: [] };
  const detached = typeof old === 'string' ? [detach(after, old)] : [];
  const attached = typeof wanted === 'string' ? [attach(after, wanted)] : [];
  if (attached.length > 0 && detached.length > 0) return { statements: [...detached, ...attached], settles: [] };
  const parts =
    typeof wanted === 'string' ? joinPartition(before, wanted, context) : partPartition(before, after, context);
  return {
    statements: [...detached, ...parts.statements, ...attached],
    settles: parts.settles,
  };
}

function detach(table: Fact, parent: FactKey): Statement {
  const text = `ALTER TABLE ${quoteName(partsOfKey(parent))} DETACH PARTITION ${quoteName(table.name)}`;
  const message = `Queries of ${quoteName(partsOfKey(parent))} no longer see the rows of ${quoteName(table.name)}.`;
  return statement(text, { blocks: 'all', table: table.key, hazards: [hazard('DB302', table.key, message)] });
}

function attach(table: Fact, parent: FactKey): Statement {
  const name = quoteName(table.name);
  const bound = textOf(table.payload, 'bound');
  return statement(`ALTER TABLE ${quoteName(partsOfKey(parent))} ATTACH PARTITION ${name} ${bound}`, {
    blocks: 'all',
    table: table.key,
    scans: 'reads',
    isLong: true,
    hazards: [
      hazard('DB102', table.key, `It fails when ${name} holds rows outside of ${bound}.`),
      hazard('DB204', table.key, `All rows of ${name} are checked while nobody can use it.`),
    ],
  });
}
