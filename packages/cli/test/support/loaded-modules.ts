import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../src/main.ts');
const recorder = join(import.meta.dirname, 'record-loaded-modules.ts');

/** What a command line made Node.js load: files by their URL, its own modules by their name. */
export type LoadedModules = {
  readonly code: number | null;
  readonly stderr: string;
  readonly modules: readonly string[];
};

/** Runs a command line in a process of its own and tells what it loaded. */
export function loadedModules(words: readonly string[], cwd: string): LoadedModules {
  const scratch = mkdtempSync(join(tmpdir(), 'setpoint-loaded-'));
  const file = join(scratch, 'modules.json');
  try {
    const args = ['--conditions=@setpoint/source', '--import', recorder, main, ...words];
    const env = { ...process.env, SETPOINT_TEST_LOADED: file };
    const { status, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
    return { code: status, stderr, modules: JSON.parse(readFileSync(file, 'utf8')) as readonly string[] };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
