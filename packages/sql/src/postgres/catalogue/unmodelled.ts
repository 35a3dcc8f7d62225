import type { Unmodelled } from '../../catalogue/fact.ts';
import type { SqlSession } from '../../session/session.ts';
import { type CatalogueTable, isNotMember, isUserSchema } from './fragments.ts';
import { textOf, textOrNull } from './row.ts';

/** Reads what users made and no fact stands for, so that nothing is passed over in silence. */
export async function readUnmodelled(session: Pick<SqlSession, 'read'>): Promise<readonly Unmodelled[]> {
  const rows = await session.read(unmodelled);
  return rows.map((row) => {
    const schema = textOrNull(row, 'schema');
    return { what: textOf(row, 'what'), name: textOf(row, 'name'), ...(schema === null ? {} : { schema }) };
  });
}

type Source = { readonly catalogue: CatalogueTable; readonly what: string; readonly name: string };

/** Catalogues whose objects stand in a schema. */
const placed: readonly (Source & { readonly schema: string; readonly where?: string })[] = [
  {
    catalogue: 'pg_class',
    what: "'foreign table'",
    name: 'quote_ident(o.relname)',
    schema: 'relnamespace',
    where: "o.relkind = 'f'",
  },
  { catalogue: 'pg_conversion', what: "'conversion'", name: 'quote_ident(o.conname)', schema: 'connamespace' },
  {
    catalogue: 'pg_operator',
    what: "'operator'",
    name: "o.oprname || '(' || coalesce(nullif(o.oprleft, 0)::regtype || ', ', '') || o.oprright::regtype || ')'",
    schema: 'oprnamespace',
  },
  { catalogue: 'pg_opclass', what: "'operator class'", name: 'quote_ident(o.opcname)', schema: 'opcnamespace' },
  { catalogue: 'pg_opfamily', what: "'operator family'", name: 'quote_ident(o.opfname)', schema: 'opfnamespace' },
  {
    catalogue: 'pg_ts_config',
    what: "'text search configuration'",
    name: 'quote_ident(o.cfgname)',
    schema: 'cfgnamespace',
  },
  {
    catalogue: 'pg_ts_dict',
    what: "'text search dictionary'",
    name: 'quote_ident(o.dictname)',
    schema: 'dictnamespace',
  },
  { catalogue: 'pg_ts_parser', what: "'text search parser'", name: 'quote_ident(o.prsname)', schema: 'prsnamespace' },
  {
    catalogue: 'pg_ts_template',
    what: "'text search template'",
    name: 'quote_ident(o.tmplname)',
    schema: 'tmplnamespace',
  },
  {
    catalogue: 'pg_type',
    what: "CASE o.typtype WHEN 'p' THEN 'shell type' ELSE 'base type' END",
    name: 'quote_ident(o.typname)',
    schema: 'typnamespace',
    where: "(o.typtype = 'b' AND o.typelem = 0 OR o.typtype = 'p')",
  },
];

/** Catalogues whose objects belong to the whole database. The server's own have low numbers. */
const unplaced: readonly (Source & { readonly where?: string })[] = [
  { catalogue: 'pg_am', what: "'access method'", name: 'quote_ident(o.amname)' },
  {
    catalogue: 'pg_cast',
    what: "'cast'",
    name: "o.castsource::regtype || ' AS ' || o.casttarget::regtype",
    where: 'o.casttarget NOT IN (SELECT rngmultitypid FROM pg_range)',
  },
  { catalogue: 'pg_event_trigger', what: "'event trigger'", name: 'quote_ident(o.evtname)' },
  { catalogue: 'pg_foreign_data_wrapper', what: "'foreign-data wrapper'", name: 'quote_ident(o.fdwname)' },
  { catalogue: 'pg_foreign_server', what: "'foreign server'", name: 'quote_ident(o.srvname)' },
  { catalogue: 'pg_language', what: "'language'", name: 'quote_ident(o.lanname)' },
  { catalogue: 'pg_publication', what: "'publication'", name: 'quote_ident(o.pubname)' },
  { catalogue: 'pg_transform', what: "'transform'", name: "o.trftype::regtype || ''" },
  {
    catalogue: 'pg_subscription',
    what: "'subscription'",
    name: 'quote_ident(o.subname)',
    where: 'o.subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())',
  },
];

const unmodelled = `
SELECT u.what, u.name, u.schema FROM (${[...placed.map(placedSelect), ...unplaced.map(unplacedSelect)].join('\nUNION ALL')}) u
ORDER BY u.what, u.schema, u.name`;

function placedSelect({ catalogue, what, name, schema, where = 'true' }: (typeof placed)[number]): string {
  return `
SELECT ${what} AS what, quote_ident(n.nspname) || '.' || ${name} AS name, n.nspname AS schema
FROM ${catalogue} o JOIN pg_namespace n ON n.oid = o.${schema}
WHERE ${where} AND ${isUserSchema('n')} AND ${isNotMember(catalogue, 'o.oid')}`;
}

/** Subscriptions hold a secret, so only some of their columns may be read; the ones used here may. */
function unplacedSelect({ catalogue, what, name, where = 'true' }: (typeof unplaced)[number]): string {
  return `
SELECT ${what}, ${name}, NULL FROM ${catalogue} o
WHERE o.oid >= 16384 AND ${where} AND ${isNotMember(catalogue, 'o.oid')}`;
}
