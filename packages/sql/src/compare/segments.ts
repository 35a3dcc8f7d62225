import type { FactKey } from '../catalogue/fact.ts';
import type { Statement } from './statement.ts';

/** Statements that run together: in one transaction, or one statement outside of any. */
export type Segment = { readonly isTransaction: boolean; readonly statements: readonly Statement[] };

/**
 * Cuts statements into the largest runs that can be one transaction. At most one large table is locked heavily per run, so that
 * nobody waits for one table while another one is worked on.
 */
export function cutSegments(
  statements: readonly Statement[],
  isLarge: (table: FactKey) => boolean,
): readonly Segment[] {
  const segments: Segment[] = [];
  let open: Statement[] = [];
  let heavy: FactKey | undefined;
  const close = (): void => {
    if (open.length > 0) segments.push({ isTransaction: true, statements: open });
    open = [];
    heavy = undefined;
  };
  for (const statement of statements) {
    const locked = heavyTable(statement, isLarge);
    if (statement.transaction === 'alone' || (locked !== undefined && heavy !== undefined && locked !== heavy)) close();
    if (statement.transaction === 'alone') {
      segments.push({ isTransaction: false, statements: [statement] });
      continue;
    }
    open.push(statement);
    heavy ??= locked;
    if (statement.transaction === 'commit-after') close();
  }
  close();
  return segments;
}

function heavyTable({ blocks, table }: Statement, isLarge: (table: FactKey) => boolean): FactKey | undefined {
  const isHeavy = blocks === 'writes' || blocks === 'all';
  return isHeavy && table !== undefined && isLarge(table) ? table : undefined;
}
