import { type Edit, type Hazard, isUnknown, type Observed, type Operation, type Work } from '@setpoint/model';
import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { runOperation } from '../../operations/run-operation.ts';
import { wantedMode } from '../../ownership/ownership.ts';
import { exactMode, ownershipCommands, ownershipTitle } from '../../ownership/set-ownership.ts';
import { parentOf } from '../../paths/absolute-path.ts';
import { formatMode, parseMode } from '../../permissions/mode.ts';
import { mountsLibrary, type TreeValue, treeSize } from '../../queries/tree.ts';
import type { DirectoryDeclared, DirectoryState, TreeDeclared } from './declared.ts';
import { ancestorsOf } from './observe.ts';
import { treeProperties } from './tree-properties.ts';
import { byTool, treeTools } from './tree-tools.ts';

/** Walking or deleting a large tree is bound by the disk: a million entries take some minutes. */
const treeDeadlineMs = 30 * 60_000;

/** The work that makes the edits true; the titles depend on the declaration alone. */
export function directoryOperations(
  declared: DirectoryDeclared,
  edits: readonly Edit[],
  observed: Observed<DirectoryState>,
): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  if (declared.state === 'absent') return { operations: [removeDirectory(declared, observed)], reasons: [] };
  const creates = edits.some((edit) => edit.path === 'state');
  const own = edits.filter((edit) => ['owner', 'group', 'mode'].includes(edit.path));
  const below = edits.filter((edit) => edit.path.startsWith('tree.'));
  // Making it brings owner and mode with it. Only when nothing is known yet may it turn out that they alone are to be set.
  const sets = own.length > 0 && (!creates || observed.kind === 'unknown');
  const operations = [
    ...(creates ? [makeDirectory(declared, own)] : []),
    ...(sets ? [setAttributes(declared, own)] : []),
    ...(below.length > 0 && declared.tree !== null ? [setTree(declared, declared.tree, observed)] : []),
  ];
  return { operations, reasons: [] };
}

/** Makes the directory closed, sets owner and group, and opens it last; on a failure it goes again, with the parents made for it. */
function makeDirectory(declared: DirectoryDeclared, own: readonly Edit[]): Operation {
  const { path, parents, ownership } = declared;
  const closed = ownership.mode === null ? sh`` : sh`-m 0700 `;
  const makeParents = ancestorsOf(declared)
    .filter((ancestor) => parents && ancestor !== '/')
    .map((ancestor) => sh`[ -d ${ancestor} ] || { mkdir -- ${ancestor} || sp_undo "$@"; set -- ${ancestor} "$@"; }\n`);
  const script = sh`sp_undo() { cd /; for made; do rmdir -- "$made"; done; exit 1; }
set --
${shJoin(makeParents, '')}if [ -L ${path} ] || [ ! -d ${path} ]; then
  mkdir ${closed}-- ${path} || sp_undo "$@"
  set -- ${path} "$@"
fi
{ ${shJoin([enter(path), ...ownershipCommands(own, { path: '.', type: 'directory' })], ' && ')}; } || sp_undo "$@"`;
  return runOperation({
    title: parents ? `create ${path} with its missing parents` : `create ${path}`,
    script,
    timeoutMs: 30_000,
    repeatable: true,
  });
}

/** Enters the directory and makes sure that it is the one at the path: commands on `.` cannot be led astray by a link put there. */
function enter(path: string): ShellText {
  const name = path === '/' ? '' : path.slice(path.lastIndexOf('/') + 1);
  return sh`sp_up=$(cd -P -- ${parentOf(path)} && pwd -P) && cd -P -- ${path} && { [ "$(pwd -P)" = "\${sp_up%/}"/${name} ] || { echo ${`${path} is no longer a directory of its own`}; false; }; }`;
}

function setAttributes({ path, ownership }: DirectoryDeclared, own: readonly Edit[]): Operation {
  return runOperation({
    title: `set ${ownershipTitle(ownership)} of ${path}`,
    script: shJoin([enter(path), ...ownershipCommands(own, { path: '.', type: 'directory' })], ' && '),
    timeoutMs: 30_000,
    repeatable: true,
  });
}

