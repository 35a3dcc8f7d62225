import type { Body, Unknown } from '@setpoint/model';
import type { FileText } from './file-text.ts';
import type { TextTarget } from './target.ts';

/** A part of a text file as declared; `whole` takes the place of the part when a change is taken back. */
export type TextDeclared<Part> = { readonly target: TextTarget; readonly part: Part; readonly whole: Body | null };

/** A text file as found. */
export type TextState = {
  readonly sha256: string | Unknown;
  readonly sizeBytes: number;
  readonly mode: string;
  /** The bytes; absent when they were not read. */
  readonly base64?: string;
};

/** What becomes of a text, or why the part cannot be made true in it; `detail` is a sentence. */
export type Edited =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'impossible'; readonly detail: string; readonly hint: string };

/**
 * Makes a declared part true in a text and leaves all else as it is, byte by byte. `inFile` brings a declared text into the
 * characters of the file. Pure and total.
 */
export type TextEditor<Part> = (part: Part, text: string, inFile: (declared: string) => string) => Edited;

/** The bytes that the file would have, or why it cannot. */
export type EditedBytes =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | (Edited & { readonly kind: 'impossible' });

export type { FileText };
