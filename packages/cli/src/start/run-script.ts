import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import { readCode, writeCode } from './code-cache.ts';

/** Exit codes of runs that did what they are for. Only these have seen enough of the program to be remembered. */
const fruitful: readonly unknown[] = [0, 2];

/**
 * Runs a CommonJS script of ASCII text, which is the function that CommonJS makes of a file, and keeps the code that V8 made of it, with every function that ran, so that the next start
 * compiles nothing. Node's own compile cache keeps what is compiled before the first function runs, which is a small part.
 */
export function runScript(file: string, cacheFile: string | undefined): void {
  const cachedData = cacheFile === undefined ? undefined : readCode(cacheFile);
  // Latin-1 is read at once, without looking for longer characters.
  const text = readFileSync(file, 'latin1');
  const script = new Script(text, { filename: file, ...(cachedData === undefined ? {} : { cachedData }) });
  if (cacheFile !== undefined && (cachedData === undefined || script.cachedDataRejected === true)) {
    process.once('exit', (code) => {
      if (fruitful.includes(code)) writeCode(cacheFile, script.createCachedData());
    });
  }
  const module = { exports: {} };
  const run = script.runInThisContext() as (...names: readonly unknown[]) => void;
  run(module.exports, createRequire(file), module, file, dirname(file));
}
