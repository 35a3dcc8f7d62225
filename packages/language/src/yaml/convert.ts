import { type Diagnostic, type DiagnosticCode, errorDiagnostic } from '@setpoint/model';
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import { checkKeys } from './keys.ts';
import { maxAliasExpansions, maxDepth } from './limits.ts';
import { type SourceText, spanBetween } from './source-text.ts';
import type { ScalarStyle, YamlEntry, YamlList, YamlMap, YamlScalar, YamlValue } from './value.ts';

type Conversion = {
  readonly source: SourceText;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Anchors seen so far in the document, with the aliases that each expands. */
  readonly anchors: Map<string, { readonly value: YamlValue; readonly expansions: number }>;
  /** Aliases expanded so far; counting stops the document at the limit. */
  expansions: number;
  stopped: boolean;
};

/**
 * Turns a document of the yaml package into positioned values; undefined when it holds nothing that can be used. An alias is the
 * value of its anchor, shared and not copied, so that the expansion of aliases of aliases is only counted, never built.
 */
export function convertDocument(
  source: SourceText,
  document: Document,
  report: (diagnostic: Diagnostic) => void,
): YamlValue | undefined {
  const conversion: Conversion = { source, report, anchors: new Map(), expansions: 0, stopped: false };
  const value = convert(conversion, document.contents as Node | null, 1);
  return conversion.stopped ? undefined : value;
}

function convert(conversion: Conversion, node: Node | null, depth: number): YamlValue | undefined {
  if (node === null || conversion.stopped) return undefined;
  if (isAlias(node)) return resolveAlias(conversion, node.source, node);
  const before = conversion.expansions;
  if (!acceptTag(conversion, node)) return undefined;
  if (depth > maxDepth) {
    stop(conversion, node, {
      code: 'SP109',
      detail: `Lists and maps stand in each other more than ${maxDepth} levels deep here.`,
      hint: 'Flatten the value, or move parts of it into variables.',
    });
    return undefined;
  }
  const value = convertContent(conversion, node, depth);
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
  if (anchor !== undefined && value !== undefined) {
    conversion.anchors.set(anchor, { value, expansions: conversion.expansions - before });
  }
  return value;
}

function convertContent(conversion: Conversion, node: Node, depth: number): YamlValue | undefined {
  if (isScalar(node)) return convertScalar(conversion, node);
  if (isSeq(node)) return convertList(conversion, node, depth);
  if (isMap(node)) return convertMap(conversion, node, depth);
  return undefined;
}

function convertScalar(conversion: Conversion, node: Scalar): YamlScalar {
  return { kind: 'scalar', value: plainValue(node.value), style: styleOf(node), ...place(conversion, node) };
}

/** The core schema gives these types only; a whole number too large for a double is one all the same. */
function plainValue(value: unknown): YamlScalar['value'] {
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  return typeof value === 'bigint' ? Number(value) : null;
}

function styleOf(node: Scalar): ScalarStyle {
  if (node.type === 'PLAIN' || node.type === undefined) return 'plain';
  return node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL' ? 'block' : 'quoted';
}

function convertList(conversion: Conversion, node: Node & { items: unknown[] }, depth: number): YamlList {
  const items: YamlValue[] = [];
  for (const item of node.items) {
    const value = convert(conversion, item as Node | null, depth + 1);
    if (value !== undefined) items.push(value);
  }
  return { kind: 'list', items, ...place(conversion, node) };
}

function convertMap(conversion: Conversion, node: Node & { items: unknown[] }, depth: number): YamlValue | undefined {
  const at = place(conversion, node);
  if (conversion.source.text.startsWith('{{', at.start)) {
    reportAt(conversion, node, {
      code: 'SP115',
      detail: 'The value starts with `{{`, which YAML reads as two maps.',
      hint: 'Write `${{ … }}`, or quote the value if it is meant as text.',
    });
    return undefined;
  }
  const entries: YamlEntry[] = [];
  for (const item of node.items) {
    const entry = convertPair(conversion, item as Pair<Node | null, Node | null>, depth);
    if (entry !== undefined) entries.push(entry);
  }
  const isPartial = entries.length < node.items.length;
  const map: YamlMap = { kind: 'map', entries, ...(isPartial ? { isPartial } : {}), ...at };
  return checkKeys(map, conversion.report);
}

