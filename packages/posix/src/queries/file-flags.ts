import { markedKind } from './marked-values.ts';

/** Asks which attributes of the file system a file or a directory has, such as `chattr` sets; a link is not followed. */
export type FileFlagsQuery = { readonly kind: 'file-flags'; readonly path: string };

/** The answer; both are false where the file system has no such attributes. */
export type FileFlags = {
  readonly immutable: boolean;
  readonly appendOnly: boolean;
  /** The file system has no such attributes. */
  readonly unsupported?: true;
};

/** Asks for the attributes of the file at an absolute path. */
export function fileFlagsQuery(path: string): FileFlagsQuery {
  return { kind: 'file-flags', path };
}

export const fileFlagsKind = markedKind({
  kind: 'file-flags',
  command: 'lsattr -d --',
  what: 'the attributes of the file',
  read: (word) =>
    /^[-A-Za-z]+$/.test(word)
      ? { immutable: word.includes('i'), appendOnly: word.includes('a') }
      : { immutable: false, appendOnly: false, unsupported: true },
});
