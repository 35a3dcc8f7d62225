import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import type { BodyStore } from '@setpoint/model';
import type { WriteFileAction } from '../operations/action.ts';
import type { WaveStep } from './wave-program.ts';

/** A step that creates a small file, with the file's content. */
export type NewFile = { readonly step: WaveStep; readonly action: WriteFileAction; readonly text: string };

/** What a program does at once: one step, or the creation of adjacent small files. */
export type WavePart =
  | { readonly kind: 'step'; readonly step: WaveStep }
  /** At least two files; their contents stand in the program and do not follow it as bodies. */
  | { readonly kind: 'new-files'; readonly files: readonly NewFile[] };

/** A shell holds the program in memory several times over; what is larger travels as a body. */
const largestTextBytes = 64 * 1024;
const largestPartBytes = 512 * 1024;
/** All names of a part stand in one argument list, which Linux lets grow to 2 MB. */
const mostFiles = 200;

/** Cuts a wave into parts, in the order of its steps. */
export async function wavePartsOf(steps: readonly WaveStep[], bodies: BodyStore): Promise<readonly WavePart[]> {
  const parts: WavePart[] = [];
  let files: NewFile[] = [];
  let sizeBytes = 0;
  const close = (): void => {
    const [first] = files;
    if (first !== undefined)
      parts.push(files.length > 1 ? { kind: 'new-files', files } : { kind: 'step', step: first.step });
    files = [];
    sizeBytes = 0;
  };
  for (const step of steps) {
    const file = await readNewFile(step, bodies);
    if (file === undefined) {
      close();
      parts.push({ kind: 'step', step });
    } else {
      if (files.length === mostFiles || sizeBytes + file.action.sizeBytes > largestPartBytes) close();
      files.push(file);
      sizeBytes += file.action.sizeBytes;
    }
  }
  close();
  return parts;
}

/** Undefined for every other step, and for content that a shell cannot hold. */
async function readNewFile(step: WaveStep, bodies: BodyStore): Promise<NewFile | undefined> {
  const { action } = step;
  if (action.kind !== 'write-file' || action.expect.kind !== 'absent' || action.sizeBytes > largestTextBytes)
    return undefined;
  if (action.follow || action.inPlace || action.check !== null || action.backup !== null) return undefined;
  if (action.trial !== undefined) return undefined;
  const bytes = await readBytes(bodies, action.sha256);
  if (bytes?.length !== action.sizeBytes || !isUtf8(bytes) || bytes.includes(0)) return undefined;
  return { step, action, text: bytes.toString('utf8') };
}

async function readBytes(bodies: BodyStore, sha256: string): Promise<Buffer | undefined> {
  const source = bodies.get(sha256);
  if (source?.kind === 'bytes') return Buffer.from(source.bytes);
  // A source that can no longer be read is told by the step that writes it.
  return source === undefined ? undefined : readFile(source.path).catch(() => undefined);
}
