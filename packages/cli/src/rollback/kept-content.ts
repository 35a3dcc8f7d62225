import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Body, type BodyStore, maxTextBytes } from '@setpoint/model';
import { decodeText } from '@setpoint/sdk';
import { runsDirectory } from '../journal/read-journal.ts';

/** Finds contents that a run kept before it replaced them, and lends them to the body store. */
export function keptContents(projectDir: string, run: string, bodies: BodyStore): (sha256: string) => Body | undefined {
  const known = new Map<string, Body | undefined>();
  return (sha256) => {
    // A journal is a file that others may have written: no path may come from it.
    if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
    if (!known.has(sha256))
      known.set(sha256, lend(join(runsDirectory(projectDir), run, 'content', sha256), { sha256, bodies }));
    return known.get(sha256);
  };
}

function lend(
  path: string,
  { sha256, bodies }: { readonly sha256: string; readonly bodies: BodyStore },
): Body | undefined {
  try {
    const sizeBytes = statSync(path).size;
    const text = sizeBytes <= maxTextBytes ? decodeText(readFileSync(path)) : undefined;
    bodies.put(sha256, { kind: 'file', path });
    return { sha256, sizeBytes, ...(text === undefined ? {} : { text }) };
  } catch {
    return undefined;
  }
}
