import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { DatabaseServer } from '@setpoint/testkit/databases';
import type { Catalogue } from '../../src/catalogue/fact.ts';
import { type Comparison, compareCatalogues } from '../../src/compare/index.ts';
import type { OnlinePolicy } from '../../src/compare/rule.ts';
import { splitStatements } from '../../src/declaration/split/split.ts';
import { readCatalogue } from '../../src/postgres/catalogue/index.ts';
import { postgresRules } from '../../src/postgres/rules/index.ts';
import { openPgSession } from '../../src/session/pg-session.ts';
import type { SqlSession } from '../../src/session/session.ts';

const run = promisify(execFile);

/** Two states of a database, each as SQL, and how the way between them is planned. */
export type Way = { readonly before: string; readonly after: string; readonly online?: OnlinePolicy };

/** What became of a way. */
export type Convergence = {
  readonly comparison: Comparison;
  /** What a second comparison would still do. */
  readonly second: readonly string[];
  /** Lines in which the server's own dump differs from that of a database made as declared; empty when they are equal. */
  readonly dumpDifferences: readonly string[];
};

/** Plans a way, goes it statement by statement with the questions around each, compares again and dumps both databases. */
export async function converge(server: DatabaseServer, way: Way): Promise<Convergence> {
  const [live, wanted] = await Promise.all([databaseWith(server, way.before), databaseWith(server, way.after)]);
  const session = await openPgSession(server.target(live));
  try {
    const declared = await catalogueOf(server, wanted);
    const comparison = compare(await catalogueOf(server, live), declared, way);
    for (const { text, precheck, postcheck } of comparison.statements) {
      if (precheck !== undefined && (await session.read(precheck.text)).length > 0) throw new Error(precheck.offence);
      await session.run(text).catch((error: Error) => failed(error, text, comparison));
      if (postcheck !== undefined && (await session.read(postcheck.text)).length === 0)
        throw new Error(postcheck.offence);
    }
    const again = compare(await catalogueOf(server, live), declared, way);
    return {
      comparison,
      second: [
        ...again.problems,
        ...again.statements.map(({ text }) => text),
        ...again.differences.map((one) => JSON.stringify(one)),
      ],
      dumpDifferences: lineDifferences(await dumpOf(server, live), await dumpOf(server, wanted)),
    };
  } finally {
    await session.close();
    await Promise.all([live, wanted].map((name) => server.sql(`DROP DATABASE ${name}`)));
  }
}

function failed(error: Error, text: string, { statements }: Comparison): never {
  throw new Error(`${error.message}: ${text}\nin ${statements.map((statement) => statement.text).join(';\n')}`, {
    cause: error,
  });
}

let databases = 0;

async function databaseWith(server: DatabaseServer, sql: string): Promise<string> {
  databases += 1;
  const name = `way_${databases}`;
  await server.createDatabase(name);
  if (sql !== '') await server.sql(sql, name);
  return name;
}

/** Reads what a database's catalogue says, in the settings that a driver would set. */
export async function catalogueOf(server: DatabaseServer, database: string): Promise<Catalogue> {
  const session = await openPgSession(server.target(database));
  try {
    return await readSnapshot(session);
  } finally {
    await session.close();
  }
}

async function readSnapshot(session: SqlSession): Promise<Catalogue> {
  const settings = ['jit = off', "search_path = ''", 'DateStyle = ISO', 'IntervalStyle = postgres', 'TimeZone = UTC'];
  await session.run(
    `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${settings.map((setting) => `SET LOCAL ${setting};`).join(' ')}`,
  );
  return readCatalogue(session);
}

function compare(live: Catalogue, wanted: Catalogue, { after, online }: Way): Comparison {
  const names = [...live.facts, ...wanted.facts]
    .filter(({ kind }) => kind === 'schema')
    .map(({ name }) => name[0] ?? '');
  return compareCatalogues({
    product: 'postgres',
    version: 150000,
    live,
    wanted,
    owns: { schemas: [...new Set(names)], except: [], extensions: true },
    prune: true,
    renames: splitStatements('postgres', { path: 'schema.sql', text: after }).renames,
    online: online ?? { indexes: 'plain', constraints: 'plain' },
    rules: postgresRules,
  });
}

/** The lines of the server's own dump, those sorted that may stand in any order. */
async function dumpOf(server: DatabaseServer, database: string): Promise<readonly string[]> {
  const args = ['--schema-only', '-h', server.socketDir, '-p', String(server.port), '-U', server.user, database];
  const { stdout } = await run('pg_dump', args, { maxBuffer: 1 << 28 });
  return stdout
    .split('\n')
    .filter((line) => line !== '' && !/^(--|\\|SET |SELECT pg_catalog\.set_config)/.test(line))
    .map((line) => line.replace(/,$/, ''))
    .sort();
}

function lineDifferences(have: readonly string[], want: readonly string[]): readonly string[] {
  return [
    ...have.filter((line) => !want.includes(line)).map((line) => `- ${line}`),
    ...want.filter((line) => !have.includes(line)).map((line) => `+ ${line}`),
  ];
}
