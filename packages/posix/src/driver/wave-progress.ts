import type { ExecuteWatch, Outcome } from '@setpoint/model';
import { bodyOf } from '../operations/action.ts';
import { deadlineExitCode, refusedExitCode } from '../operations/library.ts';
import type { Identity } from '../program/bootstrap.ts';
import { endFrameName, type Frame } from '../program/frame.ts';
import { RecordStream } from '../program/record-stream.ts';
import type { WaveStep } from '../program/wave-program.ts';
import type { ExitStatus } from '../transports/transport.ts';
import { guardTimeMs } from './guard-time.ts';
import { explainFailure } from './run-program.ts';
import type { Wave } from './wave.ts';

/** The end of a step's output that is kept: enough for an error message. */
const keptOutputBytes = 8 * 1024;

/** Time a step may take beyond its own deadline, which the node enforces, before the controller gives it up. */
const graceMs = 15_000;

/** Between steps the program prints its next record at once; a minute allows for a node that swaps, and for sudo to make up its mind. */
const quietLimitMs = 60_000;

/** Bodies of skipped steps pass by between two records, at 1 MB/s or faster. */
const bytesPerMs = 1000;

/** A line by which a script says what it is waiting for; it is shown at once. */
const waitingPrefix = 'setpoint-wait: ';

/** A line without an end is kept up to this length while its end is awaited. */
const longestWaitingLine = 1024;

/** How a wave's program ended. */
export type WaveEnd =
  | { readonly kind: 'not-started'; readonly reason: string }
  | {
      readonly kind: 'ended';
      readonly node: string;
      readonly identity: Identity;
      readonly status: ExitStatus;
      readonly stderr: string;
    };

/** Follows the records of a running wave and settles exactly one outcome per step. */
export class WaveProgress {
  onShellPid: ((pid: number) => void) | undefined;
  shellPid: number | undefined;
  readonly #stream: RecordStream;
  readonly #steps: ReadonlyMap<number, WaveStep>;
  readonly #open: Set<number>;
  readonly #watch: ExecuteWatch;
  /** When each running step started; several run while small files are created together. */
  readonly #running = new Map<number, number>();
  /** What came since the last record of a step: it belongs to the step whose record comes next. */
  #output: Buffer = Buffer.alloc(0);
  #line = '';
  readonly #quietLimitMs: number;
  #recordedAtMs = performance.now();
  /** Why the program starts no further step. */
  #stopped: string | undefined;
  readonly #isAsked: boolean;
  readonly #answers: Frame[] = [];
  /** True once the program answers what it was asked for after its steps. */
  isAnswering = false;
  #isAnswered = false;
  #isDisturbed = false;

  constructor(wave: Pick<Wave, 'steps' | 'asked'>, nonce: string, watch: ExecuteWatch) {
    this.#isAsked = wave.asked !== undefined;
    this.#stream = new RecordStream(nonce);
    this.#steps = new Map(wave.steps.map((step) => [step.id, step]));
    this.#open = new Set(this.#steps.keys());
    this.#watch = watch;
    const sizeBytes = wave.steps.reduce((sum, step) => sum + (bodyOf(step.action)?.sizeBytes ?? 0), 0);
    const guardsMs = guardTimeMs(wave.asked?.questions ?? []);
    this.#quietLimitMs = quietLimitMs + Math.ceil(sizeBytes / bytesPerMs) + guardsMs;
  }

  /** Takes output of the program; `finished` once its last record is there. */
  take(bytes: Buffer): 'running' | 'finished' {
    let finished = false;
    for (const chunk of this.#stream.push(bytes)) {
      if (chunk.kind === 'output') this.#takeOutput(chunk.bytes);
      else if (chunk.record.name === endFrameName) {
        finished = true;
        this.#isAnswered = this.isAnswering && chunk.record.code === this.#answers.length;
      } else this.#takeRecord(chunk.record);
    }
    const isThrough = !this.#isAsked && this.#open.size === 0 && this.#running.size === 0;
    return finished || isThrough ? 'finished' : 'running';
  }

  /** What the program answered after its steps; undefined when it did not come to it, or not to its end. */
  answers(): readonly Frame[] | undefined {
    return this.#isAnswered && !this.#isDisturbed ? this.#answers : undefined;
  }

