import type { Fact } from '../catalogue/fact.ts';
import { nameOfKey } from '../catalogue/fact-key.ts';
import { indexFacts } from '../compare/fact-index.ts';
import { compareCatalogues } from '../compare/index.ts';
import type { SqlFile } from '../declaration/declaration.ts';
import type { SchemaReading } from '../driver/schema-query.ts';
import { productRules } from '../modules/schema/product-rules.ts';
import { groupOf, pathsOf } from './file-names.ts';
import { statementText } from './statement-text.ts';

/** A database as SQL files. */
export type SqlExport = {
  /** Sorted by path; each in an order in which it could be run if all that it needs were there. */
  readonly files: readonly SqlFile[];
  /** What must come behind all files: default privileges would say something about what is made after them. Empty: nothing. */
  readonly last: string;
  /** Schemas that the files put something in; empty for a product without schemas. */
  readonly schemas: readonly string[];
  /** What is there and cannot be declared, in words. */
  readonly leftOut: readonly string[];
  /** Why there are no files. */
  readonly problems: readonly string[];
};

/**
 * Writes what is in a database as SQL: the statements by which an empty one would become the same. `reading` is the answer for an empty
 * declaration, so that its `wanted` side is what an empty database holds. `known`: facts that are declared elsewhere.
 */
export function exportSql(reading: SchemaReading, known: readonly Fact[] = []): SqlExport {
  const { server, live, wanted: empty } = reading;
  const { rules } = productRules(server.product);
  const schemas = schemasOf(reading);
  const comparison = compareCatalogues({
    product: server.product,
    version: server.version,
    live: { facts: [...empty.facts, ...known], unmodelled: [], sizes: {} },
    wanted: live,
    owns: { schemas: schemas.length === 0 ? null : schemas, except: [], extensions: true },
    prune: false,
    renames: [],
    online: { indexes: 'plain', constraints: 'plain' },
    rules,
  });
  const index = indexFacts(live.facts);
  const groups = new Map<string, string[]>();
  for (const { fact, statements } of comparison.actions) {
    const group = groupOf(index.object(fact));
    const texts = groups.get(group) ?? [];
    groups.set(group, texts);
    texts.push(...statements.map(({ text }) => statementText(server.product, text)));
  }
  const last = (groups.get(defaultPrivileges) ?? []).join('\n');
  groups.delete(defaultPrivileges);
  const paths = pathsOf(groups.keys());
  const files = [...groups].map(([group, texts]) => ({ path: paths.get(group) ?? group, text: texts.join('\n') }));
  return {
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    last,
    schemas,
    leftOut: live.unmodelled.map(({ what, name }) => `${what} ${name}`),
    problems: comparison.problems,
  };
}

const defaultPrivileges = 'default-privileges';

/** Schemas that hold something or that a user has made; a public schema as every new database has it is not among them. */
function schemasOf({ live, wanted: empty }: SchemaReading): readonly string[] {
  const index = indexFacts(live.facts);
  const builtIn = new Set(empty.facts.map(({ key }) => key));
  const placed = live.facts.filter(
    (fact) => index.object(fact).parent?.startsWith('schema:') === true || fact.kind === 'schema',
  );
  const names = placed.flatMap((fact) => {
    if (fact.kind === 'schema') return builtIn.has(fact.key) ? [] : [fact.name[0] ?? ''];
    const schema = index.get(index.object(fact).parent ?? '');
    return schema === undefined ? [] : [schema.name[0] ?? nameOfKey(schema.key)];
  });
  return [...new Set(names)].sort();
}
