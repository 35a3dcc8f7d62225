import { commands } from '../../packages/cli/src/commands/index.ts';
import { metaProperties } from '../../packages/cli/src/schema/meta-properties.ts';
import type { SchemaSources } from '../../packages/cli/src/schema/sources.ts';
import { commandPage } from './command-page.ts';
import { diagnosticPages } from './diagnostic-pages.ts';
import { driverPage } from './driver-page.ts';
import type { GeneratedFile } from './generated-file.ts';
import { markdownPage } from './markdown.ts';
import { resourcePages } from './resource-pages.ts';

/** The reference: every resource type, driver, command and diagnostic. */
export function referencePages(sources: SchemaSources): readonly GeneratedFile[] {
  return [
    { path: 'docs/reference/README.md', text: indexPage },
    ...resourcePages({ ...sources, meta: metaProperties }),
    driverPage(sources),
    commandPage(commands),
    ...diagnosticPages(),
  ];
}

const indexPage = markdownPage([
  '# Reference',
  [
    '- [Resource types](resources/README.md): what can be declared',
    '- [Drivers](drivers.md): how nodes are reached',
    '- [Commands](commands.md): the command line',
    '- [Diagnostics](diagnostics/README.md): what errors and warnings mean',
  ].join('\n'),
]);
