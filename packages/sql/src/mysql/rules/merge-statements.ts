import type { FactKey } from '../../catalogue/fact.ts';
import type { AlterClause, AlterSpeed, Precheck, Statement } from '../../compare/statement.ts';
import { finishAlter } from './finish-alter.ts';

/**
 * Gives clauses for one table as one ALTER TABLE, so that a table is built anew once at most and is never seen half changed. A
 * clause joins an earlier one when nothing between them is about the table; statements keep their order otherwise.
 */
export function mergeStatements(statements: readonly Statement[]): readonly Statement[] {
  const groups: Statement[][] = [];
  for (const statement of untieFirst(statements)) {
    const group = groupFor(statement, groups);
    if (group === undefined) groups.push([statement]);
    else group.push(statement);
  }
  return groups.map(together);
}

/** Foreign keys go before anything else is done to tables: an index that was made for one may go by itself with another one. */
function untieFirst(statements: readonly Statement[]): readonly Statement[] {
  const ordered: Statement[] = [];
  for (const statement of statements) {
    const concerned = tablesOf(statement);
    const isHeld = (other: Statement): boolean =>
      other.clause?.stage === 'untie' ||
      (other.clause === undefined && tablesOf(other).some((table) => concerned.includes(table)));
    const place = statement.clause?.stage === 'untie' ? ordered.findLastIndex(isHeld) + 1 : ordered.length;
    ordered.splice(place, 0, statement);
  }
  return ordered;
}

function groupFor(statement: Statement, groups: readonly Statement[][]): Statement[] | undefined {
  const { clause } = statement;
  if (clause === undefined) return undefined;
  const concerned = tablesOf(statement);
  for (const group of [...groups].reverse()) {
    const [first] = group;
    if (first?.clause?.head === clause.head && first.clause.stage === clause.stage) return group;
    const isAbout = group.some((other) => tablesOf(other).some((table) => concerned.includes(table)));
    if (isAbout) return undefined;
  }
  return undefined;
}

function tablesOf({ table, touches = [] }: Statement): readonly FactKey[] {
  return table === undefined ? touches : [table, ...touches];
}

function together(group: readonly Statement[]): Statement {
  const [first] = group;
  const clauses = sortClauses(distinctClauses(group.flatMap(({ clause }) => clause ?? [])));
  if (first?.clause === undefined || group.length === 1) return first ?? neverEmpty(group);
  const touches = [...new Set(group.flatMap((statement) => statement.touches ?? []))];
  const precheck = joinPrechecks(group.flatMap((statement) => statement.precheck ?? []));
  const { precheck: _, ...rest } = first;
  return finishAlter({
    ...rest,
    hazards: distinct(group.flatMap(({ hazards }) => hazards)),
    ...(precheck === undefined ? {} : { precheck }),
    ...(touches.length === 0 ? {} : { touches }),
    clause: {
      head: first.clause.head,
      stage: first.clause.stage,
      clause: clauses.map(({ clause }) => `\n  ${clause}`).join(','),
      speed: slowest(clauses.map(({ speed }) => speed)),
    },
  });
}

/** Two statements may each keep the same index. */
function distinctClauses(clauses: readonly AlterClause[]): readonly AlterClause[] {
  return [...new Map(clauses.map((clause) => [clause.clause, clause])).values()];
}

function neverEmpty(group: readonly Statement[]): never {
  throw new Error(`A group of ${group.length} statements has no first one. This is a bug in Setpoint.`);
}

/** New columns come in the order of their places, because each is put behind the one before it. */
function sortClauses(clauses: readonly AlterClause[]): readonly AlterClause[] {
  const added = clauses
    .filter(({ position }) => position !== undefined)
    .sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  return [...added, ...clauses.filter(({ position }) => position === undefined)];
}

/** What several clauses come to when the server makes them in one go. */
function slowest(speeds: readonly AlterSpeed[]): AlterSpeed {
  const has = (speed: AlterSpeed): boolean => speeds.includes(speed);
  if (has('virtual') && !speeds.every((speed) => speed === 'virtual')) return 'copy';
  if (has('copy')) return 'copy';
  if (has('rebuild') || (has('inplace') && has('instant-shape'))) return 'rebuild';
  return ['inplace', 'instant-shape', 'virtual', 'instant'].find((speed) => has(speed as AlterSpeed)) as AlterSpeed;
}

function joinPrechecks(prechecks: readonly Precheck[]): Precheck | undefined {
  const [first] = prechecks;
  if (first === undefined || prechecks.length === 1) return first;
  return {
    text: prechecks.map(({ text }) => `(${text})`).join('\nUNION ALL\n'),
    offence: prechecks.map(({ offence }) => offence).join(', or '),
  };
}

function distinct(hazards: Statement['hazards']): Statement['hazards'] {
  return [...new Map(hazards.map((hazard) => [`${hazard.code} ${hazard.object} ${hazard.message}`, hazard])).values()];
}
