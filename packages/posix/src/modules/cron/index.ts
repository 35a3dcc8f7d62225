import { type Address, formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { pathReferences } from '../../paths/path-references.ts';
import type { TextState } from '../../text-edits/text-edit.ts';
import { type CronDeclared, cronSchema, declareCron } from './declared.ts';
import { diffCron } from './diff.ts';
import { importCron } from './import.ts';
import { cronQueries, observeCron } from './observe.ts';
import { cronOperations } from './operations.ts';
import { predictCron } from './predict.ts';
import { restoreCron } from './restore.ts';

/** A job that runs at set times, or a variable of such jobs. */
export const cron = defineResource<CronDeclared, TextState>()({
  type: 'cron',
  channel: 'sh',
  summary:
    'A job of cron in the crontab of an account or in a file of /etc/cron.d, or a variable for such jobs; all other lines stay as they are.',
  identityDescription:
    'Name of the job: it is known in its table by the comment `#Setpoint: NAME` above it; `#Ansible: NAME` is taken for the same. With `value`, the name of a variable.',
  schema: cronSchema,
  examples: [
    `- cron: nightly backup
  schedule: "0 3 * * *"
  command: /usr/local/bin/backup --all`,
    `- cron: purge sessions
  user: www-data
  minute: "*/10"
  command: /srv/app/bin/purge`,
    `- cron: certificates
  file: certificates
  schedule: "@daily"
  command: /usr/local/bin/renew-certificates`,
    `- cron: MAILTO
  value: ops@example.com`,
    `- cron: old job
  state: absent`,
  ],
  declare: declareCron,
  claims: cronClaims,
  references: cronReferences,
  queries: cronQueries,
  observe: observeCron,
  diff: diffCron,
  operations: cronOperations,
  predict: predictCron,
  paths: ({ place, target }, edits) => (place === 'file' && edits.length > 0 ? [target.path] : []),
  restore: restoreCron,
  undo: 'The whole table comes back as it was, or goes again if there was none. A table that may hold a secret is not kept.',
  importing: importCron,
});

function cronClaims({ target, part, whole }: CronDeclared): readonly string[] {
  if (whole !== null) return [`content of:${target.path}`];
  return [`~content of:${target.path}`, `${part.kind} ${part.name} in:${target.path}`];
}

/** A job comes after its account, its cron, and a table that is declared as a whole. */
function cronReferences({ place, target, account, part }: CronDeclared): readonly Address[] {
  const packages = ['cron', 'cronie', 'busybox'].map((name) => formatAddress('package', name));
  const program = part.kind === 'job' ? /^(?:test -[a-z] )?(\/[^\s;|&]+)/.exec(part.command)?.[1] : undefined;
  return [
    formatAddress('user', account),
    ...packages,
    ...(program === undefined ? [] : [formatAddress('file', program)]),
    ...(place === 'file' ? [formatAddress('file', target.path), ...pathReferences(target.path)] : []),
  ];
}
