import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FleetHost } from './host.ts';
import { runCommand, runOrThrow } from './run-command.ts';

/** Where the fetched packages lie on a host. */
const offeredPath = '/srv/debian';

/** Makes real Debian packages installable on a host. What an earlier suite fetched is taken again. */
export async function provideDebianPackages(host: FleetHost, names: readonly string[]): Promise<void> {
  const dir = join(tmpdir(), `setpoint-debian-packages-${names.join('-')}`);
  await fetchPackages(host, names, dir);
  await offerPackages(host, dir);
}

/** Installs real Debian packages on a host, with what they need and nothing that they only recommend. */
export async function installDebianPackages(host: FleetHost, names: readonly string[]): Promise<void> {
  await provideDebianPackages(host, names);
  const { code, stderr } = await host.exec(`apt-get install -y -qq --no-install-recommends ${names.join(' ')}`);
  if (code !== 0) throw new Error(`${host.name} cannot install ${names.join(', ')}: ${stderr}`);
}

/**
 * Fetches real Debian packages, with everything that they need and the host lacks, from the package source of this machine into a
 * directory. The host's own disk is only read. What the directory holds already is not fetched again.
 */
export async function fetchPackages(
  host: Pick<FleetHost, 'rootDir'>,
  names: readonly string[],
  dir: string,
): Promise<void> {
  mkdirSync(join(dir, 'partial'), { recursive: true });
  const status = join(host.rootDir, 'var/lib/dpkg/status');
  const options = [`Dir::State::status=${status}`, `Dir::Cache::archives=${dir}`, 'Debug::NoLocking=1'];
  const words = options.flatMap((option) => ['-o', option]);
  const args = ['install', '-y', '-qq', '--download-only', '--no-install-recommends', ...words, ...names];
  const fetched = await runCommand('apt-get', args);
  if (fetched.code === 0) return;
  // The lists may be older than the packages that they name.
  await runCommand('apt-get', ['update', '-qq']);
  await runOrThrow('apt-get', args);
}

/** Makes the packages of a directory installable on a host, which has no network: as one more source of its apt. */
export async function offerPackages(host: FleetHost, dir: string): Promise<void> {
  const target = copyPackages(host, dir);
  const index = await runOrThrow('apt-ftparchive', ['packages', '.'], { cwd: target });
  writeFileSync(join(target, 'Packages'), index.stdout);
  const source = `deb [trusted=yes] file:${offeredPath} ./`;
  const added = await host.exec(`echo '${source}' >/etc/apt/sources.list.d/debian-packages.list && apt-get update -qq`);
  if (added.code !== 0) throw new Error(`${host.name} cannot read ${offeredPath}: ${added.stderr}`);
}

/**
 * Puts the files of fetched packages onto a host without telling its dpkg, and runs none of their scripts: for programs that need
 * nothing but their files, a quarter of the time that an installation takes.
 */
export async function unpackPackages(host: FleetHost, dir: string): Promise<void> {
  copyPackages(host, dir);
  const { code, stderr } = await host.exec(`cd ${offeredPath} && for deb in *.deb; do
  dpkg-deb --fsys-tarfile "$deb" | tar -x --keep-directory-symlink -C / || exit 1
done && ldconfig`);
  if (code !== 0) throw new Error(`${host.name} cannot unpack ${offeredPath}: ${stderr}`);
}

/** The directory on the host's disk that the packages are in now. */
function copyPackages(host: FleetHost, dir: string): string {
  const target = join(host.rootDir, offeredPath);
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(dir).filter((each) => each.endsWith('.deb')))
    cpSync(join(dir, name), join(target, name));
  return target;
}
