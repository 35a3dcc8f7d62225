import { cpSync, lstatSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { chown } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runOrThrow } from '../fleet/run-command.ts';
import { serverAccount } from './account.ts';

/** A data directory that is made once per machine and copied for each server. */
export type Template = {
  /** Names it among others: product, version, and what else makes it different. */
  readonly name: string;
  /** Fills the directory, which is there and belongs to the account that servers run as. */
  readonly build: (directory: string) => Promise<void>;
};

/** The directory with a finished template, made when it is not there. Two processes may do so at once: one of them wins. */
export async function templateDirectory(template: Template): Promise<string> {
  const shelf = templateShelf();
  const finished = join(shelf, template.name);
  if (lstatSync(finished, { throwIfNoEntry: false })?.isDirectory()) return finished;
  const building = mkdtempSync(join(shelf, 'building-'));
  try {
    await giveToServer(building);
    await template.build(building);
    renameSync(building, finished);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    if (!lstatSync(finished, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
  return finished;
}

/** Copies a template to a path that is not there yet; the copy belongs to the account that servers run as. */
export async function copyTemplate(from: string, to: string): Promise<void> {
  if (process.platform === 'linux') await runOrThrow('cp', ['-a', '--reflink=auto', from, to]);
  else cpSync(from, to, { recursive: true });
}

/** Makes a directory the server's own. */
export async function giveToServer(directory: string): Promise<void> {
  const { uid, gid } = serverAccount();
  if (process.getuid?.() === 0) await chown(directory, uid, gid);
}

/** Temporary folders are everybody's: one that somebody else has put there is not used. */
function templateShelf(): string {
  const own = process.getuid?.() ?? 0;
  const shelf = join(tmpdir(), `setpoint-databases-${own}`);
  mkdirSync(shelf, { recursive: true, mode: 0o711 });
  const found = lstatSync(shelf);
  if (!found.isDirectory() || (process.getuid !== undefined && found.uid !== own)) {
    throw new Error(`${shelf} belongs to somebody else`);
  }
  return shelf;
}
