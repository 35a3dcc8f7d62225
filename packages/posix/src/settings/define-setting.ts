import {
  type Address,
  type Answers,
  type DeclarationProblem,
  type Diagnostic,
  type Edit,
  formatAddress,
  type Importing,
  isUnknown,
  type Observed,
  type Operation,
  type Prediction,
  type Queries,
  type ResourceModule,
  type Unknown,
  unknown,
  type Work,
} from '@setpoint/model';
import { defineResource, type Static, type TObject, type TypedInput } from '@setpoint/sdk';
import { pathReferences } from '../paths/path-references.ts';
import { diffLive, diffTexts } from './diff.ts';
import { findTexts, textProblems, textQueries } from './observe.ts';
import { textOperations } from './operations.ts';
import { predictTexts } from './predict.ts';
import { keepTexts, type LiveRestoration, restoreSetting } from './restore.ts';
import type { SettingDeclared, SettingState, SettingTexts, SettingWriter } from './setting.ts';

/** What a declaration comes to: the identity in canonical form and the part, or what is wrong. */
export type DeclaredPart<Part> =
  | { readonly kind: 'part'; readonly identity: string; readonly part: Part }
  | { readonly kind: 'invalid'; readonly problems: readonly DeclarationProblem[] };

/**
 * A setting of the system: text in files, which holds when the node starts, and what is in force beside it. `Part` is what is
 * declared, `Live` what is in force; both are JSON in shape.
 */
export type SettingDefinition<Schema extends TObject, Part, Live> = {
  readonly type: string;
  readonly summary: string;
  readonly identityDescription: string;
  readonly schema: Schema;
  readonly examples: readonly string[];
  readonly undo: string;
  readonly importing: Importing;
  readonly declarePart: (identity: string, properties: Static<Schema>) => DeclaredPart<Part>;
  readonly texts: (part: Part) => SettingTexts;
  readonly write: SettingWriter<Part>;
  /** The things of the node that the setting manages alone, beside its texts, which it shares. */
  readonly claims: (part: Part) => readonly string[];
  readonly references?: (part: Part) => readonly Address[];
  readonly queries: (part: Part) => Queries;
  /** What is in force, and why it cannot become as declared. */
  readonly observe: (
    part: Part,
    answers: Answers,
  ) => { readonly live: Live | Unknown; readonly problems: readonly Diagnostic[] };
  /** The edits of what is in force; undefined stands for what is not known. */
  readonly diff: (part: Part, live: Live | undefined) => readonly Edit[];
  /** What brings it into force. */
  readonly operations: (
    part: Part,
    edits: readonly Edit[],
    live: Live | undefined,
  ) => { readonly order: 'before the texts' | 'after the texts'; readonly operations: readonly Operation[] };
  /** What follows when texts alone are to change. */
  readonly afterTexts?: (part: Part, live: Live | undefined) => readonly Operation[];
  readonly reasons?: (part: Part, edits: readonly Edit[], live: Live | undefined) => readonly string[];
  readonly predict: (part: Part, answers: Answers) => Prediction;
  readonly restore: (part: Part, live: Live | undefined, edited: readonly string[]) => LiveRestoration<Part>;
  /** What the operations write beside the texts. */
  readonly paths?: (part: Part, edits: readonly Edit[]) => readonly string[];
  /** What must not be shown of the lines of the texts; gives the line as it is where there is nothing. */
  readonly mask?: (line: string) => string;
};

/** Makes the module of such a type: texts are computed here and written as whole files are, atomically. */
export function defineSetting<Part, Live>() {
  return <Schema extends TObject>(definition: SettingDefinition<Schema, Part, Live>): ResourceModule => {
    const { type, summary, identityDescription, schema, examples, undo, importing, write } = definition;
    return defineResource<SettingDeclared<Part>, SettingState<Live>>()({
      type,
      channel: 'sh',
      summary,
      identityDescription,
      schema,
      examples,
      undo,
      importing,
      declare: ({ identity, properties }: TypedInput<Schema>) => {
        const declared = definition.declarePart(identity, properties);
        if (declared.kind === 'invalid') return declared;
        const { part } = declared;
        return {
          kind: 'declared',
          identity: declared.identity,
          declared: { part, texts: definition.texts(part), back: null },
        };
      },
      claims: ({ part, texts, isTextAlone }) => [
        ...(isTextAlone === true ? [] : definition.claims(part)),
        ...Object.values(texts).map(({ path }) => `~content of:${path}`),
      ],
      references: ({ part, texts }) => [...textReferences(texts), ...(definition.references?.(part) ?? [])],
      queries: ({ part, texts, isTextAlone }) => ({
        ...textQueries(texts),
        ...(isTextAlone === true ? {} : definition.queries(part)),
      }),
      observe: (declared, answers) => {
        const { live, problems } = inForce(definition, declared, answers);
        const state = {
          texts: findTexts(declared.texts, answers),
          live,
          missing: missingDirectories(declared, answers),
        };
        return {
          observed: { kind: 'present', state },
          problems: [...textProblems(declared, answers, write), ...problems],
        };
      },
      diff: (declared, observed) => editsOf(definition, declared, observed),
      operations: (declared, edits, observed) => operationsOf(definition, { declared, edits, observed }),
      predict: (declared, answers) => {
        const texts = predictTexts(declared, answers, write);
        const live = declared.isTextAlone === true ? { answers: {} } : definition.predict(declared.part, answers);
        return { ...texts, ...live, answers: { ...texts.answers, ...live.answers } };
      },
      paths: ({ part, texts }, edits) => [...writtenTexts(texts, edits), ...(definition.paths?.(part, edits) ?? [])],
      restore: (given) => restoreSetting(given, { restore: definition.restore, label: labelOf(definition) }),
      keep: keepTexts,
    });
  };
}

