import { escapeText } from '../text/escape.ts';

/** Attributes in the order in which they are written; those without a value are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An XML element on lines of its own, indented under its parent; a text stands as it is between its tags. */
export function element(name: string, attributes: Attributes, content: readonly string[] | string = []): string {
  const head = `${name}${Object.entries(attributes).map(attribute).join('')}`;
  if (typeof content === 'string') return `<${head}>${xmlText(content)}</${name}>`;
  if (content.length === 0) return `<${head}/>`;
  return [`<${head}>`, ...content, `</${name}>`].join('\n');
}

function attribute([name, value]: readonly [string, string | number | undefined]): string {
  return value === undefined ? '' : ` ${name}="${xmlText(escapeText(String(value)))}"`;
}

/** Text with everything escaped that would be markup, or would act; XML can hold the rest. Line ends stay. */
function xmlText(text: string): string {
  return text
    .split('\n')
    .map(escapeText)
    .join('\n')
    .replace(/[&<>"']/g, (char) => entities[char] ?? char);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
