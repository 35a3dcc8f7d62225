import type { BodyStore, Outcome, SafeguardOrder } from '@setpoint/model';
import { readBody } from '../driver/wave.ts';
import { WaveProgress } from '../driver/wave-progress.ts';
import { bodyOf, type ShAction } from '../operations/action.ts';
import { type Identity, sendable } from '../program/bootstrap.ts';
import { wavePartsOf } from '../program/wave-parts.ts';
import { type WaveStep, waveProgram } from '../program/wave-program.ts';

/** The program that undoes, as it would be sent, and the bodies that it reads from its standard input. */
export type UndoProgram = { readonly text: Buffer; readonly bodies: Buffer };

/**
 * Steps that undo: each is done whatever became of those before it, and a file is written whatever stands there, because what the run
 * left of it when it was cut off is not known.
 */
export function undoSteps({ steps }: SafeguardOrder): readonly WaveStep[] {
  return steps.map(({ operation }, id) => {
    // The engine passes a module's operations on as data; modules of this channel make only these actions.
    const action = operation.action as unknown as ShAction;
    return {
      id,
      action: action.kind === 'write-file' ? { ...action, expect: { kind: 'any' } } : action,
      timeoutSeconds: Math.ceil(operation.timeoutMs / 1000),
      needs: [],
    };
  });
}

/** Writes the program that does these steps. */
export async function undoProgram(steps: readonly WaveStep[], nonce: string, bodies: BodyStore): Promise<UndoProgram> {
  const parts = await wavePartsOf(steps, bodies);
  const { pieces } = sendable(waveProgram(parts), nonce, { identity: { kind: 'login' }, keepsInput: true });
  const chunks: Uint8Array[] = [];
  for (const { action } of steps) {
    const body = bodyOf(action);
    if (body === undefined) continue;
    for await (const bytes of readBody(bodies, body)) chunks.push(bytes);
  }
  return { text: Buffer.concat(pieces), bodies: Buffer.concat(chunks) };
}

/** What of the steps failed, as sentences; what had nothing to undo did not. */
export function readFailures(
  log: Buffer,
  {
    order,
    steps,
    nonce,
  }: { readonly order: SafeguardOrder; readonly steps: readonly WaveStep[]; readonly nonce: string },
  place: { readonly node: string; readonly identity: Identity },
): readonly string[] {
  const failures: string[] = [];
  const onOutcome = (id: number, outcome: Outcome): void => {
    const title = order.steps[id]?.operation.title ?? '';
    if (outcome.status === 'failed' || outcome.status === 'unknown' || outcome.status === 'not-started')
      failures.push(`To ${title} failed there: ${outcome.reason.replace(/\.$/, '')}.`);
  };
  const progress = new WaveProgress({ steps }, nonce, { onOutcome });
  progress.take(log);
  progress.close({ kind: 'ended', ...place, status: { kind: 'exited', code: 1 }, stderr: '' });
  return failures;
}
