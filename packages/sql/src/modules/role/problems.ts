import { type Answers, type Diagnostic, errorDiagnostic } from '@setpoint/model';
import type { RoleFacts } from '../../driver/objects/role.ts';
import type { RoleDependents } from '../../driver/objects/role-dependents.ts';
import type { ServerFacts } from '../../driver/objects/server.ts';
import { accountOf } from '../../mysql/account.ts';
import { isStoredForm } from '../../passwords/stored.ts';
import { serverNameProblems } from '../server-object/names.ts';
import { foreignProblems, knownOf, missingProblem, type ServerObject } from '../server-object/state.ts';
import type { RoleDeclared } from './declared.ts';
import { schemeFor } from './password.ts';

/** What makes the declared role impossible on this server. */
export function roleProblems(
  declared: RoleDeclared,
  answers: Answers,
  { server, object }: ServerObject<RoleFacts>,
): readonly Diagnostic[] {
  const facts = knownOf(object);
  const named = serverNameProblems(server, { role: [declared.name, ...(declared.memberOf ?? [])] });
  if (declared.state === 'absent') return [...named, ...removalProblems(declared, answers, server)];
  return [
    ...named,
    ...foreignProblems(server, productProperties(declared)),
    ...memberProblems(declared, answers),
    ...(server.product === 'postgres' ? [] : accountProblems(declared, server, facts)),
  ];
}

function productProperties({ flags, validUntil, comment, settings, account }: RoleDeclared) {
  const { authentication, locked, tls, tlsSubject, tlsIssuer, tlsCipher, defaultRoles, ...limits } = account;
  const postgres = { ...flags, valid_until: validUntil, comment, settings };
  const mysql = {
    authentication,
    locked,
    tls,
    tls_subject: tlsSubject,
    tls_issuer: tlsIssuer,
    tls_cipher: tlsCipher,
    default_roles: defaultRoles,
    max_queries_per_hour: limits.maxQueriesPerHour,
    max_updates_per_hour: limits.maxUpdatesPerHour,
    max_connections_per_hour: limits.maxConnectionsPerHour,
  };
  const of = (properties: Readonly<Record<string, unknown>>, family: 'postgres' | 'mysql') =>
    Object.entries(properties).flatMap(([name, value]) => (value === null ? [] : [[name, family] as const]));
  return Object.fromEntries([...of(postgres, 'postgres'), ...of(mysql, 'mysql')]);
}

function memberProblems({ name, memberOf, account }: RoleDeclared, answers: Answers): readonly Diagnostic[] {
  return [...new Set([...(memberOf ?? []), ...(account.defaultRoles ?? [])])]
    .filter((other) => answers[`role ${other}`]?.status === 'absent')
    .map((other) => missingProblem('role', other, `"${name}" should be a member of it`));
}

function removalProblems({ name }: RoleDeclared, answers: Answers, server: ServerFacts): readonly Diagnostic[] {
  if (answers['role']?.status !== 'found') return [];
  if (name === server.user) {
    const detail = `"${name}" is the role that the node’s own connection uses.`;
    return [errorDiagnostic('SP664', { detail, hint: 'set another `user:` for the node' })];
  }
  const dependents = answers['dependents'];
  const lines = dependents?.status === 'found' ? (dependents.value as RoleDependents).lines : [];
  // What this plan takes away before may be all of it; then the server itself decides.
  if (lines.length === 0 || answers['departures']?.status === 'unknown') return [];
  const isPostgres = server.product === 'postgres';
  return [
    errorDiagnostic('SP666', {
      detail: isPostgres
        ? `The role "${name}" owns or may use ${lines.join(', ')}, and PostgreSQL drops no such role.`
        : `${lines.join(', ')} run in the name of "${name}" and would fail without it.`,
      hint: isPostgres
        ? 'in each database, give away what it owns with REASSIGN OWNED, then take its privileges away with DROP OWNED'
        : 'make them anew with another DEFINER',
    }),
  ];
}

function accountProblems(
  declared: RoleDeclared,
  server: ServerFacts,
  facts: RoleFacts | undefined,
): readonly Diagnostic[] {
  const { name, password, account, connectionLimit } = declared;
  const isRole = accountOf(name).host === null;
  const isLimited = connectionLimit !== null || Object.values(account).some((value) => value !== null);
  if (isRole && (password !== null || isLimited)) {
    return [
      errorDiagnostic('SP662', {
        detail: `"${name}" names no host, so it is a role on this server, and roles have no password, no limits and no way to log in.`,
        hint: `declare \`role: ${name}@%\`, or another host than any`,
      }),
    ];
  }
  if (isRole) return [];
  const scheme = schemeFor(declared, server, facts);
  if (password !== null && scheme === undefined && !isStoredForm(password.text)) {
    return [
      errorDiagnostic('SP662', {
        detail: `Setpoint does not know what the plugin "${account.authentication ?? server.passwordScheme}" stores for a password.`,
        hint: 'declare `authentication: mysql_native_password`, `ed25519` or `caching_sha2_password`',
      }),
    ];
  }
  return openProblems(declared, facts);
}

/** Plugins that let in by a password or its like; without one the account is open to everybody. */
const passwordPlugins: readonly string[] = [
  'mysql_native_password',
  'mysql_old_password',
  'caching_sha2_password',
  'sha256_password',
  'ed25519',
];

function openProblems({ name, password, account }: RoleDeclared, facts: RoleFacts | undefined): readonly Diagnostic[] {
  const { authentication } = account;
  const asks = authentication === null || passwordPlugins.includes(authentication);
  const changes =
    facts === undefined || (authentication !== null && facts.product !== 'postgres' && facts.plugin !== authentication);
  if (password !== null || account.locked === true || !asks || !changes) return [];
  return [
    errorDiagnostic('SP669', {
      detail: `The account "${name}" would be made without a password, so everybody could log in as it.`,
      hint: 'add `password:`, or an `authentication:` without passwords, such as unix_socket',
    }),
  ];
}
