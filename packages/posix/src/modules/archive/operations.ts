import { type Edit, type Hazard, isUnknown, type Observed, type Work } from '@setpoint/model';
import { runOperation } from '../../operations/run-operation.ts';
import { compareMembers, type MemberChange } from './compare.ts';
import type { ArchiveDeclared, ArchiveState } from './declared.ts';
import { unpackScript } from './unpack-script.ts';

/** Contents move at 1 MB/s or faster, and a member takes some milliseconds; what is slower is taken for dead. */
const baseDeadlineMs = 60_000;
const bytesPerMs = 1000;
const memberDeadlineMs = 50;

/** One operation that brings all members which differ; the others are not touched. */
export function archiveOperations(
  declared: ArchiveDeclared,
  edits: readonly Edit[],
  observed: Observed<ArchiveState>,
): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  const changes = compareMembers(declared, observed);
  const { path, source, body, members } = declared;
  const operation = runOperation({
    title: `unpack ${source} into ${path}`,
    script: unpackScript(declared, changes, observed),
    timeoutMs: baseDeadlineMs + Math.ceil(body.sizeBytes / bytesPerMs) + members.length * memberDeadlineMs,
    repeatable: true,
    compares: true,
    hazards: lossOf(path, changes),
    ...(body.sizeBytes === 0 ? {} : { stdin: body }),
  });
  const reason = `${changes.length} of ${members.length} members are not as in the archive`;
  return { operations: [operation], reasons: [reason] };
}

function lossOf(path: string, changes: readonly MemberChange[]): readonly Hazard[] {
  const lost = changes.filter(({ member, found }) => {
    if (member.type === 'directory' || found === undefined || isUnknown(found) || found.type !== 'file') return false;
    return member.type === 'link' || found.sha256 !== member.sha256;
  });
  const [first] = lost;
  if (first === undefined) return [];
  const names = lost.length === 1 ? first.member.path : `${lost.length} files, such as ${first.member.path},`;
  const message = `${names} in ${path} get${lost.length === 1 ? 's' : ''} another content; the old one is not kept`;
  return [{ kind: 'data-loss', message }];
}
