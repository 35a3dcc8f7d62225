/** A claim of a module as it is compared. */
export type Claim = { readonly claim: string; readonly isShared: boolean };

/** Reads a claim: one that begins with `~` is shared with others of its kind, and contradicts one that is not. */
export function readClaim(text: string): Claim {
  return text.startsWith('~') ? { claim: text.slice(1), isShared: true } : { claim: text, isShared: false };
}
