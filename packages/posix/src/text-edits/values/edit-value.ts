import type { Json } from '@setpoint/model';
import type { Edited, TextEditor } from '../text-edit.ts';
import { applyValue } from './apply-value.ts';
import { type Step, stepsBetween } from './difference.ts';
import { isSameValue, type ValuePart } from './value-part.ts';
import { formatSteps } from './value-path.ts';

/** A text read in a language of structured files: a document with what it means, one that says nothing yet, or none. */
export type ParsedDocument<Document> =
  | { readonly kind: 'parsed'; readonly json: Json; readonly document: Document }
  | { readonly kind: 'empty' }
  | { readonly kind: 'impossible'; readonly detail: string; readonly hint: string };

/** What is particular to such a language. All pure and total. */
export type ValueLanguage<Document> = {
  readonly parse: (text: string) => ParsedDocument<Document>;
  /** A text that said nothing, with its first value. */
  readonly begin: (text: string, value: Json) => string | undefined;
  /** The text with one step taken; undefined where the way it is written leaves no place for it. */
  readonly takeStep: (text: string, document: Document, step: Step) => string | undefined;
  /** Why the language has no word for a part, without a full stop. */
  readonly lacks?: (part: ValuePart) => string | undefined;
  /** Brings what is all the same to a language into one form, before two meanings are compared. */
  readonly settle?: (meaning: Json, part: ValuePart) => Json;
};

/**
 * Makes the editor that sets, adds or removes one value and leaves the rest of the text as it is. The result is read again: a text
 * that would not mean just what it meant with this one difference is refused.
 */
export function editValue<Document>(language: ValueLanguage<Document>): TextEditor<ValuePart> {
  return (declared, text, inFile) => {
    const part = JSON.parse(inFile(JSON.stringify(declared))) as ValuePart;
    const parsed = language.parse(text);
    if (parsed.kind === 'impossible') return parsed;
    const lack = language.lacks?.(part);
    if (lack !== undefined) return cannot(part, lack);
    const before = parsed.kind === 'empty' ? null : parsed.json;
    const applied = applyValue(before, part);
    if (applied.kind === 'impossible') return { ...applied, hint: 'name another place, or remove what stands there' };
    if (isSameValue(applied.json, before)) return { kind: 'text', text };
    const edited =
      parsed.kind === 'empty' ? language.begin(text, applied.json) : takeSteps(text, [before, applied.json], language);
    const isRight = edited !== undefined && means(edited, { wanted: applied.json, part }, language);
    return isRight
      ? { kind: 'text', text: edited }
      : cannot(part, 'the way the file is written leaves no place for it');
  };
}

function takeSteps<Document>(
  text: string,
  [before, after]: readonly [Json, Json],
  { parse, takeStep }: ValueLanguage<Document>,
): string | undefined {
  return stepsBetween(before, after).reduce<string | undefined>((edited, step) => {
    const parsed = edited === undefined ? undefined : parse(edited);
    return edited === undefined || parsed?.kind !== 'parsed' ? undefined : takeStep(edited, parsed.document, step);
  }, text);
}

function means<Document>(
  text: string,
  { wanted, part }: { readonly wanted: Json; readonly part: ValuePart },
  { parse, settle = (meaning) => meaning }: ValueLanguage<Document>,
): boolean {
  const parsed = parse(text);
  return parsed.kind === 'parsed' && isSameValue(settle(parsed.json, part), settle(wanted, part));
}

function cannot({ steps }: ValuePart, why: string): Edited {
  const hint = 'change the file by hand, or declare the whole file with `file:`';
  const place = steps.length === 0 ? 'The document' : `\`${formatSteps(steps)}\``;
  return { kind: 'impossible', detail: `${place} cannot be changed here: ${why}.`, hint };
}
