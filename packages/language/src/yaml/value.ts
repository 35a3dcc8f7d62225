import type { Json, JsonObject, SourceSpan } from '@setpoint/model';
import { type SourceText, spanBetween } from './source-text.ts';

/** What every YAML value remembers of its place. */
type Placed = { readonly source: SourceText; readonly start: number; readonly end: number };

/** How a scalar was written: `plain` ones are typed by YAML, all others are text. */
export type ScalarStyle = 'plain' | 'quoted' | 'block';

/** A value as it stands in a YAML file, with its place. Aliases are shared values, so the whole is a graph without cycles. */
export type YamlValue = YamlScalar | YamlList | YamlMap;

export type YamlScalar = Placed & {
  readonly kind: 'scalar';
  readonly value: null | boolean | number | string;
  readonly style: ScalarStyle;
};

export type YamlList = Placed & { readonly kind: 'list'; readonly items: readonly YamlValue[] };

export type YamlMap = Placed & {
  readonly kind: 'map';
  readonly entries: readonly YamlEntry[];
  /** Something in it was refused, so what is missing need not be missing. */
  readonly isPartial?: true;
};

/** One key of a map; keys are texts as they were written. */
export type YamlEntry = { readonly key: string; readonly keyAt: YamlScalar; readonly value: YamlValue };

/** The place of a value. */
export function spanOf(value: YamlValue): SourceSpan {
  return spanBetween(value.source, value.start, value.end);
}

/** The place of an entry's key. */
export function keySpan(entry: YamlEntry): SourceSpan {
  return spanOf(entry.keyAt);
}

/** The text of a scalar as it stands in the file, quotes included. */
export function rawText(value: YamlValue): string {
  return value.source.text.slice(value.start, value.end);
}

/** The value under a key; undefined when the value is no map or has no such key. */
export function entryOf(value: YamlValue | undefined, key: string): YamlEntry | undefined {
  return value?.kind === 'map' ? value.entries.find((entry) => entry.key === key) : undefined;
}

/** The text of a scalar that is a text; undefined for everything else. */
export function textOf(value: YamlValue | undefined): string | undefined {
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

/** The value as JSON, expressions left as they are. */
export function jsonOf(value: YamlValue): Json {
  switch (value.kind) {
    case 'scalar':
      return value.value;
    case 'list':
      return value.items.map(jsonOf);
    case 'map':
      return objectOf(value.entries.map((entry) => [entry.key, jsonOf(entry.value)]));
    default:
      return value satisfies never;
  }
}

/** An object of entries. Keys that mean something to JavaScript never get here: the parser refuses them. */
export function objectOf(entries: readonly (readonly [string, Json])[]): JsonObject {
  return Object.fromEntries(entries);
}

/** What a person calls the kind of a value: `a list`, `the text "yes"`, `the number 80`. */
export function describeValue(value: YamlValue): string {
  switch (value.kind) {
    case 'list':
      return 'a list';
    case 'map':
      return 'a map';
    case 'scalar':
      return describeScalar(value);
    default:
      return value satisfies never;
  }
}

function describeScalar(scalar: YamlScalar): string {
  if (scalar.value === null) return 'nothing';
  if (typeof scalar.value === 'string') return `the text ${shorten(JSON.stringify(scalar.value))}`;
  return typeof scalar.value === 'number' ? `the number ${rawText(scalar)}` : String(scalar.value);
}

const mostQuoted = 60;

/** A whole file can be one text, for example when it is no YAML at all. */
function shorten(quoted: string): string {
  return quoted.length <= mostQuoted ? quoted : `${quoted.slice(0, mostQuoted)}…`;
}
