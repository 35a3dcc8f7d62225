import { createHash } from 'node:crypto';
import type { BodyStore, Channel, Outcome, Step } from '@setpoint/model';
import type { WriteFileAction } from '../../src/operations/action.ts';

/** SHA-256 of a content, lower-case hex. */
export function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A step that writes a file; its content goes into the body store. */
export function writeStep(
  bodies: BodyStore,
  content: string | Uint8Array,
  action: Partial<WriteFileAction> & { readonly path: string },
): Step {
  const bytes = Buffer.from(content);
  const sha256 = digest(bytes);
  bodies.put(sha256, { kind: 'bytes', bytes });
  const whole: WriteFileAction = {
    kind: 'write-file',
    sha256,
    sizeBytes: bytes.length,
    mode: null,
    createMode: '0644',
    owner: null,
    group: null,
    expect: { kind: 'any' },
    follow: false,
    backup: null,
    check: null,
    inPlace: false,
    ...action,
  };
  const operation = { title: `write ${action.path}`, action: whole, timeoutMs: 20_000, hazards: [], repeatable: true };
  return { operation, needs: [] };
}

/** Writes one file on a node. */
export async function writeFile(
  node: { readonly channel: Channel; readonly bodies: BodyStore },
  content: string | Uint8Array,
  action: Partial<WriteFileAction> & { readonly path: string },
): Promise<Outcome> {
  const [outcome] = await node.channel.execute([writeStep(node.bodies, content, action)], {});
  return outcome ?? { status: 'unknown', reason: 'no outcome' };
}

/** A step that runs a script, after the steps it needs. */
export function runStep(
  script: string,
  options: { readonly timeoutMs?: number; readonly needs?: readonly number[] } = {},
): Step {
  const action = { kind: 'run', script, stdin: null };
  const operation = {
    title: script,
    action,
    timeoutMs: options.timeoutMs ?? 20_000,
    hazards: [],
    repeatable: false,
  };
  return { operation, needs: options.needs ?? [] };
}
