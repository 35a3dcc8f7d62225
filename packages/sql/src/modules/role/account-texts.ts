import { dialectOf } from '../../dialect.ts';
import { accountOf } from '../../mysql/account.ts';
import type { RoleDeclared } from './declared.ts';
import { memberChanges } from './diff.ts';
import { mysqlLimit } from './limits.ts';
import type { RoleWork } from './operations.ts';
import { schemeFor } from './password.ts';

type Product = 'mysql' | 'mariadb';

/** An account or role as statements name it: `` `app`@`10.%` ``, or `` `reader` `` for a role. */
export function accountText(product: Product, name: string): string {
  const { name: quoted } = dialectOf(product);
  const { user, host } = accountOf(name);
  return host === null ? quoted(user) : `${quoted(user)}@${quoted(host)}`;
}

/**
 * The statement that makes an account or role, or changes an account; with a tail, the stored form of a password belongs between the
 * two. Undefined when nothing of it changes.
 */
export function setUpAccount(
  work: RoleWork,
  product: Product,
): { readonly head: string; readonly tail?: string } | undefined {
  const { declared, paths } = work;
  const isNew = paths.has('state');
  const account = accountText(product, declared.name);
  if (accountOf(declared.name).host === null) return isNew ? { head: `CREATE ROLE ${account}` } : undefined;
  const options = optionWords(declared, paths, product);
  const verb = `${isNew ? 'CREATE' : 'ALTER'} USER ${account}`;
  const plugin = pluginOf(work);
  if (paths.has('password') && plugin !== undefined) {
    const way = product === 'mariadb' ? `IDENTIFIED VIA ${plugin} USING ` : `IDENTIFIED WITH ${plugin} AS `;
    return { head: `${verb} ${way}`, tail: options.map((option) => ` ${option}`).join('') };
  }
  const way = product === 'mariadb' ? 'IDENTIFIED VIA' : 'IDENTIFIED WITH';
  const { authentication } = declared.account;
  const identified = paths.has('authentication') && authentication !== null ? [`${way} ${authentication}`] : [];
  if (!isNew && identified.length + options.length === 0) return undefined;
  return { head: [verb, ...identified, ...options].join(' ') };
}

/** The statements about the roles of an account or role. */
export function mysqlRoleTexts({ declared, paths, facts }: RoleWork, product: Product): readonly string[] {
  const account = accountText(product, declared.name);
  const { gained, lost } = memberChanges(declared, facts);
  const changed = paths.has('member_of');
  return [
    ...(changed ? gained : []).map((role) => `GRANT ${accountText(product, role)} TO ${account}`),
    ...(changed ? lost : []).map((role) => `REVOKE ${accountText(product, role)} FROM ${account}`),
    ...(paths.has('default_roles') ? [defaultRolesText(declared, product)] : []),
  ];
}

function pluginOf({ declared, server, facts }: RoleWork): string | undefined {
  return declared.account.authentication ?? schemeFor(declared, server, facts);
}

function defaultRolesText({ name, account }: RoleDeclared, product: Product): string {
  const roles = (account.defaultRoles ?? []).map((role) => accountText(product, role));
  const list = roles.length === 0 ? 'NONE' : roles.join(', ');
  return product === 'mariadb'
    ? `SET DEFAULT ROLE ${list} FOR ${accountText(product, name)}`
    : `SET DEFAULT ROLE ${list} TO ${accountText(product, name)}`;
}

/** What follows the way to log in: TLS, limits, the lock, in the order that both servers take. */
function optionWords(declared: RoleDeclared, paths: ReadonlySet<string>, product: Product): readonly string[] {
  const { account, connectionLimit } = declared;
  const limits = [
    ['max_queries_per_hour', 'MAX_QUERIES_PER_HOUR', account.maxQueriesPerHour],
    ['max_updates_per_hour', 'MAX_UPDATES_PER_HOUR', account.maxUpdatesPerHour],
    ['max_connections_per_hour', 'MAX_CONNECTIONS_PER_HOUR', account.maxConnectionsPerHour],
    ['connection_limit', 'MAX_USER_CONNECTIONS', connectionLimit === null ? null : mysqlLimit(connectionLimit)],
  ] as const;
  const limited = limits
    .filter(([path, , value]) => value !== null && paths.has(path))
    .map(([, word, value]) => `${word} ${value}`);
  return [
    ...tlsWords(declared, paths, product),
    ...(limited.length === 0 ? [] : [`WITH ${limited.join(' ')}`]),
    ...(account.locked !== null && paths.has('locked') ? [`ACCOUNT ${account.locked ? 'LOCK' : 'UNLOCK'}`] : []),
  ];
}

/** REQUIRE replaces all that was required before, so all that is declared is said again. */
function tlsWords({ account }: RoleDeclared, paths: ReadonlySet<string>, product: Product): readonly string[] {
  const { tls, tlsSubject, tlsIssuer, tlsCipher } = account;
  if (!['tls', 'tls_subject', 'tls_issuer', 'tls_cipher'].some((path) => paths.has(path))) return [];
  const { text } = dialectOf(product);
  const specific = [
    ...(tlsSubject === null ? [] : [`SUBJECT ${text(tlsSubject)}`]),
    ...(tlsIssuer === null ? [] : [`ISSUER ${text(tlsIssuer)}`]),
    ...(tlsCipher === null ? [] : [`CIPHER ${text(tlsCipher)}`]),
  ];
  return [`REQUIRE ${specific.length > 0 ? specific.join(' AND ') : (tls ?? 'none').toUpperCase()}`];
}
