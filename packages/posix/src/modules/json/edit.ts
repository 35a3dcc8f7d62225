import type { TextEditor } from '../../text-edits/text-edit.ts';
import { editValue } from '../../text-edits/values/edit-value.ts';
import { nestedSteps } from '../../text-edits/values/take-step.ts';
import type { ValuePart } from '../../text-edits/values/value-part.ts';
import { parseJson } from './parse.ts';
import { jsonWriter } from './splice.ts';

/** Sets, adds or removes one value; only the characters of that value change, and a comma. */
export const editJson: TextEditor<ValuePart> = editValue({
  parse: parseJson,
  begin: (_, value) => `${JSON.stringify(value, null, 2)}\n`,
  takeStep: nestedSteps(jsonWriter),
});
