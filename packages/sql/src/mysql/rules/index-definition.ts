import type { Fact } from '../../catalogue/fact.ts';
import { quoteName, unquoteName } from '../quote.ts';
import { textOf } from '../text/members.ts';
import { splitAtCommas, tokensOf } from '../text/tokens.ts';

/** An index as CREATE TABLE and ADD take it, its name within. */
export function indexDefinition(index: Fact): string {
  const definition = textOf(index.payload, 'definition');
  if (isPrimary(index)) return definition;
  const open = definition.indexOf('(');
  return `${definition.slice(0, open).trim()} ${quoteName(index.name[1] ?? '')} ${definition.slice(open)}`;
}

export function isPrimary({ name }: Fact): boolean {
  return name[1] === 'PRIMARY';
}

export function isUnique({ payload }: Fact): boolean {
  return /^(?:UNIQUE|PRIMARY)/.test(textOf(payload, 'definition'));
}

/** What an index is over: whole columns, beginnings of columns and expressions, in their spelling without a direction. */
export function partsOfIndex({ payload }: Fact): readonly string[] {
  const definition = textOf(payload, 'definition');
  const tokens = tokensOf(definition);
  const open = tokens.find(({ text }) => text === '(');
  const close = tokens.find(({ text, depth }) => text === ')' && depth === 0);
  return splitAtCommas(definition.slice(open?.end ?? 0, close?.start ?? 0)).map((part) =>
    part.replace(/ (?:DESC|ASC)$/, ''),
  );
}

/** The names of the columns that an index begins with, whole and not only their beginnings. */
export function plainColumns(index: Fact): readonly string[] {
  const parts = partsOfIndex(index);
  const end = parts.findIndex((part) => !/^`(?:[^`]|``)+`$/.test(part));
  return parts.slice(0, end < 0 ? parts.length : end).map(unquoteName);
}
