import type { Address } from './address.ts';
import type { Body } from './body.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { SettingsFiles } from './driver-settings.ts';
import type { Edit } from './edit.ts';
import type { Importing } from './importing.ts';
import type { Json, JsonObject } from './json.ts';
import type { Operation } from './operation.ts';
import type { Prediction } from './prediction.ts';
import type { ProjectTree } from './project-tree.ts';
import type { Answers, Queries } from './query.ts';
import type { UnknownCause } from './unknown.ts';

/** What was found on the node, in the module's own state shape. */
export type Observed<State> =
  | { readonly kind: 'present'; readonly state: State }
  /** `remains` is what stands around the place and matters when the object is made and later undone. */
  | { readonly kind: 'absent'; readonly remains?: JsonObject }
  | { readonly kind: 'unknown'; readonly cause: UnknownCause };

/**
 * What a resource comes to on a node. A problem is a coded diagnostic that makes the change impossible as declared: something
 * of another type stands in the way, an owner does not exist.
 */
export type Observation<State> = { readonly observed: Observed<State>; readonly problems: readonly Diagnostic[] };

/** The operations of one change and why they are needed where the edits do not tell it. */
export type Work = { readonly operations: readonly Operation[]; readonly reasons: readonly string[] };

/**
 * How a schema marks a property whose text, path or template becomes a body before the module sees it. The body of an archive is the
 * contents of its files one after the other, with its members; that of fragments, a list as `x-files` describes it, is their texts
 * one after the other, each of which begins on a line of its own.
 */
export type BodyKind = 'text' | 'file' | 'template' | 'archive' | 'fetched-archive' | 'fragments';

/** A JSON Schema 2020-12 object with Setpoint's own keywords, all of them annotations to other tools. */
export type PropertySchema = JsonObject & {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: { readonly [name: string]: PropertySchema };
  readonly required?: readonly string[];
  /** The property's value is turned into a body and given to the module as `body`. */
  readonly 'x-body'?: BodyKind;
  /** The property whose text stands between two fragments. */
  readonly 'x-between'?: string;
  /** The property that names the `TextEncoding` in which the text of this one is written; UTF-8 where it is not given. */
  readonly 'x-encoding'?: string;
  /** A number written without quotes is taken by its source text: `mode: 0644` means the text 0644. */
  readonly 'x-source-text'?: boolean;
  /** The property's value is a secret wherever it comes from. */
  readonly 'x-sensitive'?: boolean;
  /** Each item is a path or a glob of files of the project; the module gets their texts as `texts`, under the property's name. */
  readonly 'x-files'?: boolean;
  /**
   * The text is the path of a directory of the project; the module gets what it holds in `trees`, under the property's name. The
   * properties that are named here hold globs of what is left out, and say what becomes of links: `keep`, `follow` or `refuse`.
   */
  readonly 'x-tree'?: { readonly exclude: string; readonly links: string };
  /** The text (or each item) is the address of a resource that must be declared on the same node. */
  readonly 'x-address'?: boolean;
};

/**
 * The code for one resource type, with its own types erased: what the engine and the language see. All functions are pure and
 * total. `sdk` has the typed form that module authors write.
 */
