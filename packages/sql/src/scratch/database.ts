import type { ScratchContext, ScratchResult } from './scratch.ts';

/** Makes a scratch database on the target's own server: same version, same extensions, same roles. */
export async function openDatabaseScratch(context: ScratchContext): Promise<ScratchResult> {
  if (context.session.server.product === 'postgres') {
    const { makePostgresScratch } = await import('./postgres-database.ts');
    return await makePostgresScratch(context);
  }
  const { makeMysqlScratch } = await import('./mysql-database.ts');
  return await makeMysqlScratch(context);
}
