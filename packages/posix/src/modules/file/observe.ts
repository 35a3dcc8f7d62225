import {
  type Answer,
  type Answers,
  type Diagnostic,
  errorDiagnostic,
  type Observed,
  type Queries,
  unknown,
} from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import { ownershipProblems, ownershipQueries } from '../../ownership/ownership.ts';
import { parentOf } from '../../paths/absolute-path.ts';
import { followedProblems, followedQueries, observeFollowed } from '../../paths/followed.ts';
import { unprovenMark } from '../../paths/unproven-mark.ts';
import type { ContentValue } from '../../queries/content.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { type StatValue, statQuery } from '../../queries/stat.ts';
import { observeContext, selinuxQueries } from '../../selinux/context.ts';
import type { FileDeclared, FileState } from './declared.ts';
import { flagsObstacles, flagsQueries, observeFlags } from './flags.ts';

/** Files up to this size are read when they are to be replaced, for the diff and to be able to go back. */
const readLimitBytes = 1024 * 1024;

/** What a file needs to know: itself, its content, its directory, its owner. */
export function fileQueries(declared: FileDeclared): Queries {
  const { path, body, createOnly, check, follow, ownership } = declared;
  // The second look is there to be predicted: other resources ask for this path in either way.
  const looks = {
    stat: statQuery(path, { follow }),
    otherStat: statQuery(path, { follow: !follow }),
    ...followedQueries(declared),
  };
  if (declared.state === 'absent')
    return { ...looks, ...flagsQueries(declared), content: contentQuery({ path, follow }, '-', readLimitBytes) };
  return {
    ...looks,
    parent: statQuery(parentOf(path), { follow: true }),
    ...(body === null ? {} : { content: contentQuery({ path, follow }, body.sha256, createOnly ? 0 : readLimitBytes) }),
    ...(check === null ? {} : { unproven: statQuery(unprovenMark(path)) }),
    ...flagsQueries(declared),
    ...selinuxQueries(path, declared.selinux),
    ...ownershipQueries(ownership),
  };
}

function contentQuery(
  { path, follow }: { readonly path: string; readonly follow: boolean },
  unless: string,
  limitBytes: number,
) {
  return { kind: 'content', path, unless, limitBytes, follow };
}

/** What the answers come to; whatever is in the way or missing is a problem. */
export function observeFile(declared: FileDeclared, answers: Answers): TypedObservation<FileState> {
  const stat = answers['stat'] ?? { status: 'absent' };
  const obstacle = stat.status === 'found' ? obstacleAt(declared, stat.value as StatValue) : undefined;
  if (obstacle !== undefined) return { observed: { kind: 'absent' }, problems: [obstacle] };
  const problems =
    declared.state === 'absent'
      ? followedProblems(declared.path, answers)
      : [
          ...followedProblems(declared.path, answers),
          ...missingParts(declared, stat, answers['parent']),
          ...ownershipProblems(declared.ownership, answers),
          ...flagsObstacles(declared, answers),
        ];
  return { observed: toObserved(stat, answers), problems };
}

function toObserved(stat: Answer, answers: Answers): Observed<FileState> {
  if (stat.status === 'unknown') return { kind: 'unknown', cause: stat.cause };
  const context = observeContext(answers);
  const around = { ...context, ...observeFollowed(answers) };
  if (stat.status === 'absent')
    return Object.keys(around).length === 0 ? { kind: 'absent' } : { kind: 'absent', remains: around };
  const { owner, group, uid, gid, mode, sizeBytes, modified, dated = modified } = stat.value as StatValue;
  const isUnproven = foundValue<StatValue>(answers['unproven'])?.type === 'file';
  const known = {
    owner,
    group,
    uid,
    gid,
    mode,
    sizeBytes,
    modified: dated,
    ...contentState(answers['content']),
    ...observeFlags(answers),
    ...around,
  };
  return { kind: 'present', state: isUnproven ? { ...known, isUnproven } : known };
}

function contentState(content: Answer | undefined): Pick<FileState, 'sha256' | 'base64'> {
  if (content === undefined) return {};
  if (content.status === 'unknown') return { sha256: unknown(content.cause) };
  // The file vanished between the two looks of one program.
  if (content.status === 'absent')
    return { sha256: unknown({ kind: 'unavailable', what: 'the file vanished while it was read' }) };
  return content.value as ContentValue;
}

function obstacleAt(declared: FileDeclared, stat: StatValue): Diagnostic | undefined {
  if (stat.type === 'file') return undefined;
  if (stat.type === 'link') {
    return errorDiagnostic('SP603', {
      detail: `${declared.path} is a symbolic link to ${stat.target ?? '?'}, and a file is declared.`,
      hint: 'declare `follow: true` to manage the target, or remove the link with `link:` and `state: absent`',
    });
  }
  return errorDiagnostic('SP603', {
    detail: `${declared.path} is a ${stat.type.replace('-', ' ')}, and a file is declared.`,
    hint:
      stat.type === 'directory'
        ? `declare \`directory: ${declared.path}\` instead, or another path`
        : `remove it, or declare another path`,
  });
}

function missingParts(declared: FileDeclared, stat: Answer, parent: Answer | undefined): readonly Diagnostic[] {
  if (stat.status !== 'absent') return [];
  if (declared.body === null) {
    return [
      errorDiagnostic('SP604', {
        detail: `${declared.path} does not exist, and its content is not declared.`,
        hint: 'add `content:`, `source:`, `template:` or `fragments:`; `content: ""` makes an empty file',
      }),
    ];
  }
  const directory = parentOf(declared.path);
  const hint = `declare \`directory: ${directory}\` before this resource`;
  if (parent?.status === 'absent')
    return [errorDiagnostic('SP604', { detail: `The directory ${directory} does not exist.`, hint })];
  if (parent?.status === 'found' && (parent.value as StatValue).type !== 'directory') {
    return [errorDiagnostic('SP603', { detail: `${directory} is not a directory, so nothing can be made in it.` })];
  }
  return [];
}
