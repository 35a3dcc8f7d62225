import { formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { pathReferences } from '../../paths/path-references.ts';
import { diffText } from '../../text-edits/diff.ts';
import { observeText, textQueries } from '../../text-edits/observe.ts';
import { textOperations } from '../../text-edits/operations.ts';
import { predictText } from '../../text-edits/predict.ts';
import { keepText, restoreText } from '../../text-edits/restore.ts';
import type { TextState } from '../../text-edits/text-edit.ts';
import { declareHost, type HostDeclared, hostSchema } from './declared.ts';
import { editHosts } from './edit.ts';
import { importHost } from './import.ts';
import { replacedKeys } from './replaced-keys.ts';

const type = 'known_host';

/** The keys by which ssh on the node knows another host. */
export const knownHost = defineResource<HostDeclared, TextState>()({
  type,
  channel: 'sh',
  summary: 'The keys by which ssh on the node knows another host.',
  identityDescription:
    'Name or address of the host as ssh is called with it, or `[HOST]:PORT`; with `FILE#` before it for another file than the system’s.',
  schema: hostSchema,
  examples: [
    `- known_host: git.example.com
  keys:
    - ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOq1V0x7m3Yb8Zc5nT2kRj9wQ4sLf6hGd1uEa0PiNvBt`,
    `- known_host: "[backup.example.com]:2222"
  file: /home/deploy/.ssh/known_hosts
  sudo: deploy
  hash: true
  exclusive: true
  keys:
    - ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJw2Kd8eR5tYu1iOpA3sDfGh6jKlZ9xCvBn4mQwErTyU`,
    `- known_host: "*.example.com"
  marker: cert-authority
  keys:
    - ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJw2Kd8eR5tYu1iOpA3sDfGh6jKlZ9xCvBn4mQwErTyU`,
    `- known_host: old.example.com
  state: absent`,
  ],
  declare: declareHost,
  claims: ({ target, whole }) => [`${whole === null ? '~' : ''}content of:${target.path}`],
  references: ({ target }) => [formatAddress('file', target.path), ...pathReferences(target.path)],
  queries: textQueries,
  observe: (declared, answers) => observeText(declared, answers, editHosts),
  diff: (declared, observed) => diffText(declared, observed, editHosts),
  operations: (declared, edits, observed) => {
    const work = textOperations({ type, declared, edits, observed }, editHosts);
    return edits.length === 0 ? work : { ...work, reasons: replacedKeys(declared, observed) };
  },
  predict: (declared, answers) => predictText(declared, answers, editHosts),
  paths: ({ target }) => [target.path],
  restore: restoreText,
  keep: keepText,
  undo: 'The whole file comes back as it was, up to 10 MiB.',
  importing: importHost,
});
