import type { ScratchChoice } from '../../src/driver/schema-query.ts';
import type { Pair } from './pair.ts';
import { applyPlan, openChannel, ownAll, planProperties, type ScorePlan } from './reconcile.ts';
import { type ScoreServer, text } from './server.ts';

/** How a pair ended: `converged`, or at what it failed. */
export type Score = {
  readonly id: string;
  readonly verdict:
    | 'converged'
    | 'cannot be loaded'
    | 'refused'
    | 'wrong emptiness'
    | 'statement failed'
    | 'second plan not empty'
    | 'dump differs'
    | 'rows lost'
    | 'identity not empty'
    | 'other plan than with a database'
    | 'import failed'
    | 'copy differs'
    | 'broke';
  readonly detail: string;
};

/** The database that is changed, and the one that it should become like. */
export const live = 'score_live';
export const wanted = 'score_wanted';

/** Takes one pair through load, plan, apply, second plan, dump and identity. */
export async function scorePair(server: ScoreServer, pair: Pair, scratch: ScratchChoice = 'database'): Promise<Score> {
  const end = (verdict: Score['verdict'], detail = ''): Score => ({ id: pair.id, verdict, detail });
  try {
    await server.setRoles(pair.roles, true);
    const loading = await prepare(server, pair);
    if (loading !== undefined) return end('cannot be loaded', loading);
    return (
      (await converge({ server, pair, scratch, end })) ??
      (await checkIdentity({ server, pair, scratch, end })) ??
      end('converged')
    );
  } catch (error) {
    return end('broke', error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    await server.drop(live);
    await server.drop(wanted);
    await server.setRoles(pair.roles, false);
  }
}

/**
 * Remarks that make the expectation one about something else: the source of the pair ran it with drops switched off or looked at a
 * part only, or is known to contradict the dumps of both sides. Such a pair must still end as declared, by its dump.
 */
function isOtherQuestion(note: string): boolean {
  return /^(source and dump disagree|enable_drop|managed_roles|manage\b|with drops disabled|schema filter case)/.test(
    note,
  );
}

type End = (verdict: Score['verdict'], detail?: string) => Score;

type Trial = {
  readonly server: ScoreServer;
  readonly pair: Pair;
  readonly scratch: ScratchChoice;
  readonly end: End;
};

async function prepare(server: ScoreServer, pair: Pair): Promise<string | undefined> {
  for (const [name, sql] of [
    [live, joined(pair.currentSql, pair.seedSql ?? '')],
    [wanted, pair.desiredSql],
  ] as const) {
    await server.create(name);
    try {
      if (sql.replaceAll(/[\s;]/g, '') !== '') await server.load(name, sql);
    } catch (error) {
      return `${name}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return undefined;
}

async function converge({ server, pair, scratch, end }: Trial): Promise<Score | undefined> {
  const channel = openChannel(server, live);
  try {
    const schemas = await schemasOf(server, [live, wanted]);
    const replan = (): Promise<ScorePlan> => planProperties(channel, ownAll(schemas, scratch), pair.desiredSql);
    const before = await server.countRows(live);
    const plan = await replan();
    if (plan.errors.length > 0) return end('refused', plan.errors.map((error) => error.detail).join('\n'));
    const isExpected = plan.edits.length > 0 === pair.expectsChanges;
    if (!isExpected && !pair.notes.some(isOtherQuestion)) return end('wrong emptiness', describe(plan));
    const usual = scratch === 'database' ? plan : await planProperties(channel, ownAll(schemas), pair.desiredSql);
    const failure = await applyPlan(channel, plan.operations);
    if (failure !== undefined) return end('statement failed', `${JSON.stringify(failure)}\n${describe(plan)}`);
    const second = await replan();
    if (second.errors.length > 0)
      return end('second plan not empty', second.errors.map(({ detail }) => detail).join('\n'));
    if (second.edits.length > 0) return end('second plan not empty', `${describe(second)}\nfirst: ${describe(plan)}`);
    const lost = isLossAllowed(plan) ? undefined : rowsLost(before, await server.countRows(live));
    if (lost !== undefined) return end('rows lost', lost);
    const difference = (await differenceOfDumps(server)) ?? [];
    if (difference.length > 0) return end('dump differs', [...difference, describe(plan)].join('\n'));
    return isEqualPlan(plan, usual)
      ? undefined
      : end('other plan than with a database', linesApart(describe(plan), describe(usual)).join('\n'));
  } finally {
    await channel.close();
  }
}

function isEqualPlan(left: ScorePlan, right: ScorePlan): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** The lines in which the dumps of both databases differ; undefined when they are equal. */
export async function differenceOfDumps(server: ScoreServer): Promise<readonly string[] | undefined> {
  const [have, want] = [await server.dump(live), await server.dump(wanted)];
  return have === want ? undefined : linesApart(have, want);
}

function linesApart(have: string, want: string): readonly string[] {
  const [left, right] = [have.split('\n'), want.split('\n')];
  const only = (a: readonly string[], b: readonly string[], sign: string): readonly string[] =>
    a.filter((line) => !b.includes(line)).map((line) => `${sign} ${line}`);
  const found = [...only(left, right, '-'), ...only(right, left, '+')];
  return found.length === 0 ? ['the same lines in another order'] : found;
}

async function checkIdentity({ server, pair, scratch, end }: Trial): Promise<Score | undefined> {
  const channel = openChannel(server, wanted);
  try {
    const plan = await planProperties(
      channel,
      ownAll(await schemasOf(server, [live, wanted]), scratch),
      pair.desiredSql,
    );
    if (plan.errors.length > 0) return end('identity not empty', plan.errors.map(({ detail }) => detail).join('\n'));
    return plan.edits.length > 0 ? end('identity not empty', describe(plan)) : undefined;
  } finally {
    await channel.close();
  }
}

/** Texts of statements one after the other; MariaDB takes no empty statement between them. */
function joined(first: string, second: string): string {
  return first.replace(/[\s;]+$/, '') === '' ? second : `${first.replace(/[\s;]+$/, '')};\n${second}`;
}

/** All schemas of these databases, so that they are compared whole; undefined where there are none. */
export async function schemasOf(
  server: ScoreServer,
  databases: readonly string[],
): Promise<readonly string[] | undefined> {
  if (server.product !== 'postgres') return undefined;
  const names = new Set<string>();
  for (const name of databases) {
    const session = await server.open(name);
    const rows = await session.read(
      `SELECT nspname AS s FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'`,
    );
    await session.close();
    for (const { s } of rows) names.add(text(s));
  }
  return [...names].sort();
}

function rowsLost(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string | undefined {
  for (const [table, count] of before) {
    const now = after.get(table);
    if (now !== undefined && now < count) return `${table} had ${count} rows and has ${now}`;
  }
  return undefined;
}

function isLossAllowed({ operations }: ScorePlan): boolean {
  return operations.some(({ hazards }) => hazards.some(({ kind }) => kind === 'data-loss'));
}

/** What a plan changes, in lines. */
export function describe({ edits }: ScorePlan): string {
  const lines = edits.flatMap(({ path, before, after, hunks }) => [
    `${path}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`,
    ...(path.startsWith('sql') ? (hunks ?? []).flatMap((hunk) => hunk.lines) : []),
  ]);
  return lines.join('\n');
}
