import { readFileSync } from 'node:fs';

/** Two states of a database: what is in it, and what is declared. */
export type Pair = {
  readonly id: string;
  readonly currentSql: string;
  readonly desiredSql: string;
  /** Rows for the current side. */
  readonly seedSql: string | null;
  /** Roles that must be there before either side is loaded. */
  readonly roles: readonly string[];
  /** True: the plan must not be empty. */
  readonly expectsChanges: boolean;
  /** What the source of the pair remarks; some settings of its own tests make a case one to be judged apart. */
  readonly notes: readonly string[];
};

/** Reads a file of pairs, one JSON object per line. Throws when a line is no pair. */
export function readPairs(path: string): readonly Pair[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [readPair(line, `${path}:${index + 1}`)]));
}

function readPair(line: string, at: string): Pair {
  const { id, current_sql: currentSql, desired_sql: desiredSql, seed_sql: seedSql, roles, expect } = JSON.parse(line);
  if (typeof id !== 'string' || typeof currentSql !== 'string' || typeof desiredSql !== 'string') {
    throw new Error(`${at}: id, current_sql and desired_sql must be texts`);
  }
  return {
    id,
    currentSql,
    desiredSql,
    seedSql: seedSql ?? null,
    roles: roles ?? [],
    expectsChanges: expect?.changes !== false,
    notes: expect?.notes ?? [],
  };
}
