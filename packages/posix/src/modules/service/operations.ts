import type { Edit, Hazard, Observed, Operation, Work } from '@setpoint/model';
import { type ShellText, sh, shRaw } from '@setpoint/sdk';
import { runOperation } from '../../operations/run-operation.ts';
import type { NewerInput, ServiceDeclared, ServiceState } from './declared.ts';
import { reloadScript, startScript, stopScript } from './script.ts';

/** A start may take systemd's own 90 s, a stop another 90 s before systemd kills. */
const runTimeoutMs = 240_000;
const fileTimeoutMs = 60_000;

/** The work that makes the edits true, in the order in which it must happen; titles name the unit as it is declared. */
export function serviceOperations(
  declared: ServiceDeclared,
  edits: readonly Edit[],
  observed: Observed<ServiceState>,
): Work {
  const afters = new Map(edits.map(({ path, after }) => [path, after.kind === 'value' ? after.value : undefined]));
  const state = observed.kind === 'present' ? observed.state : undefined;
  const work = { unit: declared.unit, id: state?.id || declared.unit };
  const operations = [
    ...(afters.get('masked') === false ? [unmask(work)] : []),
    ...(afters.has('unit_file') ? [daemonReload(work)] : []),
    ...(afters.has('enabled') ? [enable(work, afters.get('enabled') === true)] : []),
    ...(afters.get('running') === false ? [stop(work)] : []),
    ...(afters.get('running') === true ? [start(work)] : []),
    ...(afters.has('restart_on') ? [restart(work)] : []),
    ...(afters.has('reload_on') ? [reload(work)] : []),
    ...(afters.get('masked') === true ? [mask(work)] : []),
  ];
  return { operations, reasons: state === undefined ? [] : reasonsOf(declared, edits, state) };
}

/** The declared name, and the one that systemd files it under. */
type UnitNames = { readonly unit: string; readonly id: string };

function daemonReload({ unit }: UnitNames): Operation {
  return fileOperation(`make systemd read the unit files of ${unit}`, sh`systemctl daemon-reload`);
}

function enable({ unit, id }: UnitNames, enabled: boolean): Operation {
  const verb = enabled ? 'enable' : 'disable';
  return fileOperation(`${verb} ${unit}`, sh`systemctl ${shRaw(verb)} -q -- ${id}`);
}

function mask({ unit }: UnitNames): Operation {
  return fileOperation(`mask ${unit}`, sh`systemctl mask -q -- ${unit}`);
}

function unmask({ unit }: UnitNames): Operation {
  return fileOperation(
    `unmask ${unit}`,
    sh`systemctl unmask -q -- ${unit} && systemctl unmask -q --runtime -- ${unit}`,
  );
}

function fileOperation(title: string, script: ShellText): Operation {
  return runOperation({ title, script, timeoutMs: fileTimeoutMs, repeatable: true });
}

function start({ unit }: UnitNames): Operation {
  return runOperation({
    title: `start ${unit}`,
    script: startScript('start', unit),
    timeoutMs: runTimeoutMs,
    repeatable: true,
  });
}

function stop({ unit }: UnitNames): Operation {
  return runOperation({
    title: `stop ${unit}`,
    script: stopScript(unit),
    timeoutMs: runTimeoutMs,
    repeatable: true,
    hazards: [{ kind: 'service-interruption', message: `${unit} is stopped` }, ...connectionHazards(unit, 'stop')],
  });
}

function restart({ unit }: UnitNames): Operation {
  return runOperation({
    title: `restart ${unit}`,
    script: startScript('restart', unit),
    timeoutMs: runTimeoutMs,
    repeatable: true,
    hazards: [{ kind: 'service-interruption', message: `${unit} is restarted` }, ...connectionHazards(unit, 'restart')],
  });
}

function reload({ unit }: UnitNames): Operation {
  return runOperation({
    title: `reload ${unit}`,
    script: reloadScript(unit),
    timeoutMs: runTimeoutMs,
    repeatable: true,
    hazards: connectionHazards(unit, 'reload'),
  });
}

/** Units without which the node may no longer be reached. */
const connectionUnits =
  /^(sshd?|dropbear|networking|systemd-networkd|NetworkManager|firewalld|nftables|ufw|iptables|netfilter-persistent)\.(service|socket)$/;

function connectionHazards(unit: string, verb: string): readonly Hazard[] {
  if (!connectionUnits.test(unit)) return [];
  return [{ kind: 'connectivity', message: `to ${verb} ${unit} can cut the connection to the node` }];
}

function reasonsOf({ unit }: ServiceDeclared, edits: readonly Edit[], state: ServiceState): readonly string[] {
  const paths = new Set(edits.map((edit) => edit.path));
  if (paths.has('restart_on')) return state.restartInputs.map((input) => reasonOf(unit, input, 'runs since'));
  if (paths.has('reload_on')) return state.reloadInputs.map((input) => reasonOf(unit, input, 'was last loaded'));
  return [];
}

function reasonOf(unit: string, { address, when }: NewerInput, verb: string): string {
  return when === 'later' ? `${address} changes in this run` : `${unit} ${verb} before ${address} changed`;
}
