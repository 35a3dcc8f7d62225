import type { Written } from './written-document.ts';

/** Where a writer is: each comment names the value that it stands at, such as `about .a.0;`. */
type Place = { readonly indent: string; readonly depth: number; readonly path: string };

/** A value of a map or a list with the comments that are written above and behind it, both without their sign. */
type Part = {
  readonly key: string | undefined;
  readonly value: Written;
  readonly above: string | undefined;
  readonly behind: string | undefined;
  /** For what the value holds. */
  readonly inner: Place;
};

function partsOf(written: Written, { indent, depth, path }: Place): readonly Part[] {
  if (written.kind === 'scalar') return [];
  const entries = written.kind === 'map' ? written.entries : written.items.map((item) => ({ ...item, key: undefined }));
  return entries.map(({ key, value, above, behind }, index) => {
    const own = `${path}.${key ?? index}`;
    return {
      key,
      value,
      above: above ? `above ${own};` : undefined,
      behind: behind ? `behind ${own};` : undefined,
      inner: { indent, depth: depth + 1, path: own },
    };
  });
}

/** JSON with comments, indented by a text. */
export function writeJson(root: Written, indent: string): string {
  return `${jsonValue(root, { indent, depth: 0, path: '' })}\n`;
}

function jsonValue(written: Written, place: Place): string {
  if (written.kind === 'scalar') return written.source;
  const [open, close] = written.kind === 'map' ? ['{', '}'] : ['[', ']'];
  const parts = partsOf(written, place);
  if (parts.length === 0) return open + close;
  const entry = ({ key, value, inner }: Part): string =>
    `${key === undefined ? '' : `${JSON.stringify(key)}: `}${jsonValue(value, inner)}`;
  if (written.style === 'line') {
    const comment = (text: string | undefined): string => (text === undefined ? '' : ` /* ${text} */`);
    return `${open}${parts.map((part) => `${comment(part.above)} ${entry(part)}${comment(part.behind)}`).join(',')} ${close}`;
  }
  const pad = place.indent.repeat(place.depth + 1);
  const lines = parts.flatMap((part, index) => [
    ...(part.above === undefined ? [] : [`${pad}// ${part.above}`]),
    pad +
      entry(part) +
      (index === parts.length - 1 ? '' : ',') +
      (part.behind === undefined ? '' : ` // ${part.behind}`),
  ]);
  return [open, ...lines, place.indent.repeat(place.depth) + close].join('\n');
}

/** YAML, in blocks where values are spread and in braces where they lie in a line. */
export function writeYaml(root: Written, indent: string): string {
  const lines = isBlock(root) ? yamlBlock(root, { indent, depth: 0, path: '' }) : [yamlFlow(root)];
  return lines.map((line) => `${line}\n`).join('');
}

function isBlock(written: Written): boolean {
  if (written.kind === 'scalar' || written.style === 'line') return false;
  return (written.kind === 'map' ? written.entries : written.items).length > 0;
}

function yamlFlow(written: Written): string {
  // A text of several lines cannot stand within braces.
  if (written.kind === 'scalar') return written.source.includes('\n') ? JSON.stringify(written.json) : written.source;
  return written.kind === 'map'
    ? `{${written.entries.map(({ key, value }) => `${key}: ${yamlFlow(value)}`).join(', ')}}`
    : `[${written.items.map(({ value }) => yamlFlow(value)).join(', ')}]`;
}

/** An item that is a map begins in the line of its sign unless it has a comment of its own. */
function yamlBlock(written: Written, place: Place): readonly string[] {
  const pad = place.indent.repeat(place.depth);
  return partsOf(written, place).flatMap(({ key, value, above, behind, inner }) => {
    const comment = above === undefined ? [] : [`${pad}# ${above}`];
    const sign = pad + (key === undefined ? '-' : `${key}:`);
    if (isBlock(value)) {
      const [first = '', ...rest] = yamlBlock(value, inner);
      const joined = sign + first.slice(sign.length);
      const isJoined = key === undefined && behind === undefined && !first.includes('#');
      return [...comment, ...(isJoined ? [joined] : [sign + tail(behind), first]), ...rest];
    }
    if (value.kind !== 'scalar' || !value.source.includes('\n'))
      return [...comment, `${sign} ${yamlFlow(value)}${tail(behind)}`];
    const [head = '', ...lines] = value.source.split('\n');
    return [...comment, `${sign} ${head}${tail(behind)}`, ...lines.map((line) => `${pad}${place.indent}${line}`)];
  });
}

function tail(comment: string | undefined): string {
  return comment === undefined ? '' : ` # ${comment}`;
}

/** TOML, with headers where tables are spread and braces where they lie in a line. */
export function writeToml(root: Written, indent: string): string {
  const lines = tomlSection(root, { indent, depth: 0, path: '' }, []);
  return lines.map((line) => `${line}\n`).join('');
}

function tomlSection(table: Written, place: Place, above: readonly string[]): readonly string[] {
  const parts = partsOf(table, place);
  const own = parts.filter(({ value }) => !hasHeader(value));
  const below = parts.filter(({ value }) => hasHeader(value));
  const comment = (part: Part): readonly string[] => (part.above === undefined ? [] : [`# ${part.above}`]);
  return [
    ...own.flatMap((part) => [
      ...comment(part),
      `${part.key} = ${tomlValue(part.value, part.inner)}${tail(part.behind)}`,
    ]),
    ...below.flatMap((part): readonly string[] => {
      const names = [...above, part.key ?? ''];
      const name = names.join('.');
      if (part.value.kind === 'map')
        return ['', ...comment(part), `[${name}]${tail(part.behind)}`, ...tomlSection(part.value, part.inner, names)];
      return partsOf(part.value, part.inner).flatMap((item) => [
        '',
        ...comment(item),
        `[[${name}]]${tail(item.behind)}`,
        ...tomlSection(item.value, item.inner, names),
      ]);
    }),
  ];
}

/** Tables that are spread, and spread lists of nothing but tables. */
function hasHeader(written: Written): boolean {
  if (written.kind === 'scalar' || written.style === 'line') return false;
  return (
    written.kind === 'map' || (written.items.length > 0 && written.items.every(({ value }) => value.kind === 'map'))
  );
}

function tomlValue(written: Written, place: Place): string {
  if (written.kind !== 'list' || written.style === 'line' || written.items.length === 0) return tomlInline(written);
  const lines = partsOf(written, place).flatMap(({ value, above, behind }) => [
    ...(above === undefined ? [] : [`${place.indent}# ${above}`]),
    `${place.indent}${tomlInline(value)},${tail(behind)}`,
  ]);
  return ['[', ...lines, ']'].join('\n');
}

function tomlInline(written: Written): string {
  if (written.kind === 'scalar') return written.source;
  if (written.kind === 'list') return `[${written.items.map(({ value }) => tomlInline(value)).join(', ')}]`;
  const entries = written.entries.map(({ key, value }) => `${key} = ${tomlInline(value)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
