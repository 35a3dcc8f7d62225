import { type Address, formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { pathReferences } from '../../paths/path-references.ts';
import { declareUser, homeOf, type UserDeclared, type UserState } from './declared.ts';
import { diffUser } from './diff.ts';
import { importUser } from './import.ts';
import { observeUser, userQueries } from './observe.ts';
import { userOperations } from './operations.ts';
import { userPaths } from './paths.ts';
import { predictUser } from './predict.ts';
import { restoreUser } from './restore.ts';
import { userSchema } from './schema.ts';

/** An account of the node: its numbers, groups, home, shell, password and ageing. */
export const user = defineResource<UserDeclared, UserState>()({
  type: 'user',
  channel: 'sh',
  summary:
    'An account of the node: its number, groups, home, shell, password and expiry, and whether its own units run without a login.',
  identityDescription: 'Name of the account.',
  schema: userSchema,
  examples: [
    `- user: deploy
  comment: Deployments
  groups: [docker]
  append: true
  shell: /bin/bash`,
    `- user: backup-agent
  system: true
  home: /var/lib/backup-agent
  create_home: true
  shell: /usr/sbin/nologin`,
    `- user: alice
  password: "\${{ secret('alice-hash') }}"
  update_password: on_create
  expires: 2027-01-31`,
    `- user: syncer
  ssh_key: { comment: syncer of the lab }
  linger: true`,
    `- user: mallory
  state: absent
  remove_home: true`,
  ],
  declare: declareUser,
  claims: (declared) => [`account:${declared.name}`],
  references: userReferences,
  queries: userQueries,
  observe: observeUser,
  diff: diffUser,
  operations: userOperations,
  predict: predictUser,
  restore: restoreUser,
  undo: 'Number, groups, comment, home, shell, lock, ageing and lingering come back, and an account that was made goes again, with the home directory made for it. Passwords do not come back, and an SSH key that was made stays.',
  importing: importUser,
  paths: userPaths,
});

function userReferences(declared: UserDeclared): readonly Address[] {
  const { name, group, groups } = declared;
  // A group of the account's own name, declared apart, gives the account its primary group.
  return [
    ...new Set([group ?? name, ...(groups ?? [])].map((each) => formatAddress('group', each))),
    ...(declared.state === 'present' ? pathReferences(homeOf(declared)) : []),
  ];
}
