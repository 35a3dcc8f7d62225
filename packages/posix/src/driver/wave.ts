import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { AskedAfterwards, BodyStore, ExecuteWatch } from '@setpoint/model';
import type { ShellText } from '@setpoint/sdk';
import { bodyOf } from '../operations/action.ts';
import { readAnswers } from '../program/ask-program.ts';
import { commandFor, type Identity, sendable } from '../program/bootstrap.ts';
import { type WavePart, wavePartsOf } from '../program/wave-parts.ts';
import { type WaveStep, waveProgram } from '../program/wave-program.ts';
import type { RemoteProcess } from '../transports/transport.ts';
import type { AskPlan } from './ask-plan.ts';
import { bringFetched } from './bring-fetched.ts';
import { endLeftovers } from './end-leftovers.ts';
import type { ExecuteContext } from './execute.ts';
import { maxStderrBytes } from './run-program.ts';
import { WaveProgress } from './wave-progress.ts';

/** Steps that one program executes as one account. */
export type Wave = {
  readonly steps: readonly WaveStep[];
  readonly identity: Identity;
  /** The safeguard that the steps are under, as `underSafeguardText`. */
  readonly safeguard?: ShellText;
  /** Questions that the program answers when every step was done, so that they need no program of their own. */
  readonly asked?: AskedAfterwards & { readonly plan: AskPlan };
};

/** Runs one wave as one program; every step gets exactly one outcome through `watch.onOutcome`. */
export async function runWave(context: ExecuteContext, planned: Wave, watch: ExecuteWatch): Promise<void> {
  const { steps, close } = await bringFetched(planned.steps, context.bodies, watch.signal);
  try {
    await runBrought(context, { ...planned, steps }, watch);
  } finally {
    close();
  }
}

async function runBrought(context: ExecuteContext, wave: Wave, watch: ExecuteWatch): Promise<void> {
  const nonce = randomBytes(16).toString('hex');
  const parts = await wavePartsOf(wave.steps, context.bodies);
  const text = waveProgram(parts, { safeguard: wave.safeguard, ask: wave.asked?.plan.program });
  const program = sendable(text, nonce, { identity: wave.identity, keepsInput: true });
  const started = await context.session.start(program.command);
  const progress = new WaveProgress(wave, nonce, watch);
  if (started.kind === 'failed') {
    progress.close({ kind: 'not-started', reason: started.diagnostic.detail });
    return;
  }
  const { process } = started;
  const stopListening = stopOnAbort(context, wave.identity, { watch, progress });
  const feeding = feed(process, program.pieces, { parts, bodies: context.bodies });
  const stderr = readStderr(process);
  await followRecords(process, progress);
  const status = await process.exited;
  stopListening();
  await feeding;
  progress.close({ kind: 'ended', node: context.node, identity: wave.identity, status, stderr: await stderr });
  await giveAnswers(context, wave, progress);
}

/** Hands over what the program answered; one that hung over a question is ended, and the question is for another program. */
async function giveAnswers(context: ExecuteContext, wave: Wave, progress: WaveProgress): Promise<void> {
  const { asked, identity } = wave;
  if (asked === undefined) return;
  const frames = progress.answers();
  if (frames !== undefined) asked.onAnswers(readAnswers(asked.plan.sections, frames, asked.questions.length));
  else if (progress.isAnswering && progress.shellPid !== undefined)
    await endLeftovers(context.session, { pid: progress.shellPid, identity });
}

/** Reads records until the process ends, or until a step passes its deadline and is given up. */
async function followRecords(process: RemoteProcess, progress: WaveProgress): Promise<void> {
  const deadline = setInterval(() => {
    const late = progress.lateStep(performance.now());
    if (late !== undefined) process.abandon(late);
  }, 250);
  try {
    for await (const bytes of process.stdout as AsyncIterable<Buffer>) {
      if (progress.take(bytes) === 'finished') {
        // A process left in the background by a step may hold the channel open for ever; the program itself is done.
        process.abandon('finished');
        break;
      }
    }
  } catch {
    // A broken stream ends the records; steps without one become unknown.
  } finally {
    clearInterval(deadline);
  }
}

