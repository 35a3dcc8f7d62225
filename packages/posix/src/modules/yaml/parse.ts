import type { Json } from '@setpoint/model';
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseAllDocuments } from 'yaml';
import { mergeValue } from '../../text-edits/values/apply-value.ts';
import type { ParsedDocument } from '../../text-edits/values/edit-value.ts';
import { exactNumber, type ValueEntry, type ValueNode } from '../../text-edits/values/value-node.ts';
import { isSameValue } from '../../text-edits/values/value-part.ts';

/** Which document of a file is meant. */
export type DocumentChoice = {
  /** What only this document has; null for the one of a file that holds no other. */
  readonly having: Json | null;
  /** A file without such a document says nothing of it, which is no mistake. */
  readonly mayLack: boolean;
};

/** A YAML document with the places of its values, or why the file is none that can be changed. */
export function parseYaml(text: string, { having, mayLack }: DocumentChoice): ParsedDocument<ValueNode> {
  // A text without a document gives an empty list that also is one.
  const documents: readonly Document.Parsed[] = [...parseAllDocuments(text, { logLevel: 'error' })];
  const error = documents.flatMap(({ errors }) => errors)[0];
  if (error !== undefined) {
    const [reason = ''] = error.message.split(/ at line \d/);
    const line = text.slice(0, error.pos[0]).split('\n').length;
    const detail = `The file is no YAML: ${reason} in line ${line}.`;
    return { kind: 'impossible', detail, hint: 'mend the file by hand' };
  }
  const roots = documents.flatMap((document) => {
    const { contents } = document;
    return contents === null || isNothing(contents) ? [] : [toNode(contents, document, text)];
  });
  if (having === null) return onlyOne(roots, documents.length);
  const found = roots.filter(({ json }) => isSameValue(mergeValue(json, having), json));
  return found.length === 0 && mayLack ? { kind: 'empty' } : oneOf(found);
}

function onlyOne(roots: readonly ValueNode[], count: number): ParsedDocument<ValueNode> {
  const [root] = roots;
  if (count <= 1) return root === undefined ? { kind: 'empty' } : { kind: 'parsed', json: root.json, document: root };
  const detail = `The file holds ${count} documents, and the path does not say in which one.`;
  return { kind: 'impossible', detail, hint: 'say what the document has with `document_with:`' };
}

function oneOf(found: readonly ValueNode[]): ParsedDocument<ValueNode> {
  const [root] = found;
  if (root !== undefined && found.length === 1) return { kind: 'parsed', json: root.json, document: root };
  const detail = `${found.length} documents of the file have what \`document_with\` says, and one has to.`;
  return { kind: 'impossible', detail, hint: 'name keys and values that only the document has' };
}

function isNothing(node: Node): boolean {
  return isScalar(node) && node.value === null && node.range !== undefined && node.range?.[0] === node.range?.[1];
}

function toNode(node: Node, document: Document.Parsed, text: string): ValueNode {
  const [start = 0, end = 0] = node.range ?? [];
  // What a block holds ends with its last sign, not with the empty lines behind it.
  const place = { start, end: start + text.slice(start, end).trimEnd().length };
  if (isMap(node)) {
    const entries = node.items.flatMap((pair) => toEntry(pair as Pair<Node, Node | null>, document, text));
    const json = Object.fromEntries(entries.map(({ key, value }) => [key, value.json]));
    return { ...place, json, inside: { kind: 'map', entries } };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => toNode(item as Node, document, text));
    return { ...place, json: items.map((item) => item.json), inside: { kind: 'list', items } };
  }
  const target = isAlias(node) ? node.resolve(document) : undefined;
  const json = target === undefined ? scalarOf(node) : toNode(target, document, text).json;
  return { ...place, json, inside: { kind: 'scalar' } };
}

function scalarOf(node: Node): Json {
  if (!isScalar(node)) return null;
  const value = node.value as Json;
  return typeof value === 'number' ? exactNumber(value, node.source ?? String(value)) : value;
}

function toEntry(
  { key, value }: Pair<Node, Node | null>,
  document: Document.Parsed,
  text: string,
): readonly ValueEntry[] {
  const [start = 0, keyEnd = 0] = key.range ?? [];
  const nothing: ValueNode = { start: keyEnd, end: keyEnd, json: null, inside: { kind: 'scalar' } };
  const name = isScalar(key) ? String(key.value) : text.slice(start, keyEnd);
  return [{ key: name, start, keyEnd, value: value === null ? nothing : toNode(value, document, text) }];
}
