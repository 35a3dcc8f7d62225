import { type Address, formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { pathReferences } from '../../paths/path-references.ts';
import { declareLink, type LinkDeclared, type LinkState, linkSchema } from './declared.ts';
import { diffLink } from './diff.ts';
import { linkQueries, observeLink } from './observe.ts';
import { linkOperations } from './operations.ts';
import { predictLink } from './predict.ts';
import { restoreLink } from './restore.ts';

/** A symbolic link: where it leads and who owns it. */
export const link = defineResource<LinkDeclared, LinkState>()({
  type: 'link',
  channel: 'sh',
  summary: 'A symbolic link: where it leads, its owner and group.',
  identityDescription: 'Absolute path of the link.',
  schema: linkSchema,
  examples: [
    `- link: /srv/app/current
  target: releases/2026-03-01`,
    `- link: /etc/localtime
  target: /usr/share/zoneinfo/Europe/Zurich
  force: true`,
    `- link: /etc/nginx/sites-enabled/default
  state: absent`,
  ],
  declare: declareLink,
  claims: (declared) => [`path:${declared.path}`],
  references: linkReferences,
  queries: linkQueries,
  observe: observeLink,
  diff: diffLink,
  operations: linkOperations,
  predict: predictLink,
  restore: restoreLink,
  undo: 'Where it led, its owner and group come back, and a link that was made goes again. A file or directory that it replaced does not.',
});

function linkReferences(declared: LinkDeclared): readonly Address[] {
  const { owner, group } = declared.ownership;
  // What goes away must go before the directory that holds it, not after.
  if (declared.state === 'absent') return [];
  return [
    ...pathReferences(declared.path),
    ...(owner === null ? [] : [formatAddress('user', owner)]),
    ...(group === null ? [] : [formatAddress('group', group)]),
  ];
}
