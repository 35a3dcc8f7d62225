import type {
  Address,
  Answers,
  Body,
  BodyKind,
  DeclarationProblem,
  Diagnostic,
  Edit,
  Held,
  Importing,
  Json,
  JsonObject,
  Observed,
  Operation,
  Prediction,
  ProjectTree,
  PropertySchema,
  Queries,
  ResourceModule,
  SettingsFiles,
  TextFile,
  Undo,
  Work,
} from '@setpoint/model';
import type { Static, TObject, TSchema } from 'typebox';

/** What `declare` gets: the identity, the validated properties in the schema's own type, and the body if there is one. */
export type TypedInput<Schema extends TObject> = {
  readonly identity: string;
  readonly properties: Static<Schema>;
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

export type TypedDeclaration<Declared> =
  | { readonly kind: 'declared'; readonly identity: string; readonly declared: Declared }
  | { readonly kind: 'invalid'; readonly problems: readonly DeclarationProblem[] };

export type TypedObservation<State> = { readonly observed: Observed<State>; readonly problems: readonly Diagnostic[] };

/**
 * A resource type as its author writes it: `Declared` is the wanted state in canonical form, `State` what can be observed. Both
 * must be JSON in shape. Every function is pure and total; the guarantees of each stand with `ResourceModule` in the model.
 */
export type ResourceDefinition<Schema extends TObject, Declared, State> = {
  readonly type: string;
  readonly channel: string;
  readonly summary: string;
  readonly identityDescription: string;
  readonly schema: Schema;
  readonly examples: readonly string[];
  readonly declare: (input: TypedInput<Schema>) => TypedDeclaration<Declared>;
  readonly claims?: (declared: Declared) => readonly string[];
  readonly references: (declared: Declared) => readonly Address[];
  readonly queries: (declared: Declared) => Queries;
  readonly runsToAsk?: (declared: Declared) => boolean;
  readonly observe: (declared: Declared, answers: Answers) => TypedObservation<State>;
  readonly diff: (declared: Declared, observed: Observed<State>) => readonly Edit[];
  readonly operations: (declared: Declared, edits: readonly Edit[], observed: Observed<State>) => Work;
  readonly predict: (declared: Declared, answers: Answers) => Prediction;
  readonly paths?: (declared: Declared, edits: readonly Edit[], observed: Observed<State>) => readonly string[];
  readonly holds?: (declared: Declared) => Held | undefined;
  readonly merge?: (operations: readonly Operation[]) => Operation | undefined;
  readonly closes?: (operation: Operation) => boolean;
  readonly decidesOnNode?: (declared: Declared) => boolean;
  readonly restore?: (undo: Undo<Declared, State>) => TypedRestoration<Declared>;
  readonly keep?: (declared: Declared, edits: readonly Edit[], observed: Observed<State>) => Queries;
  readonly reread?: (declared: Declared, edits: readonly Edit[], observed: Observed<State>) => readonly Operation[];
  readonly undo?: string;
  readonly importing?: Importing;
};

/** The way back from a change: a declaration of the state before, or why there is none. */
export type TypedRestoration<Declared> =
  | {
      readonly kind: 'declared';
      readonly declared: Declared;
      readonly also?: readonly { readonly identity: string; readonly declared: Declared }[];
      readonly lacks?: readonly string[];
    }
  | { readonly kind: 'irreversible'; readonly why: string };

/**
 * Makes a resource module from its definition and erases its types. Call it with the two state types:
 * `defineResource<Declared, State>()({ … })`; the schema's type is inferred.
 */
export function defineResource<Declared, State>() {
  return <Schema extends TObject>(definition: ResourceDefinition<Schema, Declared, State>): ResourceModule => {
    // The engine hands back only what `declare` and `observe` of this very module produced, so the erased types agree.
    return definition as unknown as ResourceModule;
  };
}

/** Marks a property of a schema with Setpoint's own keywords; see `PropertySchema` in the model. */
export type PropertyOptions = {
  readonly description: string;
  readonly 'x-body'?: BodyKind;
  readonly 'x-source-text'?: boolean;
  readonly 'x-files'?: boolean;
  readonly 'x-tree'?: { readonly exclude: string; readonly links: string };
  readonly 'x-sensitive'?: boolean;
  readonly 'x-address'?: boolean;
};

/** The JSON Schema of a TypeBox schema, as plain data. */
export function toPropertySchema(schema: TSchema): PropertySchema {
  return JSON.parse(JSON.stringify(schema)) as PropertySchema;
}

/** Narrows the erased form back to JSON, for code that passes declared values on without looking inside. */
export type { Json, JsonObject };
