import { dialectOf } from '../../dialect.ts';
import type { Product } from '../../session/session.ts';
import { accountText } from '../role/account-texts.ts';
import type { GrantDeclared } from './declared.ts';

/** Privileges that are given or taken on objects of one kind. */
export type GrantStatement = {
  readonly verb: 'GRANT' | 'REVOKE' | 'REVOKE GRANT OPTION';
  /** As the server's reader names them: `TABLE app.orders`; behind a NUL in a privilege stands the column that it is for. */
  readonly objects: readonly string[];
  readonly privileges: readonly string[];
  readonly declared: GrantDeclared;
  readonly product: Product;
};

/** The statements: one for PostgreSQL, one per object for MySQL and MariaDB. */
export function grantTexts(statement: GrantStatement): readonly string[] {
  const { objects, declared, product } = statement;
  const privileges = privilegeList(statement);
  if (product !== 'postgres') return objects.map((object) => mysqlText(statement, object, privileges));
  const role = declared.role === 'public' ? 'PUBLIC' : dialectOf(product).name(declared.role);
  if (declared.defaultsOf === null) return [postgresText(statement, { privileges, role, on: mergedObjects(objects) })];
  return objects.map((object) => {
    const at = object.lastIndexOf(' ');
    const head = at < 0 ? '' : ` ${object.slice(0, at)}`;
    return `ALTER DEFAULT PRIVILEGES${head} ${postgresText(statement, { privileges, role, on: object.slice(at + 1) })}`;
  });
}

/** `SELECT, INSERT`, or `SELECT (id, total)` for columns. */
function privilegeList({ privileges, product }: GrantStatement): string {
  const columns = new Map<string, string[]>();
  for (const each of privileges) {
    const [word = '', column] = each.split('\0');
    columns.set(word, [...(columns.get(word) ?? []), ...(column === undefined ? [] : [column])]);
  }
  const { name } = dialectOf(product);
  return [...columns]
    .map(([word, names]) =>
      word === 'ALL' ? 'ALL PRIVILEGES' : names.length === 0 ? word : `${word} (${names.map(name).join(', ')})`,
    )
    .join(', ');
}

function postgresText(
  { verb, declared }: GrantStatement,
  { privileges, role, on }: { readonly privileges: string; readonly role: string; readonly on: string },
): string {
  switch (verb) {
    case 'GRANT':
      return `GRANT ${privileges} ON ${on} TO ${role}${declared.grantOption === true ? ' WITH GRANT OPTION' : ''}`;
    case 'REVOKE':
      return `REVOKE ${privileges} ON ${on} FROM ${role}`;
    case 'REVOKE GRANT OPTION':
      return `REVOKE GRANT OPTION FOR ${privileges} ON ${on} FROM ${role}`;
    default:
      return verb satisfies never;
  }
}

/** `TABLE a` and `TABLE b` are `TABLE a, b`. */
function mergedObjects(objects: readonly string[]): string {
  const [first = '', ...rest] = objects;
  const kind = /^(?:TABLE|SEQUENCE|ROUTINE) /.exec(first)?.[0] ?? '';
  return [first, ...rest.map((each) => each.slice(kind.length))].join(', ');
}

/** The grant option belongs to all privileges of an account on an object. */
function mysqlText({ verb, declared, product }: GrantStatement, object: string, privileges: string): string {
  const account = accountText(product === 'mysql' ? 'mysql' : 'mariadb', declared.role);
  switch (verb) {
    case 'GRANT':
      return `GRANT ${privileges} ON ${object} TO ${account}${declared.grantOption === true ? ' WITH GRANT OPTION' : ''}`;
    case 'REVOKE':
      return `REVOKE ${privileges} ON ${object} FROM ${account}`;
    case 'REVOKE GRANT OPTION':
      return `REVOKE GRANT OPTION ON ${object} FROM ${account}`;
    default:
      return verb satisfies never;
  }
}
