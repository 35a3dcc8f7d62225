import { formatAddress } from '@setpoint/model';
import { defineSetting } from '../../settings/define-setting.ts';
import { declareLimits, type LimitsPart, limitsSchema, ownLimitsFile } from './declared.ts';
import { importLimits } from './import.ts';
import { writeLimits } from './write.ts';

/** The limits of resources that an account, a group or everybody gets at login. */
export const limits = defineSetting<LimitsPart, null>()({
  type: 'limits',
  summary:
    'The limits that an account, a group or everybody gets at login, by pam_limits. Sessions and services that run keep theirs; services of systemd take theirs from their units.',
  identityDescription: 'Whom they are for: an account, `@GROUP`, or `*` for everybody.',
  schema: limitsSchema,
  examples: [
    `- limits: postgres
  soft: { nofile: 65536 }
  hard: { nofile: 65536, nproc: 4096 }`,
    `- limits: "@developers"
  both: { core: unlimited }
  file: /etc/security/limits.conf`,
    `- limits: postgres
  state: absent`,
  ],
  undo: 'The file comes back as it was.',
  importing: importLimits,
  declarePart: declareLimits,
  texts: ({ domain, file }) => {
    const isOwn = file === ownLimitsFile(domain);
    return { file: { path: file, follow: !isOwn, isOwn, isShared: !isOwn } };
  },
  write: writeLimits,
  claims: ({ domain }) => [`limits:${domain}`],
  references: ({ domain }) => [
    domain.startsWith('@') ? formatAddress('group', domain.slice(1)) : formatAddress('user', domain),
  ],
  queries: () => ({}),
  observe: () => ({ live: null, problems: [] }),
  diff: () => [],
  operations: () => ({ order: 'after the texts', operations: [] }),
  predict: () => ({ answers: {} }),
  restore: (part) => ({ part, lacks: [] }),
});
