import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { keyTypeOf } from './fingerprint.ts';

export type PinResult = { readonly kind: 'pinned' } | { readonly kind: 'failed'; readonly reason: string };

/** The line that pins a key: `names type base64`. */
export function knownHostLineText(name: string, key: Buffer): string {
  return `${name} ${keyTypeOf(key)} ${key.toString('base64')}`;
}

/**
 * Adds a line to a known_hosts file, which is made with mode 0600. The line goes out in one append, so concurrent nodes and
 * processes lose none; it is on disk when this returns.
 */
export async function pinHostKey(file: string, line: string): Promise<PinResult> {
  try {
    await mkdir(dirname(file), { recursive: true });
    const handle = await open(file, 'a+', 0o600);
    try {
      const { size } = await handle.stat();
      const last = Buffer.alloc(1, '\n');
      if (size > 0) await handle.read(last, 0, 1, size - 1);
      // A line cut by an editor would swallow the new one.
      const start = last.toString('latin1') === '\n' ? '' : '\n';
      await handle.write(`${start}${line}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { kind: 'pinned' };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}
