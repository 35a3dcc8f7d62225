import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, run } from './process.ts';

/** The ways in which Setpoint is started here; both keep compiled code in a cache of the benchmark's own. */
export type SetpointCommands = {
  /** As users run it: the built bundle. */
  readonly bundled: (...args: readonly string[]) => Command;
  /** As its developers run it: the TypeScript sources. */
  readonly fromSources: (...args: readonly string[]) => Command;
};

/** Builds the bundle of the present sources, or takes the one that is there, and keeps a copy that nobody builds anew meanwhile. */
export async function prepareSetpoint(scratch: string, isBuilt: boolean): Promise<SetpointCommands> {
  const root = join(import.meta.dirname, '..');
  const sources = '--conditions=@setpoint/source';
  if (!isBuilt) await run({ program: process.execPath, args: [sources, join(root, 'scripts', 'build.ts')] });
  const bundle = join(scratch, 'bundle');
  cpSync(join(root, 'packages', 'cli', 'dist'), bundle, { recursive: true });
  const command = (...args: readonly string[]): Command => ({ program: process.execPath, args, env: cacheIn(scratch) });
  return {
    bundled: (...args) => command(join(bundle, 'main.js'), ...args),
    fromSources: (...args) => command(sources, join(root, 'packages', 'cli', 'src', 'main.ts'), ...args),
  };
}

/** The environment in which Node keeps compiled code below a folder. */
export function cacheIn(scratch: string): Readonly<Record<string, string>> {
  return { NODE_COMPILE_CACHE: join(scratch, 'compile-cache') };
}
