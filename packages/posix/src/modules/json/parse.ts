import type { Json } from '@setpoint/model';
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { ParsedDocument } from '../../text-edits/values/edit-value.ts';
import { exactNumber, type ValueEntry, type ValueNode } from '../../text-edits/values/value-node.ts';

/** A JSON document with the places of its values, or why the file is none. Comments and commas at the end are read as well. */
export function parseJson(text: string): ParsedDocument<ValueNode> {
  if (text.trim() === '') return { kind: 'empty' };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (tree === undefined || error !== undefined) return broken(text, error);
  const duplicate = findDuplicate(tree);
  if (duplicate === undefined) {
    const root = toNode(tree, text);
    return { kind: 'parsed', json: root.json, document: root };
  }
  const detail = `The key \`${duplicate.key}\` stands twice in one object, in line ${lineAt(text, duplicate.offset)}.`;
  return { kind: 'impossible', detail, hint: 'remove one of the two by hand' };
}

function broken(text: string, error: ParseError | undefined): ParsedDocument<ValueNode> {
  const what = error === undefined ? 'it is empty' : words(printParseErrorCode(error.error));
  const where = error === undefined ? '' : ` in line ${lineAt(text, error.offset)}`;
  return { kind: 'impossible', detail: `The file is no JSON: ${what}${where}.`, hint: 'mend the file by hand' };
}

/** `CommaExpected` as words. */
function words(code: string): string {
  return code.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function toNode(node: Node, text: string): ValueNode {
  const place = { start: node.offset, end: node.offset + node.length };
  const children = node.children ?? [];
  if (node.type === 'object') {
    const entries = children.flatMap((child) => toEntry(child, text));
    const json = Object.fromEntries(entries.map(({ key, value }) => [key, value.json]));
    return { ...place, json, inside: { kind: 'map', entries } };
  }
  if (node.type === 'array') {
    const items = children.map((child) => toNode(child, text));
    return { ...place, json: items.map((item) => item.json), inside: { kind: 'list', items } };
  }
  const value = node.value as Json;
  const json = typeof value === 'number' ? exactNumber(value, text.slice(place.start, place.end)) : value;
  return { ...place, json, inside: { kind: 'scalar' } };
}

function toEntry({ children = [] }: Node, text: string): readonly ValueEntry[] {
  const [key, value] = children;
  return key === undefined || value === undefined
    ? []
    : [{ key: String(key.value), start: key.offset, value: toNode(value, text) }];
}

function findDuplicate(node: Node): { readonly key: string; readonly offset: number } | undefined {
  const children = node.children ?? [];
  if (node.type === 'object') {
    const seen = new Set<string>();
    for (const { children: [name] = [] } of children) {
      if (name === undefined) continue;
      if (seen.has(String(name.value))) return { key: String(name.value), offset: name.offset };
      seen.add(String(name.value));
    }
  }
  return children.map(findDuplicate).find((found) => found !== undefined);
}
