import type { SchemaQuery } from '../driver/schema-query.ts';
import { SqlFailure } from '../session/session.ts';
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
  return { kind: 'unavailable', why: `the declaration cannot be loaded anywhere (${reasons.join('; ')})` };
}

/** A server of another product than PostgreSQL cannot be brought along. */
function strategiesFor({ scratch }: SchemaQuery): readonly ScratchStrategy[] {
  return scratch === 'auto' ? ['database', 'embedded'] : [scratch];
}

async function openOne(strategy: ScratchStrategy, query: SchemaQuery, context: ScratchContext): Promise<ScratchResult> {
  try {
    return (await openers[strategy]?.(query, context)) ?? { kind: 'unavailable', why: 'it is not available here' };
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

type Opener = (query: SchemaQuery, context: ScratchContext) => Promise<ScratchResult>;

const openers: Readonly<Partial<Record<ScratchStrategy, Opener>>> = {
  url: ({ scratchUrl }, context) => openUrlScratch(scratchUrl, context),
  database: (_, context) => openDatabaseScratch(context),
  embedded: (_, context) => openEmbedded(context),
  transaction: openTransaction,
};
