import type { Catalogue } from '../catalogue/fact.ts';
import type { LoadProblem } from '../declaration/declaration.ts';
import { readDeclaration } from '../declaration/read-declaration.ts';
import type { SqlStatement } from '../declaration/split/split.ts';
import { withConversions } from '../declaration/with-conversions.ts';
import type { SchemaQuery } from '../driver/schema-query.ts';
import { loadStatements } from './load.ts';
import { compareProblems } from './load-problem.ts';
import type { LoadOptions } from './loader.ts';
import { openScratch } from './open-scratch.ts';
import { findRefusals } from './refusals.ts';
import type { Scratch, ScratchContext } from './scratch.ts';
import { emptyCatalogue, type WantedResult } from './wanted.ts';

export { respell } from './respell.ts';
export type { Wanted, WantedResult } from './wanted.ts';

/** Loads a declaration into a scratch database and reads what came of it. Throws `SqlFailure` when a server goes away meanwhile. */
export async function readWanted(query: SchemaQuery, context: ScratchContext): Promise<WantedResult> {
  const { product } = context.session.server;
  const { statements, renames, conversions, problems } = readDeclaration(product, query);
  const refused = [...problems, ...findRefusals(product, statements)];
  const opened = await openScratch(query, context);
  if (opened.kind === 'unavailable') return opened;
  const { scratch } = opened;
  try {
    const read = await loadAndRead(scratch, statements, {
      refused,
      options: { session: context.session, owned: query.owned ?? [] },
    });
    const { version, versionText } = scratch.session.server;
    const catalogue = withConversions(read.catalogue, conversions);
    return { kind: 'wanted', strategy: scratch.strategy, version, versionText, renames, ...read, catalogue };
  } finally {
    await scratch.dispose();
  }
}

type Read = { readonly empty: Catalogue; readonly catalogue: Catalogue; readonly problems: readonly LoadProblem[] };

async function loadAndRead(
  scratch: Scratch,
  statements: readonly SqlStatement[],
  { refused, options }: { readonly refused: readonly LoadProblem[]; readonly options: LoadOptions },
): Promise<Read> {
  const empty = await scratch.read();
  const failed = refused.length > 0 ? [] : await loadStatements(scratch, statements, options);
  const problems = [...refused, ...failed].sort(compareProblems);
  const catalogue = problems.length > 0 ? emptyCatalogue : { ...(await scratch.read()), sizes: {} };
  return { empty, catalogue, problems };
}
