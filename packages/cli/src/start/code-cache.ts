import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';

/** What tells one piece of cached code from another. */
export type CodeName = {
  /** The first word of the command line: each command keeps the functions that it runs, and what is no plain word shares one place. */
  readonly word: string;
  /** The script, where it is not the one that is run first. */
  readonly script?: string;
  /** Names the text of the script. */
  readonly key: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The file for cached code, in the account's cache directory (`XDG_CACHE_HOME`, or `.cache` in its home), or where Node's own variables
 * want it; undefined where nothing is to be kept.
 */
export function codeFile({ word, script, key }: CodeName, env: Environment): string | undefined {
  const directory = (env['NODE_DISABLE_COMPILE_CACHE'] ?? '') === '' ? cacheDirectory(env) : undefined;
  if (directory === undefined) return undefined;
  const name = /^[a-z]{1,20}$/.test(word) ? word : 'other';
  return join(
    directory,
    `${script === undefined ? name : `${name}.${script}`}-${key}-${process.version}-${process.arch}`,
  );
}

function cacheDirectory(env: Environment): string | undefined {
  const { NODE_COMPILE_CACHE: chosen = '', XDG_CACHE_HOME: caches = '', HOME: home = '' } = env;
  if (chosen !== '') return join(chosen, 'setpoint');
  if (isAbsolute(caches)) return join(caches, 'setpoint');
  return isAbsolute(home) ? join(home, '.cache', 'setpoint') : undefined;
}

/** Code of a script, and the names of those of its parts that had run when it was kept, where a script runs some of them late. */
export type KeptCode = { readonly code: Buffer; readonly parts: readonly string[] };

/** Cached code; undefined when there is none that this account wrote itself: code of another account is not run. */
export function readCode(file: string): KeptCode | undefined {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const uid = process.getuid?.();
      return uid === undefined || fstatSync(descriptor).uid === uid ? split(readFileSync(descriptor)) : undefined;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/** V8 copies code that does not begin at a multiple of its words. */
const alignment = 64;

/** The first line of the file names the parts. */
function split(bytes: Buffer): KeptCode {
  const end = bytes.indexOf('\n') + 1;
  return { code: bytes.subarray(end), parts: JSON.parse(bytes.toString('latin1', 0, end)) as readonly string[] };
}

function bytesOf({ code, parts }: KeptCode): Buffer {
  const names = JSON.stringify(parts);
  const length = Math.ceil((names.length + 1) / alignment) * alignment;
  return Buffer.concat([Buffer.from(`${names.padEnd(length - 1)}\n`), code]);
}

/** Keeps code and lets go of what is old; where nothing can be written, nothing is kept. */
export function writeCode(file: string, code: KeptCode): void {
  try {
    const directory = dirname(file);
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    replaceFile(file, bytesOf(code));
    for (const old of outdated(directory)) rmSync(old, { force: true });
  } catch {
    // The next start compiles again.
  }
}

/** V8 checks the length of what it reads and not its bytes, so they must be on the disk before they bear the name. */
function replaceFile(file: string, bytes: Buffer): void {
  const unfinished = `${file}.${process.pid}`;
  const descriptor = openSync(unfinished, 'wx', 0o600);
  try {
    writeFileSync(descriptor, bytes);
    fsyncSync(descriptor);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** How long code is kept that may belong to a program which is no longer there. */
const keptMs = 30 * 24 * 60 * 60 * 1000;

function outdated(directory: string): readonly string[] {
  const beforeMs = Date.now() - keptMs;
  const files = readdirSync(directory).map((name) => join(directory, name));
  return files.filter((file) => statSync(file).mtimeMs < beforeMs);
}
