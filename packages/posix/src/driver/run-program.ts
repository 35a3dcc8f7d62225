import { type Diagnostic, errorDiagnostic } from '@setpoint/model';
import { cutProgramExitCode, type Identity, type SendableProgram } from '../program/bootstrap.ts';
import type { ExitStatus, RemoteProcess, Session } from '../transports/transport.ts';

/** The most a program may print before it is given up; 30,000 stat records take about 5 MB. */
const maxOutputBytes = 256 * 1024 * 1024;

/** What a program printed and how it ended. */
export type ProgramResult =
  | {
      readonly kind: 'ended';
      readonly stdout: Buffer;
      readonly stderr: string;
      readonly status: ExitStatus;
      readonly isGivenUp: boolean;
    }
  | { readonly kind: 'failed'; readonly diagnostic: Diagnostic };

/** Sends a program, closes its input and collects what it prints, within a deadline. */
export async function runProgram(
  session: Session,
  program: SendableProgram,
  options: { readonly deadlineMs: number; readonly signal?: AbortSignal },
): Promise<ProgramResult> {
  const started = await session.start(program.command);
  if (started.kind === 'failed') return started;
  const { process } = started;
  const stopWatching = watchDeadline(process, options);
  const stdout = collect(process, 'stdout', maxOutputBytes);
  const stderr = collect(process, 'stderr', maxStderrBytes);
  process.stdin.on('error', () => {
    // A process that ends before it read all of its input is judged by its exit status.
  });
  process.stdin.cork();
  for (const piece of program.pieces) process.stdin.write(piece);
  process.stdin.end();
  const [out, err, status] = await Promise.all([stdout, stderr, process.exited]);
  const isGivenUp = stopWatching();
  return { kind: 'ended', stdout: out, stderr: err.toString('utf8'), status, isGivenUp };
}

/** Standard error is for people: its beginning tells what went wrong. */
export const maxStderrBytes = 64 * 1024;

/** Abandons the process when the deadline passes or the signal aborts; call the result when it has ended, to learn whether it was. */
export function watchDeadline(
  process: RemoteProcess,
  options: { readonly deadlineMs: number; readonly signal?: AbortSignal },
): () => boolean {
  let isGivenUp = false;
  const giveUp = (reason: string): void => {
    isGivenUp = true;
    process.abandon(reason);
  };
  const timer = setTimeout(() => giveUp(`no answer within ${options.deadlineMs / 1000} s`), options.deadlineMs);
  const onAbort = (): void => giveUp('interrupted');
  options.signal?.addEventListener('abort', onAbort, { once: true });
  if (options.signal?.aborted === true) onAbort();
  return () => {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', onAbort);
    return isGivenUp;
  };
}

async function collect(process: RemoteProcess, stream: 'stdout' | 'stderr', limitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  try {
    for await (const chunk of process[stream] as AsyncIterable<Buffer>) {
      sizeBytes += chunk.length;
      if (sizeBytes <= limitBytes) chunks.push(chunk);
      else if (stream === 'stdout') process.abandon(`more than ${limitBytes} bytes of output`);
    }
  } catch {
    // A broken stream ends the output; the exit status says that the connection was lost.
  }
  const [first, second] = chunks;
  return first !== undefined && second === undefined ? first : Buffer.concat(chunks);
}

/**
 * Why a program gave no whole output, told from its exit status and from what the shell said: on standard error, or, as nologin does,
 * on standard output. Leave out an output that the program itself had begun: it may hold anything.
 */
export function explainFailure(
  node: string,
  identity: Identity,
  result: Omit<Extract<ProgramResult, { kind: 'ended' }>, 'isGivenUp'>,
): Diagnostic {
  const { status } = result;
  const stderr = beginning(result.stderr);
  const said = stderr === '' ? beginning(result.stdout.toString('utf8')) : stderr;
  if (status.kind === 'lost') {
    return errorDiagnostic('SP551', {
      node,
      detail: `The connection to ${node} ended before the answer was complete: ${status.reason}.`,
    });
  }
  if (identity.kind === 'sudo' && /^sudo: |\bsudo: not found|\bsudo: command not found/m.test(stderr)) {
    if (/must have a tty/.test(stderr)) return needsTerminal(node, identity.account);
    return errorDiagnostic('SP552', {
      node,
      detail: `sudo on ${node} refused to act as ${identity.account} without a password: ${stderr}.`,
      hint: `give the login account a rule such as: deploy ALL=(${identity.account}) NOPASSWD: ALL`,
    });
  }
  if (status.kind === 'exited' && status.code === cutProgramExitCode) {
    return errorDiagnostic('SP553', {
      node,
      detail: `The program did not arrive whole on ${node}, so none of it was executed.`,
    });
  }
  const how = status.kind === 'exited' ? `ended with exit code ${status.code}` : `was ended by ${status.signal}`;
  return errorDiagnostic('SP554', {
    node,
    detail: `The shell on ${node} ${how} before it answered${said === '' ? '' : `: ${said.replace(/\.$/, '')}`}.`,
    hint: 'see what the login shell of the account is (nologin and /bin/false run nothing) and what its profile does',
  });
}

/** The option requiretty of sudoers(5), which old systems set by default. */
function needsTerminal(node: string, account: string): Diagnostic {
  return errorDiagnostic('SP552', {
    node,
    detail: `sudo on ${node} acts as ${account} only for somebody at a terminal (requiretty in sudoers), and Setpoint has none.`,
    hint: 'take requiretty away for the login account, in sudoers: Defaults:deploy !requiretty',
  });
}

function beginning(text: string): string {
  return text.trim().split('\n').slice(0, 5).join('\n');
}
