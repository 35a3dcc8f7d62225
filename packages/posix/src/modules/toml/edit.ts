import { isJsonArray, isJsonObject, type Json } from '@setpoint/model';
import type { Edited, TextEditor } from '../../text-edits/text-edit.ts';
import { applyValue } from '../../text-edits/values/apply-value.ts';
import { isSameValue, type ValuePart } from '../../text-edits/values/value-part.ts';
import { formatSteps } from '../../text-edits/values/value-path.ts';
import { stepsBetween } from './difference.ts';
import { parseToml } from './parse.ts';
import { takeStep } from './splice.ts';

/**
 * Sets, adds or removes one value; the rest of the text stays as it is. The result is read again: a text that would not mean just
 * what it meant with this one difference is refused.
 */
export const editToml: TextEditor<ValuePart> = (declared, text, inFile) => {
  const part = JSON.parse(inFile(JSON.stringify(declared))) as ValuePart;
  const parsed = parseToml(text);
  if (parsed.kind === 'impossible') return parsed;
  if (hasNull(part.value?.json ?? '') || (part.state === 'present' && part.value?.json === null))
    return cannot(part, 'TOML has no null');
  const wanted = applyValue(parsed.json, part);
  if (wanted === undefined) return cannot(part, 'a value stands in the way that is neither a table nor a list');
  const edited = stepsBetween(parsed.json, wanted).reduce<string | undefined>((before, step) => {
    const document = before === undefined ? undefined : parseToml(before);
    return before === undefined || document?.kind !== 'parsed' ? undefined : takeStep(before, document, step);
  }, text);
  if (edited === text) return { kind: 'text', text };
  const after = edited === undefined ? undefined : parseToml(edited);
  const isRight = after?.kind === 'parsed' && isWanted(after.json, wanted, part);
  return isRight && edited !== undefined
    ? { kind: 'text', text: edited }
    : cannot(part, 'the way the file is written leaves no place for it');
};

/** Tables that are there only by what they hold go with the last of it that is to be absent. */
function isWanted(meaning: Json, wanted: Json, { state }: ValuePart): boolean {
  return (
    isSameValue(meaning, wanted) || (state === 'absent' && isSameValue(withoutEmpty(meaning), withoutEmpty(wanted)))
  );
}

function cannot({ steps }: ValuePart, why: string): Edited {
  const hint = 'change the file by hand, or declare the whole file with `file:`';
  return { kind: 'impossible', detail: `\`${formatSteps(steps)}\` cannot be changed here: ${why}.`, hint };
}

function hasNull(value: Json): boolean {
  if (isJsonArray(value)) return value.some(hasNull);
  return value === null || (isJsonObject(value) && Object.values(value).some(hasNull));
}

function withoutEmpty(value: Json): Json {
  if (isJsonArray(value)) return value.map(withoutEmpty);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, withoutEmpty(inner)] as const);
  return Object.fromEntries(entries.filter(([, inner]) => !isJsonObject(inner) || Object.keys(inner).length > 0));
}
