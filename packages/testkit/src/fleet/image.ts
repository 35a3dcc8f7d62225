import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { arch } from 'node:os';
import { join } from 'node:path';
import { buildRepository, repositoryPackages, repositoryPath } from '../repository/index.ts';
import { findMirror, type Mirror } from './mirror.ts';
import { imagesDirectory } from './paths.ts';
import { isProcessAlive } from './process-identity.ts';
import { completeHostScript, hostPackages } from './recipe.ts';
import { listRecords } from './record.ts';
import { runOrThrow } from './run-command.ts';

/** A pristine host that every fleet lays its overlays on. Nothing writes to it once it is finished. */
export type Image = { readonly rootDir: string; readonly privateKeyFile: string };

/** The image cannot be made here: no package source, or the installation failed. `message` says which. */
export class ImageUnavailable extends Error {}

/**
 * Gives the image of the present recipe and builds it first where it is not there, which takes about half a minute and needs
 * the package source. Two builds at once are correct: the first one finished counts.
 */
export async function ensureImage(tell: (message: string) => void): Promise<Image> {
  const mirror = await findMirror();
  if (mirror === undefined) throw new ImageUnavailable('apt names no package source for the release of this machine');
  const directory = join(imagesDirectory(), recipeHash(mirror));
  if (!existsSync(directory)) {
    tell('building the image of the test hosts, once, in about half a minute');
    removeUnusedImages();
    await buildImage(mirror, directory);
  }
  const now = new Date();
  utimesSync(directory, now, now);
  return imageIn(directory);
}

function imageIn(directory: string): Image {
  return { rootDir: join(directory, 'rootfs'), privateKeyFile: join(directory, 'key') };
}

/** Changes with anything that goes into the image; the name of the mirror does not. */
function recipeHash(mirror: Mirror): string {
  const buildCode = readFileSync(import.meta.filename, 'utf8');
  const ingredients = [mirror.suite, arch(), hostPackages, completeHostScript, repositoryPackages, buildCode];
  return createHash('sha256').update(JSON.stringify(ingredients)).digest('hex').slice(0, 16);
}

/** Images of former recipes go once nobody has started a fleet on them for a month. */
const keepUnusedMs = 30 * 24 * 3_600_000;

function removeUnusedImages(): void {
  if (!existsSync(imagesDirectory())) return;
  const inUse = new Set(listRecords().map(({ imageRootDir }) => imageRootDir));
  for (const name of readdirSync(imagesDirectory())) {
    const image = join(imagesDirectory(), name);
    const isOld = Date.now() - statSync(image).mtimeMs > keepUnusedMs;
    if (isOld && !inUse.has(imageIn(image).rootDir)) rmSync(image, { recursive: true, force: true });
  }
}

async function buildImage(mirror: Mirror, directory: string): Promise<void> {
  mkdirSync(imagesDirectory(), { recursive: true, mode: 0o755 });
  removeAbandonedBuilds();
  const building = join(imagesDirectory(), `building-${process.pid}`);
  mkdirSync(building);
  try {
    await install(mirror, building);
    renameSync(building, directory);
  } catch (error) {
    if (!existsSync(directory)) throw new ImageUnavailable(`the image cannot be built: ${String(error)}`);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}

function removeAbandonedBuilds(): void {
  for (const name of readdirSync(imagesDirectory())) {
    const pid = /^building-(\d+)$/.exec(name)?.[1];
    if (pid === undefined || isProcessAlive(Number(pid))) continue;
    rmSync(join(imagesDirectory(), name), { recursive: true, force: true });
  }
}

async function install({ uri, suite }: Mirror, directory: string): Promise<void> {
  const { rootDir, privateKeyFile } = imageIn(directory);
  const repository = join(directory, 'repository');
  await runOrThrow('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'setpoint-fleet', '-f', privateKeyFile]);
  await buildRepository(repository, repositoryPackages);
  const include = `--include=${hostPackages.join(',')}`;
  await runOrThrow('mmdebstrap', ['--quiet', '--variant=minbase', include, suite, rootDir, uri]);
  renameSync(repository, join(rootDir, repositoryPath));
  const publicKey = readFileSync(`${privateKeyFile}.pub`, 'utf8').trim();
  await runOrThrow('chroot', [rootDir, '/bin/sh', '-c', completeHostScript, 'sh', publicKey], {
    environment: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
  });
}
