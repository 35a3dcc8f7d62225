/** A file that is made from the code: its path from the root of the checkout, and its whole text. */
export type GeneratedFile = { readonly path: string; readonly text: string };
