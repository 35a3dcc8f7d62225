import type { JsonObject } from '@setpoint/model';
import type { SchemaReading } from '../../src/driver/schema-query.ts';
import { exportSql } from '../../src/export/export-sql.ts';
import { importDatabase } from '../../src/export/index.ts';
import { type ExpressedTables, expressTables } from '../../src/export/tables/express-tables.ts';
import { schema } from '../../src/modules/schema/index.ts';
import type { Pair } from './pair.ts';
import { applyPlan, openChannel, ownAll, planProperties } from './reconcile.ts';
import { describe, differenceOfDumps, live, type Score, wanted } from './score-pair.ts';
import type { ScoreServer } from './server.ts';

type Form = 'sql' | 'yaml';

/** Takes both sides of a pair through an import, a plan right after, and an empty database that gets what the import wrote. */
export async function scoreImport(server: ScoreServer, pair: Pair, form: Form): Promise<readonly Score[]> {
  const scores: Score[] = [];
  for (const [side, sql] of [
    ['current', pair.currentSql],
    ['desired', pair.desiredSql],
  ] as const) {
    const end = (verdict: Score['verdict'], detail = ''): Score => ({ id: `${pair.id} (${side})`, verdict, detail });
    scores.push(await scoreSide({ server, roles: pair.roles, sql, form, end }));
  }
  return scores;
}

type Side = {
  readonly server: ScoreServer;
  readonly roles: readonly string[];
  readonly sql: string;
  readonly form: Form;
  readonly end: (verdict: Score['verdict'], detail?: string) => Score;
};

async function scoreSide(side: Side): Promise<Score> {
  const { server, roles, sql, end } = side;
  try {
    await server.setRoles(roles, true);
    await server.create(wanted);
    await server.create(live);
    if (sql.replaceAll(/[\s;]/g, '') !== '') await server.load(wanted, sql);
    return (await importSide(side)) ?? (await copySide(side)) ?? end('converged');
  } catch (error) {
    return end('broke', error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    await server.drop(live);
    await server.drop(wanted);
    await server.setRoles(roles, false);
  }
}

/** The import compares what it is going to write, and says what a plan right after would find. */
async function importSide({ server, form, end }: Side): Promise<Score | undefined> {
  const channel = openChannel(server, wanted);
  try {
    const signal = new AbortController().signal;
    const made = await importDatabase(channel, { node: 'pair', folder: undefined, tables: form, signal });
    if (made.kind === 'failed') return end('import failed', made.diagnostic.detail);
    const remarks = made.text.split('\n').filter((line) => /^ {2}# (?!left out, )/.test(line));
    return remarks.length > 0 ? end('second plan not empty', `${remarks.join('\n')}\n${made.text}`) : undefined;
  } finally {
    await channel.close();
  }
}

/** What was written makes an empty database the same, by the server's own dump, unless there is what no declaration can hold. */
async function copySide({ server, form, end }: Side): Promise<Score | undefined> {
  const reading = await readAll(server);
  if (reading.live.unmodelled.length > 0) return undefined;
  const { product } = reading.server;
  const said: ExpressedTables =
    form === 'yaml' ? expressTables(product, reading.live.facts) : { tables: {}, facts: [] };
  const { files, last, schemas } = exportSql(reading, said.facts);
  const properties: JsonObject = {
    ...ownAll(product === 'postgres' ? ['public', ...schemas] : undefined),
    ...(Object.keys(said.tables).length === 0 ? {} : { tables: said.tables }),
    ...(last === '' ? {} : { raw: last }),
  };
  const channel = openChannel(server, live);
  try {
    const plan = await planProperties(channel, properties, files.map(({ text }) => text).join('\n'));
    if (plan.errors.length > 0) return end('refused', plan.errors.map(({ detail }) => detail).join('\n'));
    const failure = await applyPlan(channel, plan.operations);
    if (failure !== undefined) return end('statement failed', `${JSON.stringify(failure)}\n${describe(plan)}`);
    const difference = (await differenceOfDumps(server))?.filter((line) => !ownership.test(line)) ?? [];
    return difference.length === 0 ? undefined : end('copy differs', [...difference, describe(plan)].join('\n'));
  } finally {
    await channel.close();
  }
}

/** An import says nothing about owners: what is made from it belongs to whoever makes it. */
const ownership = /^[-+] ALTER .* OWNER TO /;

/** What is there, and what an empty database holds beside it. */
async function readAll(server: ScoreServer): Promise<SchemaReading> {
  const channel = openChannel(server, wanted);
  try {
    const declaration = schema.declare({ identity: 'side', properties: { raw: '-- nothing' } });
    if (declaration.kind === 'invalid') throw new Error(JSON.stringify(declaration.problems));
    const query = schema.queries(declaration.declared)['schema'];
    const asked = query === undefined ? undefined : await channel.ask([{ query }]);
    const answer = asked?.kind === 'answered' ? asked.answers[0] : undefined;
    if (answer?.status !== 'found') throw new Error(JSON.stringify(asked));
    return answer.value as unknown as SchemaReading;
  } finally {
    await channel.close();
  }
}
