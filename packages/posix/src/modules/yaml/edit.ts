import type { Json } from '@setpoint/model';
import { stringify } from 'yaml';
import type { TextEditor } from '../../text-edits/text-edit.ts';
import { editValue } from '../../text-edits/values/edit-value.ts';
import { nestedSteps } from '../../text-edits/values/take-step.ts';
import type { YamlPart } from './index.ts';
import { parseYaml } from './parse.ts';
import { yamlStyle, yamlWriter } from './splice.ts';

/** Sets, adds or removes one value of a YAML document. */
export const editYaml: TextEditor<YamlPart> = (part, text, inFile) => {
  const having = JSON.parse(inFile(JSON.stringify(part.having))) as Json;
  const edit = editValue({
    parse: (whole) => parseYaml(whole, { having, mayLack: part.state === 'absent' }),
    begin: beginYaml,
    takeStep: nestedSteps(yamlWriter),
  });
  return edit(part, text, inFile);
};

/** A file of nothing but comments begins with the value behind them. */
function beginYaml(text: string, value: Json): string {
  const head = text.replace(/\s+$/, '');
  return `${head}${head === '' ? '' : '\n'}${stringify(value, yamlStyle)}`;
}
