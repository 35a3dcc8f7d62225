import { type Edit, type Hazard, isUnknown, type Observed, type Operation, type Work } from '@setpoint/model';
import { type ShellText, sh, shJoin } from '@setpoint/sdk';
import type { Expectation, WriteFileAction } from '../../operations/action.ts';
import { runOperation } from '../../operations/run-operation.ts';
import { wantedMode } from '../../ownership/ownership.ts';
import { ownershipCommands, ownershipTitle } from '../../ownership/set-ownership.ts';
import type { FileDeclared, FileState } from './declared.ts';

/** A body moves at 1 MB/s or faster; what is slower is taken for dead. */
const writeDeadlineMs = 60_000;
const bytesPerMs = 1000;

/** The work that makes the edits true: one write with everything in it, or attribute changes alone, or a removal. */
export function fileOperations(declared: FileDeclared, edits: readonly Edit[], observed: Observed<FileState>): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  if (declared.state === 'absent') return { operations: [removeFile(declared, observed)], reasons: [] };
  const writes = edits.some((edit) => edit.path === 'content');
  // A write brings owner and mode with it. Only when nothing is known yet may it turn out that they alone are to be set.
  const sets = !writes || (observed.kind === 'unknown' && edits.length > 1);
  const operations = [
    ...(writes ? [writeFile(declared, observed)] : []),
    ...(sets ? [setAttributes(declared, edits)] : []),
  ];
  return { operations, reasons: [] };
}

function writeFile(declared: FileDeclared, observed: Observed<FileState>): Operation {
  const { path, ownership, body, check } = declared;
  const state = observed.kind === 'present' ? observed.state : undefined;
  const action: WriteFileAction = {
    kind: 'write-file',
    path,
    sha256: body?.sha256 ?? '',
    sizeBytes: body?.sizeBytes ?? 0,
    mode: ownership.mode === null ? null : wantedMode(ownership.mode, state?.mode, false),
    createMode: '0644',
    owner: ownership.owner,
    group: ownership.group,
    expect: expectation(observed),
    follow: declared.follow,
    backup: declared.backup && typeof state?.sha256 === 'string' ? `${path}.${state.sha256.slice(0, 12)}.bak` : null,
    check,
    inPlace: declared.inPlace,
  };
  return {
    title: check === null ? `write ${path}` : `write ${path} and check it with: ${check}`,
    action,
    timeoutMs: writeDeadlineMs + Math.ceil(action.sizeBytes / bytesPerMs),
    hazards: writeHazards(declared, state),
    repeatable: true,
  };
}

function writeHazards(declared: FileDeclared, state: FileState | undefined): readonly Hazard[] {
  const { path, inPlace, backup } = declared;
  const isTooLarge = state?.sha256 !== undefined && state.base64 === undefined && !backup;
  return [
    ...(inPlace ? [loss(`${path} is written in place: a crash leaves it half written`)] : []),
    ...(isTooLarge ? [loss(`the old content of ${path} is too large for the journal; \`backup: true\` keeps it`)] : []),
  ];
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

function setAttributes(declared: FileDeclared, edits: readonly Edit[]): Operation {
  const { path, ownership, follow } = declared;
  const plainly = shJoin(ownershipCommands(edits, { path, type: 'file' }), ' && ');
  return runOperation({
    title: `set ${ownershipTitle(ownership)} of ${path}`,
    script: follow ? plainly : unfollowed(path, edits, plainly),
    timeoutMs: 30_000,
    repeatable: true,
  });
}

/**
 * Changes the very file that is found at the path: the owner of the directory could put a link in its place in any moment, so root
 * opens it, makes sure that what is open is what stands there, and changes what is open.
 */
function unfollowed(path: string, edits: readonly Edit[], plainly: ShellText): ShellText {
  const opened = '/proc/self/fd/5';
  const onOpened = shJoin(ownershipCommands(edits, { path: opened, type: 'file' }), ' && ');
  const refuse = sh`{ echo ${`${path} is a link now, or was replaced meanwhile`}; exit 1; }`;
  return sh`[ -f ${path} ] && [ ! -L ${path} ] || ${refuse}
if [ "$(id -u)" = 0 ] && [ -d /proc/self/fd ]; then
  exec 5<${path}
  [ -f ${opened} ] && [ "$(stat -L -c %d:%i ${opened})" = "$(stat -c %d:%i -- ${path})" ] || ${refuse}
  ${onOpened}
else
  ${plainly}
fi`;
}

function removeFile(declared: FileDeclared, observed: Observed<FileState>): Operation {
  const { path } = declared;
  const kept = observed.kind === 'present' && observed.state.base64 !== undefined;
  return runOperation({
    title: `remove ${path}`,
    script: sh`[ ! -e ${path} ] && [ ! -L ${path} ] || { [ ! -L ${path} ] && [ -f ${path} ] && rm -f -- ${path}; }`,
    timeoutMs: 30_000,
    hazards: kept ? [] : [loss(`the content of ${path} is too large for the journal`)],
    repeatable: true,
  });
}
