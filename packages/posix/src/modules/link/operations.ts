import type { Edit, Hazard, Observed, Operation, Work } from '@setpoint/model';
import { type ShellText, sh, shJoin } from '@setpoint/sdk';
import { runOperation } from '../../operations/run-operation.ts';
import { ownershipCommands, ownershipTitle } from '../../ownership/set-ownership.ts';
import { ownershipUnmoved } from '../../ownership/unmoved.ts';
import { nameOf, parentOf } from '../../paths/absolute-path.ts';
import { digestLibrary } from '../../paths/digest.ts';
import { enterLibrary, makeLibrary } from '../../paths/entering.ts';
import { type LinkDeclared, type LinkState, targetOf } from './declared.ts';

const deadlineMs = 30_000;

/** The work that makes the edits true; the titles depend on the declaration alone. */
export function linkOperations(declared: LinkDeclared, edits: readonly Edit[], observed: Observed<LinkState>): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  if (declared.state === 'absent') return { operations: [removeLink(declared, observed)], reasons: [] };
  const points = edits.some((edit) => edit.path === 'target');
  const owns = edits.some((edit) => edit.path === 'owner' || edit.path === 'group');
  // A new link is made with its owner. Only when nothing is known yet may it turn out that the owner alone is to be set.
  const sets = owns && (!points || observed.kind === 'unknown');
  const operations = [
    ...(points ? [pointLink(declared, observed)] : []),
    ...(sets ? [setOwner(declared, edits, observed)] : []),
  ];
  return { operations, reasons: [] };
}

/**
 * Makes the new link where nobody else can reach it, in the same directory, and renames it over the path, so that one is always there.
 */
function pointLink(declared: LinkDeclared, observed: Observed<LinkState>): Operation {
  const { path, target, backup, hard } = declared;
  const found = observed.kind === 'present' ? observed.state : undefined;
  const name = nameOf(path);
  const make = hard === true ? makeHardLink(declared) : sh`ln -s -- ${target} .setpoint-new`;
  // No tool renames one name of a file to another name of it.
  const isDone = hard === true ? sh`! ${isTarget(`./${name}`)} || exit 0\n` : sh``;
  const own = ownershipOf(declared, found).flatMap((command) => [sh` && `, command]);
  const script = sh`${makeLibrary}${hard === true ? lookAtTarget(declared) : sh``}sp_enter ${parentOf(path)}
${unmoved(declared, observed)}${isDone}sp_hide
${make}${shJoin(own, '')} || exit
${backup === true ? keepFile(declared, found) : sh``}if [ -d ${`../${name}`} ] && [ ! -L ${`../${name}`} ]; then rmdir -- ${`../${name}`} || exit; fi
mv -f -T -- .setpoint-new ${`../${name}`}`;
  return runOperation({
    title: hard === true ? `make ${path} a hard link to ${target}` : `link ${path} to ${target}`,
    script,
    timeoutMs: deadlineMs,
    hazards: lossOf(declared, observed),
    repeatable: true,
    compares: true,
    // A file that is kept is read as a whole first.
    ...(backup === true ? {} : { isBrief: true }),
  });
}

function lossOf({ path, force, backup }: LinkDeclared, observed: Observed<LinkState>): readonly Hazard[] {
  const found = observed.kind === 'present' ? observed.state : undefined;
  const isReplaced = observed.kind === 'unknown' || (found !== undefined && found.type !== 'link');
  const isKept = backup === true && found?.type !== 'directory';
  if (!force || !isReplaced || isKept) return [];
  return [{ kind: 'data-loss', message: `the ${found?.type ?? 'file'} at ${path} will be deleted, if one is there` }];
}

/**
 * Gives the file that is about to be replaced a second name, named by its digest; it is copied where this account may not do that
 * with a file of somebody else.
 */
function keepFile({ path }: LinkDeclared, found: LinkState | undefined): ShellText {
  const at = `../${nameOf(path)}`;
  const sha256 = typeof found?.sha256 === 'string' ? found.sha256 : undefined;
  const isFound =
    sha256 === undefined
      ? sh``
      : sh`[ "$sp_now" = ${sha256} ] || sp_refuse "the content of "${path}" has the digest $sp_now now; the plan found "${sha256}\n`;
  return sh`${digestLibrary}if [ -f ${at} ] && [ ! -L ${at} ]; then
sp_now=$(sp_digest <${at}) || exit
sp_now=\${sp_now%% *}
${isFound}sp_kept=${at}.$(printf %.12s "$sp_now").bak
{ [ ! -L "$sp_kept" ] && [ ${at} -ef "$sp_kept" ]; } || {
{ ln -- ${at} .setpoint-kept 2>/dev/null || cp -p -P -- ${at} .setpoint-kept; } && [ -f .setpoint-kept ] && [ ! -L .setpoint-kept ] &&
mv -f -T -- .setpoint-kept "$sp_kept"
} || { echo ${`no backup of ${path} can be made`}; exit 1; }
fi
`;
}

