import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { projectRoot } from '../tools.ts';
import type { GeneratedFile } from './generated-file.ts';

/** The script and the style of the HTML report, as texts that the report holds. */
export function reportPageFiles(): readonly GeneratedFile[] {
  const folder = join(projectRoot, 'packages/render/browser');
  const text = [
    '// Made from packages/render/browser by `npm run gen`.',
    `export const reportScript =\n  ${quoted(bundled(join(folder, 'main.ts')))};`,
    `export const reportStyle =\n  ${quoted(bundled(join(folder, 'report.css')))};`,
  ].join('\n\n');
  return [{ path: 'packages/render/src/html/generated/assets.ts', text: `${text}\n` }];
}

function bundled(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2023',
    charset: 'utf8',
    legalComments: 'none',
    tsconfigRaw: {},
  });
  return outputFiles[0]?.text.trimEnd() ?? '';
}

/** Nothing in the text can end the element of the page that holds it. */
function quoted(text: string): string {
  return JSON.stringify(text.replaceAll('</', '<\\/'));
}
