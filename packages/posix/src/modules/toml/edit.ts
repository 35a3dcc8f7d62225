import { isJsonArray, isJsonObject, type Json } from '@setpoint/model';
import type { TextEditor } from '../../text-edits/text-edit.ts';
import { editValue } from '../../text-edits/values/edit-value.ts';
import type { ValuePart } from '../../text-edits/values/value-part.ts';
import { parseToml } from './parse.ts';
import { takeStep } from './splice.ts';

/** Sets, adds or removes one value of a TOML document. */
export const editToml: TextEditor<ValuePart> = editValue({
  parse: parseToml,
  begin: () => undefined,
  takeStep,
  lacks: ({ value }) => (value !== null && hasNull(value.json) ? 'TOML has no null' : undefined),
  // Tables and lists of tables that are there only by what they hold go with the last of it.
  settle: (meaning, { state }) => (state === 'absent' ? withoutEmpty(meaning) : meaning),
});

function hasNull(value: Json): boolean {
  if (isJsonArray(value)) return value.some(hasNull);
  return value === null || (isJsonObject(value) && Object.values(value).some(hasNull));
}

function withoutEmpty(value: Json): Json {
  if (isJsonArray(value)) return value.map(withoutEmpty);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, withoutEmpty(inner)] as const);
  return Object.fromEntries(
    entries.filter(([, inner]) => typeof inner !== 'object' || inner === null || Object.keys(inner).length > 0),
  );
}
