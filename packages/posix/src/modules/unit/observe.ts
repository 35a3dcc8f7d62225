import {
  type Answer,
  type Answers,
  type Diagnostic,
  errorDiagnostic,
  type JsonObject,
  type Observed,
  type Queries,
  warningDiagnostic,
} from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import { foundValue } from '../../queries/query-kind.ts';
import { type StatValue, statQuery } from '../../queries/stat.ts';
import { toolQuery } from '../../queries/tool.ts';
import { type UnitValue, unitQuery } from '../../queries/unit.ts';
import type { FileState } from '../file/declared.ts';
import { fileQueries, observeFile } from '../file/observe.ts';
import type { UnitDeclared, UnitLook, UnitState } from './declared.ts';
import { isTemplate, unitDirectory, vendorDirectories } from './unit-name.ts';

/** The file and its place, and the unit as systemd knows it; a template is known by its instances only, one of accounts by their managers. */
export function unitQueries(declared: UnitDeclared): Queries {
  const { scope, unit, dropIn, file } = declared;
  const vendors = vendorDirectories(scope).map(
    (directory) => [`at ${directory}`, statQuery(`${directory}/${unit}`)] as const,
  );
  return {
    ...fileQueries(file),
    system: statQuery(unitDirectory(scope), { follow: true }),
    ...(declared.verify === 'none' || file.state === 'absent' ? {} : { verifier: toolQuery('systemd-analyze') }),
    ...(isTemplate(unit) || scope === 'user' ? {} : { unit: unitQuery(unit) }),
    ...(dropIn === null ? Object.fromEntries(vendors) : { directory: statQuery(`${unitDirectory(scope)}/${unit}.d`) }),
  };
}

/** What the answers come to, and why the file cannot be there as declared. */
export function observeUnit(declared: UnitDeclared, answers: Answers): TypedObservation<UnitState> {
  const { file } = declared;
  const { observed, problems } = observeFile(file, answersForFile(declared, answers));
  const look = lookAt(declared, answers);
  const place = placeProblems(declared, answers);
  const isWritten = file.body !== null && !(observed.kind === 'present' && observed.state.sha256 === file.body.sha256);
  const warnings =
    isWritten && declared.verify !== 'none' && answers['verifier']?.status === 'absent' ? [unverified(declared)] : [];
  return { observed: toObserved(observed, look), problems: [...(place.length > 0 ? place : problems), ...warnings] };
}

/** A mask and a directory that is still to be made are dealt with beside the file. */
export function answersForFile({ file, dropIn }: UnitDeclared, answers: Answers): Answers {
  const isParentless = dropIn !== null && file.state === 'present' && answers['parent']?.status === 'absent';
  return {
    ...answers,
    ...(isMask(answers['stat']) ? { stat: gone, content: gone } : {}),
    ...(isParentless ? { parent: { status: 'found', value: { type: 'directory' } } } : {}),
  };
}

const gone: Answer = { status: 'absent' };

function isMask(stat: Answer | undefined): boolean {
  const value = foundValue<StatValue>(stat);
  return value?.type === 'link' && value.target === '/dev/null';
}

function toObserved(file: Observed<FileState>, look: UnitLook): Observed<UnitState> {
  switch (file.kind) {
    case 'present':
      return { kind: 'present', state: { file: file.state, look } };
    case 'absent':
      return { kind: 'absent', remains: look satisfies JsonObject };
    case 'unknown':
      return file;
    default:
      return file satisfies never;
  }
}

/** What is around the file of an observed unit; undefined when it is not known. */
export function lookOf(observed: Observed<UnitState>): UnitLook | undefined {
  switch (observed.kind) {
    case 'present':
      return observed.state.look;
    case 'absent':
      return observed.remains as UnitLook | undefined;
    case 'unknown':
      return undefined;
    default:
      return observed satisfies never;
  }
}

/** The file alone, as the type `file` would have found it. */
export function fileOf(observed: Observed<UnitState>): Observed<FileState> {
  if (observed.kind !== 'present') return observed;
  const { file } = observed.state;
  return file === null ? { kind: 'absent' } : { kind: 'present', state: file };
}

function lookAt(declared: UnitDeclared, answers: Answers): UnitLook {
  const unit = foundValue<UnitValue>(answers['unit']);
  const directory = vendorDirectories(declared.scope).find((each) => answers[`at ${each}`]?.status === 'found');
  const isOffline = unit === undefined || unit.activeState === 'offline';
  return {
    isMasked: isMask(answers['stat']),
    hasDirectory: declared.dropIn === null || answers['directory']?.status === 'found',
    vendor: directory === undefined ? null : `${directory}/${declared.unit}`,
    needsReload: !isOffline && isUnread(declared, unit, answers),
    isRunning: !isOffline && ['active', 'reloading', 'refreshing', 'activating'].includes(unit.activeState),
    isEnabled: unit?.fileState === 'enabled' || unit?.fileState === 'enabled-runtime',
  };
}

/**
 * NeedDaemonReload alone does not tell: systemd looks for drop-ins only in directories that were there when it last read everything,
 * and for a file that takes the place of another one.
 */
function isUnread({ dropIn, file }: UnitDeclared, unit: UnitValue, answers: Answers): boolean {
  if (unit.loadedSince === 'pending') return false;
  if (unit.needsReload) return true;
  const stat = answers['stat'];
  if (stat?.status === 'unknown') return false;
  const isThere = foundValue<StatValue>(stat)?.type === 'file';
  const isRead = dropIn === null ? unit.fragmentPath === file.path : unit.dropIns.includes(file.path);
  return unit.loadState !== 'masked' && isThere !== isRead;
}

function unverified({ file }: UnitDeclared): Diagnostic {
  const detail = `The node has no systemd-analyze, so ${file.path} is written without having been verified.`;
  return warningDiagnostic('SP655', { detail, hint: 'install it, or declare `verify: none`' });
}

function placeProblems({ scope, file, dropIn }: UnitDeclared, answers: Answers): readonly Diagnostic[] {
  if (file.state === 'absent') return [];
  if (answers['system']?.status === 'absent') {
    return [
      errorDiagnostic('SP654', {
        detail: `${unitDirectory(scope)} does not exist, so systemd is not installed on the node.`,
        hint: 'declare the package of systemd before this resource, or leave the resource out with `when:`',
      }),
    ];
  }
  const stat = foundValue<StatValue>(answers['stat']);
  if (stat?.type === 'link' && !isMask(answers['stat'])) {
    const detail = `${file.path} is a symbolic link to ${stat.target ?? '?'}: an alias or a linked unit.`;
    return [errorDiagnostic('SP603', { detail, hint: 'declare the unit that it leads to, or remove the link' })];
  }
  const directory = foundValue<StatValue>(answers['directory']);
  if (dropIn === null || directory === undefined || directory.type === 'directory') return [];
  const detail = `${file.path.slice(0, file.path.lastIndexOf('/'))} is not a directory, so no drop-in can be made in it.`;
  return [errorDiagnostic('SP603', { detail, hint: 'remove what stands there' })];
}