export type ResourceModule = {
  readonly type: string;
  /** The kind of conversation: `sh`, `modbus`, `sql`, `http`, `device`. */
  readonly channel: string;
  /** One sentence for the reference and for editors. */
  readonly summary: string;
  /** What the identity is, for the reference: "absolute path of the file". */
  readonly identityDescription: string;
  /** Schema of the properties beside the identity; `additionalProperties` is false. */
  readonly schema: PropertySchema;
  /** Examples for the reference, as YAML; each is validated by a test. */
  readonly examples: readonly string[];
  /** Checks and normalises what the schema cannot say; problems are diagnostics without a span. */
  readonly declare: (input: DeclareInput) => Declaration;
  /**
   * Keys of the node's objects that the resource manages alone, such as `path:/etc/motd`; two resources with an equal claim
   * contradict each other whatever their types. A claim that begins with `~` is shared: it contradicts the same claim without `~`
   * only. Absent: only the address is claimed.
   */
  readonly claims?: (declared: Json) => readonly string[];
  /** Implied dependencies; the engine keeps those that are declared too. */
  readonly references: (declared: Json) => readonly Address[];
  readonly queries: (declared: Json) => Queries;
  /** True when the queries run something that the declaration holds, such as the script of a guard. Absent: never. */
  readonly runsToAsk?: (declared: Json) => boolean;
  readonly observe: (declared: Json, answers: Answers) => Observation<Json>;
  readonly diff: (declared: Json, observed: Observed<Json>) => readonly Edit[];
  readonly operations: (declared: Json, edits: readonly Edit[], observed: Observed<Json>) => Work;
  readonly predict: (declared: Json, answers: Answers) => Prediction;
  /**
   * Absolute paths that the operations of these edits write beside the one that the address names; a slash at the end means
   * everything below as well. Absent: none.
   */
  readonly paths?: (declared: Json, edits: readonly Edit[], observed: Observed<Json>) => readonly string[];
  /**
   * The directory that the resource is made from with everything in it, and its query that tells of that: what lies in there
   * is done before the resource, and a planned change in there makes the answer unknown. Absent: the resource is made from nothing of the node.
   */
  readonly holds?: (declared: Json) => Held | undefined;
  /** Fuses the operations of adjacent resources of this type into one, or gives undefined when they do not fit together. */
  readonly merge?: (operations: readonly Operation[]) => Operation | undefined;
  /**
   * True for an operation that ends what a resource does and that adjacent ones of the type need once, after all of them: `merge` then
   * fuses these alone. Absent: it fuses all.
   */
  readonly closes?: (operation: Operation) => boolean;
  /**
   * True for a declaration whose operations look themselves, right before they act, at everything they depend on: its change need
   * not wait until a fact that an earlier change makes unknown can be read. Absent: never.
   */
  readonly decidesOnNode?: (declared: Json) => boolean;
  /** What brings back the state that was there before a change. Absent: nothing of the type can be undone. */
  readonly restore?: (undo: Undo) => Restoration;
  /**
   * What an observed state does not hold of what the change replaces or deletes, to be read and kept right before the change: queries
   * whose answers hold `sha256` and `base64`. Absent: nothing more.
   */
  readonly keep?: (declared: Json, edits: readonly Edit[], observed: Observed<Json>) => Queries;
  /**
   * What takes in again what an input of the resource is after a change of that input was undone, such as the restart of a service
   * whose configuration is the old one again; none where the edits did not make it read anything. Absent: nothing of the type reads.
   */
  readonly reread?: (declared: Json, edits: readonly Edit[], observed: Observed<Json>) => readonly Operation[];
  /** What can be undone and what cannot, in one sentence for the reference. Present exactly when `restore` is or nothing can be. */
  readonly undo?: string;
  /** How what is there becomes a declaration. Absent: nothing of the type is imported by itself. */
  readonly importing?: Importing;
};

/** A directory by its absolute path, and the name of the query that tells of everything in it. */
export type Held = { readonly directory: string; readonly query: string };

/** What the journal says of a change that is to be undone. */
export type Undo<Declared = Json, State = Json> = {
  /** What the change was made for, with null in the place of bodies that may hold a secret. */
  readonly declared: Declared;
  /** What had been observed before it, without the bytes of contents, and without digests of those that may hold a secret. */
  readonly before: Observed<State>;
  /**
   * What had been observed just before it, where `before` is absent because whatever was there came with something else of the same
   * run. Types that always observe something tell by it what of them was there.
   */
  readonly atChange?: Observed<State>;
  /** The paths of its edits: the properties that it may have changed. */
  readonly edited: readonly string[];
  /** Finds content that was kept before it was replaced or deleted, by SHA-256; undefined when it was not kept. */
  readonly kept: (sha256: string) => Body | undefined;
};

/** The way back from a change. */
export type Restoration =
  /**
   * Declares the state before, and in `also` further resources of the type that are handled after it. `lacks` are sentences about
   * what does not come back.
   */
  | {
      readonly kind: 'declared';
      readonly declared: Json;
      readonly also?: readonly { readonly identity: string; readonly declared: Json }[];
      readonly lacks?: readonly string[];
    }
  /** `why` is a whole sentence. */
  | { readonly kind: 'irreversible'; readonly why: string };

/** What the language hands to a module: identity and validated properties, with every `x-body` property as `body`. */
export type DeclareInput = {
  readonly identity: string;
  readonly properties: JsonObject;
  readonly body?: Body;
  /** Permission bits of the file of the project that the body is, four octal digits. */
  readonly bodyMode?: string;
  /** What the node's settings bring along, such as a device profile. */
  readonly files?: SettingsFiles;
  /** The files that properties marked `x-files` name, by property. */
  readonly texts?: Readonly<Record<string, readonly TextFile[]>>;
  /** The directories that properties marked `x-tree` name, by property. */
  readonly trees?: Readonly<Record<string, ProjectTree>>;
};

/** A text file of the project; `path` starts at the project directory. */
export type TextFile = { readonly path: string; readonly text: string };

/** `identity` is canonical: two resources of a type with equal identity are the same object of the node. */
export type Declaration =
  | { readonly kind: 'declared'; readonly identity: string; readonly declared: Json }
  | { readonly kind: 'invalid'; readonly problems: readonly DeclarationProblem[] };

/** One thing wrong with a property; the language adds the place in the file. An empty property means the identity. */
export type DeclarationProblem = {
  readonly property: string;
  readonly detail: string;
  readonly hint?: string;
};
