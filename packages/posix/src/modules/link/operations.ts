import type { Edit, Observed, Operation, Work } from '@setpoint/model';
import { type ShellText, sh, shJoin } from '@setpoint/sdk';
import { runOperation } from '../../operations/run-operation.ts';
import { ownershipCommands, ownershipTitle } from '../../ownership/set-ownership.ts';
import { parentOf } from '../../paths/absolute-path.ts';
import type { LinkDeclared, LinkState } from './declared.ts';

const deadlineMs = 30_000;

/** The work that makes the edits true; the titles depend on the declaration alone. */
export function linkOperations(declared: LinkDeclared, edits: readonly Edit[], observed: Observed<LinkState>): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  if (declared.state === 'absent') return { operations: [removeLink(declared)], reasons: [] };
  const points = edits.some((edit) => edit.path === 'target');
  const owns = edits.some((edit) => edit.path === 'owner' || edit.path === 'group');
  // A new link is made with its owner. Only when nothing is known yet may it turn out that the owner alone is to be set.
  const sets = owns && (!points || observed.kind === 'unknown');
  const operations = [...(points ? [pointLink(declared, observed)] : []), ...(sets ? [setOwner(declared, edits)] : [])];
  return { operations, reasons: [] };
}

/** Makes the new link under a name of its own in the same directory and renames it over the path, so that one is always there. */
function pointLink(declared: LinkDeclared, observed: Observed<LinkState>): Operation {
  const { path, target, force } = declared;
  const found = observed.kind === 'present' ? observed.state : undefined;
  const isReplaced = found !== undefined && found.type !== 'link';
  const own = ownershipOf(declared, found).flatMap((command) => [sh` && `, command]);
  const script = sh`${obstacleGuard(path, force)}sp_new=
trap '[ -z "$sp_new" ] || rm -f -- "$sp_new"' EXIT
trap 'exit 1' HUP INT TERM PIPE
for sp_stale in ${parentOf(path)}/.setpoint.??????????; do
  if [ -L "$sp_stale" ]; then rm -f -- "$sp_stale"; fi
done
sp_new=$(mktemp -u ${`${parentOf(path)}/.setpoint.XXXXXXXXXX`}) && ln -s -- ${target} "$sp_new"${shJoin(own, '')} || exit
if [ -d ${path} ] && [ ! -L ${path} ]; then rmdir -- ${path} || exit; fi
mv -f -T -- "$sp_new" ${path}`;
  return runOperation({
    title: `link ${path} to ${target}`,
    script,
    timeoutMs: deadlineMs,
    hazards:
      force && (isReplaced || observed.kind === 'unknown')
        ? [{ kind: 'data-loss', message: `the ${found?.type ?? 'file'} at ${path} will be deleted, if one is there` }]
        : [],
    repeatable: true,
  });
}

/** Only what the declaration allows may be replaced, whatever came to the path since it was looked at. */
function obstacleGuard(path: string, force: boolean): ShellText {
  const allowed = force ? sh` || [ -f ${path} ] || [ -d ${path} ]` : sh``;
  return sh`[ -L ${path} ] || [ ! -e ${path} ]${allowed} || { echo ${`${path} is no link`}; exit 1; }\n`;
}

function ownershipOf({ ownership }: LinkDeclared, found: LinkState | undefined): readonly ShellText[] {
  // A link that is pointed elsewhere keeps its owner, though it is a new object.
  const owner = ownership.owner ?? (found?.type === 'link' ? String(found.uid) : null);
  const group = ownership.group ?? (found?.type === 'link' ? String(found.gid) : null);
  return [
    ...(owner === null ? [] : [sh`chown -h -- ${owner} "$sp_new"`]),
    ...(group === null ? [] : [sh`chgrp -h -- ${group} "$sp_new"`]),
  ];
}

function setOwner({ path, ownership }: LinkDeclared, edits: readonly Edit[]): Operation {
  return runOperation({
    title: `set ${ownershipTitle(ownership)} of ${path}`,
    script: shJoin([sh`[ -L ${path} ]`, ...ownershipCommands(edits, { path, type: 'link' })], ' && '),
    timeoutMs: deadlineMs,
    repeatable: true,
  });
}

function removeLink({ path }: LinkDeclared): Operation {
  return runOperation({
    title: `remove ${path}`,
    script: sh`[ -e ${path} ] || [ -L ${path} ] || exit 0\n[ -L ${path} ] && rm -f -- ${path}`,
    timeoutMs: deadlineMs,
    repeatable: true,
  });
}
