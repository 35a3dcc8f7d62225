import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { readCode, writeCode } from './code-cache.ts';

/** Exit codes of runs that did what they are for. Only these have seen enough of the program to be remembered. */
const fruitful: readonly unknown[] = [0, 2];

/** Where the code of the script of this name is kept, if anywhere. */
export type FindCodeFile = (script: string) => string | undefined;

/** What a script sees as its module: what it gives, and the names of those of its parts that it ran late. */
type ScriptModule = { readonly exports: unknown; readonly children: string[] };

/**
 * Runs a CommonJS script of ASCII text, which is the function that CommonJS makes of a file, and keeps the code that V8 made of it, with every function that ran, so that the next start
 * compiles nothing. Node's own compile cache keeps what is compiled before the first function runs, which is a small part. Scripts
 * that it requires from beside it run in the same way.
 */
export function runScript(file: string, findCodeFile: FindCodeFile): void {
  const modules = new Map<string, ScriptModule>();
  const requireOther = createRequire(file);
  const requireFrom = (name: string): unknown => {
    if (!/^\.\/[\w-]+\.js$/.test(name)) return requireOther(name);
    const path = join(dirname(file), name);
    const module = modules.get(path) ?? { exports: {}, children: [] };
    if (!modules.has(path)) {
      modules.set(path, module);
      runModule(path, { module, require: requireFrom, codeFile: findCodeFile(basename(path, '.js')) });
    }
    return module.exports;
  };
  requireFrom(`./${basename(file)}`);
}

type ScriptWorld = {
  readonly module: ScriptModule;
  readonly require: (name: string) => unknown;
  readonly codeFile: string | undefined;
};

function runModule(file: string, { module, require, codeFile }: ScriptWorld): void {
  const kept = codeFile === undefined ? undefined : readCode(codeFile);
  // Latin-1 is read at once, without looking for longer characters.
  const text = readFileSync(file, 'latin1');
  const script = new Script(text, { filename: file, ...(kept === undefined ? {} : { cachedData: kept.code }) });
  if (codeFile !== undefined) {
    process.once('exit', (code) => {
      const isNew = kept === undefined || script.cachedDataRejected === true;
      const parts = new Set([...(isNew ? [] : kept.parts), ...module.children]);
      const isWhole = !isNew && parts.size === kept.parts.length;
      if (!isWhole && fruitful.includes(code))
        writeCode(codeFile, { code: script.createCachedData(), parts: [...parts] });
    });
  }
  const run = script.runInThisContext() as (...names: readonly unknown[]) => void;
  run(module.exports, require, module, file, dirname(file));
}
