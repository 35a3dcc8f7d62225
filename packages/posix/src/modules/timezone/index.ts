import { statQuery } from '../../queries/stat.ts';
import { defineSetting } from '../../settings/define-setting.ts';
import { declareTimezone, type TimezonePart, timezoneSchema, zonePath } from './declared.ts';
import { importTimezone } from './import.ts';
import {
  diffTimezone,
  observeTimezone,
  predictTimezone,
  restoreTimezone,
  type TimezoneLive,
  timezoneOperations,
} from './live.ts';
import { writeTimezone } from './write.ts';

/** The time zone of the node. */
export const timezone = defineSetting<TimezonePart, TimezoneLive>()({
  type: 'timezone',
  summary:
    'The time zone of the node: /etc/localtime, and /etc/timezone where the node has that. Programs that run keep the old zone until they start again.',
  identityDescription:
    'Name in the time zone database, such as `Europe/Zurich`. Aliases such as `UTC` and `Etc/UTC` are different names. A node has one.',
  schema: timezoneSchema,
  examples: [
    `- timezone: Europe/Zurich`,
    `- timezone: UTC
  hardware_clock: utc`,
  ],
  undo: 'The former time zone comes back, unless /etc/localtime was no link to one.',
  importing: importTimezone,
  declarePart: declareTimezone,
  texts: ({ hardwareClock }) => ({
    name: { path: '/etc/timezone', follow: false, isOwn: false },
    ...(hardwareClock === null ? {} : { hardware_clock: { path: '/etc/adjtime', follow: false, isOwn: false } }),
  }),
  write: writeTimezone,
  claims: () => ['timezone', 'path:/etc/localtime'],
  queries: ({ zone }) => ({
    localtime: statQuery('/etc/localtime'),
    zone: statQuery(zonePath(zone), { follow: true }),
  }),
  observe: (part, answers) => observeTimezone(part, answers),
  diff: diffTimezone,
  operations: timezoneOperations,
  predict: predictTimezone,
  restore: restoreTimezone,
  paths: (_, edits) => (edits.some(({ path }) => path === 'zone') ? ['/etc/localtime'] : []),
});
