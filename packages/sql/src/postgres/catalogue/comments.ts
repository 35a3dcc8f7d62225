import type { JsonObject } from '@setpoint/model';
import { factKey } from '../../catalogue/fact-key.ts';
import { isUserSchema } from './fragments.ts';
import { relationKind, signatureOf, typeKind } from './kind-of.ts';
import type { CatalogueReader, ReadFact } from './reader.ts';
import { textOf, textsOf } from './row.ts';

/** Reads the comments on everything that is a fact, and on columns of views and attributes of types. */
export const readComments: CatalogueReader = async (session) => (await session.read(comments)).map(commentFact);

const onRelations = `
SELECT CASE WHEN i.objid IS NOT NULL THEN 'column' WHEN c.relkind IN ('i', 'I') AND c.relispartition THEN 'table'
    WHEN k.oid IS NULL THEN ${relationKind('c')} ELSE 'constraint' END AS parent_kind,
  CASE WHEN i.objid IS NOT NULL THEN ARRAY[icn.nspname, ic.relname, ia.attname]
    WHEN c.relkind IN ('i', 'I') AND c.relispartition THEN ARRAY[xn.nspname, xc.relname]
    WHEN k.oid IS NULL THEN ARRAY[n.nspname, c.relname] ELSE ARRAY[n.nspname, kc.relname, k.conname] END AS parent,
  ${relationKind('c')} AS kind, ARRAY[n.nspname, c.relname] AS name, d.description
FROM pg_description d JOIN pg_class c ON c.oid = d.objoid JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_constraint k ON c.relkind IN ('i', 'I') AND k.conindid = c.oid AND k.contype IN ('p', 'u', 'x')
LEFT JOIN pg_class kc ON kc.oid = k.conrelid
LEFT JOIN pg_index x ON c.relkind IN ('i', 'I') AND x.indexrelid = c.oid
LEFT JOIN pg_class xc ON xc.oid = x.indrelid LEFT JOIN pg_namespace xn ON xn.oid = xc.relnamespace
LEFT JOIN pg_depend i ON c.relkind = 'S' AND i.classid = 'pg_class'::regclass AND i.objid = c.oid AND i.deptype = 'i'
  AND i.refclassid = 'pg_class'::regclass
LEFT JOIN pg_class ic ON ic.oid = i.refobjid LEFT JOIN pg_namespace icn ON icn.oid = ic.relnamespace
LEFT JOIN pg_attribute ia ON ia.attrelid = ic.oid AND ia.attnum = i.refobjsubid
WHERE d.classoid = 'pg_class'::regclass AND d.objsubid = 0 AND c.relkind <> 'c' AND ${isUserSchema('n')}`;

const onColumns = `
SELECT CASE WHEN a.attislocal AND c.relkind IN ('r', 'p') THEN 'column' ELSE ${relationKind('c')} END,
  CASE WHEN a.attislocal AND c.relkind IN ('r', 'p') THEN ARRAY[n.nspname, c.relname, a.attname] ELSE ARRAY[n.nspname, c.relname] END,
  'column', ARRAY[n.nspname, c.relname, a.attname], d.description
FROM pg_description d JOIN pg_class c ON c.oid = d.objoid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid
WHERE d.classoid = 'pg_class'::regclass AND d.objsubid <> 0 AND ${isUserSchema('n')}`;

const onTypes = `
SELECT ${typeKind('t')}, ARRAY[n.nspname, t.typname], ${typeKind('t')}, ARRAY[n.nspname, t.typname], d.description
FROM pg_description d JOIN pg_type t ON t.oid = d.objoid JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE d.classoid = 'pg_type'::regclass AND ${isUserSchema('n')}`;

const onFunctions = `
SELECT 'function', ARRAY[n.nspname, ${signatureOf('p')}], 'function', ARRAY[n.nspname, ${signatureOf('p')}], d.description
FROM pg_description d JOIN pg_proc p ON p.oid = d.objoid JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE d.classoid = 'pg_proc'::regclass AND ${isUserSchema('n')}`;

