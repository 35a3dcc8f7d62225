import type { Answers, Prediction } from '@setpoint/model';
import { found } from '../../driver/objects/object-kind.ts';
import type { Membership, MysqlRole, PostgresRole, RoleFacts } from '../../driver/objects/role.ts';
import type { ServerFacts } from '../../driver/objects/server.ts';
import { accountOf } from '../../mysql/account.ts';
import { predictSettings } from '../server-object/settings.ts';
import { knownOf, observeObject } from '../server-object/state.ts';
import type { RoleDeclared } from './declared.ts';
import { memberPair } from './diff.ts';
import { mysqlLimit } from './limits.ts';
import { predictStored, schemeFor } from './password.ts';

/** The server will have the role as declared, or will not have it. */
export function predictRole(declared: RoleDeclared, answers: Answers): Prediction {
  if (declared.state === 'absent') return { answers: { role: { status: 'absent' }, dependents: found({ lines: [] }) } };
  const observed = observeObject<RoleFacts>(answers, 'role');
  if (observed.kind !== 'present') return { answers: {} };
  const { server, object } = observed.state;
  const before = knownOf(object);
  const after =
    server.product === 'postgres'
      ? predictPostgres(declared, server, before?.product === 'postgres' ? before : undefined)
      : predictAccount(declared, server, before?.product === 'postgres' ? undefined : before);
  const tried = answers['login']?.status === 'found' ? { login: found({ result: 'right', why: '' }) } : {};
  return { answers: { role: found(after), ...tried } };
}

function predictPostgres(declared: RoleDeclared, server: ServerFacts, before: PostgresRole | undefined): PostgresRole {
  const { flags, comment } = declared;
  return {
    product: 'postgres',
    login: flags.login ?? before?.login ?? false,
    superuser: flags.superuser ?? before?.superuser ?? false,
    createdb: flags.createdb ?? before?.createdb ?? false,
    createrole: flags.createrole ?? before?.createrole ?? false,
    replication: flags.replication ?? before?.replication ?? false,
    bypassrls: flags.bypassrls ?? before?.bypassrls ?? false,
    inherit: flags.inherit ?? before?.inherit ?? true,
    connectionLimit: declared.connectionLimit ?? before?.connectionLimit ?? -1,
    validUntil: declared.validUntil ?? before?.validUntil ?? null,
    comment: comment === null ? (before?.comment ?? null) : comment === '' ? null : comment,
    settings: predictSettings(declared.settings, before?.settings ?? []),
    memberOf: predictMemberships(declared, before),
    password: before !== undefined && before.password === null ? null : predictStored(declared, server, before),
  };
}

function predictMemberships(declared: RoleDeclared, before: RoleFacts | undefined): readonly Membership[] {
  const { wanted } = memberPair(declared, before);
  if (!Array.isArray(wanted)) return before?.memberOf ?? [];
  return wanted.map(
    (role) => before?.memberOf.find((each) => each.role === role) ?? { role: String(role), admin: false },
  );
}

function predictAccount(declared: RoleDeclared, server: ServerFacts, before: MysqlRole | undefined): MysqlRole {
  const { account, connectionLimit, name } = declared;
  const isRole = accountOf(name).host === null;
  const specific = account.tlsSubject ?? account.tlsIssuer ?? account.tlsCipher;
  return {
    product: server.product === 'mysql' ? 'mysql' : 'mariadb',
    isRole,
    plugin: isRole ? '' : (account.authentication ?? schemeFor(declared, server, before) ?? before?.plugin ?? ''),
    password: isRole ? null : predictStored(declared, server, before),
    locked: account.locked ?? before?.locked ?? false,
    memberOf: predictMemberships(declared, before),
    defaultRoles: account.defaultRoles ?? before?.defaultRoles ?? [],
    tls: specific === null ? (account.tls ?? before?.tls ?? 'none') : 'specified',
    tlsIssuer: account.tlsIssuer ?? before?.tlsIssuer ?? '',
    tlsSubject: account.tlsSubject ?? before?.tlsSubject ?? '',
    tlsCipher: account.tlsCipher ?? before?.tlsCipher ?? '',
    maxQueriesPerHour: account.maxQueriesPerHour ?? before?.maxQueriesPerHour ?? 0,
    maxUpdatesPerHour: account.maxUpdatesPerHour ?? before?.maxUpdatesPerHour ?? 0,
    maxConnectionsPerHour: account.maxConnectionsPerHour ?? before?.maxConnectionsPerHour ?? 0,
    maxUserConnections: connectionLimit === null ? (before?.maxUserConnections ?? 0) : mysqlLimit(connectionLimit),
  };
}
