import type { Json } from '@setpoint/model';
import type { Edited, TextEditor } from '../../text-edits/text-edit.ts';
import {
  childrenOf,
  type Located,
  locate,
  type ValueNode,
  withKey,
  wrapValue,
} from '../../text-edits/values/locate.ts';
import { isSameValue, type ValuePart } from '../../text-edits/values/value-part.ts';
import { formatSteps } from '../../text-edits/values/value-path.ts';
import { parseJson } from './parse.ts';
import { insertChild, removeChild, replaceNode } from './splice.ts';

/** Sets, adds or removes one value; only the characters of that value change, and a comma. */
export const editJson: TextEditor<ValuePart> = (part, text, inFile) => {
  const { steps, value, state } = JSON.parse(inFile(JSON.stringify(part))) as ValuePart;
  const isEmpty = text.trim() === '';
  if (isEmpty) return state === 'absent' ? same(text) : firstValue(part);
  const parsed = parseJson(text);
  if (parsed.kind === 'impossible') return parsed;
  const located = locate(parsed.root, steps);
  if (located.kind === 'impossible')
    return state === 'absent' ? same(text) : { ...located, hint: 'name another place, or remove what stands there' };
  if (state === 'absent') return remove(text, located, part);
  return value === null ? same(text) : put({ text, located, part, value: value.json });
};

function same(text: string): Edited {
  return { kind: 'text', text };
}

function firstValue({ steps, value, isItem }: ValuePart): Edited {
  const json = value?.json ?? null;
  const whole = wrapValue(steps, isItem ? [json] : json);
  return whole === undefined ? gap(steps) : same(`${JSON.stringify(whole, null, 2)}\n`);
}

type Putting = {
  readonly text: string;
  readonly located: Exclude<Located, { kind: 'impossible' }>;
  readonly part: ValuePart;
  readonly value: Json;
};

function put({ text, located, part, value }: Putting): Edited {
  if (located.kind === 'missing') return addMissing(text, located, part.isItem ? [value] : value);
  const { node } = located;
  if (!part.isItem) return same(isSameValue(node.json, value) ? text : replaceNode(text, node, value));
  if (node.inside.kind !== 'list') return noList(part);
  const isThere = node.inside.items.some(({ json }) => isSameValue(json, value));
  return same(isThere ? text : insertChild(text, node, { value }));
}

function addMissing(text: string, { last, rest }: Extract<Located, { kind: 'missing' }>, value: Json): Edited {
  const [step, ...further] = rest;
  const inner = wrapValue(further, value);
  const isGap = step.kind === 'index' && step.index > childrenOf(last).length;
  if (inner === undefined || isGap) return gap(rest);
  if (step.kind === 'key') return same(insertChild(text, last, { key: step.key, value: inner }));
  return same(insertChild(text, last, { value: step.kind === 'item' ? withKey(inner, step) : inner }));
}

function remove(
  text: string,
  located: Exclude<Located, { kind: 'impossible' }>,
  { value, isItem, steps }: ValuePart,
): Edited {
  if (located.kind === 'missing') return same(text);
  if (isItem) return removeItem(text, located.node, value?.json ?? null);
  const { holder } = located;
  if (holder !== undefined) return same(removeChild(text, holder.node, holder.position));
  return {
    kind: 'impossible',
    detail: `\`${formatSteps(steps)}\` is the whole document.`,
    hint: 'declare the file absent',
  };
}

function removeItem(text: string, list: ValueNode, item: Json): Edited {
  if (list.inside.kind !== 'list') return same(text);
  const position = list.inside.items.findIndex(({ json }) => isSameValue(json, item));
  if (position < 0) return same(text);
  const rest = removeChild(text, list, position);
  const parsed = parseJson(rest);
  // Equal items go one after the other, because each removal moves the ones behind it.
  const again = parsed.kind === 'parsed' ? nodeAt(parsed.root, list.start) : undefined;
  return again === undefined ? same(rest) : removeItem(rest, again, item);
}

function nodeAt(node: ValueNode, start: number): ValueNode | undefined {
  if (node.start === start) return node;
  return childrenOf(node)
    .map((child) => nodeAt(child, start))
    .find((found) => found !== undefined);
}

function noList({ steps }: ValuePart): Edited {
  return {
    kind: 'impossible',
    detail: `\`${formatSteps(steps)}\` is no list, and an item of it is declared.`,
    hint: 'declare `value:`',
  };
}

function gap(steps: Parameters<typeof formatSteps>[0]): Edited {
  const detail = `The positions before \`${formatSteps(steps)}\` are not there.`;
  return { kind: 'impossible', detail, hint: 'begin with the first position, or add the `item:`' };
}
