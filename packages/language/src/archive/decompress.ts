import { BrokenArchive } from './entry.ts';

/** What the first bytes tell of a file, whatever its name ends with. */
export function formatOf(bytes: Uint8Array): 'gzip' | 'zstd' | 'xz' | 'bzip2' | 'zip' | 'tar' {
  const start = Buffer.from(bytes.subarray(0, 6)).toString('hex');
  const known = signatures.find(([signature]) => start.startsWith(signature));
  return known?.[1] ?? 'tar';
}

const signatures = [
  ['1f8b', 'gzip'],
  ['28b52ffd', 'zstd'],
  ['fd377a585a00', 'xz'],
  ['425a68', 'bzip2'],
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
] as const;

/**
 * Undoes a compression; `maxBytes` bounds the result, whatever the archive claims. Node has gzip and zstd; for xz and bzip2 the
 * program of that name on the controller is run. Throws `BrokenArchive`.
 */
export function decompress(bytes: Uint8Array, format: 'gzip' | 'zstd' | 'xz' | 'bzip2', maxBytes: number): Uint8Array {
  if (format === 'xz' || format === 'bzip2') return throughProgram(bytes, format, maxBytes);
  // Most projects have no archive, and loading these modules takes time at every start.
  const { gunzipSync, zstdDecompressSync } = process.getBuiltinModule('node:zlib');
  try {
    const options = { maxOutputLength: maxBytes };
    return format === 'gzip' ? gunzipSync(bytes, options) : zstdDecompressSync(bytes, options);
  } catch (error) {
    throw isTooLarge(error) ? tooLarge(maxBytes) : new BrokenArchive(`It is damaged: ${format} cannot be undone.`);
  }
}

function throughProgram(bytes: Uint8Array, program: 'xz' | 'bzip2', maxBytes: number): Uint8Array {
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const run = spawnSync(program, ['-d', '-c'], { input: bytes, maxBuffer: maxBytes, timeout: 600_000 });
  const code = run.error !== undefined && 'code' in run.error ? run.error.code : undefined;
  if (code === 'ENOENT') {
    throw new BrokenArchive(
      `It is packed with ${program}, and this machine has no program \`${program}\` to undo that.`,
      `install ${program} here, or pack it with gzip or zstd`,
    );
  }
  if (code === 'ENOBUFS') throw tooLarge(maxBytes);
  if (run.status !== 0) throw new BrokenArchive(`It is damaged: ${program} cannot be undone.`);
  return run.stdout;
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

function tooLarge(maxBytes: number): BrokenArchive {
  return new BrokenArchive(
    `It unpacks to more than ${maxBytes / 1024 / 1024} MiB.`,
    'bring the archive to the node by `file` and unpack it by `command` with `creates`',
  );
}
