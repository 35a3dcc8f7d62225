import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * True when the configuration files could say anything about how a host is reached. A machine with no user configuration and the
 * system configuration as shipped by Debian says nothing, and a process per node for `ssh -G` is saved.
 */
export async function configurationMatters(userFile: string, systemFile: string): Promise<boolean> {
  if ((await readText(userFile)) !== undefined) return true;
  return fileMatters(systemFile);
}

async function fileMatters(file: string): Promise<boolean> {
  const text = await readText(file);
  if (text === undefined) return false;
  for (const line of text.split('\n')) {
    const [keyword = '', argument = ''] = line.trim().split(/[\s=]+/, 2);
    if (keyword === '' || keyword.startsWith('#') || harmlessKeywords.has(keyword.toLowerCase())) continue;
    if (keyword.toLowerCase() !== 'include' || (await includeMatters(argument, dirname(file)))) return true;
  }
  return false;
}

/** Keywords that select blocks, or that do not change which host is reached, how it is verified or who logs in. */
const harmlessKeywords: ReadonlySet<string> = new Set([
  'host',
  'sendenv',
  'setenv',
  'hashknownhosts',
  'gssapiauthentication',
  'gssapidelegatecredentials',
  'forwardagent',
  'forwardx11',
  'forwardx11trusted',
  'visualhostkey',
  'loglevel',
]);

/** Follows the one form of Include that distributions ship, `DIR/*.conf`; any other is taken to matter. */
async function includeMatters(pattern: string, directory: string): Promise<boolean> {
  const included = pattern.startsWith('/') ? pattern : join(directory, pattern);
  if (!included.endsWith('/*.conf') || /[*?]/.test(dirname(included))) return true;
  const names = await readdir(dirname(included)).catch(() => []);
  for (const name of names.filter((entry) => entry.endsWith('.conf'))) {
    if (await fileMatters(join(dirname(included), name))) return true;
  }
  return false;
}

async function readText(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}
