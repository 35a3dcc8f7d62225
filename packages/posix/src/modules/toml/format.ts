import { isJsonArray, isJsonObject, type Json, type JsonObject } from '@setpoint/model';
import type { DocumentPath } from '../../text-edits/values/difference.ts';

/**
 * A value within a line; undefined for null, which TOML has no word for. A whole number in the place of one with a fraction stays one
 * with a fraction, because readers of TOML tell these two apart.
 */
export function formatValue(value: Json, old = ''): string | undefined {
  if (value === null) return undefined;
  if (typeof value === 'string') return quoted(value);
  if (isJsonArray(value)) {
    const items = value.map((item) => formatValue(item));
    return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
  }
  if (typeof value === 'number') return Number.isSafeInteger(value) && isFloat(old) ? `${value}.0` : String(value);
  if (!isJsonObject(value)) return String(value);
  const entries = Object.entries(value).map(([key, inner]) => formatEntry([key], inner));
  if (entries.includes(undefined)) return undefined;
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function isFloat(written: string): boolean {
  return /^[+-]?[\d_]+(?:\.[\d_]+)?(?:e[+-]?[\d_]+)?$/i.test(written) && /[.e]/i.test(written);
}

/** `key = value`, with dots between several keys. */
export function formatEntry(keys: readonly string[], value: Json): string | undefined {
  const text = formatValue(value);
  return text === undefined ? undefined : `${keys.map(formatKey).join('.')} = ${text}`;
}

/** The lines of a table with a header; tables in it get headers of their own. Positions in lists stand in no header. */
export function formatSection(path: DocumentPath, value: JsonObject, isItem: boolean): readonly string[] | undefined {
  const tables = Object.entries(value).filter(([, inner]) => isTable(inner));
  const own = Object.entries(value).filter(([, inner]) => !isTable(inner));
  const name = path.flatMap((step) => (typeof step === 'string' ? [formatKey(step)] : [])).join('.');
  const header = isItem ? `[[${name}]]` : `[${name}]`;
  const lines = own.map(([key, inner]) => formatEntry([key], inner));
  const below = tables.map(([key, inner]) => formatSection([...path, key], inner as JsonObject, false));
  if (lines.includes(undefined) || below.includes(undefined)) return undefined;
  const isNeeded = isItem || own.length > 0 || tables.length === 0;
  const parts = [
    ...(isNeeded ? [[header, ...lines.flatMap((line) => line ?? [])]] : []),
    ...below.map((each) => each ?? []),
  ];
  return parts.flatMap((part, index) => (index === 0 ? part : ['', ...part]));
}

function isTable(value: Json): boolean {
  return isJsonObject(value) && Object.keys(value).length > 0;
}

function formatKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : quoted(key);
}

/** The escapes of JSON are those of TOML, which does not take the sign DEL as it is. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll('\u007f', '\\u007f');
}
