import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '@setpoint/testkit/databases';
import { interleave, median } from './interleave.ts';
import { type Command, runWithUsage } from './process.ts';
import type { Result, Section } from './result.ts';
import { type SchemaTimes, timeSchema } from './schema-times.ts';
import type { SetpointCommands } from './setpoint-command.ts';

const tableCount = 1000;

export type SchemaOptions = {
  readonly setpoint: SetpointCommands;
  readonly scratch: string;
  readonly turns: number;
  readonly tell: (text: string) => void;
};

/** What the plan of a large converged schema costs, beside psql, which only loads the same declaration into an empty database. */
export async function measureSchema({ setpoint, scratch, turns, tell }: SchemaOptions): Promise<Section> {
  const server = await startPostgres();
  try {
    const project = join(scratch, 'schema');
    const sql = declaredTables();
    writeProject(project, sql, server);
    await server.createDatabase('live');
    await server.sql(sql, 'live');
    const parts: SchemaTimes[] = [];
    const plan: Command = setpoint.bundled('plan', '--detailed-exitcode', '--project', project);
    const contestants = [
      { name: 'setpoint', turns: Math.min(turns, 3), measure: async () => (await runWithUsage(plan)).wallMs },
      {
        name: 'load',
        turns: Math.min(turns, 3),
        measure: async () => {
          const times = await timeSchema(server.target('live'), sql);
          parts.push(times);
          return times.loadMs;
        },
      },
    ];
    const times = await interleave(contestants, tell);
    return {
      title: `PostgreSQL: a converged schema of ${tableCount} tables, planned`,
      results: resultsOf(times, parts),
    };
  } finally {
    await server.stop();
  }
}

function resultsOf(
  times: Readonly<Record<string, readonly number[]>>,
  parts: readonly SchemaTimes[],
): readonly Result[] {
  const of = (name: keyof SchemaTimes): number => median(parts.map((part) => part[name]));
  const wholeMs = median(times['setpoint']);
  const seconds = (ms: number): number => ms / 1000;
  return [
    {
      name: 'the plan without the load of the declaration',
      value: seconds(wholeMs - of('loadMs')),
      unit: 's',
      limit: 2,
      detail: `${seconds(wholeMs).toFixed(2)} s in all, process start included`,
    },
    { name: 'loading the declaration', value: seconds(of('loadMs')), unit: 's', detail: 'into a new scratch database' },
    { name: 'reading the catalogue', value: seconds(of('readMs')), unit: 's', detail: `${of('facts')} facts` },
    { name: 'comparing', value: seconds(of('compareMs')), unit: 's', detail: 'both catalogues' },
  ];
}

/** Tables with ten facts each: columns, a default, a key, a check, an index, a reference to the table before. */
function declaredTables(): string {
  const tables = Array.from({ length: tableCount }, (_, index) => {
    const reference = index === 0 ? '' : `, parent_id bigint REFERENCES t${index - 1}`;
    return `CREATE TABLE t${index} (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, code text NOT NULL, total numeric(12,2) DEFAULT 0 CHECK (total >= 0),
  made_at timestamptz NOT NULL DEFAULT now()${reference});
CREATE INDEX t${index}_code ON t${index} (code) WHERE total > 0;`;
  });
  return `${tables.join('\n')}\n`;
}

function writeProject(dir: string, sql: string, server: { readonly socketPath: string; readonly user: string }): void {
  mkdirSync(join(dir, 'playbooks'), { recursive: true });
  const connection = { socket: server.socketPath, database: 'live', user: server.user };
  const files = {
    'setpoint.yaml': { inventory: 'inventory.yaml' },
    'inventory.yaml': { nodes: { db: { postgres: connection } } },
    'playbooks/site.yaml': {
      name: 'schema',
      nodes: 'db',
      resources: [{ schema: 'app', sql: ['tables.sql'], prune: true }],
    },
  };
  for (const [path, content] of Object.entries(files)) writeFileSync(join(dir, path), JSON.stringify(content));
  writeFileSync(join(dir, 'playbooks', 'tables.sql'), sql);
}
