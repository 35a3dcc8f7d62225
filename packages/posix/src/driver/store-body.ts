import type { BodyStore } from '@setpoint/model';
import { bodyOf, type ShAction } from '../operations/action.ts';

/** Puts content that an operation brings along where every other content is taken from. */
export function storeBody(action: ShAction, bodies: BodyStore): void {
  const body = bodyOf(action);
  if (body === undefined || action.bytes === undefined) return;
  bodies.put(body.sha256, { kind: 'bytes', bytes: Buffer.from(action.bytes, 'base64') });
}
