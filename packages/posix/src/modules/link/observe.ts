import { posix } from 'node:path';
import {
  type Answer,
  type Answers,
  type Diagnostic,
  errorDiagnostic,
  type Observed,
  type Queries,
  type Unknown,
  unknown,
} from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import { ownershipProblems, ownershipQueries } from '../../ownership/ownership.ts';
import { parentOf } from '../../paths/absolute-path.ts';
import { type StatValue, statQuery } from '../../queries/stat.ts';
import { type TreeValue, treeQuery, treeSize } from '../../queries/tree.ts';
import type { LinkDeclared, LinkState } from './declared.ts';

/** What a link needs to know: itself, its directory, its owner, and what it leads to now and will lead to. */
export function linkQueries(declared: LinkDeclared): Queries {
  const { path, target, force, ownership } = declared;
  // What the path leads to decides nothing here; it is there to be predicted for the resources that ask for it.
  const looks = { stat: statQuery(path), leadsTo: statQuery(path, { follow: true }) };
  if (declared.state === 'absent') return looks;
  return {
    ...looks,
    destination: statQuery(posix.resolve(parentOf(path), target), { follow: true }),
    parent: statQuery(parentOf(path), { follow: true }),
    ...(force ? { entries: treeQuery(path, { deep: false }) } : {}),
    ...ownershipQueries(ownership),
  };
}

/** What the answers come to; whatever is in the way or missing is a problem. */
export function observeLink(declared: LinkDeclared, answers: Answers): TypedObservation<LinkState> {
  const stat = answers['stat'] ?? { status: 'absent' };
  const observed = toObserved(stat, answers['entries']);
  const obstacle = observed.kind === 'present' ? obstacleAt(declared, observed.state) : undefined;
  if (obstacle !== undefined) return { observed: { kind: 'absent' }, problems: [obstacle] };
  const problems =
    declared.state === 'absent'
      ? []
      : [
          ...parentProblems(parentOf(declared.path), stat, answers['parent']),
          ...ownershipProblems(declared.ownership, answers),
        ];
  return { observed, problems };
}

function toObserved(stat: Answer, entries: Answer | undefined): Observed<LinkState> {
  if (stat.status === 'unknown') return { kind: 'unknown', cause: stat.cause };
  if (stat.status === 'absent') return { kind: 'absent' };
  const { type, owner, group, uid, gid, sizeBytes, modified, target } = stat.value as StatValue;
  const state = { type, owner, group, uid, gid, sizeBytes, modified, target: target ?? null };
  return { kind: 'present', state: type === 'directory' ? { ...state, ...countEntries(entries) } : state };
}

function countEntries(answer: Answer | undefined): { readonly entries?: number | Unknown } {
  if (answer === undefined) return {};
  if (answer.status === 'unknown') return { entries: unknown(answer.cause) };
  return { entries: answer.status === 'found' ? treeSize(answer.value as TreeValue) : 0 };
}

function obstacleAt({ path, state, force }: LinkDeclared, found: LinkState): Diagnostic | undefined {
  if (found.type === 'link') return undefined;
  const what = `${path} is a ${found.type.replace('-', ' ')}, and a symbolic link is declared`;
  if (state === 'absent') {
    const type = found.type === 'directory' ? 'directory' : 'file';
    return errorDiagnostic('SP603', {
      detail: `${what} absent.`,
      hint: `declare \`${type}: ${path}\` with \`state: absent\` to remove it`,
    });
  }
  const isReplaceable = found.type === 'file' || found.type === 'directory';
  if (!isReplaceable) return errorDiagnostic('SP603', { detail: `${what}.`, hint: 'remove it first' });
  if (!force) {
    return errorDiagnostic('SP603', {
      detail: `${what}.`,
      hint: 'declare `force: true` to replace a file or an empty directory',
    });
  }
  if (typeof found.entries === 'number' && found.entries > 0) {
    return errorDiagnostic('SP603', {
      detail: `${what}. It is not empty, and a link never replaces a directory that holds something.`,
      hint: `declare \`directory: ${path}\` with \`state: absent\` and \`force: true\` before it`,
    });
  }
  return undefined;
}

function parentProblems(parent: string, stat: Answer, answer: Answer | undefined): readonly Diagnostic[] {
  if (stat.status !== 'absent') return [];
  if (answer?.status === 'absent') {
    return [
      errorDiagnostic('SP604', {
        detail: `The directory ${parent} does not exist.`,
        hint: `declare \`directory: ${parent}\` before this resource`,
      }),
    ];
  }
  if (answer?.status === 'found' && (answer.value as StatValue).type !== 'directory') {
    return [errorDiagnostic('SP603', { detail: `${parent} is not a directory, so nothing can be made in it.` })];
  }
  return [];
}
