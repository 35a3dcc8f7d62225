import type { Edit, Hazard, Observed, Operation, Work } from '@setpoint/model';
import { runOperation } from '../../operations/run-operation.ts';
import { fullName, type NewerInput, type ServiceDeclared, type ServiceState } from './declared.ts';
import { isRunning } from './diff.ts';
import { initScript } from './init-script.ts';
import { type UnitAct, type UnitVerb, unitScript } from './script.ts';

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
  const work = namesOf(declared, state);
  const operations = [
    ...(afters.get('masked') === false ? [operation('unmask', work)] : []),
    ...(afters.has('unit_file') ? [operation('daemon-reload', work)] : []),
    ...(afters.get('enabled') === true ? [operation('enable', work)] : []),
    ...(afters.get('enabled') === false ? [operation(disableVerb(state), work)] : []),
    ...(afters.get('running') === false ? [operation('stop', work)] : []),
    ...(afters.get('running') === true ? [operation('start', work)] : []),
    ...(afters.has('restart_on') ? [operation('restart', work)] : []),
    ...(afters.has('reload_on') ? [operation('reload', work)] : []),
    ...(afters.get('masked') === true ? [operation('mask', work)] : []),
  ];
  return { operations, reasons: state === undefined ? [] : reasonsOf(declared, edits, state) };
}

/** What makes a unit that ran before, and that the edits made read its inputs or stopped, read what these are again. */
export function rereadInputs(
  declared: ServiceDeclared,
  edits: readonly Edit[],
  observed: Observed<ServiceState>,
): readonly Operation[] {
  if (observed.kind !== 'present') return [];
  const { state } = observed;
  const paths = new Set(edits.map((edit) => edit.path));
  const work = namesOf(declared, state);
  const hasRead = paths.has('restart_on') || paths.has('reload_on') || paths.has('running');
  return [
    ...(paths.has('unit_file') ? [operation('daemon-reload', work)] : []),
    ...(isRunning(state) && hasRead ? [operation('restart', work)] : []),
  ];
}

/** `disable` alone leaves what is enabled until the next boot only. */
function disableVerb(state: ServiceState | undefined): UnitVerb {
  return state?.fileState === 'enabled-runtime' ? 'disable-runtime' : 'disable';
}

/** The declared name, the one that systemd files it under, and what starts it where that is not systemd. */
type UnitNames = { readonly unit: string } & Omit<UnitAct, 'verb'>;

function namesOf(declared: ServiceDeclared, state: ServiceState | undefined): UnitNames {
  const { unit, scope, account } = declared;
  return {
    unit: fullName(declared),
    id: state?.id || unit,
    ...(state?.manager === undefined ? {} : { manager: state.manager }),
    ...(scope === 'global' ? { isGlobal: true } : account === null ? {} : { account }),
  };
}

function operation(verb: UnitVerb, { unit, ...rest }: UnitNames): Operation {
  const title = `${verbTitles[verb] ?? verb} ${unit}`;
  return unitOperation({ title, acts: [{ verb, ...rest }], hazards: hazardsOf(verb, unit) });
}

const verbTitles: Readonly<Partial<Record<UnitVerb, string>>> = {
  'daemon-reload': 'make systemd read the unit files of',
  'disable-runtime': 'disable',
};

/** Does the acts of adjacent units in one go: one start of all processes, one second in which all of them must live. */
export function mergeUnits(operations: readonly Operation[]): Operation | undefined {
  const acts = operations.flatMap((each) => (each.action['acts'] as readonly UnitAct[] | undefined) ?? []);
  return unitOperation({
    title: operations.map((each) => each.title).join(', '),
    acts,
    hazards: operations.flatMap((each) => each.hazards),
  });
}

function unitOperation({
  title,
  acts,
  hazards,
}: {
  readonly title: string;
  readonly acts: readonly UnitAct[];
  readonly hazards: readonly Hazard[];
}): Operation {
  const runs = acts.filter(
    ({ verb }) => verb === 'stop' || verb === 'start' || verb === 'restart' || verb === 'reload',
  ).length;
  const manager = acts[0]?.manager;
  const made = runOperation({
    title,
    script: manager === undefined ? unitScript(acts) : initScript(manager, acts),
    timeoutMs: fileTimeoutMs + runs * runTimeoutMs,
    repeatable: true,
    hazards,
  });
  return { ...made, action: { ...made.action, acts } };
}

function hazardsOf(verb: UnitVerb, unit: string): readonly Hazard[] {
  if (verb === 'reload' || verb === 'mask' || verb === 'disable') return connectionHazards(unit, verb);
  if (verb !== 'stop' && verb !== 'restart') return [];
  const message = `${unit} is ${verb === 'stop' ? 'stopped' : 'restarted'}`;
  return [{ kind: 'service-interruption', message }, ...connectionHazards(unit, verb)];
}

/** Units without which the node may no longer be reached. */
const connectionUnits =
  /^(sshd?|dropbear|networking|systemd-networkd|NetworkManager|firewalld|nftables|ufw|iptables|netfilter-persistent)\.(service|socket)$/;

/** The hazard of a change to a unit without which the node may no longer be reached; none for any other unit. */
export function connectionHazards(unit: string, verb: string): readonly Hazard[] {
  if (!connectionUnits.test(unit)) return [];
  return [{ kind: 'connectivity', message: `to ${verb} ${unit} can cut the connection to the node` }];
}

function reasonsOf(declared: ServiceDeclared, edits: readonly Edit[], state: ServiceState): readonly string[] {
  const { unit } = declared;
  const paths = new Set(edits.map((edit) => edit.path));
  if (paths.has('restart_on')) return state.restartInputs.map((input) => reasonOf(unit, input, 'runs since'));
  if (paths.has('reload_on')) return state.reloadInputs.map((input) => reasonOf(unit, input, 'was last loaded'));
  if (paths.has('running') && declared.running === false && state.triggeredBy.length > 0) {
    return [`unless it is stopped too, ${state.triggeredBy.join(', ')} can start ${unit} again`];
  }
  return [];
}

function reasonOf(unit: string, { address, when, isDated }: NewerInput, verb: string): string {
  const untold = isDated === true ? '; its time is declared, so a run that breaks off leaves no trace of it' : '';
  return when === 'later' ? `${address} changes in this run${untold}` : `${unit} ${verb} before ${address} changed`;
}
