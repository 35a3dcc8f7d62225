import type { JsonObject } from '@setpoint/model';
import { factKey } from '../../catalogue/fact-key.ts';
import { at, isNotMember, isUserSchema } from './fragments.ts';
import type { CatalogueReader, ReadFact } from './reader.ts';
import { flagOf, textOf, textOrNull } from './row.ts';

/** Reads domains and their checks. */
export const readDomains: CatalogueReader = async (session) => {
  const [types, checks] = await Promise.all([session.read(domains), session.read(domainChecks)]);
  return [...types.map(domainFact), ...checks.map(checkFact)];
};

const isOwnDomain = `t.typtype = 'd' AND ${isUserSchema('n')} AND ${isNotMember('pg_type', 't.oid')}`;

const domains = `
SELECT ${at('pg_type', 't.oid')} AS object, ${at('pg_type', 't.typarray')} AS array_type, n.nspname AS schema, t.typname AS name,
  format_type(t.typbasetype, t.typtypmod) AS type, t.typnotnull AS not_null, pg_get_expr(t.typdefaultbin, 0) AS default,
  CASE WHEN t.typcollation <> b.typcollation THEN t.typcollation::regcollation::text END AS collation
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_type b ON b.oid = t.typbasetype
WHERE ${isOwnDomain}
ORDER BY n.nspname, t.typname`;

const domainChecks = `
SELECT ${at('pg_constraint', 'k.oid')} AS object, n.nspname AS schema, t.typname AS domain, k.conname AS name,
  pg_get_constraintdef(k.oid) AS definition, k.convalidated AS validated
FROM pg_constraint k JOIN pg_type t ON t.oid = k.contypid JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE k.contype = 'c' AND ${isOwnDomain}
ORDER BY n.nspname, t.typname, k.conname`;

function domainFact(row: JsonObject): ReadFact {
  const name = [textOf(row, 'schema'), textOf(row, 'name')];
  return {
    key: factKey('domain', name),
    kind: 'domain',
    name,
    parent: factKey('schema', name.slice(0, 1)),
    payload: {
      type: textOf(row, 'type'),
      notNull: flagOf(row, 'not_null'),
      default: textOrNull(row, 'default'),
      collation: textOrNull(row, 'collation'),
    },
    objects: [textOf(row, 'object'), textOf(row, 'array_type')],
  };
}

function checkFact(row: JsonObject): ReadFact {
  const name = [textOf(row, 'schema'), textOf(row, 'domain'), textOf(row, 'name')];
  return {
    key: factKey('domain-constraint', name),
    kind: 'domain-constraint',
    name,
    parent: factKey('domain', name.slice(0, 2)),
    payload: {
      definition: textOf(row, 'definition').replace(/ NOT VALID$/, ''),
      validated: flagOf(row, 'validated'),
    },
    objects: [textOf(row, 'object')],
  };
}
