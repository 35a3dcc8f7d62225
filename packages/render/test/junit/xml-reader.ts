/** An element of a document that this package writes. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
};

const token = /<\?xml [^?]*\?>|<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>|([^<]+)/gy;

/** Reads XML without comments, sections and namespaces, strictly: what is not well-formed throws. */
export function readXml(text: string): XmlElement {
  const open: { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }[] = [];
  let root: XmlElement | undefined;
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (match === null) throw new Error(`not well-formed at ${JSON.stringify(text.slice(at, at + 60))}`);
    const [, closing, name, attributes = '', empty, plain] = match;
    const top = open.at(-1);
    if (plain !== undefined) {
      addText(top, plain);
    } else if (closing === '/') {
      if (top?.name !== name) throw new Error(`</${name}> closes <${top?.name}>`);
      open.pop();
    } else if (name !== undefined) {
      const element = { name, attributes: readAttributes(attributes), children: [], text: '' };
      if (top === undefined) root = element;
      else top.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  if (root === undefined || open.length > 0) throw new Error('the document ends early');
  return root;
}

function addText(top: { text: string } | undefined, plain: string): void {
  if (top !== undefined) top.text += decode(plain);
  else if (plain.trim() !== '') throw new Error('text outside of the root');
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/ ([a-z]+)="([^"<]*)"/g)];
  const read = Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, decode(value)]));
  if (Object.keys(read).length !== pairs.length) throw new Error(`an attribute stands twice in${text}`);
  return read;
}

function decode(text: string): string {
  if (/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
    throw new Error('a character that XML does not have');
  return text.replace(/&(\w+;)?/g, (whole, name: string | undefined) => {
    const named: Readonly<Record<string, string>> = { 'amp;': '&', 'lt;': '<', 'gt;': '>', 'quot;': '"', 'apos;': "'" };
    const char = named[name ?? ''];
    if (char === undefined) throw new Error(`${whole} is no entity`);
    return char;
  });
}
