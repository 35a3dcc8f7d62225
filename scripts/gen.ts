import { generatedFiles } from './gen/generated-files.ts';
import { staleFiles, writeFiles } from './gen/tree.ts';

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