function convertPair(
  conversion: Conversion,
  pair: Pair<Node | null, Node | null>,
  depth: number,
): YamlEntry | undefined {
  const key = pair.key;
  if (key === null || !isScalar(key)) {
    reportKey(conversion, key, pair.value);
    return undefined;
  }
  const keyAt = convertScalar(conversion, key);
  const written = keyAt.style === 'plain' ? keyAt.source.text.slice(keyAt.start, keyAt.end) : String(keyAt.value);
  const value = convert(conversion, pair.value, depth + 1) ?? emptyAfter(conversion, keyAt, pair.value);
  return value === undefined ? undefined : { key: written, keyAt, value };
}

/** A key without a value stands for nothing; a value that was refused leaves no entry. */
function emptyAfter(conversion: Conversion, keyAt: YamlScalar, value: Node | null): YamlScalar | undefined {
  if (value !== null || conversion.stopped) return undefined;
  return { kind: 'scalar', value: null, style: 'plain', source: keyAt.source, start: keyAt.end, end: keyAt.end };
}

function reportKey(conversion: Conversion, key: Node | null, value: Node | null): void {
  const isBraces = isMap(key) && conversion.source.text.startsWith('{', key.range?.[0] ?? 0);
  if (isBraces) {
    reportAt(conversion, key, {
      code: 'SP115',
      detail: 'A key starts with `{`, which YAML reads as a map.',
      hint: 'Write `${{ … }}` for an expression, or quote the key.',
    });
    return;
  }
  reportAt(conversion, key ?? value, {
    code: 'SP114',
    detail: 'The key is no plain text.',
    hint: 'Write the key as a text, in quotes if need be.',
  });
}

function resolveAlias(conversion: Conversion, name: string, node: Node): YamlValue | undefined {
  const anchor = conversion.anchors.get(name);
  if (anchor === undefined) {
    reportAt(conversion, node, {
      code: 'SP107',
      detail: `There is no anchor \`&${name}\` before this alias.`,
      hint: 'A text that starts with `*` needs quotes.',
    });
    return undefined;
  }
  conversion.expansions += 1 + anchor.expansions;
  if (conversion.expansions > maxAliasExpansions) {
    stop(conversion, node, {
      code: 'SP108',
      detail: 'The aliases up to here expand to more than 10,000 values.',
      hint: 'Use fewer aliases of aliases.',
    });
  }
  return anchor.value;
}

const knownTags = ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`);

/** Nodes without a tag in the file have none here, or the one that the schema gave them. */
function acceptTag(conversion: Conversion, node: Node): boolean {
  const tag = node.tag;
  if (tag === undefined || tag === '!' || knownTags.includes(tag)) return true;
  reportAt(conversion, node, {
    code: 'SP106',
    detail: `Setpoint does not know the tag \`${tag.slice(0, 60)}\`.`,
    hint: /vault/i.test(tag)
      ? "Configure the secret in setpoint.yaml and write `${{ secret('name') }}`."
      : 'Remove the tag. A text that starts with `!` needs quotes.',
    at: Math.max(0, conversion.source.text.lastIndexOf('!', node.range?.[0] ?? 0)),
  });
  return false;
}

type Problem = { readonly code: DiagnosticCode; readonly detail: string; readonly hint?: string; readonly at?: number };

function stop(conversion: Conversion, node: Node, problem: Problem): void {
  if (!conversion.stopped) reportAt(conversion, node, problem);
  conversion.stopped = true;
}

function reportAt(conversion: Conversion, node: Node | null, { code, at, ...told }: Problem): void {
  const [from, end] = node?.range ?? [0, 0];
  const start = at ?? from;
  const span = spanBetween(conversion.source, start, Math.min(end, start + 200));
  conversion.report(errorDiagnostic(code, { ...told, span }));
}

function place(conversion: Conversion, node: Node): { source: SourceText; start: number; end: number } {
  const [start, end] = node.range ?? [0, 0];
  return { source: conversion.source, start, end };
}
