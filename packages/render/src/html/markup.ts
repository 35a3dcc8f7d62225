import { escapeText } from '../text/escape.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Any text as text of an HTML element or attribute, with every character that would act shown as an escape. */
export function text(value: string | number): string {
  return escapeText(String(value)).replace(/[&<>"']/g, (char) => entities[char] ?? char);
}

/** Data as JSON inside of a script element, which nothing in it can end. */
export function scriptData(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
