import type { JsonObject } from '@setpoint/model';
import type { Catalogue, Fact } from '../../src/catalogue/fact.ts';
import { factKey } from '../../src/catalogue/fact-key.ts';
import { type CompareInput, type Comparison, compareCatalogues } from '../../src/compare/index.ts';
import type { KindRule, Rules } from '../../src/compare/rule.ts';
import type { Statement } from '../../src/compare/statement.ts';

/** A product small enough to be read in a test: schemas, tables with columns and foreign keys, views, grants. */
export const toyRules: Rules = {
  schema: toyRule('schema', 0),
  sequence: {
    ...toyRule('sequence', 1),
    vanishesWith: ({ payload }) => [typeof payload['ownedBy'] === 'string' ? payload['ownedBy'] : ''],
  },
  table: {
    ...toyRule('table', 2),
    create: (fact, _context, offered) => ({
      statements: [toyStatement('create', fact)],
      absorbs: offered.filter(({ kind }) => kind === 'column').map(({ key }) => key),
    }),
  },
  column: {
    ...toyRule('column', 3),
    alter: (_before, after) => ({
      kind: 'statements',
      statements: [toyStatement('alter', after)],
      disturbs: ({ kind }) => kind === 'view',
    }),
  },
  constraint: { ...toyRule('constraint', 4), isMatchedByPayload: true, alter: () => ({ kind: 'rebuild' }) },
  index: { ...toyRule('index', 5), occupies: ({ name }) => [`relation ${name[0]}.${name.at(-1)}`] },
  view: { ...toyRule('view', 6), alter: () => ({ kind: 'rebuild' }) },
  grant: toyRule('grant', 7),
};

function toyRule(noun: string, weight: number): KindRule {
  return {
    noun,
    weight,
    create: (fact) => ({ statements: [toyStatement('create', fact)], absorbs: [] }),
    drop: (fact) => [toyStatement('drop', fact)],
    alter: (_before, after) => ({ kind: 'statements', statements: [toyStatement('alter', after)] }),
    rename: (before, after) => [toyStatement(`rename ${before.key} to`, after)],
  };
}

function toyStatement(verb: string, { key }: Fact): Statement {
  return { text: `${verb} ${key}`, blocks: 'nothing', transaction: 'within', hazards: [] };
}

/** A fact of the toy product; a place like `app.orders.id` gives the name, the kind gives the parent. */
export function toy(
  kind: string,
  place: string,
  more: { readonly needs?: readonly string[]; readonly payload?: JsonObject } = {},
): Fact {
  const path = place.split('.');
  const name = kind === 'grant' ? ['table', ...path] : path;
  const parent = parentOf(kind, path);
  return {
    key: factKey(kind, name),
    kind,
    name,
    ...(parent === undefined ? {} : { parent }),
    payload: more.payload ?? {},
    needs: more.needs ?? [],
  };
}

const parentKinds: Readonly<Record<string, string>> = {
  column: 'table',
  constraint: 'table',
  index: 'table',
  grant: 'table',
};

function parentOf(kind: string, path: readonly string[]): string | undefined {
  if (kind === 'schema') return undefined;
  const parentKind = parentKinds[kind];
  return parentKind === undefined ? factKey('schema', path.slice(0, 1)) : factKey(parentKind, path.slice(0, 2));
}

/** A catalogue that holds these facts and the schema `app`. */
export function catalogue(...facts: readonly Fact[]): Catalogue {
  return { facts: [toy('schema', 'app'), ...facts], unmodelled: [], sizes: {} };
}

/** Compares two toy catalogues; everything in `app` is owned and pruned unless told otherwise. */
export function compareToys(live: Catalogue, wanted: Catalogue, more: Partial<CompareInput> = {}): Comparison {
  return compareCatalogues({
    product: 'postgres',
    version: 150_018,
    live,
    wanted,
    owns: { schemas: ['app'], except: [], extensions: false },
    prune: true,
    renames: [],
    online: { indexes: 'concurrently', constraints: 'not_valid' },
    rules: toyRules,
    ...more,
  });
}

/** The statements of a comparison, as texts. */
export function textsOf({ statements }: Comparison): readonly string[] {
  return statements.map(({ text }) => text);
}