function setTree({ path }: DirectoryDeclared, tree: TreeDeclared, observed: Observed<DirectoryState>): Operation {
  const found = observed.kind === 'present' ? observed.state.tree : undefined;
  const known = found === undefined || isUnknown(found) ? undefined : found;
  const size = known === undefined ? undefined : differing(tree, known);
  const what = treeProperties(tree).map((property) => `${property.path.slice('tree.'.length)} ${property.value}`);
  return runOperation({
    title: `set ${what.join(', ')} of everything in ${path}`,
    script: shJoin([enter(path), sh`{ ${treeTools(tree.owner)}}`, ...treeCommands(tree, known)], ' && '),
    timeoutMs: treeDeadlineMs,
    hazards: [
      {
        kind: 'privilege',
        message: `${size === undefined ? 'everything' : entries(size)} below ${path} gets another owner or mode; the old ones are not kept`,
      },
    ],
    repeatable: true,
  });
}

function differing(wanted: TreeDeclared, tree: TreeValue): number {
  const properties = treeProperties(wanted);
  return tree.groups
    .filter((group) => properties.some((each) => each.concerns(group) && each.found(group) !== each.wanted(group)))
    .reduce((sum, group) => sum + group.count, 0);
}

function entries(count: number): string {
  return count === 1 ? 'one entry' : `${count} entries`;
}

function treeCommands(
  { owner, group, directoryMode, fileMode }: TreeDeclared,
  found: TreeValue | undefined,
): readonly ShellText[] {
  return [
    ...(owner === null ? [] : [changeAll(sh`! -user ${owner}`, byTool('chown', owner))]),
    ...(group === null ? [] : [changeAll(sh`! -group ${group}`, byTool('chgrp', group))]),
    ...(directoryMode === null ? [] : modeCommands('directory', directoryMode, found)),
    ...(fileMode === null ? [] : modeCommands('file', fileMode, found)),
  ];
}

/** A symbolic mode is worked out here for each mode that was found, because tools differ in what `X` and `=` come to. */
function modeCommands(type: 'directory' | 'file', text: string, found: TreeValue | undefined): readonly ShellText[] {
  const entries = sh`-type ${shRaw(type === 'file' ? 'f' : 'd')}`;
  const mode = parseMode(text);
  if (mode?.kind === 'octal') {
    const octal = formatMode(mode.bits);
    return [changeAll(sh`${entries} ! -perm ${octal}`, byTool('chmod', exactMode(octal)))];
  }
  if (found === undefined) return [changeAll(entries, byTool('chmod', text))];
  const modes = new Set(found.groups.filter((group) => group.type === type).map((group) => group.mode));
  return [...modes].flatMap((before) => {
    const after = wantedMode(text, before, type === 'directory');
    return after === before ? [] : [changeAll(sh`${entries} -perm ${before}`, byTool('chmod', exactMode(after)))];
  });
}

function changeAll(which: ShellText, tool: ShellText): ShellText {
  return sh`{ ${tool}; find . -xdev ! -path . ${which} -exec "$@" {} +; }`;
}

/** Removes the directory alone, or what the plan listed with it: mount points and a tree that has grown since are refused. */
function removeDirectory({ path, force }: DirectoryDeclared, observed: Observed<DirectoryState>): Operation {
  const gone = sh`[ -e ${path} ] || [ -L ${path} ] || exit 0\n[ -d ${path} ] && [ ! -L ${path} ] || { echo ${`${path} is not a directory`}; exit 1; }\n`;
  if (!force) {
    const script = sh`${gone}rmdir -- ${path}`;
    return runOperation({ title: `remove ${path}`, script, timeoutMs: 30_000, repeatable: true });
  }
  const tree = observed.kind === 'present' ? observed.state.tree : undefined;
  const size = tree === undefined || isUnknown(tree) ? undefined : treeSize(tree);
  const noMounts = sh`${mountsLibrary}[ -z "$(sp_mounts ${path})" ] || { echo ${`a file system is mounted in ${path}`}; exit 1; }\n`;
  const unchanged =
    size === undefined
      ? shRaw('')
      : sh`[ "$(cd -P -- ${path} && find . -xdev ! -path . -exec printf '.%.0s' {} + | wc -c)" -le ${size} ] || { echo ${`${path} holds more than the ${entries(size)} that the plan listed`}; exit 1; }\n`;
  return runOperation({
    title: `remove ${path} with everything in it`,
    script: sh`${gone}${noMounts}${unchanged}rm -rf -- ${path}`,
    timeoutMs: treeDeadlineMs,
    hazards: lossOf(path, size),
    repeatable: true,
  });
}

function lossOf(path: string, size: number | undefined): readonly Hazard[] {
  if (size === 0) return [];
  const what = size === undefined ? 'everything' : entries(size);
  return [{ kind: 'data-loss', message: `${what} in ${path} will be deleted and cannot be brought back` }];
}
