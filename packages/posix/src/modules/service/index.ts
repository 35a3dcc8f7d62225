import { type Address, formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { declareService, fullName, type ServiceDeclared, type ServiceState, serviceSchema } from './declared.ts';
import { diffService } from './diff.ts';
import { unitFilePaths } from './evidence.ts';
import { importService } from './import.ts';
import { observeService, serviceQueries } from './observe.ts';
import { mergeUnits, rereadInputs, serviceOperations } from './operations.ts';
import { predictService } from './predict.ts';
import { restoreService } from './restore.ts';

/** A systemd unit: running, enabled, masked, and newer than its inputs. */
export const service = defineResource<ServiceDeclared, ServiceState>()({
  type: 'service',
  channel: 'sh',
  summary:
    'A systemd unit, or a service of OpenRC or System V init: whether it runs, starts at boot or is masked, and that it is newer than its inputs.',
  identityDescription:
    'Name of the unit; `.service` is implied. Timers, sockets and other units by their full name. `ACCOUNT/NAME` is a unit of an account, which the manager of that account runs: it needs a login, or a `user:` with `linger: true`. `global/NAME` is a unit of all accounts, which can be enabled and masked: the manager of each account goes by that when it starts. Where another init system runs, the name of its service, which can be neither masked nor reloaded.',
  schema: serviceSchema,
  examples: [
    `- service: nginx
  running: true
  enabled: true
  reload_on: [file:/etc/nginx/conf.d/app.conf]
  restart_on: [package:nginx]`,
    `- service: apt-daily.timer
  running: false
  enabled: false`,
    `- service: telnet.socket
  masked: true`,
    `- service: alice/syncthing
  running: true
  enabled: true
  restart_on: [unit:user/syncthing.service]`,
    `- service: global/ssh-agent.socket
  enabled: true`,
  ],
  declare: declareService,
  claims: (declared) => [`${needsNoFile(declared) ? 'mask' : 'state'} of unit:${fullName(declared)}`],
  references: serviceReferences,
  queries: serviceQueries,
  observe: observeService,
  diff: diffService,
  operations: serviceOperations,
  predict: predictService,
  merge: mergeUnits,
  restore: restoreService,
  reread: rereadInputs,
  undo: 'Whether it ran, was enabled or was masked comes back. A restart or a reload is not undone.',
  importing: importService,
});

/** A unit comes after its inputs, its unit files and the package of its name. */
function serviceReferences(declared: ServiceDeclared): readonly Address[] {
  const { account } = declared;
  const name = declared.unit.replace(/(@[^.]*)?\.[a-z]+$/, '');
  return [
    ...declared.restartOn,
    ...declared.reloadOn,
    ...(needsNoFile(declared) ? [] : unitFiles(declared)),
    formatAddress('package', name),
    ...(account === null ? [] : [formatAddress('user', account)]),
  ];
}

/** A mask stands in the place of the unit file: one that is only taken away goes before the file comes. */
function needsNoFile({ masked, running, enabled }: ServiceDeclared): boolean {
  return masked === false && running !== true && enabled !== true;
}

function unitFiles(declared: ServiceDeclared): readonly Address[] {
  const template = declared.unit.replace(/@[^.]*(?=\.)/, '@');
  const units = [...new Set([declared.unit, template])].flatMap((unit) => [unit, `${unit}#override`]);
  return [
    ...unitFilePaths(declared).map((path) => formatAddress('file', path)),
    ...units.map((unit) => formatAddress('unit', declared.scope === 'system' ? unit : `user/${unit}`)),
  ];
}
