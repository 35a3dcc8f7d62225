import { type Address, formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { pathReferences } from '../../paths/path-references.ts';
import { declareUnit, type UnitDeclared, type UnitState, unitSchema } from './declared.ts';
import { diffUnit } from './diff.ts';
import { importUnit } from './import.ts';
import { observeUnit, unitQueries } from './observe.ts';
import { isReload, mergeReloads, unitOperations } from './operations.ts';
import { predictUnit } from './predict.ts';
import { keepUnit, restoreUnit } from './restore.ts';
import { kindOf } from './unit-name.ts';
import { readUnit } from './unit-text.ts';

/** A unit file of systemd, or a drop-in that changes one. */
export const unit = defineResource<UnitDeclared, UnitState>()({
  type: 'unit',
  channel: 'sh',
  summary:
    'A unit file of systemd, such as a service or a timer, or a drop-in that changes one: verified before it counts, and read by systemd in the same run.',
  identityDescription:
    'Full name of the unit, such as `backup.timer` or `worker@.service`; with `#NAME` behind it the drop-in of that name. The file stands in /etc/systemd/system; with `user/` before the name in /etc/systemd/user, for the managers that accounts have of their own, and `service: ACCOUNT/NAME` runs it. Whether the unit runs is declared with `service:`, which restarts it when `restart_on: [unit:NAME]` says so.',
  schema: unitSchema,
  examples: [
    `- unit: backup.service
  Unit:
    Description: Nightly backup
  Service:
    Type: oneshot
    ExecStart: /usr/local/bin/backup
- unit: backup.timer
  Timer:
    OnCalendar: "*-*-* 03:00:00"
    Persistent: true
  Install:
    WantedBy: timers.target`,
    `- unit: nginx.service#limits
  content: |
    [Service]
    LimitNOFILE=65536`,
    `- unit: user/sync.service
  Service:
    ExecStart: /usr/bin/syncthing serve --no-browser
  Install:
    WantedBy: default.target`,
    `- unit: old-job.service
  state: absent`,
  ],
  declare: declareUnit,
  claims: ({ file }) => [`path:${file.path}`, `content of:${file.path}`],
  references: unitReferences,
  queries: unitQueries,
  observe: observeUnit,
  diff: diffUnit,
  operations: unitOperations,
  predict: predictUnit,
  merge: mergeReloads,
  closes: isReload,
  paths: ({ file }, edits) => (edits.length === 0 ? [] : [file.path]),
  restore: restoreUnit,
  keep: keepUnit,
  undo: 'The file comes back as it was, or goes again; a unit that was stopped and disabled because its file was removed is enabled and started again. What runs is not restarted.',
  importing: importUnit,
});

/** A unit comes after what it names: its programs, its accounts, the unit it starts, and the unit that a drop-in changes. */
function unitReferences({ scope, unit: name, dropIn, file }: UnitDeclared): readonly Address[] {
  if (file.state === 'absent') return [];
  const unitAddress = (unit: string): Address => formatAddress('unit', scope === 'user' ? `user/${unit}` : unit);
  const facts = readUnit(file.body?.text ?? '');
  const stem = name.replace(/(@[^.]*)?\.[a-z]+$/, '');
  const kind = kindOf(name);
  const started = facts.option(`${kind[0]?.toUpperCase()}${kind.slice(1)}`, kind === 'socket' ? 'Service' : 'Unit');
  const programs = ['ExecStartPre', 'ExecStart', 'ExecReload', 'ExecStop'].flatMap((option) =>
    facts.values('Service', option).flatMap((line) => /^[-@:+!]*(\/\S+)/.exec(line)?.[1] ?? []),
  );
  const files = [...programs, ...facts.values('Service', 'EnvironmentFile').map((path) => path.replace(/^-/, ''))];
  return [
    ...pathReferences(file.path),
    ...files.filter((path) => path.startsWith('/')).map((path) => formatAddress('file', path)),
    ...facts.values('Service', 'User').map((account) => formatAddress('user', account)),
    ...facts.values('Service', 'Group').map((group) => formatAddress('group', group)),
    ...(['timer', 'socket', 'path'].includes(kind)
      ? [unitAddress(started ?? name.replace(/\.[a-z]+$/, '.service'))]
      : []),
    ...(dropIn === null ? [] : [unitAddress(name)]),
    formatAddress('package', stem),
  ];
}
