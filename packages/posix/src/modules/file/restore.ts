import { type Edit, isUnknown, type Observed, type Queries, type Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import { restoreOwnership } from '../../ownership/restore-ownership.ts';
import type { ContentQuery } from '../../queries/content.ts';
import { restoreModified } from '../../times/modified.ts';
import type { FileDeclared, FileState } from './declared.ts';
import { noFlags } from './flags.ts';

/** Larger content is not kept when it is replaced or deleted. */
export const keptLimitBytes = 10 * 1024 * 1024;

/** The file as it was: its content if that was kept, its owner, group and mode; or no file. Only what the change touched. */
export function restoreFile(undo: Undo<FileDeclared, FileState>): TypedRestoration<FileDeclared> {
  const { path, follow, inPlace } = undo.declared;
  const flags = undo.declared.flags === undefined ? {} : restoreFlags(undo.before);
  const same = { path, follow, inPlace, createOnly: false, backup: false, check: null, ...flags };
  switch (undo.before.kind) {
    case 'absent': {
      const nothing = { owner: null, group: null, mode: null };
      return { kind: 'declared', declared: { ...same, state: 'absent', body: null, ownership: nothing } };
    }
    case 'unknown':
      return { kind: 'irreversible', why: `Nobody could tell what was at ${path} before.` };
    case 'present':
      return restorePresent(undo, undo.before.state, same);
    default:
      return undo.before satisfies never;
  }
}

type Same = Pick<FileDeclared, 'path' | 'follow' | 'inPlace' | 'createOnly' | 'backup' | 'check' | 'flags'>;

/** They have to be known to go back: what has one of them cannot be changed before it is taken away. */
function restoreFlags(before: Observed<FileState>): Pick<FileDeclared, 'flags'> {
  const found = before.kind === 'present' ? before.state.flags : noFlags;
  return found === undefined || isUnknown(found) ? {} : { flags: found };
}

function restorePresent(
  { declared: made, edited, kept }: Undo<FileDeclared, FileState>,
  state: FileState,
  same: Same,
): TypedRestoration<FileDeclared> {
  const wasRemoved = edited.includes('state');
  const ownership = restoreOwnership(state, (path) => wasRemoved || edited.includes(path));
  const touchesContent = wasRemoved || edited.includes('content');
  const body = touchesContent && typeof state.sha256 === 'string' ? (kept(state.sha256) ?? null) : null;
  const isLabelled = edited.includes('selinux') && typeof state.context === 'string';
  const selinux = isLabelled ? { selinux: state.context } : {};
  const time = restoreModified(state.modified, made.modified !== undefined);
  const declared: FileDeclared = { ...same, ...selinux, ...time, state: 'present', body, ownership };
  if (!touchesContent || body !== null) return { kind: 'declared', declared };
  const why = `The content of ${same.path} does not come back: ${whyNotKept(state)}.`;
  const { owner, group, mode } = ownership;
  const hasRest = !wasRemoved && (owner !== null || group !== null || mode !== null);
  return hasRest ? { kind: 'declared', declared, lacks: [why] } : { kind: 'irreversible', why };
}

/** Content that is to be replaced or deleted, is known by its digest and was too large to be read for the plan. */
export function keepFile(declared: FileDeclared, edits: readonly Edit[], observed: Observed<FileState>): Queries {
  const isReplaced = edits.some(({ path }) => path === 'content' || path === 'state');
  if (!isReplaced || observed.kind !== 'present') return {};
  const { sha256, base64, sizeBytes } = observed.state;
  if (typeof sha256 !== 'string' || base64 !== undefined || sizeBytes > keptLimitBytes) return {};
  const { path, follow } = declared;
  const content: ContentQuery = { kind: 'content', path, unless: '-', limitBytes: keptLimitBytes, follow };
  return { content };
}

function whyNotKept({ sha256, sizeBytes }: FileState): string {
  if (sha256 === undefined) return 'it may have held a secret';
  if (isUnknown(sha256)) return 'it could not be read';
  return sizeBytes > keptLimitBytes ? 'it was larger than 10 MiB' : 'it is not in the store of the journal any more';
}
