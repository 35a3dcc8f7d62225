import { type Edit, type Hazard, isUnknown, type Observed, type Operation, type Work } from '@setpoint/model';
import type { Expectation, WriteFileAction } from '../../operations/action.ts';
import { runOperation } from '../../operations/run-operation.ts';
import { wantedMode } from '../../ownership/ownership.ts';
import { ownershipTitle } from '../../ownership/set-ownership.ts';
import { type FollowedState, followedReasons, throughPath } from '../../paths/followed.ts';
import { labelTitle } from '../../selinux/set-context.ts';
import { timeTitle } from '../../times/modified.ts';
import { attributesScript, type FilePlace, timeScript } from './attributes-script.ts';
import type { FileDeclared, FileState } from './declared.ts';
import { flagsOperations } from './flags.ts';
import { removalScript } from './removal-script.ts';
import { keptLimitBytes } from './restore.ts';

/** A body moves at 1 MB/s or faster; what is slower is taken for dead. */
const writeDeadlineMs = 60_000;
const bytesPerMs = 1000;

/** The work that makes the edits true: one write with everything in it, or attribute changes alone, or a removal. */
export function fileOperations(declared: FileDeclared, edits: readonly Edit[], observed: Observed<FileState>): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  const { before, after } = flagsOperations(declared, edits, observed);
  const followed = followedReasons(declared.path, followedIn(observed));
  if (declared.state === 'absent')
    return { operations: [...before, removeFile(declared, observed)], reasons: followed };
  const writes = edits.some((edit) => edit.path === 'content' || edit.path === 'check');
  // A write brings owner and mode with it. Only when nothing is known yet may it turn out that they alone are to be set.
  const owned = edits.filter((edit) => edit.path === 'owner' || edit.path === 'group' || edit.path === 'mode');
  const sets = owned.length > 0 && (!writes || observed.kind === 'unknown');
  const operations = [
    ...before,
    ...(writes ? [writeFile(declared, observed)] : []),
    ...(sets ? [setAttributes(declared, owned, observed)] : []),
    ...labelFile(declared, edits, observed),
    ...setTime(declared, edits, observed),
    ...after,
  ];
  const isUnproven = observed.kind === 'present' && observed.state.isUnproven === true;
  const unproven = isUnproven ? ['a run was killed before the check had succeeded'] : [];
  return { operations, reasons: [...followed, ...unproven] };
}

/** What was seen of the links on the path, whether or not there is a file. */
export function followedIn(observed: Observed<FileState>): FollowedState {
  switch (observed.kind) {
    case 'present':
      return observed.state;
    case 'absent':
      return (observed.remains ?? {}) as FollowedState;
    case 'unknown':
      return {};
    default:
      return observed satisfies never;
  }
}

function placeOf({ path, follow }: FileDeclared, observed: Observed<FileState>): FilePlace {
  const { leadsTo } = followedIn(observed);
  return leadsTo === undefined ? { path, follow } : { path, follow, leadsTo: leadsTo.real };
}

function writeFile(declared: FileDeclared, observed: Observed<FileState>): Operation {
  const { path, ownership, body, check } = declared;
  const state = observed.kind === 'present' ? observed.state : undefined;
  const action: WriteFileAction = {
    kind: 'write-file',
    sha256: body?.sha256 ?? '',
    sizeBytes: body?.sizeBytes ?? 0,
    mode: ownership.mode === null ? null : wantedMode(ownership.mode, state?.mode, false),
    createMode: declared.createMode ?? '0644',
    owner: ownership.owner,
    group: ownership.group,
    expect: expectation(observed),
    ...placeOf(declared, observed),
    backup: declared.backup && typeof state?.sha256 === 'string' ? `${path}.${state.sha256.slice(0, 12)}.bak` : null,
    check,
    inPlace: declared.inPlace,
  };
  const written = throughPath(path, followedIn(observed));
  return {
    title: check === null ? `write ${written}` : `write ${written} and check it with: ${check}`,
    action,
    timeoutMs: writeDeadlineMs + Math.ceil(action.sizeBytes / bytesPerMs),
    hazards: writeHazards(declared, state),
    repeatable: true,
  };
}

