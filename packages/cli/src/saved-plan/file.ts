import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Diagnostic, errorDiagnostic } from '@setpoint/model';
import { planHead } from './text.ts';

/** The largest file that is read as a plan, and the largest that is written. */
export const maxPlanBytes = 256 * 1024 * 1024;

/** True for a file that is a saved plan by its beginning or its end, whole or not. Never true for what is no regular file. */
export function isPlanFile(path: string): boolean {
  const file = openRegular(path);
  if (typeof file === 'string') return false;
  try {
    const { size } = fstatSync(file);
    const head = readAt(file, 0);
    if (head.startsWith(planHead) || head.includes('"setpoint saved plan"')) return true;
    return readAt(file, Math.max(0, size - sampleBytes)).includes('\n"digest":"sha256:');
  } finally {
    closeSync(file);
  }
}

const sampleBytes = 512;

function readAt(file: number, position: number): string {
  const sample = new Uint8Array(sampleBytes);
  const count = readSync(file, sample, 0, sampleBytes, position);
  return Buffer.from(sample.buffer, 0, count).toString('latin1');
}

/** Opens a regular file; a pipe, which could be waited on for ever, is not one. A text tells why there is none. */
export function openRegular(path: string): number | string {
  try {
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    if (fstatSync(file).isFile()) return file;
    closeSync(file);
    return 'is no regular file';
  } catch (error) {
    return `cannot be read: ${reasonOf(error)}`;
  }
}

/** Why no plan may be written to a path: something else is there. Undefined when there is nothing, or an older plan. */
export function obstacleAt(path: string, name: string): Diagnostic | undefined {
  const stats = look(path);
  if (stats === undefined || (stats.isFile() && isPlanFile(path))) return undefined;
  const what = stats.isFile() ? 'holds something else than a saved plan' : 'is no regular file';
  return errorDiagnostic('SP810', {
    detail: `${name} is there already and ${what}, so it was left as it is.`,
    hint: 'name another file',
  });
}

function look(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

/** Writes a plan so that the path has either all of it or what it had before; only its owner can read it. */
export function writePlanFile(path: string, text: string, name: string): Diagnostic | undefined {
  const obstacle = obstacleAt(path, name);
  if (obstacle !== undefined) return obstacle;
  if (Buffer.byteLength(text) > maxPlanBytes)
    return notWritten(name, `it has more than ${maxPlanBytes / 1024 / 1024} MiB`);
  const fresh = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`);
  try {
    const file = openSync(fresh, 'wx', 0o600);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(fresh, path);
    syncDirectory(dirname(path));
    return undefined;
  } catch (error) {
    rmSync(fresh, { force: true });
    return notWritten(name, reasonOf(error));
  }
}

function syncDirectory(path: string): void {
  const directory = openSync(path, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}

function notWritten(name: string, why: string): Diagnostic {
  return errorDiagnostic('SP808', { detail: `The saved plan ${name} cannot be written: ${why}.` });
}

/** What a failed call says. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
