import type { FoundFile, RepositoryState } from './declared.ts';

/** The files that go with a repository: its own, and its keys unless another source is bound to them. */
export function filesToRemove(state: RepositoryState): readonly FoundFile[] {
  return [state.source, ...state.keys.filter((key) => !isUsed(key, state))].filter((file) => file.sha256 !== null);
}

/** The keys that stay, because another source is bound to them. */
export function keptKeys(state: RepositoryState): readonly FoundFile[] {
  return state.keys.filter((key) => key.sha256 !== null && isUsed(key, state));
}

function isUsed({ path }: FoundFile, { others }: RepositoryState): boolean {
  return others.some((entry) => entry.signedBy.split(' ').includes(path));
}
