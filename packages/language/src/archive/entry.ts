/** One entry as an archive stores it; names are bytes until they are known to be UTF-8. */
export type ArchiveEntry = {
  readonly path: string;
  readonly modified?: number;
  /** Permission bits as stored; absent where the archive tells none. */
  readonly mode?: number;
} & EntryContent;

export type EntryContent =
  | { readonly type: 'file'; readonly bytes: Uint8Array }
  | { readonly type: 'directory' }
  | { readonly type: 'link'; readonly target: string }
  /** The same file as an earlier entry. */
  | { readonly type: 'hard-link'; readonly target: string }
  | { readonly type: 'other'; readonly what: string };

/** What an archive holds, or a whole sentence that says why it cannot be told. */
export type EntriesResult =
  | { readonly kind: 'entries'; readonly entries: readonly ArchiveEntry[] }
  | { readonly kind: 'refused'; readonly why: string; readonly hint?: string };

/** An archive that does not say what it must. The readers throw it and `readArchive` alone catches it. */
export class BrokenArchive extends Error {
  readonly hint: string | undefined;

  constructor(why: string, hint?: string) {
    super(why);
    this.hint = hint;
  }
}

/** More entries than this are no longer handled one by one. */
export const maxEntries = 20_000;

/** A name as text; an archive with names in another encoding would be unpacked under names that nobody meant. */
export function nameText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const shown = Buffer.from(bytes).toString('latin1');
    throw new BrokenArchive(
      `The name ${JSON.stringify(shown)} is not written in UTF-8.`,
      'pack the archive anew in a UTF-8 locale',
    );
  }
}
