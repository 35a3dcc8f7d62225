/** An archive that a declaration names by its URL, with the SHA-256 that it has to have, in lower-case hex. */
export type WantedArchive = { readonly url: string; readonly sha256: string };

/** Whether the controller has an archive of a URL. */
export type FoundArchive =
  /** `read` gives undefined for a file that is not the wanted one any more. */
  | { readonly kind: 'found'; readonly sizeBytes: number; readonly read: () => Uint8Array | undefined }
  /** It is not here yet: what is compiled meanwhile has no members of it. */
  | { readonly kind: 'missing' }
  /** `why` is a whole sentence. */
  | { readonly kind: 'failed'; readonly why: string; readonly hint?: string };

/** The port to archives that come from URLs. Compiling fetches nothing; it says what is wanted. */
export type FetchedArchives = { readonly find: (wanted: WantedArchive) => FoundArchive };

/** Has nothing, and is told of what is wanted in vain. */
export const noFetchedArchives: FetchedArchives = { find: () => ({ kind: 'missing' }) };
