import { writeYaml } from '@setpoint/language';
import { formatAddress, type JsonObject } from '@setpoint/model';
import { decodeText } from '@setpoint/sdk';
import type { ImportedFile } from '../importer.ts';
import type { ProvenObject } from './proven.ts';

/** What a host holds, and where files that are too long for a playbook may lie beside it; undefined: nowhere. */
export type HeldObjects = {
  readonly node: string;
  readonly objects: readonly ProvenObject[];
  readonly notes: readonly string[];
  readonly folder: string | undefined;
};

/** A playbook as text with the files it names; how many resources it declares, and how many it leaves out with a comment. */
export type HostPlaybook = {
  readonly text: string;
  readonly declared: number;
  readonly leftOut: number;
  readonly files: readonly ImportedFile[];
};

/** Longer contents lie in files. */
const maxInlineBytes = 2048;

/** Writes the playbook; what is left out stands in it as a comment. */
export function hostPlaybook({ node, objects, notes, folder }: HeldObjects): HostPlaybook {
  const entries = objects.map((object) =>
    entryOf(object, folder === undefined ? undefined : `${folder}/${fileName(node)}`),
  );
  const declared = entries.filter(({ kind }) => kind === 'resource').length;
  const lines = [
    comment(`What ${node} held when it was imported.`),
    withoutEnd(writeYaml({ name: node, nodes: node })),
    declared === 0 ? 'resources: []' : 'resources:',
    ...notes.map((note) => `  ${comment(note)}`),
    ...entries.flatMap((entry) => entry.lines),
  ];
  return {
    text: `${lines.join('\n')}\n`,
    declared,
    leftOut: entries.length - declared,
    files: entries.flatMap(({ file }) => file ?? []),
  };
}

type Entry = { readonly kind: 'resource' | 'comment'; readonly lines: readonly string[]; readonly file?: ImportedFile };

function entryOf(object: ProvenObject, folder: string | undefined): Entry {
  const address = formatAddress(object.type, object.identity);
  const leftOut = (why: string): Entry => ({
    kind: 'comment',
    lines: [`  ${comment(`${address}: left out: ${why}`)}`],
  });
  if (object.kind === 'left out') return leftOut(object.why);
  const { type, identity, properties, lacks } = object;
  const content = contentOf(object, folder);
  if (content === undefined)
    return leftOut('it is no short text, so it has to lie in a file: -o FILE writes one beside the playbook');
  return {
    kind: 'resource',
    lines: [
      ...lacks.map((lack) => `  ${comment(`${address}: ${lack}`)}`),
      ...indented(writeYaml([{ [type]: identity, ...properties, ...content.properties }])),
    ],
    ...(content.file === undefined ? {} : { file: content.file }),
  };
}

type Content = { readonly properties: JsonObject; readonly file?: ImportedFile };

/** The content as a property, in a file when it is long or no text; undefined when there is no place for that. */
function contentOf(
  { type, identity, content }: Extract<ProvenObject, { readonly kind: 'declared' }>,
  folder: string | undefined,
): Content | undefined {
  if (content === undefined) return { properties: {} };
  const bytes = Buffer.from(content.base64, 'base64');
  const text = decodeText(bytes);
  // A carriage return and the like would stand in the playbook as an escape that nobody can read.
  const isPlain = text !== undefined && !/[^\P{C}\n\t]/u.test(text);
  if (text !== undefined && (folder === undefined || (isPlain && bytes.length <= maxInlineBytes)))
    return { properties: { [content.inText]: text } };
  if (folder === undefined) return undefined;
  const place = identity.startsWith('/') ? identity : `/${type}/${identity}`;
  const path = `${folder}${place.split('/').map(fileName).join('/')}`;
  return { properties: { [content.inFile]: path }, file: { path, text: bytes } };
}

/** A name for every file system, and for a YAML text that is no expression. */
function fileName(name: string): string {
  return name.replaceAll(/[^\w.@+-]/g, '_');
}

function indented(yaml: string): readonly string[] {
  return withoutEnd(yaml)
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`));
}

/** Without the last line end alone: a text may end in several. */
function withoutEnd(yaml: string): string {
  return yaml.replace(/\n$/, '');
}

function comment(text: string): string {
  return `# ${text.replace(/[\p{C}\s]+/gu, ' ').trim()}`;
}
