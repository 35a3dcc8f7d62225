/** A name as MySQL and MariaDB take it under any sql_mode: between backquotes, those within doubled. */
export function quoteName(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}

/** Several names, comma between: `` `a`,`b` ``. */
export function quoteNames(names: readonly string[]): string {
  return names.map(quoteName).join(',');
}

/** The name between backquotes, or the text itself where there are none. */
export function unquoteName(text: string): string {
  return text.startsWith('`') ? text.slice(1, -1).replaceAll('``', '`') : text;
}

/**
 * A string literal. Quotes are doubled and backslashes too, as every sql_mode but NO_BACKSLASH_ESCAPES reads them; what has no
 * backslash means the same under all of them.
 */
export function quoteString(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** What a string literal of the server's own spelling means. */
export function unquoteString(text: string): string {
  return text
    .slice(1, -1)
    .replace(/''|\\([\s\S])/g, (_, escaped: string | undefined) =>
      escaped === undefined ? "'" : (escapes[escaped] ?? escaped),
    );
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0', Z: '\x1a', b: '\b' };
