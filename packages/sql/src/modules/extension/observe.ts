import { type Answers, type Diagnostic, errorDiagnostic, type Queries } from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import { databaseQuery } from '../../driver/objects/database.ts';
import {
  type AvailableExtension,
  availableExtensionQuery,
  type ExtensionFacts,
  extensionQuery,
} from '../../driver/objects/extension.ts';
import { namespaceQuery } from '../../driver/objects/namespace.ts';
import { serverQuery } from '../../driver/objects/server.ts';
import { serverNameProblems } from '../server-object/names.ts';
import {
  foundIn,
  knownOf,
  missingProblem,
  observeObject,
  productNames,
  type ServerObject,
} from '../server-object/state.ts';
import type { ExtensionDeclared } from './declared.ts';

/** An extension as found, and what the server's files offer. */
export type ExtensionState = ServerObject<ExtensionFacts> & { readonly available: AvailableExtension | null };

/** Asks for the extension, for its files, and for where it is to be. */
export function extensionQueries({ name, database, schema, state }: ExtensionDeclared): Queries {
  return {
    server: serverQuery,
    extension: extensionQuery(database, name),
    ...(state === 'absent' ? {} : { available: availableExtensionQuery(name) }),
    ...(database === '' ? {} : { database: databaseQuery(database) }),
    ...(schema === null || state === 'absent' ? {} : { schema: namespaceQuery(database, schema) }),
  };
}

/** What the answers come to; whatever makes the declaration impossible on this server is a problem. */
export function observeExtension(declared: ExtensionDeclared, answers: Answers): TypedObservation<ExtensionState> {
  const observed = observeObject<ExtensionFacts>(answers, 'extension');
  if (observed.kind !== 'present') return { observed, problems: [] };
  const { server, object } = observed.state;
  const available = knownOf(foundIn<AvailableExtension>(answers['available'])) ?? null;
  const state = { server, object, available };
  if (server.product !== 'postgres') {
    const detail = `${productNames[server.product]} knows no extensions.`;
    const problem = errorDiagnostic('SP662', { detail, hint: 'declare it for nodes with PostgreSQL' });
    return { observed: { kind: 'present', state }, problems: [problem] };
  }
  const problems = [
    ...serverNameProblems(server, { object: [declared.name, declared.schema] }),
    ...(declared.state === 'absent' ? [] : presenceProblems(declared, answers, state)),
  ];
  return { observed: { kind: 'present', state }, problems };
}

function presenceProblems(declared: ExtensionDeclared, answers: Answers, state: ExtensionState): readonly Diagnostic[] {
  const { name, database, schema } = declared;
  if (answers['database']?.status === 'absent')
    return [missingProblem('database', database, `it should hold the extension "${name}"`)];
  const facts = knownOf(state.object);
  return [
    ...(facts?.schema !== schema && schema !== null && answers['schema']?.status === 'absent'
      ? [missingProblem('schema', schema, `it should hold the extension "${name}"`)]
      : []),
    ...(facts === undefined && answers['available']?.status === 'absent'
      ? [unavailable(name, state.server.version)]
      : []),
    ...versionProblems(declared, facts, state.available),
    ...schemaProblems(declared, facts),
  ];
}

/** Where extensions come from on Debian, Ubuntu and Red Hat; those of PostgreSQL itself are in its own package of extras. */
function unavailable(name: string, version: number): Diagnostic {
  const major = Math.floor(version / 10_000);
  const packages = knownPackages[name]?.(major) ?? `postgresql-${major}-${name.replaceAll('_', '-')}`;
  return errorDiagnostic('SP667', {
    detail: `The server has no files of the extension "${name}".`,
    hint: `install its package on the machine of the server, on Debian probably ${packages}`,
  });
}

const knownPackages: Readonly<Record<string, (major: number) => string>> = {
  postgis: (major) => `postgresql-${major}-postgis-3`,
  postgis_topology: (major) => `postgresql-${major}-postgis-3`,
  vector: (major) => `postgresql-${major}-pgvector`,
  plpython3u: (major) => `postgresql-plpython3-${major}`,
  plperl: (major) => `postgresql-plperl-${major}`,
  pltcl: (major) => `postgresql-pltcl-${major}`,
  timescaledb: (major) => `timescaledb-2-postgresql-${major}`,
};

function versionProblems(
  { name, version }: ExtensionDeclared,
  facts: ExtensionFacts | undefined,
  available: AvailableExtension | null,
): readonly Diagnostic[] {
  if (version === null || available === null) return [];
  const wanted = version === 'default' ? available.defaultVersion : version;
  if (facts === undefined ? available.versions.includes(wanted) : facts.version === wanted) return [];
  if (facts !== undefined && available.updates.includes(`${facts.version}→${wanted}`)) return [];
  const detail =
    facts === undefined
      ? `The server’s files of the extension "${name}" bring no version ${wanted}.`
      : `The extension "${name}" has version ${facts.version}, and the server’s files know no way from there to ${wanted}.`;
  return [errorDiagnostic('SP667', { detail, hint: `they bring ${available.versions.join(', ')}` })];
}

function schemaProblems({ name, schema }: ExtensionDeclared, facts: ExtensionFacts | undefined): readonly Diagnostic[] {
  if (schema === null || facts === undefined || facts.schema === schema || facts.isRelocatable) return [];
  return [
    errorDiagnostic('SP663', {
      detail: `The extension "${name}" is in the schema "${facts.schema}" and cannot be moved to "${schema}".`,
      hint: 'declare the schema that it is in, or drop it and create it anew',
    }),
  ];
}
