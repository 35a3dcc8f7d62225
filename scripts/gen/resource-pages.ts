import { propertyRows } from '../../packages/cli/src/schema/property-rows.ts';
import type { SchemaSources } from '../../packages/cli/src/schema/sources.ts';
import {
  type Importing,
  isJsonObject,
  type JsonObject,
  type PropertySchema,
  type ResourceModule,
} from '../../packages/model/src/index.ts';
import type { GeneratedFile } from './generated-file.ts';
import { codeBlock, escapeMarkdown, inlineCode, markdownPage, markdownTable } from './markdown.ts';

const folder = 'docs/reference/resources';

/** One page per resource type, a list of them, and a page of the keys that all of them bear. */
export function resourcePages({
  modules,
  meta,
}: SchemaSources & { readonly meta: JsonObject }): readonly GeneratedFile[] {
  return [
    { path: `${folder}/README.md`, text: indexPage(modules, meta) },
    ...modules.map((module) => ({ path: `${folder}/${module.type}.md`, text: resourcePage(module) })),
  ];
}

function indexPage(modules: readonly ResourceModule[], meta: JsonObject): string {
  const rows = modules.map(({ type, summary }) => [`[${inlineCode(type)}](${type}.md)`, escapeMarkdown(summary)]);
  const keys = Object.entries(meta).map(([name, schema]) => [inlineCode(name), escapeMarkdown(descriptionOf(schema))]);
  return markdownPage([
    '# Resource types',
    'A resource is written as `type: identity`, with its properties beside it.',
    markdownTable(['type', 'what it is'], rows),
    '## Keys of every resource',
    markdownTable(['key', 'meaning'], keys),
  ]);
}

function resourcePage(module: ResourceModule): string {
  return markdownPage([
    `# ${inlineCode(module.type)}`,
    escapeMarkdown(module.summary),
    `**Identity:** ${escapeMarkdown(module.identityDescription)} The address of the resource is \`${module.type}:IDENTITY\`.`,
    '## Properties',
    propertyTable(module.schema),
    'Beside them stand the [keys of every resource](README.md#keys-of-every-resource).',
    '## Examples',
    ...module.examples.map((example) => codeBlock(example, 'yaml')),
    ...(module.undo === undefined ? [] : ['## Rollback', escapeMarkdown(module.undo)]),
    ...(module.importing === undefined ? [] : ['## Import', escapeMarkdown(importText(module.importing))]),
  ]);
}

/** What `setpoint import` makes of the type. */
function importText(importing: Importing): string {
  if (importing.kind === 'none') return `Cannot be imported. ${importing.why}`;
  if (importing.list === undefined) return 'Imported where its address is named, with `--only`: nothing enumerates it.';
  return `Enumerated by \`setpoint import\`: ${importing.list.what}. Others are imported where their addresses are named, with \`--only\`.`;
}

/** The properties of a schema as a table. */
export function propertyTable(schema: PropertySchema): string {
  const rows = propertyRows(schema).map((row) => [
    inlineCode(row.name),
    escapeMarkdown(row.type),
    row.isRequired ? '**required**' : defaultCell(row.defaultValue ?? ''),
    escapeMarkdown(row.description),
  ]);
  return markdownTable(['property', 'type', 'default', 'meaning'], rows);
}

/** A value stands as code, a phrase such as "the name of the node" as text. */
function defaultCell(text: string): string {
  return text === '' || text.includes(' ') ? escapeMarkdown(text) : inlineCode(text);
}

function descriptionOf(schema: unknown): string {
  const { description } = isJsonObject(schema as JsonObject) ? (schema as JsonObject) : {};
  return typeof description === 'string' ? description : '';
}
