import { isJsonArray, isJsonObject, type Json, type JsonObject } from '@setpoint/model';
import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import type { DocumentPath } from '../../text-edits/values/difference.ts';
import type { ParsedDocument } from '../../text-edits/values/edit-value.ts';
import { exactNumber } from '../../text-edits/values/value-node.ts';

/** A value with its place in the text. */
export type TomlNode = {
  readonly path: DocumentPath;
  /** Offsets of its first character and of the one behind its last. */
  readonly start: number;
  readonly end: number;
  readonly json: Json;
  readonly inside:
    | { readonly kind: 'map'; readonly entries: readonly TomlEntry[] }
    | { readonly kind: 'list'; readonly items: readonly TomlNode[] }
    | { readonly kind: 'scalar' };
};

/** `key = value`, from the key to the end of the value. */
export type TomlEntry = { readonly start: number; readonly end: number; readonly value: TomlNode };

/** A header with the entries behind it; the first section is what stands before any header. */
export type TomlSection = {
  readonly path: DocumentPath;
  readonly start: number;
  /** Behind its last entry, or behind the header. */
  readonly end: number;
  readonly entries: readonly TomlEntry[];
};

/** All sections in their order. */
export type TomlDocument = { readonly sections: readonly TomlSection[] };

/** A TOML document with the places of its values, or why the text is none. Dates are told as they are written. */
export function parseToml(text: string): ParsedDocument<TomlDocument> {
  try {
    const { body } = parseTOML(text).body[0];
    const own = body.flatMap((each) => (each.type === 'TOMLKeyValue' ? [toEntry(each, [])] : []));
    const root: TomlSection = { path: [], start: 0, end: own.at(-1)?.end ?? 0, entries: own };
    const sections = [root, ...body.flatMap((each) => (each.type === 'TOMLTable' ? [toSection(each)] : []))];
    return { kind: 'parsed', json: meaningOf(sections), document: { sections } };
  } catch (error) {
    const where = error instanceof ParseError ? ` in line ${lineOf(error, text)}` : '';
    const why =
      error instanceof Error ? error.message.replace(/^./, (first) => first.toLowerCase()) : 'it cannot be read';
    return { kind: 'impossible', detail: `The file is no TOML: ${why}${where}.`, hint: 'mend the file by hand' };
  }
}

/** What is missing at the end is missing in the last line that holds something. */
function lineOf({ index, lineNumber }: ParseError, text: string): number {
  return text.slice(index).trim() === '' ? text.trimEnd().split('\n').length : lineNumber;
}

function toSection({ resolvedKey, range, body }: AST.TOMLTable): TomlSection {
  return { path: resolvedKey, start: range[0], end: range[1], entries: body.map((each) => toEntry(each, resolvedKey)) };
}

function toEntry({ key, value, range }: AST.TOMLKeyValue, above: DocumentPath): TomlEntry {
  const names = key.keys.map((each) => (each.type === 'TOMLBare' ? each.name : each.value));
  return { start: range[0], end: range[1], value: toNode(value, [...above, ...names]) };
}

function toNode(value: AST.TOMLContentNode, path: DocumentPath): TomlNode {
  const place = { path, start: value.range[0], end: value.range[1] };
  switch (value.type) {
    case 'TOMLArray': {
      const items = value.elements.map((each, index) => toNode(each, [...path, index]));
      return { ...place, json: items.map(({ json }) => json), inside: { kind: 'list', items } };
    }
    case 'TOMLInlineTable': {
      const entries = value.body.map((each) => toEntry(each, path));
      return { ...place, json: mapOf(entries, path.length), inside: { kind: 'map', entries } };
    }
    case 'TOMLValue':
      return { ...place, json: toJson(value), inside: { kind: 'scalar' } };
    default:
      return value satisfies never;
  }
}

/** What JSON has no word for is told by its text: dates, infinity, and numbers that would lose digits. */
function toJson(value: AST.TOMLValue): Json {
  switch (value.kind) {
    case 'string':
    case 'boolean':
      return value.value;
    case 'integer':
    case 'float':
      return exactNumber(value.value, value.number);
    default:
      return value.datetime;
  }
}

function mapOf(entries: readonly TomlEntry[], depth: number): Json {
  return entries.reduce<Json>((map, { value }) => settle(map, value.path.slice(depth), value.json), {});
}

function meaningOf(sections: readonly TomlSection[]): Json {
  return sections.reduce<Json>((whole, { path, entries }) => {
    const begun = path.length === 0 ? whole : settle(whole, path, {});
    return entries.reduce<Json>((json, { value }) => settle(json, value.path, value.json), begun);
  }, {});
}

/** The value with another one at a path; a table that is there already stays when it is begun again. */
function settle(json: Json, path: DocumentPath, value: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return isJsonObject(json) && isJsonObject(value) ? { ...json, ...value } : value;
  if (typeof step === 'number') {
    const list = isJsonArray(json) ? json : [];
    return step < list.length
      ? list.with(step, settle(list[step] ?? {}, rest, value))
      : [...list, settle(rest.length === 0 ? value : {}, rest, value)];
  }
  const map: JsonObject = isJsonObject(json) ? json : {};
  const known = Object.hasOwn(map, step) ? map[step] : undefined;
  const inner = known ?? (rest.length === 0 ? value : typeof rest[0] === 'number' ? [] : {});
  return { ...map, [step]: settle(inner, rest, value) };
}
