import type { Catalogue } from '../catalogue/fact.ts';
import type { LoadProblem } from '../declaration/declaration.ts';
import { readDeclaration } from '../declaration/read-declaration.ts';
import type { SqlStatement } from '../declaration/split/split.ts';
import { withConversions } from '../declaration/with-conversions.ts';
import { rowText } from '../driver/row-text.ts';
import type { SchemaQuery } from '../driver/schema-query.ts';
import type { SqlSession } from '../session/session.ts';
import { withDeclaredVersions } from './declared-versions.ts';
import { handoverText, isHandover } from './handovers.ts';
import { type Loaded, loadStatements } from './load.ts';
import { compareProblems } from './load-problem.ts';
import type { LoadOptions } from './loader.ts';
import { openScratch } from './open-scratch.ts';
import { findRefusals } from './refusals.ts';
import { restEvents, wakeEvents } from './resting-events.ts';
import type { Scratch, ScratchContext } from './scratch.ts';
import { spellQueries } from './spell-queries.ts';
import { withoutStrayExtensions } from './stray-extensions.ts';
import { readInside } from './transaction.ts';
import { emptyCatalogue, type WantedResult } from './wanted.ts';

export { respell } from './respell.ts';
export type { Wanted, WantedResult } from './wanted.ts';

/** Loads a declaration into a scratch database and reads what came of it. Throws `SqlFailure` when a server goes away meanwhile. */
export async function readWanted(query: SchemaQuery, context: ScratchContext): Promise<WantedResult> {
  const { product } = context.session.server;
  const { statements: declared, renames, conversions, problems } = readDeclaration(product, query);
  const refused = [...problems, ...findRefusals(product, declared)];
  const { statements, enabled } =
    product === 'postgres' ? { statements: heeded(query, declared), enabled: noEvents } : restEvents(declared);
  const opened = await openScratch(query, context);
  if (opened.kind === 'unavailable') return opened;
  const { scratch } = opened;
  try {
    const read = await loadAndRead(scratch, statements, {
      refused,
      options: { session: context.session, owned: query.owned ?? [] },
    });
    const { version, versionText } = scratch.session.server;
    const known = withDeclaredVersions(wakeEvents(read.catalogue, enabled), declared);
    const catalogue = withConversions(known, conversions);
    const withheld = read.withheld.map(({ text }) => handoverText(text));
    return { kind: 'wanted', strategy: scratch.strategy, version, versionText, renames, ...read, withheld, catalogue };
  } finally {
    await scratch.dispose();
  }
}

/** Where owners are left to others, it does not matter who is said to be one. */
function heeded({ ignoresOwners }: SchemaQuery, statements: readonly SqlStatement[]): readonly SqlStatement[] {
  return ignoresOwners === true ? statements.filter((statement) => !isHandover(statement)) : statements;
}

const noEvents: ReadonlySet<string> = new Set();

type Read = Loaded & { readonly empty: Catalogue; readonly catalogue: Catalogue };

const noLoad: Loaded = { problems: [], roles: [], withheld: [] };

async function loadAndRead(
  scratch: Scratch,
  statements: readonly SqlStatement[],
  { refused, options }: { readonly refused: readonly LoadProblem[]; readonly options: LoadOptions },
): Promise<Read> {
  const empty = withoutStray(scratch, await scratch.read(), []);
  const loaded = refused.length > 0 ? noLoad : await loadStatements(scratch, statements, options);
  const problems = [...refused, ...loaded.problems].sort(compareProblems);
  if (problems.length > 0) return { empty, catalogue: emptyCatalogue, problems, roles: [], withheld: [] };
  const isInside = loaded.roles.length > 0;
  const found = isInside ? await readInside(scratch.session) : await scratch.read();
  const read = withoutStray(scratch, found, statements);
  const spelling = { scratch: scratch.session, version: options.session.server.version, isInside };
  const catalogue = { ...(await spellQueries(read, spelling)), sizes: {} };
  if (isInside) await scratch.session.run('ROLLBACK');
  return { ...loaded, empty, catalogue, problems, roles: await unknownRoles(options.session, loaded.roles) };
}

/** A database that is not our own may have extensions before anything is loaded. */
function withoutStray(
  { isTransaction }: Scratch,
  catalogue: Catalogue,
  statements: readonly SqlStatement[],
): Catalogue {
  return isTransaction ? withoutStrayExtensions(catalogue, statements) : catalogue;
}

/** Those that the target does not know either: another server may lack roles that are there. */
async function unknownRoles(target: SqlSession, roles: readonly string[]): Promise<readonly string[]> {
  if (roles.length === 0) return [];
  const rows = await target.read('SELECT r.rolname::text AS name FROM pg_catalog.pg_roles r');
  const known = new Set(rows.map((row) => rowText(row, 'name')));
  return roles.filter((role) => !known.has(role));
}
