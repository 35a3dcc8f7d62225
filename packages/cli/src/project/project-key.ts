import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The key under which secrets of this project are digested, read or made when it is first needed: `.setpoint/key`, mode 0600. Without
 * a writable project directory the key lives for this process only, and digests cannot be compared with those of other runs.
 */
export function projectKey(projectDir: string): () => Buffer {
  let key: Buffer | undefined;
  return () => {
    key ??= readOrMakeKey(join(projectDir, '.setpoint'));
    return key;
  };
}

function readOrMakeKey(dir: string): Buffer {
  const path = join(dir, 'key');
  const fresh = randomBytes(32);
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    writeFileSync(path, fresh, { flag: 'wx', mode: 0o600 });
    return fresh;
  } catch {
    return readExisting(path) ?? fresh;
  }
}

function readExisting(path: string): Buffer | undefined {
  try {
    const key = readFileSync(path);
    return key.length === 32 ? key : undefined;
  } catch {
    return undefined;
  }
}
