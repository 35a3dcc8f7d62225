import { readFileSync } from 'node:fs';
import { type BodyStore, invariant } from '@setpoint/model';

/** The text of a body. */
export function readBody(bodies: BodyStore, sha256: string): string {
  const source = bodies.get(sha256);
  invariant(source !== undefined, 'A body that was declared is not in the store');
  return Buffer.from(source.kind === 'bytes' ? source.bytes : readFileSync(source.path)).toString('utf8');
}
