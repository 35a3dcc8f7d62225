import type { SqlFile } from '../declaration/declaration.ts';
import type { SchemaReading } from '../driver/schema-query.ts';
import type { SqlExport } from './export-sql.ts';
import { commentText, yamlBlock, yamlScalar } from './yaml-text.ts';

/** A playbook that declares what a database is made of, and the files that it lists. */
export type ExportedPlaybook = {
  readonly text: string;
  /** Relative to the playbook; empty when all is in the playbook itself. */
  readonly files: readonly SqlFile[];
};

export type PlaybookOptions = {
  readonly node: string;
  readonly reading: SchemaReading;
  readonly sql: SqlExport;
  /** Sentences for whoever reads the playbook. */
  readonly remarks?: readonly string[];
  /** YAML of the tables, as lines below `tables:`; empty: none. */
  readonly tables?: readonly string[];
  /** The folder of the SQL files beside the playbook; undefined: their text goes into the playbook. */
  readonly folder: string | undefined;
};

/** Writes the playbook. */
export function exportPlaybook({
  node,
  reading,
  sql,
  remarks = [],
  tables = [],
  folder,
}: PlaybookOptions): ExportedPlaybook {
  const { server, database } = reading;
  const files = folder === undefined ? [] : sql.files.map(({ path, text }) => ({ path: `${folder}/${path}`, text }));
  const product = { postgres: 'PostgreSQL', mysql: 'MySQL', mariadb: 'MariaDB' }[server.product];
  const raw = [...(folder === undefined ? sql.files.map(({ text }) => text) : []), sql.last].filter(
    (text) => text !== '',
  );
  const isEmpty = sql.files.length === 0 && sql.last === '' && tables.length === 0;
  const resourceLines = [
    `  - schema: ${yamlScalar(database === '' ? node : database)}`,
    ...(files.length === 0 ? [] : [`    sql: [${yamlScalar(`${folder ?? ''}/**/*.sql`)}]`]),
    ...(sql.schemas.length === 0 ? [] : [`    owns: { schemas: [${sql.schemas.map(yamlScalar).join(', ')}] }`]),
    ...(tables.length === 0 ? [] : ['    tables:', ...tables.map((line) => `      ${line}`)]),
    ...(raw.length === 0 ? [] : yamlBlock('    raw', raw.join('\n'))),
  ];
  const lines = [
    `# What the database ${commentText(database)} was made of when it was imported from ${product} ${commentText(server.versionText)}.`,
    `name: ${yamlScalar(node)}`,
    `nodes: ${yamlScalar(node)}`,
    isEmpty ? 'resources: []' : 'resources:',
    ...remarks.map((remark) => `  # ${commentText(remark)}`),
    ...sql.leftOut.map((what) => `  # left out, because no declaration can hold it: ${commentText(what)}`),
    ...(isEmpty ? [] : resourceLines),
  ];
  return { text: `${lines.join('\n')}\n`, files };
}
