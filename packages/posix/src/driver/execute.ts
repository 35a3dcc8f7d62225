import type { BodyStore, ExecuteWatch, Outcome, Step } from '@setpoint/model';
import type { ShAction } from '../operations/action.ts';
import type { Identity } from '../program/bootstrap.ts';
import type { WaveStep } from '../program/wave-program.ts';
import { underSafeguardText } from '../safeguard/place.ts';
import { ShSafeguard } from '../safeguard/sh-safeguard.ts';
import type { Session } from '../transports/transport.ts';
import { planAsk } from './ask-plan.ts';
import { identityFor } from './identity.ts';
import { storeBody } from './store-body.ts';
import { runWave, type Wave } from './wave.ts';

/** What executing needs to know of the node. */
export type ExecuteContext = {
  readonly session: Session;
  readonly node: string;
  readonly sudo: string | boolean | undefined;
  readonly bodies: BodyStore;
};

/**
 * Executes a wave: one program per run of steps with the same account, one after the other. A step whose needs are not done in an
 * earlier program is not started.
 */
export async function execute(
  context: ExecuteContext,
  steps: readonly Step[],
  watch: ExecuteWatch,
): Promise<readonly Outcome[]> {
  for (const { operation } of steps) storeBody(operation.action as ShAction, context.bodies);
  const outcomes: (Outcome | undefined)[] = steps.map(() => undefined);
  let rest = [...steps.keys()];
  while (rest.length > 0) {
    const part = takeSameAccount(context, steps, rest);
    rest = rest.slice(part.length);
    const ready = part.filter((position) => mayStart(position, { steps, outcomes, watch }));
    if (ready.length === 0) continue;
    const account = identityFor(context.sudo, steps[ready[0] ?? 0]?.runAs);
    const waveSteps = ready.map((position) => toWaveStep(steps, position, ready));
    const afterwards = rest.length === 0 ? askedBy(context, account, watch) : {};
    await runWave(
      context,
      { steps: waveSteps, identity: account, ...safeguardOf(watch, account), ...afterwards },
      {
        ...watch,
        onOutcome: (position, outcome) => {
          outcomes[position] = outcome;
          watch.onOutcome?.(position, outcome);
        },
      },
    );
  }
  return outcomes.map((outcome) => outcome ?? { status: 'unknown', reason: 'no record came back' });
}

/** Another account than that of the safeguard cannot look whether it still stands. */
function safeguardOf({ safeguard }: ExecuteWatch, account: Identity): Pick<Wave, 'safeguard'> {
  if (!(safeguard instanceof ShSafeguard)) return {};
  return JSON.stringify(safeguard.identity) === JSON.stringify(account)
    ? { safeguard: underSafeguardText(safeguard.place) }
    : {};
}

/** What the last program may answer: questions for its own account, after nothing before it was left undone. */
function askedBy(context: ExecuteContext, account: Identity, { askAfterwards }: ExecuteWatch): Pick<Wave, 'asked'> {
  const text = JSON.stringify(account);
  const isOwn = askAfterwards?.questions.every(
    ({ runAs }) => JSON.stringify(identityFor(context.sudo, runAs)) === text,
  );
  if (askAfterwards === undefined || isOwn !== true) return {};
  const plan = planAsk(askAfterwards.questions.map(({ query }) => query));
  return { asked: { ...askAfterwards, plan } };
}

function takeSameAccount(context: ExecuteContext, steps: readonly Step[], rest: readonly number[]): readonly number[] {
  const account = (position: number): string => JSON.stringify(identityFor(context.sudo, steps[position]?.runAs));
  const first = account(rest[0] ?? 0);
  const end = rest.findIndex((position) => account(position) !== first);
  return end < 0 ? rest : rest.slice(0, end);
}

/** True when the step may go into the next program; otherwise its outcome is settled here. */
function mayStart(
  position: number,
  {
    steps,
    outcomes,
    watch,
  }: { readonly steps: readonly Step[]; readonly outcomes: (Outcome | undefined)[]; readonly watch: ExecuteWatch },
): boolean {
  const needs = steps[position]?.needs ?? [];
  const undone = needs.find((need) => (outcomes[need]?.status ?? 'done') !== 'done');
  const reason =
    watch.signal?.aborted === true
      ? 'the run was interrupted'
      : undone === undefined
        ? undefined
        : 'an operation before it was not done';
  if (reason === undefined) return true;
  const outcome: Outcome = { status: 'not-started', reason };
  outcomes[position] = outcome;
  watch.onOutcome?.(position, outcome);
  return false;
}

function toWaveStep(steps: readonly Step[], position: number, inProgram: readonly number[]): WaveStep {
  const step = steps[position];
  return {
    id: position,
    // The engine passes a module's operations on as data; modules of this channel make only these actions.
    action: step?.operation.action as unknown as ShAction,
    timeoutSeconds: Math.ceil((step?.operation.timeoutMs ?? 0) / 1000),
    needs: (step?.needs ?? []).filter((need) => inProgram.includes(need)),
  };
}
