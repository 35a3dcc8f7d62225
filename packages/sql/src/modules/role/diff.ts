import type { Edit, Observed } from '@setpoint/model';
import type { MysqlRole, PostgresRole, RoleFacts } from '../../driver/objects/role.ts';
import { objectEdits, type Pair } from '../server-object/edits.ts';
import { settingPairs } from '../server-object/settings.ts';
import { knownOf } from '../server-object/state.ts';
import type { RoleDeclared, RoleFlags } from './declared.ts';
import { mysqlLimit } from './limits.ts';
import type { RoleState } from './observe.ts';
import { passwordEdits } from './password.ts';

/** The properties of a role that differ from their declaration. */
export function diffRole(declared: RoleDeclared, observed: Observed<RoleState<RoleFacts>>): readonly Edit[] {
  const edits = objectEdits(declared.state, observed, (facts) => [
    ...(facts === undefined || facts.product === 'postgres' ? postgresPairs(declared, facts) : []),
    memberPair(declared, facts),
    ...(facts?.product === 'postgres' ? [] : accountPairs(declared, facts)),
  ]);
  if (observed.kind !== 'present' || declared.state === 'absent') return edits;
  const { object, password } = observed.state;
  const isKnown = object === null || knownOf(object) !== undefined;
  const own = passwordEdits(declared, password);
  const before = edits[0]?.before;
  return [...edits, ...(isKnown || before === undefined ? own : own.map((edit) => ({ ...edit, before })))];
}

function postgresPairs(declared: RoleDeclared, facts: PostgresRole | undefined): readonly Pair[] {
  const { flags, connectionLimit, validUntil, comment, settings } = declared;
  return [
    ...(Object.keys(flags) as (keyof RoleFlags)[]).map((path) => ({ path, wanted: flags[path], found: facts?.[path] })),
    { path: 'connection_limit', wanted: connectionLimit, found: facts?.connectionLimit },
    { path: 'valid_until', wanted: validUntil, found: facts?.validUntil, isSame: sameInstant(validUntil, facts) },
    {
      path: 'comment',
      wanted: comment,
      found: facts?.comment,
      isSame: comment === null || comment === (facts?.comment ?? ''),
    },
    ...settingPairs(settings, facts?.settings ?? []),
  ];
}

/** A role that never got a time stays valid for ever. */
function sameInstant(wanted: string | null, facts: PostgresRole | undefined): boolean {
  if (wanted === null) return true;
  return facts !== undefined && wanted === (facts.validUntil ?? 'infinity');
}

/** Memberships that are declared beside those of them that are there; with `exclusive` beside all that are there. */
function memberPair({ memberOf, exclusive }: RoleDeclared, facts: RoleFacts | undefined): Pair {
  const present = facts?.memberOf.map((each) => each.role).sort() ?? [];
  const counted = exclusive ? present : present.filter((role) => memberOf?.includes(role) === true);
  const isSame = memberOf === null || memberOf.join('\0') === counted.join('\0');
  return { path: 'member_of', wanted: memberOf, found: counted.length === 0 ? undefined : counted, isSame };
}

/** What changes of the memberships, in the order of the names. */
export function memberChanges(
  { memberOf, exclusive }: RoleDeclared,
  facts: RoleFacts | undefined,
): { readonly gained: readonly string[]; readonly lost: readonly string[] } {
  const present = facts?.memberOf.map((each) => each.role) ?? [];
  return {
    gained: (memberOf ?? []).filter((role) => !present.includes(role)),
    lost: exclusive ? present.filter((role) => memberOf?.includes(role) !== true).sort() : [],
  };
}

function accountPairs({ account, connectionLimit }: RoleDeclared, facts: MysqlRole | undefined): readonly Pair[] {
  const found: Partial<MysqlRole> = facts ?? {};
  const isLimit = connectionLimit === null || mysqlLimit(connectionLimit) === facts?.maxUserConnections;
  return [
    { path: 'authentication', wanted: account.authentication, found: found.plugin },
    { path: 'locked', wanted: account.locked, found: found.locked },
    ...tlsPairs(account, found),
    ...(facts === undefined
      ? []
      : [{ path: 'connection_limit', wanted: connectionLimit, found: facts.maxUserConnections, isSame: isLimit }]),
    { path: 'max_queries_per_hour', wanted: account.maxQueriesPerHour, found: found.maxQueriesPerHour },
    { path: 'max_updates_per_hour', wanted: account.maxUpdatesPerHour, found: found.maxUpdatesPerHour },
    { path: 'max_connections_per_hour', wanted: account.maxConnectionsPerHour, found: found.maxConnectionsPerHour },
    defaultRolesPair(account, found),
  ];
}

function tlsPairs(account: RoleDeclared['account'], found: Partial<MysqlRole>): readonly Pair[] {
  const { tls, tlsSubject, tlsIssuer, tlsCipher } = account;
  return [
    {
      path: 'tls',
      wanted: tls,
      found: found.tls,
      isSame: tls === null || found.tls === tls || tls === impliedTls(account),
    },
    { path: 'tls_subject', wanted: tlsSubject, found: found.tlsSubject },
    { path: 'tls_issuer', wanted: tlsIssuer, found: found.tlsIssuer },
    { path: 'tls_cipher', wanted: tlsCipher, found: found.tlsCipher },
  ];
}

function defaultRolesPair(
  { defaultRoles }: RoleDeclared['account'],
  { defaultRoles: present }: Partial<MysqlRole>,
): Pair {
  const isSame = defaultRoles === null || defaultRoles.join('\0') === [...(present ?? [])].sort().join('\0');
  return { path: 'default_roles', wanted: defaultRoles, found: present, isSame };
}

/** A subject, issuer or cipher asks for a certificate by itself, so `x509` beside it says nothing more. */
function impliedTls({ tlsSubject, tlsIssuer, tlsCipher }: RoleDeclared['account']): string | null {
  return tlsSubject === null && tlsIssuer === null && tlsCipher === null ? null : 'x509';
}
