import { compareCatalogues } from '../packages/sql/src/compare/index.ts';
import { splitFiles } from '../packages/sql/src/declaration/split/split.ts';
import { readSnapshot } from '../packages/sql/src/driver/snapshot.ts';
import { postgresRules } from '../packages/sql/src/postgres/rules/index.ts';
import { loadStatements } from '../packages/sql/src/scratch/load.ts';
import { databaseScratch } from '../packages/sql/src/scratch/scratch.ts';
import { openPgSession } from '../packages/sql/src/session/pg-session.ts';

/** How long the parts of one plan take in a process that is warm. */
export type SchemaTimes = {
  readonly loadMs: number;
  readonly readMs: number;
  readonly compareMs: number;
  readonly facts: number;
};

type Target = Parameters<typeof openPgSession>[0];

/** Takes the parts of a plan one by one: load the declaration into an empty database, read the catalogue, compare. */
export async function timeSchema(live: Target, sql: string): Promise<SchemaTimes> {
  const home = await openPgSession(live);
  await home.run('DROP DATABASE IF EXISTS bench_scratch');
  await home.run('CREATE DATABASE bench_scratch TEMPLATE template0');
  const scratch = await openPgSession({ ...live, database: 'bench_scratch' });
  try {
    const { statements } = splitFiles('postgres', [{ path: 'tables.sql', text: sql }]);
    const [, loadMs] = await timed(() =>
      loadStatements(
        databaseScratch('database', scratch, () => Promise.resolve()),
        statements,
        { session: home, owned: [] },
      ),
    );
    const [catalogue, readMs] = await timed(() => readSnapshot(home));
    const wanted = await readSnapshot(scratch);
    const [, compareMs] = await timed(() =>
      compareCatalogues({
        product: 'postgres',
        version: home.server.version,
        live: catalogue,
        wanted,
        owns: { schemas: ['public'], except: [], extensions: false },
        prune: true,
        renames: [],
        online: { indexes: 'concurrently', constraints: 'not_valid' },
        rules: postgresRules,
      }),
    );
    return { loadMs, readMs, compareMs, facts: catalogue.facts.length };
  } finally {
    await scratch.close();
    await home.run('DROP DATABASE bench_scratch');
    await home.close();
  }
}

async function timed<T>(work: () => T | Promise<T>): Promise<readonly [T, number]> {
  const startedMs = performance.now();
  const result = await work();
  return [result, performance.now() - startedMs];
}
