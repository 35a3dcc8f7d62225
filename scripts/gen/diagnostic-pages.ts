import { type DiagnosticRow, diagnosticCatalog } from '../../packages/model/src/index.ts';
import type { GeneratedFile } from './generated-file.ts';
import { codeBlock, escapeMarkdown, markdownPage, markdownTable } from './markdown.ts';

const folder = 'docs/reference/diagnostics';

/** The first digit of a code tells the area. */
const areas: Readonly<Record<string, string>> = {
  1: 'YAML',
  2: 'Playbooks, resources and components',
  3: 'Expressions, templates and secrets',
  4: 'Inventory, selection and configuration',
  5: 'Connections and shells',
  6: 'Resources',
  7: 'Runs',
  8: 'The project and the command line',
};

/** One page per diagnostic, and a list of all by area. */
export function diagnosticPages(): readonly GeneratedFile[] {
  const rows = Object.entries<DiagnosticRow>(diagnosticCatalog).sort(([left], [right]) => (left < right ? -1 : 1));
  return [
    { path: `${folder}/README.md`, text: indexPage(rows) },
    ...rows.map(([code, row]) => ({ path: `${folder}/${code}.md`, text: diagnosticPage(code, row) })),
  ];
}

function indexPage(rows: readonly (readonly [string, DiagnosticRow])[]): string {
  const byArea = Map.groupBy(rows, ([code]) => code.charAt(2));
  const sections = [...byArea].flatMap(([digit, found]) => [
    `## ${areas[digit] ?? `SP${digit}xx`}`,
    markdownTable(
      ['code', 'summary'],
      found.map(([code, { summary }]) => [`[${code}](${code}.md)`, escapeMarkdown(summary)]),
    ),
  ]);
  return markdownPage([
    '# Diagnostics',
    'Every error and warning has a code. `setpoint explain CODE` prints the same text as the page of the code.',
    ...sections,
  ]);
}

function diagnosticPage(code: string, { summary, explanation, example }: DiagnosticRow): string {
  return markdownPage([
    `# ${code}: ${escapeMarkdown(summary)}`,
    escapeMarkdown(explanation),
    ...(example === undefined ? [] : ['## Example', codeBlock(example, 'yaml')]),
  ]);
}
