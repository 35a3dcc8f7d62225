import { randomBytes } from 'node:crypto';
import { type Answer, type AskResult, type Diagnostic, errorDiagnostic, type Question } from '@setpoint/model';
import { type Hello, openSection, readAnswers, readHello } from '../program/ask-program.ts';
import { sendable } from '../program/bootstrap.ts';
import { parseFrames } from '../program/frame.ts';
import type { Session } from '../transports/transport.ts';
import { planAsk } from './ask-plan.ts';
import { endLeftovers } from './end-leftovers.ts';
import { guardTimeMs } from './guard-time.ts';
import { identityFor } from './identity.ts';
import { explainFailure, runProgram } from './run-program.ts';

/** Reading a node takes well under a second; a minute allows for one that swaps. Guards bring their own time. */
const askDeadlineMs = 60_000;

/** What asking needs to know of the node. */
export type AskContext = {
  readonly session: Session;
  readonly node: string;
  readonly sudo: string | boolean | undefined;
  /** How long the node may take; a minute unless given. */
  readonly deadlineMs?: number;
  /** Learns what each program said first; who held the node last comes from the node's own account alone. */
  readonly onHello?: (hello: Hello) => void;
};

/** Asks all questions, one program per account, all accounts at once. */
export async function ask(
  context: AskContext,
  questions: readonly Question[],
  signal?: AbortSignal,
): Promise<AskResult> {
  const byAccount = Map.groupBy(questions.keys(), (position) => accountKey(context, questions[position]));
  const parts = await Promise.all(
    [...byAccount.values()].map(async (positions) => ({
      positions,
      result: await askAs(
        context,
        positions.flatMap((position) => questions[position] ?? []),
        signal,
      ),
    })),
  );
  const answers: Answer[] = [];
  answers.length = questions.length;
  for (const { positions, result } of parts) {
    if (result.kind === 'failed') return result;
    for (const [index, position] of positions.entries()) {
      const answer = result.answers[index];
      if (answer !== undefined) answers[position] = answer;
    }
  }
  return { kind: 'answered', answers };
}

function accountKey(context: AskContext, question: Question | undefined): string {
  const identity = identityFor(context.sudo, question?.runAs);
  return identity.kind === 'login' ? '' : identity.account;
}

async function askAs(context: AskContext, questions: readonly Question[], signal?: AbortSignal): Promise<AskResult> {
  const identity = identityFor(context.sudo, questions[0]?.runAs);
  const nonce = randomBytes(16).toString('hex');
  const plan = planAsk(questions.map((question) => question.query));
  const program = sendable(plan.program, nonce, { identity, keepsInput: false });
  const deadlineMs = (context.deadlineMs ?? askDeadlineMs) + guardTimeMs(questions);
  const result = await runProgram(context.session, program, {
    deadlineMs,
    ...(signal === undefined ? {} : { signal }),
  });
  if (result.kind === 'failed') return result;
  const parsed = parseFrames(result.stdout, nonce);
  const pid = learnFrom(readHello(result.stdout, nonce), { context, question: questions[0] });
  if (parsed.kind === 'cut' && result.isGivenUp && pid !== undefined) {
    await endLeftovers(context.session, { pid, identity });
    const kind = openSection(plan.sections, result.stdout, nonce);
    if (signal?.aborted !== true && kind !== undefined)
      return { kind: 'failed', diagnostic: hangs(context.node, kind, deadlineMs) };
  }
  if (parsed.kind === 'cut')
    return withoutAnswers(
      questions,
      explainFailure(context.node, identity, pid === undefined ? result : { ...result, stdout: Buffer.alloc(0) }),
    );
  return { kind: 'answered', answers: readAnswers(plan.sections, parsed.frames, questions.length) };
}

/** The process of the program; whoever wants to know learns what it said. Each account has a lock file of its own. */
function learnFrom(
  hello: Hello | undefined,
  { context, question }: { readonly context: AskContext; readonly question: Question | undefined },
): number | undefined {
  if (hello === undefined) return undefined;
  const { lastHolder: _, ...rest } = hello;
  context.onHello?.(accountKey(context, question) === accountKey(context, undefined) ? hello : rest);
  return hello.pid;
}

function hangs(node: string, kind: string, deadlineMs: number): Diagnostic {
  return errorDiagnostic('SP558', {
    node,
    detail: `Within ${deadlineMs / 1000} s the node did not say what it was asked last, facts of the kind "${kind}". What still ran there for it was ended.`,
    hint: 'look for a tool, a file system or a name service of the node that hangs',
  });
}

/** A resource's own account that sudo refuses hides the facts of that resource only; the node can still be read. */
function withoutAnswers(questions: readonly Question[], diagnostic: Diagnostic): AskResult {
  if (diagnostic.code !== 'SP552' || typeof questions[0]?.runAs !== 'string') return { kind: 'failed', diagnostic };
  const answer: Answer = {
    status: 'unknown',
    cause: { kind: 'denied', what: `sudo as ${questions[0].runAs} was refused` },
  };
  return { kind: 'answered', answers: questions.map(() => answer) };
}
