import type { Edit, Hazard, Observed, Operation, Work } from '@setpoint/model';
import { sh, shJoin } from '@setpoint/sdk';
import { runOperation } from '../../operations/run-operation.ts';
import { parentOf } from '../../paths/absolute-path.ts';
import { fileOperations } from '../file/operations.ts';
import { connectionHazards } from '../service/operations.ts';
import { type UnitVerb, unitScript } from '../service/script.ts';
import type { UnitDeclared, UnitLook, UnitState } from './declared.ts';
import { fileOf, lookOf } from './observe.ts';
import { isTemplate } from './unit-name.ts';
import { verifyTrial } from './verify.ts';

/** A start may take systemd's own 90 s, a stop another 90 s before systemd kills. */
const runTimeoutMs = 300_000;
const fileTimeoutMs = 60_000;

/** The work that makes the edits true, in the order in which it must happen: nothing runs whose file is gone. */
export function unitOperations(declared: UnitDeclared, edits: readonly Edit[], observed: Observed<UnitState>): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  const look = lookOf(observed);
  const afters = new Map(edits.map(({ path, after }) => [path, after.kind === 'value' ? after.value : undefined]));
  const changesFile = ['content', 'state', 'mode'].some((path) => afters.has(path));
  const isRead =
    declared.scope === 'system' &&
    (afters.has('masked') || afters.has('content') || afters.has('state') || afters.has('unit_file'));
  const act = (path: string, wanted: boolean, verb: UnitVerb): readonly Operation[] =>
    afters.get(path) === wanted ? [operate(declared, verb)] : [];
  const operations = [
    ...act('running', false, 'stop'),
    ...act('enabled', false, 'disable'),
    ...act('masked', false, 'unmask'),
    ...(changesFile ? fileWork(declared, edits, observed) : []),
    ...(isRead ? [reload(declared)] : []),
    ...act('enabled', true, 'enable'),
    ...act('running', true, 'start'),
  ];
  return { operations, reasons: look === undefined ? [] : reasonsOf(declared, afters, look) };
}

function fileWork(declared: UnitDeclared, edits: readonly Edit[], observed: Observed<UnitState>): readonly Operation[] {
  const { file, dropIn } = declared;
  const fileEdits = edits.filter(({ path }) => ['content', 'state', 'mode'].includes(path));
  const { operations } = fileOperations(file, fileEdits, fileOf(observed));
  const makesDirectory = dropIn !== null && file.state === 'present' && lookOf(observed)?.hasDirectory !== true;
  return [
    ...(makesDirectory ? [makeDirectory(file.path)] : []),
    ...operations.map((each) => dress(declared, each, fileEdits)),
  ];
}

/** Content that was put together here travels with the operation. */
function dress(declared: UnitDeclared, plain: Operation, edits: readonly Edit[]): Operation {
  const { file, isMade, unit } = declared;
  const isActive = edits.some(({ path }) => path === 'content' || path === 'state');
  const hazards = isActive ? connectionHazards(unit, 'change') : [];
  const operation = { ...plain, hazards: [...plain.hazards, ...hazards] };
  if (operation.action.kind !== 'write-file') return operation;
  const trial = verifyTrial(declared)?.shell;
  const text = isMade ? file.body?.text : undefined;
  const more = {
    ...(trial === undefined ? {} : { trial }),
    ...(text === undefined ? {} : { bytes: Buffer.from(text).toString('base64') }),
  };
  const title = trial === undefined ? operation.title : `${operation.title}, once systemd-analyze has verified it`;
  return { ...operation, title, action: { ...operation.action, ...more } };
}

function makeDirectory(path: string): Operation {
  const directory = parentOf(path);
  return runOperation({
    title: `make ${directory}`,
    script: sh`[ -d ${directory} ] || mkdir -m 0755 -- ${directory}`,
    timeoutMs: fileTimeoutMs,
    repeatable: true,
  });
}

function operate({ unit, file, dropIn }: UnitDeclared, verb: UnitVerb): Operation {
  const isStop = verb === 'stop';
  const interruption: Hazard = { kind: 'service-interruption', message: `${unit} is stopped, because its file goes` };
  return runOperation({
    title: `${verb} ${unit}`,
    // A mask that stands in the place of the file is a link and nothing more: systemctl(1) would also look at the runtime mask.
    script:
      verb === 'unmask' && dropIn === null
        ? sh`[ ! -L ${file.path} ] || [ "$(readlink -- ${file.path})" != /dev/null ] || rm -f -- ${file.path}`
        : unitScript([{ verb, id: unit }]),
    timeoutMs: isStop || verb === 'start' ? runTimeoutMs : fileTimeoutMs,
    repeatable: true,
    hazards: isStop ? [interruption] : [],
  });
}

/** systemd that does not run, as in an image, reads everything when it starts. An empty directory of drop-ins is left to nobody. */
function reload({ unit, dropIn, file }: UnitDeclared): Operation {
  const empties = dropIn !== null && file.state === 'absent' ? [parentOf(file.path)] : [];
  return reloadOperation(`make systemd read the files of ${unit}`, { unit, empties });
}

/** What makes systemd read its files, and the directories of drop-ins that may be empty by then. */
type Reload = { readonly unit: string; readonly empties: readonly string[] };

/** True for the operation by which systemd reads all files, those of other units too. */
export function isReload({ action }: Operation): boolean {
  return action['reload'] !== undefined;
}

/** Makes systemd read the files of adjacent units once. */
export function mergeReloads(operations: readonly Operation[]): Operation {
  const reloads = operations.map(({ action }) => action['reload'] as Reload);
  return reloadOperation(operations.map(({ title }) => title).join(', '), {
    unit: reloads[0]?.unit ?? '',
    empties: reloads.flatMap(({ empties }) => empties),
  });
}

function reloadOperation(title: string, { unit, empties }: Reload): Operation {
  const sweeps = [...new Set(empties)].map(
    (directory) => sh`[ ! -d ${directory} ] || rmdir -- ${directory} 2>/dev/null || :
`,
  );
  const made = runOperation({
    title,
    script: sh`${shJoin(sweeps, '')}[ -d /run/systemd/system ] || exit 0
${unitScript([{ verb: 'daemon-reload', id: unit }])}`,
    timeoutMs: fileTimeoutMs,
    repeatable: true,
  });
  return { ...made, action: { ...made.action, reload: { unit, empties } satisfies Reload } };
}

function reasonsOf(
  { unit, file }: UnitDeclared,
  afters: ReadonlyMap<string, unknown>,
  look: UnitLook,
): readonly string[] {
  if (file.state === 'absent') {
    if (!afters.has('state')) return [];
    if (look.vendor !== null) return [`${look.vendor} comes into force again`];
    return isTemplate(unit) ? [`instances of ${unit} that run go on until they are stopped`] : [];
  }
  const runsOn = look.isRunning && (afters.has('content') || afters.has('unit_file')) && afters.get('running') !== true;
  return [
    ...(runsOn ? [`${unit} runs on as it was started until something such as \`restart_on:\` restarts it`] : []),
    ...(look.vendor !== null && afters.has('content') && !look.isMasked
      ? [`it takes the place of ${look.vendor}`]
      : []),
  ];
}
