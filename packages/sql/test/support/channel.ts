import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, type Channel, errorDiagnostic, type Operation, type Outcome } from '@setpoint/model';
import type { DatabaseServer } from '@setpoint/testkit/databases';
import { openSqlChannel, type SqlChannelOptions } from '../../src/driver/channel.ts';
import type { SchemaQuery, SchemaReading } from '../../src/driver/schema-query.ts';
import type { FactsGuard, ScriptAction, ScriptStatement } from '../../src/driver/script-action.ts';
import { openMysqlSession } from '../../src/session/mysql-session.ts';
import { openPgSession } from '../../src/session/pg-session.ts';
import type { SqlSession } from '../../src/session/session.ts';

/** Opens a session with a database of a server that a test has started. */
export function openSession(server: DatabaseServer, database: string): Promise<SqlSession> {
  const target = server.target(database);
  return server.product === 'postgres' ? openPgSession(target) : openMysqlSession(target);
}

/** The channel to a database as a node of an inventory would have it. */
export function channelTo(server: DatabaseServer, database: string, options: Partial<SqlChannelOptions> = {}): Channel {
  return openSqlChannel({
    node: database,
    sessions: {
      open: (name) => openSession(server, name === '' ? database : name),
      openUrl: (url) => openSession(server, decodeURIComponent(new URL(url).pathname.slice(1))),
    },
    describeFailure: ({ message }) => errorDiagnostic('SP581', { node: database, detail: message }),
    cacheDir: join(tmpdir(), `setpoint-test-cache-${process.getuid?.()}`),
    ...options,
  });
}

/** A question for one file of SQL. */
export function schemaQuery(sql: string, more: Partial<SchemaQuery> = {}): SchemaQuery {
  const files = [{ path: 'schema.sql', text: sql }];
  return {
    kind: 'schema',
    database: '',
    files,
    tables: {},
    raw: '',
    owned: null,
    scratch: 'database',
    scratchUrl: '',
    ...more,
  } as SchemaQuery;
}

/** Asks one question and gives its answer. */
export async function askOne(channel: Channel, query: SchemaQuery): Promise<Answer> {
  const result = await channel.ask([{ query }]);
  if (result.kind === 'failed') throw new Error(result.diagnostic.detail);
  const [answer] = result.answers;
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

/** What a schema question is answered with; throws when it is not. */
export async function readingOf(channel: Channel, query: SchemaQuery): Promise<SchemaReading> {
  const answer = await askOne(channel, query);
  if (answer.status !== 'found') throw new Error(JSON.stringify(answer));
  return answer.value as unknown as SchemaReading;
}

/** Statements as an operation that runs them. */
export function scriptOf(
  texts: readonly (string | Partial<ScriptStatement>)[],
  more: Partial<Omit<ScriptAction, 'kind'>> & { readonly guard?: FactsGuard | null } = {},
): Operation {
  const statements = texts.map((each) => ({
    text: '',
    timeoutMs: 10_000,
    precheck: null,
    postcheck: null,
    ...(typeof each === 'string' ? { text: each } : each),
  }));
  return {
    title: 'run a script',
    action: {
      kind: 'script',
      database: '',
      isTransaction: true,
      statements,
      lockTimeoutMs: 300,
      retries: 0,
      guard: null,
      ...more,
    } as ScriptAction,
    timeoutMs: 60_000,
    hazards: [],
    repeatable: false,
  };
}

/** Runs one operation and gives its outcome. */
export async function runOne(channel: Channel, operation: Operation, signal?: AbortSignal): Promise<Outcome> {
  const watch = signal === undefined ? {} : { signal };
  const [outcome] = await channel.execute([{ operation, needs: [] }], watch);
  if (outcome === undefined) throw new Error('no outcome');
  return outcome;
}