  /** Says which deadline passed, that of what is running or that of the next record; undefined while all is in time. */
  lateStep(nowMs: number): string | undefined {
    const ids = [...this.#running.keys()];
    const seconds = ids.reduce((sum, id) => sum + (this.#steps.get(id)?.timeoutSeconds ?? 0), 0);
    const limitMs = ids.length === 0 ? this.#quietLimitMs : seconds * 1000 + graceMs;
    const sinceMs = ids.length === 0 ? this.#recordedAtMs : Math.min(...this.#running.values());
    return nowMs - sinceMs > limitMs ? `no record within ${limitMs / 1000} s` : undefined;
  }

  /** Settles every step that has no outcome yet. */
  close(end: WaveEnd): void {
    const running = new Set(this.#running.keys());
    this.#running.clear();
    for (const id of this.#open)
      this.#settle(id, outcomeAtEnd(end, { wasRunning: running.has(id), stopped: this.#stopped }));
  }

  #takeOutput(bytes: Buffer): void {
    // Only the first words of the questions' program stand beside the frames; what a step left in the background may write into one.
    if (this.#answers.length > 0) this.#isDisturbed = true;
    const [running] = this.#running.keys();
    if (running === undefined) return;
    this.#output = Buffer.concat([this.#output, bytes]).subarray(-keptOutputBytes);
    const lines = (this.#line + bytes.toString('utf8')).split('\n');
    this.#line = (lines.pop() ?? '').slice(0, longestWaitingLine);
    for (const line of lines) {
      if (line.startsWith(waitingPrefix)) this.#watch.onWaiting?.(running, line.slice(waitingPrefix.length));
    }
  }

  #takeRecord(record: Frame): void {
    this.#recordedAtMs = performance.now();
    if (this.isAnswering) {
      this.#answers.push(record);
      return;
    }
    const [event = '', idText = ''] = record.name.split('.');
    const id = Number(idText);
    if (event === 'answering') this.isAnswering = true;
    else if (event === 'hello') {
      this.shellPid = Number(record.bytes.toString('latin1'));
      this.onShellPid?.(this.shellPid);
    } else if (event === 'start') {
      this.#running.set(id, performance.now());
      this.#forgetOutput();
      this.#watch.onStart?.(id);
    } else if (event === 'done') this.#settleDone(id, record.code);
    else if (event === 'skipped')
      this.#settle(id, { status: 'not-started', reason: 'an operation before it was not done' });
    else if (event === 'stopped') this.#stopped = 'the run was interrupted';
    else if (event === 'expired') this.#stopped = 'the time to confirm had passed';
  }

  #settleDone(id: number, code: number): void {
    const nowMs = performance.now();
    const durationMs = Math.round(nowMs - (this.#running.get(id) ?? nowMs));
    this.#running.delete(id);
    const output = cleanOutput(this.#output);
    this.#forgetOutput();
    this.#settle(id, outcomeOf(this.#steps.get(id), { code, durationMs, output }));
  }

  #forgetOutput(): void {
    this.#output = Buffer.alloc(0);
    this.#line = '';
  }

  #settle(id: number, outcome: Outcome): void {
    if (this.#open.delete(id)) this.#watch.onOutcome?.(id, outcome);
  }
}

function cleanOutput(bytes: Buffer): string {
  const lines = bytes.toString('utf8').split('\n');
  return lines
    .filter((line) => !line.startsWith(waitingPrefix))
    .join('\n')
    .trim();
}

type StepResult = { readonly code: number; readonly durationMs: number; readonly output: string };

function outcomeOf(step: WaveStep | undefined, { code, durationMs, output }: StepResult): Outcome {
  if (code === 0) return { status: 'done', durationMs, ...(output === '' ? {} : { output }) };
  if (code === refusedExitCode && mayRefuse(step)) return { status: 'refused', reason: output };
  const late = step?.action.kind === 'run' && passedDeadline(code, durationMs, step.timeoutSeconds);
  const reason = late
    ? `the deadline of ${step.timeoutSeconds} s passed and it was ended`
    : (lastLine(output) || `exit code ${code}`) + notPermitted(step, output);
  return { status: 'failed', durationMs, reason, exitCode: code, ...(output === '' ? {} : { output }) };
}

/** What the errors EPERM and EACCES say: to root the first one comes from attributes of the file, to others both also from missing rights. */
function notPermitted(step: WaveStep | undefined, output: string): string {
  if (!mayRefuse(step)) return '';
  const hint = '; set `sudo: true` where this is not root';
  if (output.includes('Operation not permitted')) return `${hint}, and look with lsattr whether it is immutable`;
  return output.includes('Permission denied') ? hint : '';
}

/** Any other script, such as a command of the user, may end with this code and mean something else. */
function mayRefuse(step: WaveStep | undefined): boolean {
  return step?.action.kind === 'write-file' || (step?.action.kind === 'run' && step.action.compares === true);
}

/** busybox `timeout` gives the exit code of SIGTERM instead of 124; one that had to send SIGKILL to the group went with it. */
function passedDeadline(code: number, durationMs: number, timeoutSeconds: number): boolean {
  const isSignal = code === 128 + 15 || code === 128 + 9;
  return code === deadlineExitCode || (isSignal && durationMs >= timeoutSeconds * 1000);
}

function lastLine(output: string): string {
  return output.slice(output.lastIndexOf('\n') + 1);
}

function outcomeAtEnd(
  end: WaveEnd,
  step: { readonly wasRunning: boolean; readonly stopped: string | undefined },
): Outcome {
  if (end.kind === 'not-started') return { status: 'not-started', reason: end.reason };
  if (step.stopped !== undefined) return { status: 'not-started', reason: step.stopped };
  const diagnostic = explainFailure(end.node, end.identity, {
    kind: 'ended',
    stdout: Buffer.alloc(0),
    stderr: end.stderr,
    status: end.status,
  });
  if (step.wasRunning || end.status.kind === 'lost') return { status: 'unknown', reason: diagnostic.detail };
  return { status: 'not-started', reason: diagnostic.detail };
}