/** What a table has from its parent is no fact: what is said of it is said of the table. */
const onConstraints = `
SELECT CASE WHEN k.conrelid = 0 THEN 'domain-constraint' WHEN k.conparentid = 0 AND k.conislocal THEN 'constraint' ELSE 'table' END,
  CASE WHEN k.conrelid = 0 OR (k.conparentid = 0 AND k.conislocal) THEN ARRAY[n.nspname, coalesce(c.relname, t.typname), k.conname]
    ELSE ARRAY[n.nspname, c.relname] END,
  CASE WHEN k.conrelid = 0 THEN 'domain-constraint' ELSE 'constraint' END,
  ARRAY[n.nspname, coalesce(c.relname, t.typname), k.conname], d.description
FROM pg_description d JOIN pg_constraint k ON k.oid = d.objoid JOIN pg_namespace n ON n.oid = k.connamespace
LEFT JOIN pg_class c ON c.oid = k.conrelid LEFT JOIN pg_type t ON t.oid = k.contypid
WHERE d.classoid = 'pg_constraint'::regclass AND ${isUserSchema('n')}`;

/** The comment that every new database has on its public schema says nothing. */
const onSchemas = `
SELECT 'schema', ARRAY[n.nspname], 'schema', ARRAY[n.nspname], d.description
FROM pg_description d JOIN pg_namespace n ON n.oid = d.objoid
WHERE d.classoid = 'pg_namespace'::regclass AND ${isUserSchema('n')}
  AND NOT (n.nspname = 'public' AND d.description = 'standard public schema')`;

const onExtensions = `
SELECT 'extension', ARRAY[e.extname], 'extension', ARRAY[e.extname], d.description
FROM pg_description d JOIN pg_extension e ON e.oid = d.objoid
WHERE d.classoid = 'pg_extension'::regclass`;

const onStatistics = `
SELECT 'statistics', ARRAY[n.nspname, s.stxname], 'statistics', ARRAY[n.nspname, s.stxname], d.description
FROM pg_description d JOIN pg_statistic_ext s ON s.oid = d.objoid JOIN pg_namespace n ON n.oid = s.stxnamespace
WHERE d.classoid = 'pg_statistic_ext'::regclass AND ${isUserSchema('n')}`;

const onCollations = `
SELECT 'collation', ARRAY[n.nspname, c.collname], 'collation', ARRAY[n.nspname, c.collname], d.description
FROM pg_description d JOIN pg_collation c ON c.oid = d.objoid JOIN pg_namespace n ON n.oid = c.collnamespace
WHERE d.classoid = 'pg_collation'::regclass AND ${isUserSchema('n')}`;

const sources = [
  onRelations,
  onColumns,
  onTypes,
  onFunctions,
  onConstraints,
  onSchemas,
  onExtensions,
  onStatistics,
  onCollations,
  onPartOfRelation('trigger', { catalogue: 'pg_trigger', relation: 'tgrelid', name: 'tgname' }),
  onPartOfRelation('policy', { catalogue: 'pg_policy', relation: 'polrelid', name: 'polname' }),
  onPartOfRelation('rule', { catalogue: 'pg_rewrite', relation: 'ev_class', name: 'rulename' }),
];

/** What is said of foreign tables, base types and the like is left out with them. */
const comments = `
SELECT c.* FROM (${sources.join('\nUNION ALL\n')}) c WHERE c.parent_kind IS NOT NULL ORDER BY c.kind, c.name`;

/** Comments on what has its name within a relation. */
function onPartOfRelation(
  kind: string,
  { catalogue, relation, name }: { readonly catalogue: string; readonly relation: string; readonly name: string },
): string {
  const path = `ARRAY[n.nspname, c.relname, p.${name}]`;
  return `
SELECT '${kind}', ${path}, '${kind}', ${path}, d.description
FROM pg_description d JOIN ${catalogue} p ON p.oid = d.objoid JOIN pg_class c ON c.oid = p.${relation}
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE d.classoid = '${catalogue}'::regclass AND ${isUserSchema('n')}`;
}

function commentFact(row: JsonObject): ReadFact {
  const name = [textOf(row, 'kind'), ...textsOf(row, 'name')];
  return {
    key: factKey('comment', name),
    kind: 'comment',
    name,
    parent: factKey(textOf(row, 'parent_kind'), textsOf(row, 'parent')),
    payload: { text: textOf(row, 'description') },
    objects: [],
  };
}
