import type { SqlDialect } from './dialect.ts';

/** What a comment says about a rename. */
export type RenameDirective =
  | {
      readonly kind: 'rename';
      /** The parts of the former name, unquoted. */
      readonly from: readonly string[];
      /** Text in the place of an enum's label: as written, without quotes. */
      readonly label: string;
      /** True for a notation that, on a line of its own, belongs to what comes next; otherwise it belongs to what comes before. */
      readonly leads: boolean;
    }
  /** How the values of a column become those of its declared type. */
  | { readonly kind: 'using'; readonly expression: string; readonly leads: true }
  | { readonly kind: 'malformed' };

const part = /"(?:[^"]|"")+"|`(?:[^`]|``)+`|'(?:[^']|'')+'|[^\s"'`.,;*()/]+/.source;
const path = `(?:${part})(?:\\.(?:${part}))*`;
/** Our own notation and Atlas': `-- setpoint:renamed_from mail`. */
const leading = new RegExp(`\\b(?:setpoint|atlas):renamed_from(?:\\s+(${path}))?`);
/** The notation of sqldef: `email text, -- @renamed from=mail`. */
const trailing = new RegExp(`@renamed\\b(?:\\s+from\\s*=\\s*(${path}))?`);

/** `-- setpoint:using lower(email)`. */
const using = /\bsetpoint:using\s+(.*?)\s*(?:\*\/)?$/s;

/** Reads a comment; undefined when it is about something else. */
export function readRenameDirective(dialect: SqlDialect, comment: string): RenameDirective | undefined {
  const conversion = using.exec(comment)?.[1];
  if (conversion !== undefined) return { kind: 'using', expression: conversion, leads: true };
  const leads = leading.exec(comment);
  const found = leads ?? trailing.exec(comment);
  if (found === null) return undefined;
  const written = found[1];
  if (written === undefined) return { kind: 'malformed' };
  const parts = [...written.matchAll(new RegExp(part, 'g'))].map(([text]) => text);
  return {
    kind: 'rename',
    from: parts.map((text) => unquotedName(dialect, text)),
    label: parts.length === 1 ? withoutQuotes(written) : written,
    leads: leads !== null,
  };
}

/** A name as the catalogue holds it: without quotes, and in lower case where PostgreSQL reads it so. */
export function unquotedName(dialect: SqlDialect, written: string): string {
  const isQuoted = /^["'`]/.test(written);
  if (isQuoted) return withoutQuotes(written);
  return dialect === 'postgres' ? written.toLowerCase() : written;
}

/** A quoted text without its quotes; any other text as it is. */
export function withoutQuotes(written: string): string {
  const quote = written[0] ?? '';
  if (!['"', "'", '`'].includes(quote)) return written;
  return written.slice(1, -1).replaceAll(quote + quote, quote);
}