/** Writes the program and the bodies in step order, respecting backpressure; ends early when the other side is gone. */
async function feed(
  process: RemoteProcess,
  program: readonly Buffer[],
  work: { readonly parts: readonly WavePart[]; readonly bodies: BodyStore },
): Promise<void> {
  const { stdin } = process;
  stdin.on('error', () => {
    // The other side stopped reading; the records tell which steps were done.
  });
  for (const piece of program) await write(process, piece);
  for (const part of work.parts) {
    const body = part.kind === 'step' ? bodyOf(part.step.action) : undefined;
    if (body === undefined || body.sizeBytes === 0) continue;
    for await (const bytes of readBody(work.bodies, body)) {
      if (stdin.destroyed) return;
      await write(process, bytes);
    }
  }
  stdin.end();
}

async function write({ stdin }: RemoteProcess, bytes: Uint8Array): Promise<void> {
  if (stdin.destroyed || stdin.write(bytes)) return;
  const settled = new AbortController();
  const { signal } = settled;
  // Whichever comes second would leave its listener behind for every piece of a body.
  await Promise.race([once(stdin, 'drain', { signal }), once(stdin, 'close', { signal })]).catch(() => undefined);
  settled.abort();
}

/** The body's bytes, always exactly as many as announced: a source that shrank is padded, and its digest refuses it on the node. */
export async function* readBody(
  bodies: BodyStore,
  body: { readonly sha256: string; readonly sizeBytes: number },
): AsyncGenerator<Uint8Array> {
  let left = body.sizeBytes;
  try {
    for await (const bytes of openBody(bodies, body.sha256)) {
      const part = bytes.subarray(0, left);
      left -= part.length;
      yield part;
      if (left === 0) return;
    }
  } catch {
    // A source that can no longer be read is padded like one that shrank.
  }
  while (left > 0) {
    const part = Buffer.alloc(Math.min(left, 65_536));
    left -= part.length;
    yield part;
  }
}

async function* openBody(bodies: BodyStore, sha256: string): AsyncGenerator<Uint8Array> {
  const source = bodies.get(sha256);
  if (source === undefined) return;
  if (source.kind === 'bytes') yield source.bytes;
  else yield* createReadStream(source.path) as AsyncIterable<Buffer>;
}

async function readStderr(process: RemoteProcess): Promise<string> {
  let text = '';
  try {
    for await (const chunk of process.stderr as AsyncIterable<Buffer>) {
      if (text.length < maxStderrBytes) text += chunk.toString('latin1');
    }
  } catch {
    // What arrived before the stream broke is enough to say what went wrong.
  }
  return text;
}

/** On abort, tells the program through a second command not to start another step; the running one goes on. */
function stopOnAbort(
  context: ExecuteContext,
  identity: Identity,
  run: { readonly watch: ExecuteWatch; readonly progress: WaveProgress },
): () => void {
  const { signal } = run.watch;
  const stop = (): void => {
    const pid = run.progress.shellPid;
    if (pid !== undefined) void sendStop(context, identity, pid);
    else run.progress.onShellPid = (known) => void sendStop(context, identity, known);
  };
  if (signal?.aborted === true) stop();
  signal?.addEventListener('abort', stop, { once: true });
  return () => signal?.removeEventListener('abort', stop);
}

async function sendStop(context: ExecuteContext, identity: Identity, pid: number): Promise<void> {
  const started = await context.session.start(commandFor(`kill -USR1 ${pid}`, identity));
  if (started.kind === 'failed') return;
  started.process.stdin.end();
  started.process.stdout.resume();
  started.process.stderr.resume();
  await started.process.exited;
}
