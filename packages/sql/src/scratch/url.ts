import { closeQuietly } from '../driver/sessions.ts';
import { openDatabaseScratch } from './database.ts';
import type { ScratchContext, ScratchResult } from './scratch.ts';

/**
 * Makes a scratch database on the server that a URL names. The database of the URL is only the way in and is left as it is, unless
 * the account may not create databases: then it must be empty, and is loaded in a transaction that is rolled back.
 */
export async function openUrlScratch(url: string, context: ScratchContext): Promise<ScratchResult> {
  const { sessions } = context;
  const session = await sessions.openUrl(url);
  const { product } = session.server;
  if (product !== context.session.server.product) {
    await closeQuietly(session);
    return { kind: 'unavailable', why: `it leads to ${product}, and the target is ${context.session.server.product}` };
  }
  const open = (database: string) => sessions.openUrl(withDatabase(url, database));
  const result = await openDatabaseScratch({ ...context, session, sessions: { ...sessions, open } });
  if (result.kind === 'unavailable') {
    const { openInPlace } = await import('./in-place.ts');
    return await openInPlace(session);
  }
  const dispose = async (): Promise<void> => {
    await result.scratch.dispose();
    await closeQuietly(session);
  };
  return { kind: 'ready', scratch: { ...result.scratch, strategy: 'url', dispose } };
}

function withDatabase(text: string, database: string): string {
  const url = new URL(text);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}
