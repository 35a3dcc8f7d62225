import { type Address, formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { pathReferences } from '../../paths/path-references.ts';
import { declareLink, type LinkDeclared, type LinkState, linkSchema, targetOf } from './declared.ts';
import { diffLink } from './diff.ts';
import { importLink } from './import.ts';
import { linkQueries, observeLink } from './observe.ts';
import { linkOperations } from './operations.ts';
import { predictLink } from './predict.ts';
import { restoreLink } from './restore.ts';

/** A symbolic link, where it leads and who owns it; or a hard link, which is another name of a file. */
export const link = defineResource<LinkDeclared, LinkState>()({
  type: 'link',
  channel: 'sh',
  summary: 'A symbolic link: where it leads, its owner and group. Or a hard link, another name of a file.',
  identityDescription: 'Absolute path of the link.',
  schema: linkSchema,
  examples: [
    `- link: /srv/app/current
  target: releases/2026-03-01`,
    `- link: /etc/localtime
  target: /usr/share/zoneinfo/Europe/Zurich
  force: true
  backup: true`,
    `- link: /srv/backup/app.db
  target: /srv/app/app.db
  hard: true`,
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
  undo: 'Where it led, its owner and group come back, and a link that was made goes again. A file or directory that it replaced does not; `backup: true` keeps the file.',
  importing: importLink,
});

function linkReferences(declared: LinkDeclared): readonly Address[] {
  const { owner, group } = declared.ownership;
  // What goes away must go before the directory that holds it, not after.
  if (declared.state === 'absent') return [];
  return [
    ...pathReferences(declared.path),
    ...(declared.hard === true ? targetReferences(targetOf(declared)) : []),
    ...(owner === null ? [] : [formatAddress('user', owner)]),
    ...(group === null ? [] : [formatAddress('group', group)]),
  ];
}

/** A hard link can only be made of a file that is there. */
function targetReferences(target: string): readonly Address[] {
  return [formatAddress('file', target), ...pathReferences(target)];
}