function writtenTexts(texts: SettingDeclared<unknown>['texts'], edits: readonly Edit[]): readonly string[] {
  return Object.entries(texts).flatMap(([name, { path }]) => (edits.some((edit) => edit.path === name) ? [path] : []));
}

/** Nothing is in force of a text alone, so nothing can differ. */
function inForce<Schema extends TObject, Part, Live>(
  { observe }: SettingDefinition<Schema, Part, Live>,
  { part, isTextAlone }: SettingDeclared<Part>,
  answers: Answers,
): ReturnType<typeof observe> {
  return isTextAlone === true
    ? { live: unknown({ kind: 'withheld', what: 'not looked at' }), problems: [] }
    : observe(part, answers);
}

/** What the first claim names: the setting itself. */
function labelOf<Schema extends TObject, Part, Live>({ type, claims }: SettingDefinition<Schema, Part, Live>) {
  return (part: Part): string => claims(part)[0]?.replace(/^[^:]*:/, '') ?? type;
}

/** A file that is declared as a whole is written before parts of it are changed. */
function textReferences(texts: SettingTexts): readonly Address[] {
  return Object.values(texts).flatMap(({ path }) => [formatAddress('file', path), ...pathReferences(path)]);
}

function missingDirectories({ texts }: SettingDeclared<unknown>, answers: Answers): readonly string[] {
  return Object.keys(texts).filter((name) => answers[`${name} parent`]?.status !== 'found');
}

function editsOf<Schema extends TObject, Part, Live>(
  { diff, write, mask }: SettingDefinition<Schema, Part, Live>,
  declared: SettingDeclared<Part>,
  observed: Observed<SettingState<Live>>,
): readonly Edit[] {
  if (observed.kind !== 'present') return [];
  const { texts, live } = observed.state;
  const ofTexts = diffTexts(declared, texts, write);
  const shown = mask === undefined ? ofTexts : ofTexts.map((edit) => maskHunks(edit, mask));
  if (declared.isTextAlone === true) return shown;
  return [...shown, ...diffLive(live, (found) => diff(declared.part, found))];
}

function maskHunks(edit: Edit, mask: (line: string) => string): Edit {
  if (edit.hunks === undefined) return edit;
  return { ...edit, hunks: edit.hunks.map((hunk) => ({ ...hunk, lines: hunk.lines.map(mask) })) };
}

type Planned<Part, Live> = {
  readonly declared: SettingDeclared<Part>;
  readonly edits: readonly Edit[];
  readonly observed: Observed<SettingState<Live>>;
};

function operationsOf<Schema extends TObject, Part, Live>(
  definition: SettingDefinition<Schema, Part, Live>,
  { declared, edits, observed }: Planned<Part, Live>,
): Work {
  if (edits.length === 0 || observed.kind !== 'present') return { operations: [], reasons: [] };
  const { texts, live, missing } = observed.state;
  const found = isUnknown(live) ? undefined : live;
  const written = textOperations({ declared, edits, texts, missing }, definition.write);
  const own = edits.filter(({ path }) => declared.texts[path] === undefined);
  const { order, operations } = definition.operations(declared.part, own, found);
  const isWayBack = declared.back !== null;
  const endsWithTexts = own.length === 0 && (!isWayBack || declared.isTextAlone === true);
  const follows = endsWithTexts ? (definition.afterTexts?.(declared.part, found) ?? []) : [];
  const reasons = isWayBack ? [] : (definition.reasons?.(declared.part, edits, found) ?? []);
  return {
    operations: order === 'before the texts' ? [...operations, ...written] : [...written, ...operations, ...follows],
    reasons,
  };
}
