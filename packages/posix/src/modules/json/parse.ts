import type { Json } from '@setpoint/model';
import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { ValueEntry, ValueNode } from '../../text-edits/values/locate.ts';

/** A JSON document with the places of its values, or why the file is none. Comments and commas at the end are read as well. */
export type ParsedJson =
  | { readonly kind: 'parsed'; readonly root: ValueNode }
  | { readonly kind: 'impossible'; readonly detail: string; readonly hint: string };

export function parseJson(text: string): ParsedJson {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (tree === undefined || error !== undefined) return broken(text, error);
  const duplicate = findDuplicate(tree);
  if (duplicate === undefined) return { kind: 'parsed', root: toNode(tree) };
  const detail = `The key \`${duplicate.key}\` stands twice in one object, in line ${lineAt(text, duplicate.offset)}.`;
  return { kind: 'impossible', detail, hint: 'remove one of the two by hand' };
}

function broken(text: string, error: ParseError | undefined): ParsedJson {
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

function toNode(node: Node): ValueNode {
  const place = { start: node.offset, end: node.offset + node.length, json: getNodeValue(node) as Json };
  const children = node.children ?? [];
  if (node.type === 'object') return { ...place, inside: { kind: 'map', entries: children.flatMap(toEntry) } };
  if (node.type === 'array') return { ...place, inside: { kind: 'list', items: children.map(toNode) } };
  return { ...place, inside: { kind: 'scalar' } };
}

function toEntry({ children = [] }: Node): readonly ValueEntry[] {
  const [key, value] = children;
  return key === undefined || value === undefined
    ? []
    : [{ key: String(key.value), start: key.offset, value: toNode(value) }];
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
