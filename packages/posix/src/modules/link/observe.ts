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
import type { ContentValue } from '../../queries/content.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { type StatValue, statQuery } from '../../queries/stat.ts';
import { type TreeValue, treeQuery, treeSize } from '../../queries/tree.ts';
import { type LinkDeclared, type LinkState, targetOf } from './declared.ts';

/** What a link needs to know: itself, its directory, its owner, and what it leads to now and will lead to. */
export function linkQueries(declared: LinkDeclared): Queries {
  const { path, force, backup, hard, ownership } = declared;
  // What the path leads to decides nothing here; it is there to be predicted for the resources that ask for it.
  const looks = { stat: statQuery(path), leadsTo: statQuery(path, { follow: true }) };
  // The way back from a hard link removes that link and no other file.
  const destination = statQuery(targetOf(declared), { follow: hard !== true });
  if (declared.state === 'absent') return hard === true ? { ...looks, destination } : looks;
  return {
    ...looks,
    destination,
    parent: statQuery(parentOf(path), { follow: true }),
    ...(force ? { entries: treeQuery(path, { deep: false }) } : {}),
    ...(backup === true ? { content: { kind: 'content', path, unless: '-', limitBytes: 0, follow: false } } : {}),
    ...ownershipQueries(ownership),
  };
}

/** What the answers come to; whatever is in the way or missing is a problem. */
export function observeLink(declared: LinkDeclared, answers: Answers): TypedObservation<LinkState> {
  const stat = answers['stat'] ?? { status: 'absent' };
  const observed = toObserved(declared, stat, answers);
  const obstacle = observed.kind === 'present' ? obstacleAt(declared, observed.state) : undefined;
  if (obstacle !== undefined) return { observed: { kind: 'absent' }, problems: [obstacle] };
  const problems =
    declared.state === 'absent'
      ? []
      : [
          ...(declared.hard === true ? targetProblems(declared, answers['destination']) : []),
          ...parentProblems(parentOf(declared.path), stat, answers['parent']),
          ...ownershipProblems(declared.ownership, answers),
        ];
  return { observed, problems };
}

function toObserved({ hard }: LinkDeclared, stat: Answer, answers: Answers): Observed<LinkState> {
  if (stat.status === 'unknown') return { kind: 'unknown', cause: stat.cause };
  if (stat.status === 'absent') return { kind: 'absent' };
  const { type, owner, group, uid, gid, sizeBytes, modified, target } = stat.value as StatValue;
  const state = { type, owner, group, uid, gid, sizeBytes, modified, target: target ?? null };
  if (type === 'directory') return { kind: 'present', state: { ...state, ...countEntries(answers['entries']) } };
  if (type !== 'file') return { kind: 'present', state };
  const same = hard === true ? { isTarget: isOneFile(stat, answers['destination']) } : {};
  return { kind: 'present', state: { ...state, ...same, ...digestOf(answers['content']) } };
}

function isOneFile(stat: Answer, destination: Answer | undefined): boolean | Unknown {
  if (destination?.status === 'unknown') return unknown(destination.cause);
  const inode = foundValue<StatValue>(destination)?.inode;
  return inode !== undefined && inode === foundValue<StatValue>(stat)?.inode;
}

function digestOf(answer: Answer | undefined): { readonly sha256?: string | Unknown } {
  if (answer === undefined) return {};
  if (answer.status === 'unknown') return { sha256: unknown(answer.cause) };
  const sha256 = foundValue<ContentValue>(answer)?.sha256;
  return { sha256: sha256 ?? unknown({ kind: 'unavailable', what: 'the file vanished while it was read' }) };
}

function countEntries(answer: Answer | undefined): { readonly entries?: number | Unknown } {
  if (answer === undefined) return {};
  if (answer.status === 'unknown') return { entries: unknown(answer.cause) };
  return { entries: answer.status === 'found' ? treeSize(answer.value as TreeValue) : 0 };
}

function obstacleAt({ path, state, force, hard }: LinkDeclared, found: LinkState): Diagnostic | undefined {
  // Whether a file is the hard link may turn out later.
  if (found.type === 'link' || found.isTarget === true || typeof found.isTarget === 'object') return undefined;
  const declared = hard === true ? 'another name of its target' : 'a symbolic link';
  const what = `${path} is a ${found.type.replace('-', ' ')}, and ${declared} is declared`;
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

function targetProblems(declared: LinkDeclared, destination: Answer | undefined): readonly Diagnostic[] {
  const target = targetOf(declared);
  if (destination?.status === 'absent') {
    const hint = `declare \`file: ${target}\` before this resource`;
    return [
      errorDiagnostic('SP604', { detail: `${target}, which the hard link is to be a name of, does not exist.`, hint }),
    ];
  }
  const type = foundValue<StatValue>(destination)?.type;
  if (type === undefined || type === 'file') return [];
  const detail = `${target} is a ${type.replace('-', ' ')}, and only regular files can have another name.`;
  return [errorDiagnostic('SP603', { detail, hint: 'name a regular file, or leave `hard` out' })];
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
