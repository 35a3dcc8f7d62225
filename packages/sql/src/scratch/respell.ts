import { canonicalJson } from '@setpoint/model';
import type { Catalogue, Fact } from '../catalogue/fact.ts';
import { compareCatalogues } from '../compare/index.ts';
import type { SqlStatement } from '../declaration/split/split.ts';
import type { SchemaQuery } from '../driver/schema-query.ts';
import { withKnownPrivileges } from '../postgres/catalogue/known-privileges.ts';
import { postgresRules } from '../postgres/rules/index.ts';
import { loadWhatCanBe } from './load.ts';
import { openScratch } from './open-scratch.ts';
import type { Scratch, ScratchContext } from './scratch.ts';
import { spellQueries } from './spell-queries.ts';
import type { Wanted } from './wanted.ts';

/**
 * The wanted catalogue in the spelling of the target. Versions spell some texts differently, views above all: where the scratch
 * server is of another major version, what the target has is made there as well, and what then reads the same there is the same.
 */
export async function respell(
  wanted: Wanted,
  live: Catalogue,
  { query, context }: { readonly query: SchemaQuery; readonly context: ScratchContext },
): Promise<Catalogue> {
  const { version } = context.session.server;
  if (isSameMajor(wanted.version, version) || wanted.problems.length > 0) return wanted.catalogue;
  const catalogue = withKnownPrivileges(wanted.catalogue, version);
  const opened = await openScratch({ ...query, scratch: wanted.strategy }, context);
  if (opened.kind === 'unavailable') return catalogue;
  const { scratch } = opened;
  try {
    await loadWhatCanBe(scratch, remake(live, wanted.empty, scratch), { session: context.session, owned: [] });
    const there = await spellQueries(await scratch.read(), { scratch: scratch.session, version, isInside: false });
    return adopt(catalogue, live, there);
  } finally {
    await scratch.dispose();
  }
}

/** True for versions that spell alike: 150018 and 150004. */
function isSameMajor(left: number, right: number): boolean {
  return Math.floor(left / 10_000) === Math.floor(right / 10_000);
}

/** Statements that make what the target has, from what every database has. */
function remake(live: Catalogue, empty: Catalogue, { session }: Scratch): readonly SqlStatement[] {
  const { statements } = compareCatalogues({
    product: 'postgres',
    version: session.server.version,
    live: empty,
    wanted: live,
    owns: { schemas: null, except: [], extensions: true },
    prune: false,
    renames: [],
    online: { indexes: 'plain', constraints: 'plain' },
    rules: postgresRules,
  });
  return statements.map(({ text }) => ({ file: '', text, line: 1, column: 1, offset: 0, settings: [] }));
}

/** Gives facts that read the same on the scratch server the target's own text. */
function adopt(wanted: Catalogue, live: Catalogue, there: Catalogue): Catalogue {
  const liveByKey = byKey(live);
  const thereByKey = byKey(there);
  const facts = wanted.facts.map((fact) => {
    const [onTarget, onScratch] = [liveByKey.get(fact.key), thereByKey.get(fact.key)];
    if (onTarget === undefined || onScratch === undefined) return fact;
    return canonicalJson(fact.payload) === canonicalJson(onScratch.payload)
      ? { ...fact, payload: onTarget.payload }
      : fact;
  });
  return { ...wanted, facts };
}

function byKey({ facts }: Catalogue): ReadonlyMap<string, Fact> {
  return new Map(facts.map((fact) => [fact.key, fact]));
}
