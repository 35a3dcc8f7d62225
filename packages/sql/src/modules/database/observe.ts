import { type Answers, type Diagnostic, errorDiagnostic, type Queries } from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import type { DatabaseDefaultsQuery } from '../../driver/database-defaults.ts';
import { type DatabaseFacts, databaseQuery } from '../../driver/objects/database.ts';
import { roleQuery } from '../../driver/objects/role.ts';
import { type ServerFacts, serverQuery } from '../../driver/objects/server.ts';
import { editOf } from '../server-object/edits.ts';
import { serverNameProblems } from '../server-object/names.ts';
import { foreignProblems, knownOf, missingProblem, observeObject, type ServerObject } from '../server-object/state.ts';
import type { DatabaseDeclared } from './declared.ts';
import { fixedPairs } from './diff.ts';

/** Asks for the database, and for what a new one would be made with. */
export function databaseQueries({ name, owner, template, charset, collation }: DatabaseDeclared): Queries {
  const defaults = { kind: 'database-defaults', name, charset: charset ?? '', collation: collation ?? '' } as const;
  return {
    server: serverQuery,
    database: databaseQuery(name),
    ...(charset === null && collation === null ? {} : { defaults: defaults satisfies DatabaseDefaultsQuery }),
    ...(owner === null ? {} : { owner: roleQuery(owner) }),
    ...(template === null ? {} : { template: databaseQuery(template) }),
  };
}

/** What the answers come to; whatever makes the declaration impossible on this server is a problem. */
export function observeDatabase(
  declared: DatabaseDeclared,
  answers: Answers,
): TypedObservation<ServerObject<DatabaseFacts>> {
  const observed = observeObject<DatabaseFacts>(answers, 'database');
  if (observed.kind !== 'present') return { observed, problems: [] };
  const { server, object } = observed.state;
  const facts = knownOf(object);
  const problems = [
    ...foreignProblems(server, productProperties(declared)),
    ...serverNameProblems(server, { database: [declared.name], role: [declared.owner] }),
    ...(declared.state === 'absent'
      ? removalProblems(declared, server, facts)
      : presenceProblems(declared, answers, facts)),
    ...versionProblems(declared, server),
  ];
  return { observed, problems };
}

function productProperties(declared: DatabaseDeclared): Readonly<Record<string, 'postgres' | 'mysql'>> {
  const { owner, encoding, collate, ctype, localeProvider, icuLocale, template, tablespace } = declared;
  const postgres = {
    owner,
    encoding,
    'locale` or `collate': collate,
    'locale` or `ctype': ctype,
    locale_provider: localeProvider,
    icu_locale: icuLocale,
    template,
    tablespace,
    connection_limit: declared.connectionLimit,
    allow_connections: declared.allowConnections,
    is_template: declared.isTemplate,
    settings: declared.settings,
    force: declared.force ? true : null,
  };
  const mysql = { charset: declared.charset, collation: declared.collation };
  return Object.fromEntries([...given(postgres, 'postgres'), ...given(mysql, 'mysql')]);
}

function given<Family extends string>(
  properties: Readonly<Record<string, unknown>>,
  family: Family,
): readonly [string, Family][] {
  return Object.entries(properties).flatMap(([name, value]): [string, Family][] =>
    value === null ? [] : [[name, family]],
  );
}

function removalProblems(
  { name, force }: DatabaseDeclared,
  server: ServerFacts,
  facts: DatabaseFacts | undefined,
): readonly Diagnostic[] {
  if (facts === undefined) return [];
  if (server.product === 'postgres' && server.database === name) {
    return [
      errorDiagnostic('SP664', {
        detail: `The database "${name}" is the one that the node’s own connection uses, and PostgreSQL drops no database that is in use.`,
        hint: 'set another `database:` for the node, such as postgres',
      }),
    ];
  }
  if (facts.product !== 'postgres' || facts.sessions === 0 || force) return [];
  const who = facts.sessions === 1 ? '1 other session uses' : `${facts.sessions} other sessions use`;
  return [
    errorDiagnostic('SP664', {
      detail: `${who} the database "${name}" now, and PostgreSQL drops no database that is in use.`,
      hint: 'stop what uses it, or add `force: true`, which ends the sessions',
    }),
  ];
}

function presenceProblems(
  declared: DatabaseDeclared,
  answers: Answers,
  facts: DatabaseFacts | undefined,
): readonly Diagnostic[] {
  const { name, owner, template } = declared;
  const missing = [
    ...(owner !== null && answers['owner']?.status === 'absent'
      ? [missingProblem('role', owner, `it should own the database "${name}"`)]
      : []),
    ...(template !== null && facts === undefined && answers['template']?.status === 'absent'
      ? [missingProblem('database', template, `"${name}" should become a copy of it`)]
      : []),
  ];
  if (facts?.product !== 'postgres') return missing;
  const moved = fixedPairs(declared, facts).flatMap(editOf);
  if (moved.length === 0) return missing;
  const told = moved.map(({ path, before, after }) => `${path} is ${textOf(before)} and declared ${textOf(after)}`);
  return [
    ...missing,
    errorDiagnostic('SP663', {
      detail: `Of the database "${name}", ${told.join('; ')}. PostgreSQL fixes this when a database is made.`,
      hint: 'declare what it has, or make a new database and move the content with pg_dump',
    }),
  ];
}

function textOf(value: { readonly kind: string; readonly value?: unknown }): string {
  return value.kind === 'value' ? String(value.value) : 'none';
}

function versionProblems(
  { force, localeProvider, state, comment }: DatabaseDeclared,
  server: ServerFacts,
): readonly Diagnostic[] {
  const wants = [
    ...(server.product === 'postgres' && server.version < 130_000 && force && state === 'absent'
      ? [['force', 'PostgreSQL 13']]
      : []),
    ...(server.product === 'postgres' && server.version < 150_000 && localeProvider !== null
      ? [['locale_provider', 'PostgreSQL 15']]
      : []),
    ...(server.product === 'mysql' && (comment ?? '') !== '' ? [['comment', 'MariaDB 10.5']] : []),
  ];
  return wants.map(([property, since]) =>
    errorDiagnostic('SP662', {
      detail: `\`${property}\` of a database needs ${since}; the server is ${server.versionText}.`,
      hint: `remove \`${property}\``,
    }),
  );
}
