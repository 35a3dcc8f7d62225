import type { Json } from '@setpoint/model';
import { stringify } from 'yaml';
import type { Edited, TextEditor } from '../../text-edits/text-edit.ts';
import { applyValue } from '../../text-edits/values/apply-value.ts';
import { childrenOf, type Holder, locate, type ValueNode, withKey, wrapValue } from '../../text-edits/values/locate.ts';
import { isSameValue, type ValuePart } from '../../text-edits/values/value-part.ts';
import { formatSteps } from '../../text-edits/values/value-path.ts';
import { parseYaml } from './parse.ts';
import { insertChild, removeChild, replaceEntry, replaceItem } from './splice.ts';

/**
 * Sets, adds or removes one value; the rest of the text stays as it is. The result is read again: a text that would not mean just
 * what it meant with this one difference is refused.
 */
export const editYaml: TextEditor<ValuePart> = (declared, text, inFile) => {
  const part = JSON.parse(inFile(JSON.stringify(declared))) as ValuePart;
  const parsed = parseYaml(text);
  if (parsed.kind === 'impossible') return parsed;
  const before = parsed.kind === 'empty' ? null : parsed.root.json;
  const wanted = applyValue(before, part);
  if (wanted === undefined) return cannot(part, 'a value stands in the way that is neither a map nor a list');
  if (isSameValue(wanted, before)) return { kind: 'text', text };
  const edited = parsed.kind === 'empty' ? begin(text, wanted) : write(text, parsed.root, part);
  if (edited === undefined) return cannot(part, 'positions before it are not there');
  const after = parseYaml(edited);
  const isRight = after.kind === 'parsed' && isSameValue(after.root.json, wanted);
  return isRight ? { kind: 'text', text: edited } : cannot(part, 'the way the file is written leaves no place for it');
};

function cannot({ steps }: ValuePart, why: string): Edited {
  const hint = 'change the file by hand, or declare the whole file with `file:`';
  return { kind: 'impossible', detail: `\`${formatSteps(steps)}\` cannot be changed here: ${why}.`, hint };
}

/** A file of nothing but comments begins with the value behind them. */
function begin(text: string, wanted: Json): string {
  const head = text.replace(/\s+$/, '');
  return `${head}${head === '' ? '' : '\n'}${stringify(wanted, { compat: 'yaml-1.1', lineWidth: 0 })}`;
}

function write(text: string, root: ValueNode, part: ValuePart): string | undefined {
  if (part.state === 'absent') return part.isItem ? removeItems(text, part) : removeAt(text, root, part.steps);
  const value = part.value?.json ?? null;
  const deepest = findNothing(root, part.steps);
  if (deepest !== undefined) return fillNothing(text, root, { part, length: deepest, value });
  const located = locate(root, part.steps);
  if (located.kind === 'impossible') return undefined;
  if (located.kind === 'found') {
    if (part.isItem) return insertChild(text, located.node, { value });
    return located.holder === undefined ? undefined : replaceAt(text, located.holder, value);
  }
  const [step, ...rest] = located.rest;
  const inner = wrapValue(rest, part.isItem ? [value] : value);
  if (inner === undefined || (step.kind === 'index' && step.index > childrenOf(located.last).length)) return undefined;
  if (step.kind === 'key') return insertChild(text, located.last, { key: step.key, value: inner });
  return insertChild(text, located.last, { value: step.kind === 'item' ? withKey(inner, step) : inner });
}

/** How many steps lead to a place where nothing stands although the path leads on, or a list is to be. */
function findNothing(root: ValueNode, steps: ValuePart['steps']): number | undefined {
  for (let length = 1; length <= steps.length; length += 1) {
    const located = locate(root, steps.slice(0, length));
    if (located.kind !== 'found') return undefined;
    if (located.node.json === null && length < steps.length) return length;
  }
  return undefined;
}

function fillNothing(
  text: string,
  root: ValueNode,
  { part, length, value }: { readonly part: ValuePart; readonly length: number; readonly value: Json },
): string | undefined {
  const inner = wrapValue(part.steps.slice(length), part.isItem ? [value] : value);
  const located = locate(root, part.steps.slice(0, length));
  if (inner === undefined || located.kind !== 'found' || located.holder === undefined) return undefined;
  return replaceAt(text, located.holder, inner);
}

function replaceAt(text: string, { node, position }: Holder, value: Json): string | undefined {
  if (node.inside.kind === 'map') {
    const entry = node.inside.entries[position];
    return entry === undefined ? undefined : replaceEntry(text, entry, value);
  }
  const item = childrenOf(node)[position];
  return item === undefined ? undefined : replaceItem(text, item, value);
}

/** What holds only this value holds nothing afterwards, and says so. */
function removeAt(text: string, root: ValueNode, steps: ValuePart['steps']): string | undefined {
  const located = locate(root, steps);
  if (located.kind !== 'found' || located.holder === undefined) return undefined;
  const { node, position } = located.holder;
  if (childrenOf(node).length > 1) return removeChild(text, node, position);
  const nothing = node.inside.kind === 'map' ? {} : [];
  const above = locate(root, steps.slice(0, -1));
  if (above.kind !== 'found' || above.holder === undefined)
    return `${text.slice(0, node.start)}${JSON.stringify(nothing)}${text.slice(node.end)}`;
  return replaceAt(text, above.holder, nothing);
}

/** Equal items go one after the other, because each removal moves the ones behind it. */
function removeItems(text: string, part: ValuePart): string | undefined {
  const parsed = parseYaml(text);
  if (parsed.kind !== 'parsed') return undefined;
  const located = locate(parsed.root, part.steps);
  if (located.kind !== 'found' || located.node.inside.kind !== 'list') return text;
  const position = located.node.inside.items.findIndex(({ json }) => isSameValue(json, part.value?.json ?? null));
  if (position < 0) return text;
  const rest = removeAt(text, parsed.root, [...part.steps, { kind: 'index', index: position }]);
  return rest === undefined ? undefined : removeItems(rest, part);
}
