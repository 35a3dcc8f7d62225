import {
  type AskResult,
  type Channel,
  type Diagnostic,
  describeCause,
  errorDiagnostic,
  hasErrors,
  type Json,
  type JsonObject,
} from '@setpoint/model';
import type { SqlFile } from '../declaration/declaration.ts';
import type { SchemaQuery, SchemaReading } from '../driver/schema-query.ts';
import { schema } from '../modules/schema/index.ts';
import { exportSql, type SqlExport } from './export-sql.ts';
import { exportPlaybook } from './playbook.ts';
import { type ExpressedTables, expressTables } from './tables/express-tables.ts';
import { yamlLines } from './yaml-lines.ts';

/** What is imported, and how it is to be written. */
export type ImportRequest = {
  readonly node: string;
  /** The folder beside the playbook for the SQL files; undefined: all goes into the playbook. */
  readonly folder: string | undefined;
  /** How tables are written; what YAML cannot say of them is written as SQL in either case. */
  readonly tables: 'sql' | 'yaml';
  readonly signal: AbortSignal;
};

/** The declaration of a database, or why there is none. */
export type DatabaseImport =
  | {
      readonly kind: 'imported';
      readonly text: string;
      /** Relative to the playbook. */
      readonly files: readonly SqlFile[];
      /** Objects that no declaration can hold, told in comments. */
      readonly leftOut: number;
    }
  | { readonly kind: 'failed'; readonly diagnostic: Diagnostic };

/**
 * Reads a database and writes a playbook and SQL files that declare it. The declaration is compared with the database before it is
 * given out: a plan right after it has nothing to do, or the playbook says what it would find.
 */
export async function importDatabase(channel: Channel, request: ImportRequest): Promise<DatabaseImport> {
  const { node, folder, signal } = request;
  const result = readingOf(node, await channel.ask([{ query: emptyQuery }], signal));
  if ('failed' in result) return { kind: 'failed', diagnostic: result.failed };
  const { reading } = result;
  const said = request.tables === 'yaml' ? expressTables(reading.server.product, reading.live.facts) : nothingSaid;
  const sql = exportSql(reading, said.facts);
  if (sql.problems.length > 0) {
    const detail = `What ${node} holds cannot be put in an order. ${sql.problems.join(' ')}`;
    return { kind: 'failed', diagnostic: errorDiagnostic('SP679', { node, detail }) };
  }
  const remarks = await findDifferences(channel, { sql, tables: said.tables }, signal);
  const playbook = exportPlaybook({ node, reading, sql, remarks, tables: yamlLines(said.tables), folder });
  return { kind: 'imported', ...playbook, leftOut: sql.leftOut.length };
}

const nothingSaid: ExpressedTables = { tables: {}, facts: [] };

/** An empty declaration: the answer tells the database as it is, and an empty one beside it. */
const emptyQuery: SchemaQuery = {
  kind: 'schema',
  database: '',
  files: [],
  tables: {},
  raw: '',
  owned: null,
  scratch: 'auto',
  scratchUrl: '',
};

type Read = { readonly reading: SchemaReading } | { readonly failed: Diagnostic };

function readingOf(node: string, result: AskResult): Read {
  if (result.kind === 'failed') return { failed: result.diagnostic };
  const [answer] = result.answers;
  if (answer?.status === 'found') {
    const reading = answer.value as unknown as SchemaReading;
    if (reading.exists) return { reading };
    return { failed: errorDiagnostic('SP679', { node, detail: `${node} has no database ${reading.database}.` }) };
  }
  const why = answer?.status === 'unknown' ? describeCause(answer.cause) : 'the server did not answer';
  return { failed: errorDiagnostic('SP679', { node, detail: `What ${node} holds cannot be read (${why}).` }) };
}

/** What a plan right after the import would find, in words. */
async function findDifferences(
  channel: Channel,
  { sql, tables }: { readonly sql: SqlExport; readonly tables: JsonObject },
  signal: AbortSignal,
): Promise<readonly string[]> {
  const hasTables = Object.keys(tables).length > 0;
  if (sql.files.length === 0 && sql.last === '' && !hasTables) return [];
  const declaration = schema.declare({
    identity: 'import',
    properties: {
      ...(sql.schemas.length === 0 ? {} : { owns: { schemas: sql.schemas } }),
      ...(sql.last === '' ? {} : { raw: sql.last }),
      ...(hasTables ? { tables } : {}),
    },
    texts: { sql: sql.files },
  });
  const declared: Json = declaration.kind === 'declared' ? declaration.declared : null;
  const query = schema.queries(declared)['schema'];
  const result = query === undefined ? undefined : await channel.ask([{ query }], signal);
  const answer = result?.kind === 'answered' ? result.answers[0] : undefined;
  if (answer === undefined) return ['The declaration could not be compared with the database.'];
  const { observed, problems } = schema.observe(declared, { schema: answer });
  if (hasErrors(problems)) return problems.filter(({ severity }) => severity === 'error').map(({ detail }) => detail);
  return schema
    .diff(declared, observed)
    .filter(({ path }) => path !== 'sql')
    .map(({ path }) => `A plan right after this would change ${path}.`);
}
