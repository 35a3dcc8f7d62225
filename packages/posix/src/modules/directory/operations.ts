import { type Edit, type Hazard, isUnknown, type Observed, type Operation, type Work } from '@setpoint/model';
import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { runOperation } from '../../operations/run-operation.ts';
import { wantedMode } from '../../ownership/ownership.ts';
import { exactMode, ownershipCommands, ownershipTitle } from '../../ownership/set-ownership.ts';
import { ownershipUnmoved } from '../../ownership/unmoved.ts';
import { nameOf, parentOf } from '../../paths/absolute-path.ts';
import { enterLibrary, makeLibrary } from '../../paths/entering.ts';
import { formatMode, parseMode } from '../../permissions/mode.ts';
import { type TreeValue, treeSize } from '../../queries/tree.ts';
import { labelTitle, setContext } from '../../selinux/set-context.ts';
import { setModified, timeTitle } from '../../times/modified.ts';
import type { DirectoryDeclared, DirectoryState, TreeDeclared } from './declared.ts';
import { emptyDirectory } from './empty-script.ts';
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
    ...(creates ? [makeDirectory(declared, own, observed)] : []),
    ...(sets ? [setAttributes(declared, own, observed)] : []),
    ...labelDirectory(declared, edits, observed),
    ...(below.length > 0 && declared.tree !== null ? [setTree(declared, declared.tree, observed)] : []),
    ...setTime(declared, edits, observed),
  ];
  return { operations, reasons: [] };
}

/**
 * Makes the directory closed, sets owner and group, and opens it last; on a failure it goes again, with the parents made for it.
 * Where others could put something else in its place meanwhile, it is made out of their reach and renamed to its place.
 */
function makeDirectory(
  declared: DirectoryDeclared,
  own: readonly Edit[],
  observed: Observed<DirectoryState>,
): Operation {
  const { path, parents } = declared;
  const script = sh`${makeLibrary}sp_undo() { sp_code=$?; for made; do ( sp_enter "\${made%/*}/" && rmdir -- "./\${made##*/}" ); done; exit $sp_code; }
set --
${parents ? shJoin(missingParents(declared), '') : sh``}( ${makeIn(declared, own, observed)} ) || sp_undo "$@"`;
  return runOperation({
    title: parents ? `create ${path} with its missing parents` : `create ${path}`,
    script,
    timeoutMs: 30_000,
    repeatable: true,
    compares: true,
    isBrief: true,
  });
}

function missingParents(declared: DirectoryDeclared): readonly ShellText[] {
  return ancestorsOf(declared)
    .filter((ancestor) => ancestor !== '/')
    .map(
      (ancestor) =>
        sh`[ -d ${ancestor} ] || { ( sp_enter ${parentOf(ancestor)} && mkdir -- ${`./${nameOf(ancestor)}`} ) || sp_undo "$@"; set -- ${ancestor} "$@"; }\n`,
    );
}

function makeIn(
  { path, ownership }: DirectoryDeclared,
  own: readonly Edit[],
  observed: Observed<DirectoryState>,
): ShellText {
  const name = nameOf(path);
  const closed = ownership.mode === null ? sh`` : sh`-m 0700 `;
  const dress = ownershipCommands(own, { path: '.', type: 'directory' }).flatMap((command) => [sh` && `, command]);
  const isThere = sh`[ -d ${`./${name}`} ] && [ ! -L ${`./${name}`} ]`;
  // What came to the path since may be somebody else's; where only root could put it there, it is what is wanted.
  const isWelcome = observed.kind === 'unknown' ? sh`` : sh` && sp_guarded`;
  const found = observed.kind === 'unknown' ? 'and a directory is declared' : 'now; the plan found nothing there';
  return sh`sp_enter ${parentOf(path)}
if sp_there ${name} && ! { ${isThere}${isWelcome}; }; then
  sp_refuse ${path}" is $(sp_what ${name}) "${found}
elif sp_there ${name}; then sp_into ${name}${shJoin(dress, '')}
elif sp_guarded; then
  mkdir ${closed}-- ${`./${name}`} || exit
  ( sp_into ${name}${shJoin(dress, '')} ) || { sp_code=$?; rmdir -- ${`./${name}`}; exit $sp_code; }
else
  sp_hide
  mkdir ${closed}-- .setpoint-new && ( sp_into .setpoint-new${shJoin(dress, '')} ) || exit
  mv -T -- .setpoint-new ${`../${name}`}
fi`;
}

