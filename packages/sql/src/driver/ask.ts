import type { Answer, AskResult, BodyStore, Diagnostic, Query, Question } from '@setpoint/model';
import type { ScratchServers } from '../scratch/scratch-servers.ts';
import type { WantedMemory } from '../scratch/wanted-memory.ts';
import { SqlFailure } from '../session/session.ts';
import { type DatabaseDefaultsQuery, defaultsOf } from './database-defaults.ts';
import { answerObject, isObjectQuery } from './objects/index.ts';
import { objectSource } from './objects/source.ts';
import { readSchema } from './read-schema.ts';
import type { SchemaQuery } from './schema-query.ts';
import { answerServerFacts } from './server-facts.ts';
import { isUnreachable, type SessionPool, type SqlSessions } from './sessions.ts';

/** What answering works with. */
export type AskContext = {
  readonly pool: SessionPool;
  readonly memory: WantedMemory;
  readonly sessions: SqlSessions;
  readonly servers: ScratchServers;
  readonly cacheDir: string;
  readonly bodies: BodyStore;
  readonly describeFailure: (failure: SqlFailure) => Diagnostic;
  /** What the database of the question will give to new tables, when something before the schema says so. */
  readonly defaults?: DatabaseDefaultsQuery;
  readonly signal?: AbortSignal;
};

/** Answers all questions, one after another. A server that cannot be reached at all answers none. */
export async function ask(context: AskContext, questions: readonly Question[]): Promise<AskResult> {
  const answers: Answer[] = [];
  for (const { query } of questions) {
    try {
      answers.push(await answerTwice(query, withDefaults(query, questions, context)));
    } catch (error) {
      if (!(error instanceof SqlFailure)) throw error;
      if (isUnreachable(error)) return { kind: 'failed', diagnostic: context.describeFailure(error) };
      answers.push({ status: 'unknown', cause: causeOf(error) });
    }
  }
  return { kind: 'answered', answers };
}

/** A schema is loaded under what its database will give to new tables. */
function withDefaults(query: Query, questions: readonly Question[], context: AskContext): AskContext {
  if (query.kind !== 'schema') return context;
  const { database } = query as SchemaQuery;
  const defaults = defaultsOf(questions, database === '' ? (context.sessions.own ?? '') : database);
  return defaults === undefined ? context : { ...context, defaults };
}

/** A connection may be gone since it was last used, and nobody knows until it is used again; reading once more does no harm. */
async function answerTwice(query: Query, context: AskContext): Promise<Answer> {
  try {
    return await answerOf(query, context);
  } catch (error) {
    if (!(error instanceof SqlFailure) || !error.isLost || context.signal?.aborted === true) throw error;
    return await answerOf(query, context);
  }
}

function answerOf(query: Query, context: AskContext): Promise<Answer> {
  if (isObjectQuery(query)) return answerObject(query, objectSource(context.pool, context.sessions, context.bodies));
  const answer = Object.hasOwn(answerers, query.kind) ? answerers[query.kind] : undefined;
  return answer?.(query, context) ?? Promise.resolve(unavailable(`a database knows nothing of "${query.kind}"`));
}

type Answerer = (query: Query, context: AskContext) => Promise<Answer>;

/** Kinds of queries and the code that answers them. */
const answerers: Readonly<Record<string, Answerer>> = {
  schema: (query, context) => readSchema(query as SchemaQuery, context),
  'database-defaults': () => Promise.resolve({ status: 'absent' }),
  'server-facts': (_, { pool }) => answerServerFacts(pool),
};

function causeOf({ sqlState, errno, message }: SqlFailure): Extract<Answer, { status: 'unknown' }>['cause'] {
  const isDenied = sqlState === '42501' || [1044, 1142, 1143, 1227, 1370].includes(errno);
  return isDenied ? { kind: 'denied', what: message } : { kind: 'unavailable', what: message };
}

function unavailable(what: string): Answer {
  return { status: 'unknown', cause: { kind: 'unavailable', what } };
}
