import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { saslPrep } from './sasl-prep.ts';

/** What a SCRAM verifier was made with; the salt in Base64. */
export type ScramParameters = { readonly iterations: number; readonly salt: string };

/** A verifier as PostgreSQL stores it: it proves a password and does not hold it. */
export function scramVerifier(password: string, { iterations, salt }: ScramParameters): string {
  const salted = pbkdf2Sync(saslPrep(password), Buffer.from(salt, 'base64'), iterations, 32, 'sha256');
  const storedKey = createHash('sha256').update(keyFrom(salted, 'Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt}$${storedKey}:${keyFrom(salted, 'Server Key').toString('base64')}`;
}

/** The parameters of a verifier; undefined for a text that is none. */
export function scramParameters(verifier: string): ScramParameters | undefined {
  const match = /^SCRAM-SHA-256\$(\d{1,7}):([A-Za-z0-9+/]+={0,2})\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$/.exec(
    verifier,
  );
  const [, iterations, salt] = match ?? [];
  return iterations === undefined || salt === undefined ? undefined : { iterations: Number(iterations), salt };
}

function keyFrom(salted: Buffer, label: string): Buffer {
  return createHmac('sha256', salted).update(label).digest();
}
