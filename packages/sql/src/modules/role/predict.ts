import type { Answers, Prediction } from '@setpoint/model';
import { found } from '../../driver/objects/object-kind.ts';
import type { Membership, MysqlRole, PostgresRole, RoleFacts } from '../../driver/objects/role.ts';
import type { ServerFacts } from '../../driver/objects/server.ts';
import { accountOf } from '../../mysql/account.ts';
import { withDeclared } from '../server-object/edits.ts';
import { predictSettings } from '../server-object/settings.ts';
import { knownOf, observeObject } from '../server-object/state.ts';
import type { RoleDeclared } from './declared.ts';
import { memberChanges } from './diff.ts';
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
  const { flags, comment, connectionLimit, validUntil } = declared;
  const found = before ?? newRole;
  return {
    ...withDeclared<PostgresRole>(found, { ...flags, connectionLimit, validUntil, comment }),
    ...(comment === '' ? { comment: null } : {}),
    settings: predictSettings(declared.settings, found.settings),
    memberOf: predictMemberships(declared, before),
    password: found.password === null ? null : predictStored(declared, server, before),
  };
}

const newRole: PostgresRole = {
  product: 'postgres',
  login: false,
  superuser: false,
  createdb: false,
  createrole: false,
  replication: false,
  bypassrls: false,
  inherit: true,
  connectionLimit: -1,
  validUntil: null,
  comment: null,
  settings: [],
  memberOf: [],
  password: { scheme: 'none' },
};

function predictMemberships(declared: RoleDeclared, before: RoleFacts | undefined): readonly Membership[] {
  const { gained, lost } = memberChanges(declared, before);
  const kept = (before?.memberOf ?? []).filter(({ role }) => !lost.includes(role));
  return [...kept, ...gained.map((role) => ({ role, admin: false }))];
}

function predictAccount(declared: RoleDeclared, server: ServerFacts, before: MysqlRole | undefined): MysqlRole {
  const { account, connectionLimit, name } = declared;
  const { authentication, tlsSubject, tlsIssuer, tlsCipher, tls, ...others } = account;
  const isRole = accountOf(name).host === null;
  const found = before ?? newAccount;
  const isSpecific = [tlsSubject, tlsIssuer, tlsCipher].some((each) => each !== null);
  const after = withDeclared<MysqlRole>(found, {
    ...others,
    ...(isRole ? {} : { plugin: authentication ?? schemeFor(declared, server, before) ?? null }),
    tls: isSpecific ? 'specified' : tls,
    tlsSubject,
    tlsIssuer,
    tlsCipher,
    maxUserConnections: connectionLimit === null ? null : mysqlLimit(connectionLimit),
  });
  return {
    ...after,
    product: server.product === 'mysql' ? 'mysql' : 'mariadb',
    isRole,
    password: isRole ? null : predictStored(declared, server, before),
    memberOf: predictMemberships(declared, before),
  };
}

const newAccount: MysqlRole = {
  product: 'mariadb',
  isRole: false,
  plugin: '',
  password: { scheme: 'none' },
  locked: false,
  memberOf: [],
  defaultRoles: [],
  tls: 'none',
  tlsIssuer: '',
  tlsSubject: '',
  tlsCipher: '',
  maxQueriesPerHour: 0,
  maxUpdatesPerHour: 0,
  maxConnectionsPerHour: 0,
  maxUserConnections: 0,
};
