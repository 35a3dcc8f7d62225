import type { SchemaSources } from '../../packages/cli/src/schema/sources.ts';
import type { GeneratedFile } from './generated-file.ts';
import { escapeMarkdown, inlineCode, markdownPage } from './markdown.ts';
import { propertyTable } from './resource-pages.ts';

/** The page of the drivers: how a node can be reached, and with which settings. */
export function driverPage({ drivers }: SchemaSources): GeneratedFile {
  const sections = Object.entries(drivers).flatMap(([name, { schema }]) => [
    `## ${inlineCode(name)}`,
    escapeMarkdown(schema.description ?? ''),
    propertyTable(schema),
  ]);
  return {
    path: 'docs/reference/drivers.md',
    text: markdownPage([
      '# Drivers',
      'A node names one driver in the inventory, with its settings below it: `web1: { ssh: { user: deploy } }`. Groups give settings to their nodes. A node without a driver is reached by `ssh`.',
      ...sections,
    ]),
  };
}
