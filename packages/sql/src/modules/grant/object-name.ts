/** A name with its schema, taken apart. */
export type ObjectName = {
  readonly schema: string | null;
  readonly name: string;
  /** The types of a routine's arguments as written; null where there are no parentheses. */
  readonly arguments: string | null;
};

/**
 * Takes `app.orders` and `app.total(integer, text)` apart. A part stands as the catalogue has it; in double quotes it may hold
 * dots and parentheses.
 */
export function parseObjectName(text: string): ObjectName | { readonly detail: string; readonly hint: string } {
  const match = /^(?:("(?:[^"]|"")+"|[^".()]+)\.)?("(?:[^"]|"")+"|[^".()]+)(?:\(([^]*)\))?$/.exec(text);
  const [, schema, name, types] = match ?? [];
  const hint =
    'write it like app.orders, or app.total(integer) for a function; a part with a dot stands in double quotes';
  if (name === undefined) return { detail: `"${text}" is no name of an object.`, hint };
  if (types !== undefined && !isTypeList(types)) {
    return { detail: `"${types}" is no list of the types of arguments.`, hint };
  }
  return {
    schema: schema === undefined ? null : unquote(schema),
    name: unquote(name),
    arguments: types?.trim() ?? null,
  };
}

/** Names, quoted or not, with lengths and brackets: nothing that could end the list. */
function isTypeList(text: string): boolean {
  return /^(?:"(?:[^"]|"")*"|[\p{L}\p{N}_$ .,[\]]|\(\d+(?:,\s*\d+)?\))*$/u.test(text);
}

function unquote(part: string): string {
  return part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part;
}
