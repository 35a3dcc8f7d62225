import { dialectOf } from '../../dialect.ts';
import type { GrantTarget } from '../../driver/objects/grants.ts';

/** A target as readers are shown it: `table app.orders`, `every table in app`, `later tables in app`. */
export function describeTarget(
  { kind, schema, name, arguments: types, columns }: GrantTarget,
  defaultsOf: string | null,
): string {
  if (kind === 'server') return 'the whole server';
  if (kind.endsWith('_in')) {
    const noun = kind.slice(0, -3);
    const where = schema === '*' ? '' : ` in ${schema ?? ''}`;
    return defaultsOf === null
      ? `all ${noun}${where}`
      : `later ${noun}${where}${defaultsOf === '' ? '' : ` of ${defaultsOf}`}`;
  }
  const qualified = schema === null ? name : `${schema}.${name}`;
  const list = columns === null ? '' : ` (${columns.join(', ')})`;
  return `${kind.replaceAll('_', ' ')} ${qualified}${types === null ? '' : `(${types})`}${list}`;
}

/** What PostgreSQL names behind ON when it is not known yet what is there. */
export function targetText({ kind, schema, name, arguments: types }: GrantTarget): string {
  const { name: quoted } = dialectOf('postgres');
  if (kind.endsWith('_in')) return `${words[kind] ?? ''} IN SCHEMA ${quoted(schema ?? '')}`;
  const qualified = schema === null ? quoted(name) : `${quoted(schema)}.${quoted(name)}`;
  return `${words[kind] ?? ''} ${qualified}${types === null ? '' : `(${types})`}`;
}

const words: Readonly<Record<string, string>> = {
  database: 'DATABASE',
  schema: 'SCHEMA',
  table: 'TABLE',
  sequence: 'SEQUENCE',
  function: 'ROUTINE',
  procedure: 'ROUTINE',
  type: 'TYPE',
  language: 'LANGUAGE',
  tablespace: 'TABLESPACE',
  foreign_server: 'FOREIGN SERVER',
  foreign_data_wrapper: 'FOREIGN DATA WRAPPER',
  tables_in: 'ALL TABLES',
  sequences_in: 'ALL SEQUENCES',
  functions_in: 'ALL ROUTINES',
};

/** What stands behind ALTER DEFAULT PRIVILEGES when it is not known yet what is there; the kind of objects comes last. */
export function defaultsText({ kind, schema }: GrantTarget, owner: string): string {
  const { name: quoted } = dialectOf('postgres');
  const role = owner === '' ? '' : `FOR ROLE ${quoted(owner)} `;
  const place = schema === '*' || schema === null ? '' : `IN SCHEMA ${quoted(schema)} `;
  return `${role}${place}${kind === 'functions_in' ? 'ROUTINES' : kind.slice(0, -3).toUpperCase()}`;
}