function setAttributes(
  { path, ownership }: DirectoryDeclared,
  own: readonly Edit[],
  observed: Observed<DirectoryState>,
): Operation {
  const found = observed.kind === 'present' ? observed.state : undefined;
  return runOperation({
    title: `set ${ownershipTitle(ownership)} of ${path}`,
    script: sh`${enter(path)}${ownershipUnmoved(own, found, { path, at: sh`.` })}${shJoin(ownershipCommands(own, { path: '.', type: 'directory' }), ' && ')}`,
    timeoutMs: 30_000,
    repeatable: true,
    compares: true,
    isBrief: true,
  });
}

function labelDirectory(
  { path, selinux }: DirectoryDeclared,
  edits: readonly Edit[],
  observed: Observed<DirectoryState>,
): readonly Operation[] {
  if (selinux === undefined || edits.every((edit) => edit.path !== 'selinux')) return [];
  const found = observed.kind === 'present' ? observed.state : {};
  const script = sh`${enter(path)}${setContext(edits, found, { path, at: sh`.` })}`;
  return [
    runOperation({ title: labelTitle(path, selinux), script, timeoutMs: 30_000, repeatable: true, compares: true }),
  ];
}

function setTime(
  { path, modified }: DirectoryDeclared,
  edits: readonly Edit[],
  observed: Observed<DirectoryState>,
): readonly Operation[] {
  if (modified === undefined || edits.every((edit) => edit.path !== 'modified')) return [];
  const found = observed.kind === 'present' ? observed.state.modified : undefined;
  const script = sh`${enter(path)}${setModified(modified, found, { path, at: sh`.` })}`;
  const title = timeTitle(path, modified);
  return [runOperation({ title, script, timeoutMs: 30_000, repeatable: true, compares: true, isBrief: true })];
}

/** Enters the directory and makes sure that it is the one at the path: commands on `.` cannot be led astray by a link put there. */
function enter(path: string): ShellText {
  if (path === '/') return sh`${enterLibrary}sp_enter /\n`;
  return sh`${enterLibrary}sp_enter ${parentOf(path)}
[ -d ${`./${nameOf(path)}`} ] && [ ! -L ${`./${nameOf(path)}`} ] || ${noDirectory(path)}
sp_into ${nameOf(path)}
`;
}

function noDirectory(path: string): ShellText {
  return sh`sp_refuse ${path}" is $(sp_what ${nameOf(path)}) now; the plan found a directory"`;
}

function setTree({ path }: DirectoryDeclared, tree: TreeDeclared, observed: Observed<DirectoryState>): Operation {
  const found = observed.kind === 'present' ? observed.state.tree : undefined;
  const known = found === undefined || isUnknown(found) ? undefined : found;
  const size = known === undefined ? undefined : differing(tree, known);
  const what = treeProperties(tree).map((property) => `${property.path.slice('tree.'.length)} ${property.value}`);
  return runOperation({
    title: `set ${what.join(', ')} of everything in ${path}`,
    script: sh`${enter(path)}${shJoin([sh`{ ${treeTools(tree.owner)}}`, ...treeCommands(tree, known)], ' && ')}`,
    timeoutMs: treeDeadlineMs,
    hazards: [
      {
        kind: 'privilege',
        message: `${size === undefined ? 'everything' : entries(size)} below ${path} ${size === 1 || size === undefined ? 'gets' : 'get'} another owner or mode; the old ones are not kept`,
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

/** Removes the directory alone, or what the plan listed with it: mount points and what came to the tree since are refused. */
function removeDirectory({ path, force }: DirectoryDeclared, observed: Observed<DirectoryState>): Operation {
  const name = nameOf(path);
  const found = sh`[ -e ${path} ] || [ -L ${path} ] || exit 0
${enterLibrary}sp_enter ${parentOf(path)}
sp_there ${name} || exit 0
[ -d ${`./${name}`} ] && [ ! -L ${`./${name}`} ] || ${noDirectory(path)}
`;
  if (!force) {
    const script = sh`${found}rmdir -- ${`./${name}`}`;
    return runOperation({ title: `remove ${path}`, script, timeoutMs: 30_000, repeatable: true, compares: true });
  }
  const tree = observed.kind === 'present' ? observed.state.tree : undefined;
  const known = tree === undefined || isUnknown(tree) ? undefined : tree;
  return runOperation({
    title: `remove ${path} with everything in it`,
    script: sh`${found}( sp_into ${name}
${emptyDirectory(path, known)} ) && rmdir -- ${`./${name}`}`,
    timeoutMs: treeDeadlineMs,
    hazards: lossOf(path, known === undefined ? undefined : treeSize(known)),
    repeatable: true,
    compares: true,
  });
}

function lossOf(path: string, size: number | undefined): readonly Hazard[] {
  if (size === 0) return [];
  const what = size === undefined ? 'everything' : entries(size);
  return [{ kind: 'data-loss', message: `${what} in ${path} will be deleted and cannot be brought back` }];
}
