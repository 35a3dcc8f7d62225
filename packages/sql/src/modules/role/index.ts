import { type Address, formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import type { RoleFacts } from '../../driver/objects/role.ts';
import { declareRole, type RoleDeclared } from './declared.ts';
import { diffRole } from './diff.ts';
import { observeRole, type RoleState, roleQueries } from './observe.ts';
import { roleOperations } from './operations.ts';
import { predictRole } from './predict.ts';
import { roleSchema } from './schema.ts';

/** A role of PostgreSQL, or an account or role of MySQL and MariaDB. */
export const role = defineResource<RoleDeclared, RoleState<RoleFacts>>()({
  type: 'role',
  channel: 'sql',
  summary:
    'A role of PostgreSQL, or an account or role of MySQL and MariaDB: what it may do, its password and its memberships.',
  identityDescription:
    'Name of the role. An account of MySQL and MariaDB is a name with its host, such as `app@10.0.0.%`; a name without a host is a role there.',
  schema: roleSchema,
  examples: [
    `- role: orders
  login: true
  password: "\${{ secret('orders-db') }}"
  connection_limit: 50
  settings: { statement_timeout: 30s }`,
    `- role: reporting
  member_of: [pg_read_all_data]
  exclusive: true
  comment: Dashboards`,
    `- role: shop@10.0.0.%
  password: "\${{ secret('shop-db') }}"
  tls: ssl
  max_queries_per_hour: 10000`,
    `- role: intern
  state: absent`,
  ],
  declare: declareRole,
  claims: ({ name }) => [`role:${name}`],
  references: roleReferences,
  queries: roleQueries,
  observe: observeRole,
  diff: diffRole,
  operations: roleOperations,
  predict: predictRole,
  undo: 'Cannot be undone: objects may belong to it by now, and the passwords of roles are not kept.',
});

function roleReferences({ state, memberOf, account }: RoleDeclared): readonly Address[] {
  if (state === 'absent') return [];
  return [...new Set([...(memberOf ?? []), ...(account.defaultRoles ?? [])])].map((name) =>
    formatAddress('role', name),
  );
}
