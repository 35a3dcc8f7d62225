import { referencesOf } from '../expression/references.ts';

const tag = /\{\{[^]*?\}\}|\{%[^]*?%\}/g;

/** The names that the tags of a template may read as variables. */
export function templateNames(text: string): readonly string[] {
  return [
    ...new Set((text.match(tag) ?? []).flatMap((found) => referencesOf(found.slice(2, -2)).map(({ name }) => name))),
  ];
}

/** A literal name that a template includes, imports or extends, with its offset in the template. */
export type Include = { readonly name: string; readonly offset: number };

/** The templates that a template names literally. */
export function includesOf(text: string): readonly Include[] {
  return [...text.matchAll(/\{%[-+]?\s*(?:include|import|extends|from)\s[^]*?%\}/g)].flatMap((found) =>
    [...found[0].replace(/\b(?:as|ignore)\b[^]*$/, '').matchAll(/"([^"]+)"|'([^']+)'/g)].map((text) => ({
      name: text[1] ?? text[2] ?? '',
      offset: found.index + text.index,
    })),
  );
}

/** True when the tag that includes a template may go without it. */
export function mayBeMissing(text: string, include: Include): boolean {
  const end = text.indexOf('%}', include.offset);
  return /\bignore\s+missing\b/.test(text.slice(include.offset, end));
}