function writeHazards(declared: FileDeclared, state: FileState | undefined): readonly Hazard[] {
  const { path, inPlace, backup } = declared;
  const isTooLarge = state?.sha256 !== undefined && isLost(state) && !backup;
  return [
    ...(inPlace ? [loss(`${path} is written in place: a crash leaves it half written`)] : []),
    ...(isTooLarge ? [loss(`the old content of ${path} is too large for the journal; \`backup: true\` keeps it`)] : []),
  ];
}

function removeFile(declared: FileDeclared, observed: Observed<FileState>): Operation {
  const { path } = declared;
  const followed = followedIn(observed);
  const kept = observed.kind === 'present' && !isLost(observed.state);
  return runOperation({
    title: `remove ${throughPath(path, followed)}`,
    script: removalScript(followed.leadsTo?.real ?? path, observed.kind === 'present' ? observed.state : undefined),
    timeoutMs: 30_000,
    hazards: kept ? [] : [loss(`the content of ${path} is too large for the journal`)],
    repeatable: true,
    compares: true,
  });
}

/** True when the journal cannot keep the content. */
function isLost({ base64, sha256, sizeBytes }: FileState): boolean {
  return base64 === undefined && (typeof sha256 !== 'string' || sizeBytes > keptLimitBytes);
}

function loss(message: string): Hazard {
  return { kind: 'data-loss', message };
}

function expectation(observed: Observed<FileState>): Expectation {
  if (observed.kind === 'absent') return { kind: 'absent' };
  if (observed.kind === 'unknown' || observed.state.sha256 === undefined || isUnknown(observed.state.sha256))
    return { kind: 'any' };
  return { kind: 'sha256', sha256: observed.state.sha256 };
}

function labelFile(
  declared: FileDeclared,
  edits: readonly Edit[],
  observed: Observed<FileState>,
): readonly Operation[] {
  const { path, selinux } = declared;
  const labels = edits.filter((edit) => edit.path === 'selinux');
  if (selinux === undefined || labels.length === 0) return [];
  // What was written or made before has another context by now.
  const found = observed.kind === 'present' && labels.length === edits.length ? observed.state : undefined;
  const script = attributesScript(placeOf(declared, observed), labels, found);
  return [
    runOperation({ title: labelTitle(path, selinux), script, timeoutMs: 30_000, repeatable: true, compares: true }),
  ];
}

/** A write is a modification, so the declared time is set again after it. */
function setTime(declared: FileDeclared, edits: readonly Edit[], observed: Observed<FileState>): readonly Operation[] {
  const { path, modified } = declared;
  const writes = edits.some((edit) => edit.path === 'content' || edit.path === 'check');
  if (modified === undefined || !(writes || edits.some((edit) => edit.path === 'modified'))) return [];
  const found = observed.kind === 'present' && !writes ? observed.state.modified : undefined;
  const script = timeScript(placeOf(declared, observed), modified, found);
  const title = timeTitle(throughPath(path, followedIn(observed)), modified);
  return [runOperation({ title, script, timeoutMs: 30_000, repeatable: true, compares: true })];
}

function setAttributes(declared: FileDeclared, edits: readonly Edit[], observed: Observed<FileState>): Operation {
  const { path, ownership } = declared;
  const found = observed.kind === 'present' ? observed.state : undefined;
  return runOperation({
    title: `set ${ownershipTitle(ownership)} of ${throughPath(path, followedIn(observed))}`,
    script: attributesScript(placeOf(declared, observed), edits, found),
    timeoutMs: 30_000,
    repeatable: true,
    compares: true,
  });
}
