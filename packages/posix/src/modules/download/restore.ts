import type { Edit, Observed, Queries, Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import type { ContentQuery } from '../../queries/content.ts';
import type { FileDeclared, FileState } from '../file/declared.ts';
import { keptLimitBytes, restoreFile } from '../file/restore.ts';
import type { DownloadDeclared, DownloadState } from './declared.ts';
import { fileOf } from './observe.ts';

/** The file as it was, with the content that the journal kept of it; or no file. */
export function restoreDownload({
  declared,
  before,
  edited,
  kept,
}: Undo<DownloadDeclared, DownloadState>): TypedRestoration<DownloadDeclared> {
  const back = restoreFile({
    declared: fileOf(declared),
    before: asFile(before),
    edited: edited.map((path) => (path === 'download' ? 'content' : path)),
    kept,
  });
  if (back.kind === 'irreversible') return back;
  const asDownload = (file: FileDeclared): DownloadDeclared => ({ ...declared, headers: null, back: file });
  return {
    kind: 'declared',
    declared: asDownload(back.declared),
    ...(back.lacks === undefined ? {} : { lacks: back.lacks }),
  };
}

function asFile(before: Observed<DownloadState>): Observed<FileState> {
  if (before.kind !== 'present') return before;
  const { owner, group, uid, gid, mode, sizeBytes, modified, sha256 } = before.state;
  const state = { owner, group, uid, gid, mode, sizeBytes, modified };
  return { kind: 'present', state: sha256 === undefined ? state : { ...state, sha256 } };
}

/** The content that is to be replaced, where its SHA-256 is known. */
export function keepDownload(
  { path }: DownloadDeclared,
  edits: readonly Edit[],
  observed: Observed<DownloadState>,
): Queries {
  if (observed.kind !== 'present' || !edits.some((edit) => edit.path === 'download')) return {};
  if (observed.state.sha256 === undefined || observed.state.sizeBytes > keptLimitBytes) return {};
  const content: ContentQuery = { kind: 'content', path, unless: '-', limitBytes: keptLimitBytes, follow: false };
  return { content };
}
