import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, errorDiagnostic } from '@setpoint/model';
import type { CommandIo } from '../command.ts';

const keyBytes = 32;

/**
 * The key under which secrets of this project are digested: SETPOINT_KEY of the environment, which several checkouts can share; else
 * `.setpoint/key`, mode 0600, read or made when it is first needed. Without a writable project directory the key lives for this process
 * only, and digests cannot be compared with those of other runs.
 */
export function projectKey(projectDir: string, env: CommandIo['env'] = {}): () => Buffer {
  let key: Buffer | undefined;
  return () => {
    key ??= readShared(env) ?? readOrMakeKey(join(projectDir, '.setpoint'));
    return key;
  };
}

/** What is wrong with SETPOINT_KEY; undefined when it is a key or not set. */
export function sharedKeyProblem(env: CommandIo['env']): Diagnostic | undefined {
  if (!isShared(env) || readShared(env) !== undefined) return undefined;
  return errorDiagnostic('SP817', {
    detail: `The environment variable SETPOINT_KEY is no key: it must be ${keyBytes} bytes, as Base64 (44 characters) or in hexadecimal (64 characters).`,
    hint: 'make one, and keep it where your jobs keep secrets: openssl rand -base64 32',
  });
}

function isShared(env: CommandIo['env']): boolean {
  return (env['SETPOINT_KEY'] ?? '') !== '';
}

function readShared(env: CommandIo['env']): Buffer | undefined {
  const text = env['SETPOINT_KEY']?.trim() ?? '';
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  const key = Buffer.from(text, 'base64');
  return key.length === keyBytes && /^[A-Za-z0-9+/_-]{43}=?$/.test(text) ? key : undefined;
}

function readOrMakeKey(dir: string): Buffer {
  const path = join(dir, 'key');
  const fresh = randomBytes(keyBytes);
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
    return key.length === keyBytes ? key : undefined;
  } catch {
    return undefined;
  }
}
