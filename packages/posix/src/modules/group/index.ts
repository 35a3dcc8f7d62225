import { formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { declareGroup, type GroupDeclared, type GroupState, groupSchema } from './declared.ts';
import { diffGroup } from './diff.ts';
import { importGroup } from './import.ts';
import { groupQueries, observeGroup } from './observe.ts';
import { groupOperations } from './operations.ts';
import { predictGroup } from './predict.ts';
import { restoreGroup } from './restore.ts';

/** A group of the node: its number and its members. */
export const group = defineResource<GroupDeclared, GroupState>()({
  type: 'group',
  channel: 'sh',
  summary: 'A group of the node: its number and its members.',
  identityDescription: 'Name of the group.',
  schema: groupSchema,
  examples: [
    `- group: deploy
  gid: 1500`,
    `- group: operators
  members: [alice, bob]`,
    `- group: contractors
  state: absent`,
  ],
  declare: declareGroup,
  claims: (declared) => [`group:${declared.name}`],
  references: (declared) => (declared.members ?? []).map((member) => formatAddress('user', member)),
  queries: groupQueries,
  observe: observeGroup,
  diff: diffGroup,
  operations: groupOperations,
  predict: predictGroup,
  restore: restoreGroup,
  undo: 'Its number and its members come back, and a group that was made goes again.',
  importing: importGroup,
});
