import type { JsonObject } from './json.ts';
import type { Answers, Queries } from './query.ts';

/** How what a node holds of a resource type becomes declarations, or why that cannot be. Pure and total, as all of a module. */
export type Importing =
  /** `why` is a whole sentence for the reference. */
  | { readonly kind: 'none'; readonly why: string }
  | {
      readonly kind: 'importable';
      /** Enumerates objects. Absent: only those that somebody names are imported. */
      readonly list?: Listing;
      /** What must be known to declare one object. */
      readonly queries: (identity: string) => Queries;
      readonly describe: (identity: string, answers: Answers) => Described;
    };

/** Which objects of a type there are by themselves. */
export type Listing = {
  /** What is listed, for the reference: the rest of a sentence, such as "accounts with a number from 1000 on". */
  readonly what: string;
  readonly queries: Queries;
  readonly read: (answers: Answers) => Listed;
};

/** The identities in the order in which they are declared; `notes` are sentences about what could not be listed. */
export type Listed = { readonly identities: readonly string[]; readonly notes: readonly string[] };

/** One object as it is to be declared. */
export type Described =
  /** The first of the forms that a plan right after finds as declared is taken; there is one at least. */
  | { readonly kind: 'declared'; readonly forms: readonly DeclaredForm[] }
  | { readonly kind: 'absent' }
  /** `why` is a part of a sentence. */
  | { readonly kind: 'left out'; readonly why: string };

/** A declaration as it would be written: properties, and the content that one of them names. */
export type DeclaredForm = {
  readonly properties: JsonObject;
  readonly content?: {
    readonly base64: string;
    /** The property that holds it as a text, and the one that holds the path of a file with it. */
    readonly inText: string;
    readonly inFile: string;
    /** Not everybody on the node may read it: it is imported only when somebody names the object. */
    readonly isPrivate?: true;
  };
  /** Sentences about what is there and is not declared. */
  readonly lacks: readonly string[];
};

/** An object that is declared in one form. */
export function describedAs(properties: JsonObject, lacks: readonly string[] = []): Described {
  return { kind: 'declared', forms: [{ properties, lacks }] };
}
