import type { LoadProblem } from '../declaration/declaration.ts';
import type { SqlStatement } from '../declaration/split/split.ts';
import { failureOf } from './failure.ts';
import { problemOf } from './failure-problems.ts';
import type { FramedLoad } from './frame.ts';
import { headOf, headOffset } from './statement-head.ts';

/**
 * Checks the bodies of functions and procedures, which were loaded unseen, now that everything they may use is there: each is made
 * once more in a transaction that is rolled back.
 */
export async function checkBodies(
  statements: readonly SqlStatement[],
  load: FramedLoad,
): Promise<readonly LoadProblem[]> {
  const routines = statements.filter((statement) => routine.test(headOf(statement)));
  const problems: LoadProblem[] = [];
  for (const group of Map.groupBy(routines, ({ settings }) => settings.join('; ')).entries()) {
    problems.push(...(await checkGroup(group[0], group[1], load)));
  }
  return problems;
}

const routine = /^CREATE (OR REPLACE )?(FUNCTION|PROCEDURE)\b/;

async function checkGroup(
  settings: string,
  routines: readonly SqlStatement[],
  { scratch, frame }: FramedLoad,
): Promise<readonly LoadProblem[]> {
  const begin = [frame.begin, ...(settings === '' ? [] : [settings]), 'SET LOCAL check_function_bodies = on'].join(
    '; ',
  );
  const texts = routines.map((statement) => replacing(statement.text).text);
  const together = await failureOf(() => scratch.run([begin, ...texts].join('\n;')));
  await scratch.run(frame.rollback);
  if (together === undefined) return [];
  const problems: LoadProblem[] = [];
  await scratch.run(begin);
  for (const statement of routines) {
    const { text, inserted } = replacing(statement.text);
    await scratch.run('SAVEPOINT body');
    const failure = await failureOf(() => scratch.run(text));
    await scratch.run(failure === undefined ? 'RELEASE body' : 'ROLLBACK TO body');
    if (failure !== undefined) problems.push(problemOf({ statement, failure }, inserted));
  }
  await scratch.run(frame.rollback);
  return problems;
}

/** A statement that makes a routine, as one that replaces it; `inserted`: how many characters stand in it that were not there. */
function replacing(text: string): { readonly text: string; readonly inserted: number } {
  const start = headOffset(text);
  const head = text.slice(start);
  if (/^CREATE\s+OR\s+REPLACE\b/i.test(head)) return { text, inserted: 0 };
  const changed = head.replace(/^CREATE\b/i, 'CREATE OR REPLACE');
  return { text: text.slice(0, start) + changed, inserted: changed.length - head.length };
}
