import { type Edit, type Hazard, isUnknown, type Observed, type Operation, type Work } from '@setpoint/model';
import { runOperation } from '../../operations/run-operation.ts';
import { pruneOperations } from '../../pruning/prune-operation.ts';
import type { ChangedPart } from '../directory/copy/diff.ts';
import { unkeptPaths } from '../directory/copy/keep.ts';
import type { FileState } from '../file/declared.ts';
import { keptLimitBytes } from '../file/restore.ts';
import { changedMembers } from './changed-parts.ts';
import { compareMembers, type MemberChange } from './compare.ts';
import type { ArchiveDeclared, ArchiveState } from './declared.ts';
import { extrasOf } from './observe.ts';
import { unpackScript } from './unpack-script.ts';

/** Contents move at 1 MB/s or faster, and a member takes some milliseconds; what is slower is taken for dead. */
const baseDeadlineMs = 60_000;
const bytesPerMs = 1000;
const memberDeadlineMs = 50;

/** One operation that brings all members which differ, and one that prunes; what is as declared is not touched. */
export function archiveOperations(
  declared: ArchiveDeclared,
  edits: readonly Edit[],
  observed: Observed<ArchiveState>,
): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  const { path, members } = declared;
  const changes = compareMembers(declared, observed);
  const prunes = pruneOperations(path, extrasOf(declared, observed), 'the archive');
  if (changes.length === 0) return { operations: prunes, reasons: [] };
  const reason = `${changes.length} of ${members.length} members are not as in the archive`;
  return { operations: [unpack(declared, changes, observed), ...prunes], reasons: [reason] };
}

function unpack(
  declared: ArchiveDeclared,
  changes: readonly MemberChange[],
  observed: Observed<ArchiveState>,
): Operation {
  const { path, source, body, members } = declared;
  return runOperation({
    title: `unpack ${source} into ${path}`,
    script: unpackScript(declared, changes, observed),
    timeoutMs: baseDeadlineMs + Math.ceil(body.sizeBytes / bytesPerMs) + members.length * memberDeadlineMs,
    repeatable: true,
    compares: true,
    hazards: lossOf(declared, observed),
    ...(body.sizeBytes === 0 ? {} : { stdin: body }),
  });
}

/** The journal keeps what is replaced, apart from what is too large and what another type takes the place of. */
function lossOf(declared: ArchiveDeclared, observed: Observed<ArchiveState>): readonly Hazard[] {
  const { parts, retyped } = changedMembers(declared, observed);
  const unkept = unkeptPaths(parts);
  const lost = [
    ...parts
      .filter((changed) => unkept.has(changed.part.declared.path) || isLost(changed))
      .map(({ part }) => part.name),
    ...retyped
      .filter(({ found }) => found !== undefined && !isUnknown(found) && found.type === 'file')
      .map(({ member }) => member.path),
  ];
  const [first] = lost;
  if (first === undefined) return [];
  const names = lost.length === 1 ? first : `${lost.length} files, such as ${first},`;
  const message = `${names} in ${declared.path} get${lost.length === 1 ? 's' : ''} another content; the old one is not kept`;
  return [{ kind: 'data-loss', message }];
}

function isLost({ part, observed, edits }: ChangedPart): boolean {
  if (part.kind !== 'file' || observed.kind !== 'present' || !edits.some(({ path }) => path === 'content'))
    return false;
  const { sizeBytes, sha256 } = observed.state as FileState;
  return sizeBytes > keptLimitBytes || typeof sha256 !== 'string';
}
