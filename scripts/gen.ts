import { schemaSources } from '../packages/cli/src/schema/sources.ts';
import type { GeneratedFile } from './gen/generated-file.ts';
import { referencePages } from './gen/reference.ts';
import { schemaFiles } from './gen/schemas.ts';
import { staleFiles, writeFiles } from './gen/tree.ts';
import { validatorFiles } from './gen/validators.ts';

process.exitCode = main(process.argv.slice(2));

/** Writes every file that is made from the code; with `--check` it writes nothing, names the stale ones and ends with 1. */
function main(words: readonly string[]): number {
  const files = generatedFiles();
  const stale = staleFiles(files);
  if (words.includes('--check')) {
    for (const { path, reason } of stale) process.stdout.write(`${path}: ${reason}\n`);
    if (stale.length > 0) process.stdout.write('Run `npm run gen` and commit what it writes.\n');
    return stale.length > 0 ? 1 : 0;
  }
  writeFiles(files, stale);
  process.stdout.write(`gen: ${files.length} files, ${stale.length} changed\n`);
  return 0;
}

function generatedFiles(): readonly GeneratedFile[] {
  return [...schemaFiles(schemaSources), ...validatorFiles(schemaSources), ...referencePages(schemaSources)];
}
