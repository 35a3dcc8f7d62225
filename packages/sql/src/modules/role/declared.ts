import type { Body, DeclarationProblem } from '@setpoint/model';
import type { Static, TypedDeclaration, TypedInput } from '@setpoint/sdk';
import { nameFault, nameProblems } from '../server-object/names.ts';
import { type DeclaredSettings, declareSettings, settingsProblems } from '../server-object/settings.ts';
import { instantOf } from './instant.ts';
import type { roleSchema } from './schema.ts';

/** A role as declared; null leaves what is there. */
export type RoleDeclared = {
  readonly name: string;
  readonly state: 'present' | 'absent';
  readonly flags: RoleFlags;
  /** -1 for no limit. */
  readonly connectionLimit: number | null;
  /** `2027-01-31T00:00:00Z` or `infinity`. */
  readonly validUntil: string | null;
  /** Sorted, without repeats. */
  readonly memberOf: readonly string[] | null;
  readonly exclusive: boolean;
  readonly comment: string | null;
  readonly settings: DeclaredSettings | null;
  readonly password: DeclaredPassword | null;
  readonly updatePassword: 'always' | 'on_create';
  readonly account: AccountProperties;
};

/** The attributes of PostgreSQL that are on or off. */
export type RoleFlags = {
  readonly login: boolean | null;
  readonly superuser: boolean | null;
  readonly createdb: boolean | null;
  readonly createrole: boolean | null;
  readonly replication: boolean | null;
  readonly bypassrls: boolean | null;
  readonly inherit: boolean | null;
};

/** What only MySQL and MariaDB know. */
export type AccountProperties = {
  readonly authentication: string | null;
  readonly locked: boolean | null;
  readonly tls: 'none' | 'ssl' | 'x509' | null;
  readonly tlsSubject: string | null;
  readonly tlsIssuer: string | null;
  readonly tlsCipher: string | null;
  readonly maxQueriesPerHour: number | null;
  readonly maxUpdatesPerHour: number | null;
  readonly maxConnectionsPerHour: number | null;
  readonly defaultRoles: readonly string[] | null;
};

/** A password and where its bytes are found when it is sent. It stands in no plan. */
export type DeclaredPassword = { readonly text: string; readonly sha256: string; readonly sizeBytes: number };

type Properties = Static<typeof roleSchema>;

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareRole({
  identity,
  properties,
  body,
}: TypedInput<typeof roleSchema>): TypedDeclaration<RoleDeclared> {
  const password = properties.password === undefined || body === undefined ? null : readPassword(body);
  const validUntil = properties.valid_until === undefined ? null : instantOf(properties.valid_until);
  const problems = [
    ...identityProblems(identity),
    ...nameProblems({ '': identity }),
    ...listProblems(properties),
    ...settingsProblems(properties.settings),
    ...combinationProblems(properties),
    ...(validUntil === undefined ? [badInstant(properties.valid_until ?? '')] : []),
    ...(password !== null && isProblem(password) ? [password] : []),
  ];
  if (problems.length > 0) return { kind: 'invalid', problems };
  const declared: RoleDeclared = {
    name: identity,
    ...attributesOf(properties),
    validUntil: validUntil ?? null,
    password: password === null || isProblem(password) ? null : password,
  };
  return { kind: 'declared', identity, declared };
}

function isProblem(password: DeclaredPassword | DeclarationProblem): password is DeclarationProblem {
  return 'detail' in password;
}

function attributesOf(properties: Properties): Omit<RoleDeclared, 'name' | 'validUntil' | 'password'> {
  return {
    state: properties.state ?? 'present',
    flags: flagsOf(properties),
    connectionLimit: properties.connection_limit ?? null,
    memberOf: sortedOf(properties.member_of),
    exclusive: properties.exclusive ?? false,
    comment: properties.comment ?? null,
    settings: declareSettings(properties.settings),
    updatePassword: properties.update_password ?? 'always',
    account: accountPropertiesOf(properties),
  };
}

function flagsOf(properties: Properties): RoleFlags {
  const { login, superuser, createdb, createrole, replication, bypassrls, inherit } = properties;
  return {
    login: login ?? null,
    superuser: superuser ?? null,
    createdb: createdb ?? null,
    createrole: createrole ?? null,
    replication: replication ?? null,
    bypassrls: bypassrls ?? null,
    inherit: inherit ?? null,
  };
}

function accountPropertiesOf(properties: Properties): AccountProperties {
  return {
    authentication: properties.authentication ?? null,
    locked: properties.locked ?? null,
    tls: properties.tls ?? null,
    tlsSubject: properties.tls_subject ?? null,
    tlsIssuer: properties.tls_issuer ?? null,
    tlsCipher: properties.tls_cipher ?? null,
    maxQueriesPerHour: properties.max_queries_per_hour ?? null,
    maxUpdatesPerHour: properties.max_updates_per_hour ?? null,
    maxConnectionsPerHour: properties.max_connections_per_hour ?? null,
    defaultRoles: sortedOf(properties.default_roles),
  };
}

function sortedOf(names: readonly string[] | undefined): readonly string[] | null {
  return names === undefined ? null : [...new Set(names)].sort();
}

function readPassword(body: Body): DeclaredPassword | DeclarationProblem {
  const fault =
    body.text === undefined
      ? 'A password is a text of at most 128 KiB without a NUL byte.'
      : body.text === ''
        ? 'An empty password would open the account to everybody, or to nobody.'
        : undefined;
  if (fault !== undefined) return { property: 'password', detail: fault };
  return { text: body.text ?? '', sha256: body.sha256, sizeBytes: body.sizeBytes };
}

/** Words that stand for other roles, or for none, wherever a role is named. */
const reserved: readonly string[] = ['public', 'none'];

function identityProblems(identity: string): readonly DeclarationProblem[] {
  const isReserved = reserved.includes(identity.toLowerCase()) || identity.startsWith('pg_');
  return isReserved ? [{ property: '', detail: `"${identity}" is a name that servers keep to themselves.` }] : [];
}

function listProblems(properties: Properties): readonly DeclarationProblem[] {
  return (['member_of', 'default_roles'] as const).flatMap((property) =>
    (properties[property] ?? []).flatMap((name) => {
      const detail = nameFault(name);
      return detail === undefined ? [] : [{ property, detail }];
    }),
  );
}

function combinationProblems(properties: Properties): readonly DeclarationProblem[] {
  const { exclusive, member_of: memberOf, update_password: update, password, authentication } = properties;
  const problems: DeclarationProblem[] = [];
  if (exclusive === true && memberOf === undefined) {
    problems.push({
      property: 'exclusive',
      detail: 'Of which roles the role is a member is not declared.',
      hint: 'add `member_of:`, also as an empty list',
    });
  }
  if (update !== undefined && password === undefined) {
    problems.push({ property: 'update_password', detail: 'There is no password to set.', hint: 'add `password:`' });
  }
  if (authentication !== undefined && !/^\w+$/.test(authentication)) {
    problems.push({ property: 'authentication', detail: `"${authentication}" is no name of a plugin.` });
  }
  return problems;
}

function badInstant(text: string): DeclarationProblem {
  const hint = 'write a date such as 2027-01-31, a time such as 2027-01-31T18:00:00Z, or infinity';
  return { property: 'valid_until', detail: `"${text}" is no point in time, or does not tell its zone.`, hint };
}
