import { randomBytes } from 'node:crypto';
import {
  type Answer,
  type AskResult,
  type Diagnostic,
  errorDiagnostic,
  oncePerList,
  type Question,
} from '@setpoint/model';
import { type Hello, openSection, readAnswers, readHello, type Section } from '../program/ask-program.ts';
import { type Identity, sendable } from '../program/bootstrap.ts';
import { parseFrames } from '../program/frame.ts';
import type { Session } from '../transports/transport.ts';
import { type AskPlan, planAsk } from './ask-plan.ts';
import { endLeftovers } from './end-leftovers.ts';
import { farPathsOf } from './far-paths.ts';
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
  const parts = partsFor(context.sudo)(questions);
  const results = await Promise.all(parts.map((part) => askAs(context, part, signal)));
  const [only, another] = results;
  if (only !== undefined && another === undefined) return only;
  const answers: Answer[] = [];
  answers.length = questions.length;
  for (const [index, result] of results.entries()) {
    if (result.kind === 'failed') return result;
    for (const [offset, position] of parts[index]?.positions.entries() ?? []) {
      const answer = result.answers[offset];
      if (answer !== undefined) answers[position] = answer;
    }
  }
  return { kind: 'answered', answers };
}

/** The questions that one account asks, and where each stands among all. */
type Part = {
  readonly identity: Identity;
  readonly questions: readonly Question[];
  readonly positions: readonly number[];
  readonly plan: AskPlan;
};

type PartQuestions = (questions: readonly Question[]) => readonly Part[];

/** Nodes that are asked the very same share what is to be asked of them. */
function partsFor(sudo: AskContext['sudo']): PartQuestions {
  const known = partsBySudo.get(sudo);
  if (known !== undefined) return known;
  const made = oncePerList((questions: readonly Question[]) => partQuestions(questions, sudo));
  partsBySudo.set(sudo, made);
  return made;
}

const partsBySudo = new Map<AskContext['sudo'], PartQuestions>();

function partQuestions(questions: readonly Question[], sudo: AskContext['sudo']): readonly Part[] {
  const byAccount = Map.groupBy(questions.keys(), (position) =>
    accountKey(identityFor(sudo, questions[position]?.runAs)),
  );
  return [...byAccount.values()].map((positions) => {
    const ofAccount = positions.flatMap((position) => questions[position] ?? []);
    const identity = identityFor(sudo, ofAccount[0]?.runAs);
    return { identity, questions: ofAccount, positions, plan: planAsk(ofAccount.map(({ query }) => query)) };
  });
}

function accountKey(identity: Identity): string {
  return identity.kind === 'login' ? '' : identity.account;
}

async function askAs(
  context: AskContext,
  { identity, questions, plan }: Part,
  signal: AbortSignal | undefined,
): Promise<AskResult> {
  const nonce = randomBytes(16).toString('hex');
  const program = sendable(plan.program, nonce, { identity, keepsInput: false });
  const deadlineMs = (context.deadlineMs ?? askDeadlineMs) + guardTimeMs(questions);
  const result = await runProgram(context.session, program, {
    deadlineMs,
    ...(signal === undefined ? {} : { signal }),
  });
  if (result.kind === 'failed') return result;
  const parsed = parseFrames(result.stdout, nonce);
  const pid = learnFrom(readHello(result.stdout, nonce), { context, identity });
  if (parsed.kind === 'cut' && result.isGivenUp && pid !== undefined) {
    const mounts = await endLeftovers(context.session, { pid, identity });
    const open = openSection(plan.sections, result.stdout, nonce);
    if (signal?.aborted !== true && open !== undefined)
      return { kind: 'failed', diagnostic: hangs(context.node, { open, mounts, deadlineMs }) };
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
  { context, identity }: { readonly context: AskContext; readonly identity: Identity },
): number | undefined {
  if (hello === undefined) return undefined;
  const { lastHolder: _, ...rest } = hello;
  const isNodesOwn = accountKey(identity) === accountKey(identityFor(context.sudo, undefined));
  context.onHello?.(isNodesOwn ? hello : rest);
  return hello.pid;
}

type Hanging = { readonly open: Section; readonly mounts: string; readonly deadlineMs: number };

/** What hangs is mostly a file system whose server is gone, so paths on such ones are named. */
function hangs(node: string, { open, mounts, deadlineMs }: Hanging): Diagnostic {
  const far = farPathsOf(open.queries, mounts);
  const places = far.slice(0, mostPathsTold).map(({ path, mount }) => `${path} (${mount.type} at ${mount.target})`);
  const others = far.length > mostPathsTold ? ` and ${far.length - mostPathsTold} more` : '';
  const asked =
    far.length === 0
      ? ''
      : ` It was asked about what lies on file systems that another host or a program serves: ${places.join(', ')}${others}.`;
  const [first] = far;
  return errorDiagnostic('SP558', {
    node,
    detail: `Within ${deadlineMs / 1000} s the node did not say what it was asked last, facts of the kind "${open.kind.kind}".${asked} What still ran there for it was ended.`,
    hint:
      first === undefined
        ? 'look for a tool, a file system or a name service of the node that hangs'
        : `see whether ${first.mount.target} answers on the node, and unmount it (\`umount -l\`) if it does not`,
  });
}

const mostPathsTold = 3;

/** A resource's own account that sudo refuses hides the facts of that resource only; the node can still be read. */
function withoutAnswers(questions: readonly Question[], diagnostic: Diagnostic): AskResult {
  if (diagnostic.code !== 'SP552' || typeof questions[0]?.runAs !== 'string') return { kind: 'failed', diagnostic };
  const answer: Answer = {
    status: 'unknown',
    cause: { kind: 'denied', what: `sudo as ${questions[0].runAs} was refused` },
  };
  return { kind: 'answered', answers: questions.map(() => answer) };
}
