import { randomBytes } from 'node:crypto';
import type { BodyStore, SafeguardOrder, SafeguardResult } from '@setpoint/model';
import { identityFor } from '../driver/identity.ts';
import { explainFailure, runProgram } from '../driver/run-program.ts';
import { storeBody } from '../driver/store-body.ts';
import { type Identity, sendable } from '../program/bootstrap.ts';
import { parseFrames } from '../program/frame.ts';
import { armProgram } from './arm-program.ts';
import type { NodeLink } from './link.ts';
import { safeguardPlace } from './place.ts';
import { ShSafeguard } from './sh-safeguard.ts';
import { undoProgram, undoSteps } from './undo-program.ts';

/** What setting up a safeguard needs to know of the node. */
export type SafeguardContext = {
  readonly link: NodeLink;
  readonly node: string;
  readonly sudo: string | boolean | undefined;
  readonly bodies: BodyStore;
};

/** The program and the contents move at 1 MB/s or faster. */
const armDeadlineMs = 30_000;
const bytesPerMs = 1000;

/** Puts a safeguard on the node; its time begins before the node can answer, so the node's end of it comes no earlier than ours. */
export async function armSafeguard(context: SafeguardContext, order: SafeguardOrder): Promise<SafeguardResult> {
  const identity = oneIdentity(context, order);
  if (identity === undefined) {
    return { kind: 'refused', why: 'the resources that are confirmed together are changed as different accounts' };
  }
  for (const { sha256, bytes } of order.contents) context.bodies.put(sha256, { kind: 'bytes', bytes });
  const steps = undoSteps(order);
  for (const { action } of steps) storeBody(action, context.bodies);
  const nonce = randomBytes(16).toString('hex');
  const undo = await undoProgram(steps, nonce, context.bodies);
  const place = safeguardPlace(randomBytes(6).toString('hex'));
  const text = armProgram({
    place,
    run: order.run,
    withinSeconds: Math.ceil(order.withinMs / 1000),
    programBytes: undo.text.length,
    bodiesBytes: undo.bodies.length,
    replaces: order.replaces instanceof ShSafeguard ? order.replaces.place : undefined,
  });
  const askNonce = randomBytes(16).toString('hex');
  const program = sendable(text, askNonce, { identity, keepsInput: true });
  const endsAtMs = performance.now() + order.withinMs;
  const sizeBytes = undo.text.length + undo.bodies.length;
  const result = await runProgram(
    context.link.session,
    { ...program, pieces: [...program.pieces, undo.text, undo.bodies] },
    { deadlineMs: armDeadlineMs + sizeBytes / bytesPerMs },
  );
  if (result.kind === 'failed') return refused(result.diagnostic.detail);
  const parsed = parseFrames(result.stdout, askNonce);
  if (parsed.kind === 'cut') return refused(explainFailure(context.node, identity, result).detail);
  const said = parsed.frames.find(({ name }) => name === 'arm')?.bytes.toString('utf8') ?? '';
  if (said !== 'armed') return refused(said);
  return { kind: 'armed', safeguard: new ShSafeguard({ context, identity, place, order, steps, nonce, endsAtMs }) };
}

/** The account of all steps; undefined when they have several. */
function oneIdentity({ sudo }: SafeguardContext, { steps }: SafeguardOrder): Identity | undefined {
  const identities = new Map(
    steps.map(({ runAs }) => {
      const identity = identityFor(sudo, runAs);
      return [JSON.stringify(identity), identity] as const;
    }),
  );
  const [identity, other] = identities.values();
  return other === undefined ? (identity ?? identityFor(sudo, undefined)) : undefined;
}

function refused(detail: string): SafeguardResult {
  return { kind: 'refused', why: detail.replace(/\.$/, '') };
}
