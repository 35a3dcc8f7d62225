import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { DatabaseServer } from '@setpoint/testkit/databases';
import type { Catalogue } from '../../src/catalogue/fact.ts';
import { type Comparison, compareCatalogues } from '../../src/compare/index.ts';
import { splitStatements } from '../../src/declaration/split/split.ts';
import { readCatalogue } from '../../src/mysql/catalogue/index.ts';
import { mergeStatements, mysqlRules } from '../../src/mysql/rules/index.ts';
import { openMysqlSession } from '../../src/session/mysql-session.ts';
import type { SqlSession } from '../../src/session/session.ts';

const run = promisify(execFile);

/** Two states of a database, each as SQL, rows of the first one, and a question about them. */
export type Way = {
  readonly before: string;
  readonly after: string;
  readonly rows?: string;
  /** A SELECT that is asked at the end. */
  readonly ask?: string;
  /** How many of the statements are run; all where it is left out. */
  readonly stopAfter?: number;
};

/** What became of a way. */
export type Convergence = {
  readonly comparison: Comparison;
  /** What a second comparison would still do. */
  readonly second: readonly string[];
  /** Lines in which the server's own dump differs from that of a database made as declared; empty when they are equal. */
  readonly dumpDifferences: readonly string[];
  /** Rows that answer the question. */
  readonly answer: readonly unknown[];
};

/** Plans a way, goes it statement by statement with the questions before each, compares again and dumps both databases. */
export async function converge(server: DatabaseServer, way: Way): Promise<Convergence> {
  const live = await databaseWith(server, `${way.before};${way.rows ?? ''}`);
  const wanted = await databaseWith(server, way.after);
  try {
    const comparison = compare(await readCatalogue(live), await readCatalogue(wanted), way);
    await goAll(live, comparison, way.stopAfter);
    const again = compare(await readCatalogue(live), await readCatalogue(wanted), way);
    if (way.stopAfter !== undefined) await goAll(live, again);
    const last = compare(await readCatalogue(live), await readCatalogue(wanted), way);
    return {
      comparison,
      second: [...last.problems, ...last.statements.map(({ text }) => text)],
      dumpDifferences: lineDifferences(await dumpOf(server, live), await dumpOf(server, wanted)),
      answer: way.ask === undefined ? [] : await live.read(way.ask),
    };
  } finally {
    await dropAll([live, wanted]);
  }
}

/** What is told to differ between two databases that were made of one text. */
export async function differencesOfTwins(server: DatabaseServer, sql: string): Promise<readonly string[]> {
  const declared = sql.replaceAll(/-- @renamed from=\S+/g, '');
  const [one, other] = [await databaseWith(server, declared), await databaseWith(server, declared)];
  try {
    const { differences } = compare(await readCatalogue(one), await readCatalogue(other), { before: '', after: '' });
    return differences.map((difference) => JSON.stringify(difference));
  } finally {
    await dropAll([one, other]);
  }
}

async function dropAll(sessions: readonly SqlSession[]): Promise<void> {
  for (const session of sessions) {
    await session.run(`DROP DATABASE ${session.server.database}`);
    await session.close();
  }
}

async function goAll(session: SqlSession, { statements }: Comparison, count = statements.length): Promise<void> {
  for (const { text, precheck } of statements.slice(0, count)) {
    if (precheck !== undefined && (await session.read(precheck.text)).length > 0) throw new Error(precheck.offence);
    await session.run(text).catch((error: Error) => {
      throw new Error(`${error.message}: ${text}`, { cause: error });
    });
  }
}

let databases = 0;

/** A session with a new database in which the text was run. */
export async function databaseWith(server: DatabaseServer, sql: string): Promise<SqlSession> {
  databases += 1;
  const session = await openMysqlSession(await server.createDatabase(`way_${databases}`));
  const text = sql.replace(/^[;\s]+|[;\s]+$/g, '');
  if (text !== '') await session.run(text);
  return session;
}

function compare(live: Catalogue, wanted: Catalogue, { after }: Way): Comparison {
  return compareCatalogues({
    product: 'mariadb',
    version: 101100,
    live,
    wanted,
    owns: { schemas: null, except: [], extensions: false },
    prune: true,
    renames: splitStatements('mariadb', { path: 'schema.sql', text: after }).renames,
    online: { indexes: 'concurrently', constraints: 'not_valid' },
    rules: mysqlRules,
    mergeStatements,
  });
}

/** The lines of the server's own dump but for counters and the times at which events were made, sorted. */
async function dumpOf(server: DatabaseServer, { server: { database } }: SqlSession): Promise<readonly string[]> {
  const flags = ['--no-defaults', '-u', server.user, '-S', server.socketPath];
  const what = ['--no-data', '--routines', '--events', '--skip-comments', '--skip-dump-date', database];
  const { stdout } = await run('mariadb-dump', [...flags, ...what], { maxBuffer: 1 << 28 });
  return stdout
    .replaceAll(`\`${database}\`.`, '')
    .replaceAll(/ AUTO_INCREMENT=\d+|(?<=STARTS )'[^']*'/g, '')
    .split('\n')
    .filter((line) => !line.startsWith('DO SETVAL'))
    .map((line) => line.replace(/,$/, '').replaceAll(/\s+/g, ' '))
    .sort();
}

function lineDifferences(have: readonly string[], want: readonly string[]): readonly string[] {
  return [
    ...have.filter((line) => !want.includes(line)).map((line) => `- ${line}`),
    ...want.filter((line) => !have.includes(line)).map((line) => `+ ${line}`),
  ];
}