/** Refuses what came to the path since it was looked at; where that was not known, whatever the declaration does not allow. */
function unmoved({ path, target, force, hard }: LinkDeclared, observed: Observed<LinkState>): ShellText {
  const name = nameOf(path);
  const at = `./${name}`;
  const refuse = (found: string): ShellText =>
    sh`sp_refuse ${path}" is $(sp_what ${name}) now; the plan found "${found}`;
  const isDeclared = hard === true ? isTarget(at) : sh`[ "$(readlink -- ${at}; printf x)" = ${target}"$nl"x ]`;
  if (observed.kind === 'unknown') {
    const allowed = force ? sh` || [ -f ${at} ] || [ -d ${at} ]` : sh``;
    return sh`[ -L ${at} ] || [ ! -e ${at} ]${allowed} || ${isDeclared} || sp_refuse ${path}" is $(sp_what ${name}), and a link is declared"\n`;
  }
  if (observed.kind === 'absent')
    return sh`if sp_there ${name}; then ${isDeclared} || ${refuse('nothing there')}; fi\n`;
  const { type, target: old, sizeBytes, modified } = observed.state;
  if (type === 'link') {
    const isFound = sh`[ "$(readlink -- ${at}; printf x)" = ${old ?? ''}"$nl"x ]`;
    return sh`${isFound} || ${isDeclared} || ${refuse(`a link to ${old ?? '?'}`)}\n`;
  }
  if (type === 'directory') return sh`[ -d ${at} ] && [ ! -L ${at} ] || ${refuse('a directory')}\n`;
  const state = `${sizeBytes}|${modified}`;
  const isSame =
    modified === 'pending' ? sh`` : sh` && case $(TZ=UTC0 stat -c '%s|%y' -- ${at}) in ${state}*) ;; *) false;; esac`;
  return sh`{ [ -f ${at} ] && [ ! -L ${at} ]${isSame}; } || ${isDeclared} || ${refuse(`a file of ${sizeBytes} bytes that was changed last at ${modified}`)}\n`;
}

/**
 * Puts into `sp_file` which file the target of a hard link is. Its directory may belong to somebody who puts a link to a file of root
 * in its place, so that root would give them another name for it.
 */
function lookAtTarget(declared: LinkDeclared): ShellText {
  const target = targetOf(declared);
  const at = `./${nameOf(target)}`;
  return sh`sp_file=$(
sp_enter ${parentOf(target)}
[ -f ${at} ] && [ ! -L ${at} ] || sp_refuse ${target}" is $(sp_what ${nameOf(target)}) now; the plan found a file"
stat -c %d:%i -- ${at}
) || { sp_code=$?; printf '%s\n' "$sp_file"; exit $sp_code; }
`;
}

function makeHardLink(declared: LinkDeclared): ShellText {
  const target = targetOf(declared);
  return sh`ln -- ${target} .setpoint-new && { ${isTarget('.setpoint-new')} || sp_refuse ${target}" was replaced in this moment"; }`;
}

function isTarget(at: string): ShellText {
  return sh`{ [ ! -L ${at} ] && [ "$(stat -c %d:%i -- ${at} 2>/dev/null)" = "$sp_file" ]; }`;
}

function ownershipOf({ ownership }: LinkDeclared, found: LinkState | undefined): readonly ShellText[] {
  // A link that is pointed elsewhere keeps its owner, though it is a new object.
  const owner = ownership.owner ?? (found?.type === 'link' ? String(found.uid) : null);
  const group = ownership.group ?? (found?.type === 'link' ? String(found.gid) : null);
  return [
    ...(owner === null ? [] : [sh`chown -h -- ${owner} .setpoint-new`]),
    ...(group === null ? [] : [sh`chgrp -h -- ${group} .setpoint-new`]),
  ];
}

function setOwner({ path, ownership }: LinkDeclared, edits: readonly Edit[], observed: Observed<LinkState>): Operation {
  const at = sh`${`./${nameOf(path)}`}`;
  const found = observed.kind === 'present' ? observed.state : undefined;
  return runOperation({
    title: `set ${ownershipTitle(ownership)} of ${path}`,
    script: sh`${enterLibrary}sp_enter ${parentOf(path)}
[ -L ${at} ] || ${noLink(path)}
${ownershipUnmoved(edits, found, { path, at })}${shJoin(ownershipCommands(edits, { path: `./${nameOf(path)}`, type: 'link' }), ' && ')}`,
    timeoutMs: deadlineMs,
    repeatable: true,
    compares: true,
  });
}

/** A link that leads elsewhere by now goes as well only when nobody knew where it led. */
function removeLink(declared: LinkDeclared, observed: Observed<LinkState>): Operation {
  const { path, hard } = declared;
  const name = nameOf(path);
  const at = `./${name}`;
  const old = observed.kind === 'present' ? observed.state.target : null;
  const isFound =
    old === null
      ? sh``
      : sh`[ "$(readlink -- ${at}; printf x)" = ${old}"$nl"x ] || sp_refuse ${path}" is $(sp_what ${name}) now; the plan found a link to "${old}\n`;
  return runOperation({
    title: `remove ${path}`,
    script: sh`[ -e ${path} ] || [ -L ${path} ] || exit 0
${enterLibrary}${hard === true ? lookAtTarget(declared) : sh``}sp_enter ${parentOf(path)}
sp_there ${name} || exit 0
${hard === true ? isTarget(at) : sh`[ -L ${at} ]`} || ${noLink(path)}
${isFound}rm -f -- ${at}`,
    timeoutMs: deadlineMs,
    repeatable: true,
    compares: true,
  });
}

function noLink(path: string): ShellText {
  return sh`sp_refuse ${path}" is $(sp_what ${nameOf(path)}) now; the plan found a link"`;
}
