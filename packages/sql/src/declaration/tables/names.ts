/**
 * The parts of a name as it stands in YAML: `shop.orders` has two. What stands in quotes is one part, whatever is in it; nothing is
 * folded. Undefined when it is no name.
 */
export function parseName(written: string): readonly string[] | undefined {
  const text = written.trim();
  const parts: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const rest = text.slice(at);
    const [whole, inner] =
      /^"((?:[^"]|"")+)"/.exec(rest) ?? /^`((?:[^`]|``)+)`/.exec(rest) ?? /^([^."`]+)/.exec(rest) ?? [];
    if (whole === undefined || inner === undefined) return undefined;
    parts.push(whole === inner ? inner : inner.replaceAll('""', '"').replaceAll('``', '`'));
    at += whole.length;
    if (at === text.length) return parts;
    if (text[at] !== '.') return undefined;
    at += 1;
  }
  return undefined;
}

/** The table and the columns of `crm.customer (id, tenant)`; undefined when it is no such text. */
export function parseReference(
  written: string,
): { readonly table: readonly string[]; readonly columns: readonly string[] } | undefined {
  const [, tableText = '', columnText] = /^([^(]+?)\s*(?:\(([^)]*)\))?\s*$/s.exec(written) ?? [];
  const table = parseName(tableText);
  const columns = columnText === undefined ? [] : columnText.split(',').map((column) => parseName(column)?.[0]);
  if (table === undefined || columns.some((column) => column === undefined)) return undefined;
  return { table, columns: columns.filter((column) => column !== undefined) };
}
