import type { BodyStore, ExecuteWatch, Outcome, Step } from '@setpoint/model';
import { startDeadline } from './deadline.ts';
import type { NodeLock } from './lock.ts';
import { executeObject, isObjectAction } from './objects/execute-object.ts';
import { runScript } from './run-script.ts';
import type { ScriptAction } from './script-action.ts';
import type { SessionPool } from './sessions.ts';

/** What executing works with. */
export type ExecuteContext = { readonly pool: SessionPool; readonly lock: NodeLock; readonly bodies: BodyStore };

/** Runs the steps in their order and gives an outcome for each. An interruption ends the one that runs; what it was is rolled back. */
export async function execute(
  context: ExecuteContext,
  steps: readonly Step[],
  watch: ExecuteWatch,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [index, step] of steps.entries()) {
    const outcome = await outcomeOf(step, outcomes, { context, watch, index });
    outcomes.push(outcome);
    watch.onOutcome?.(index, outcome);
  }
  return outcomes;
}

type StepContext = { readonly context: ExecuteContext; readonly watch: ExecuteWatch; readonly index: number };

async function outcomeOf(
  step: Step,
  before: readonly Outcome[],
  { context, watch, index }: StepContext,
): Promise<Outcome> {
  const { action, timeoutMs } = step.operation;
  if (watch.signal?.aborted === true) return notStarted('the run was interrupted');
  if (!step.needs.every((need) => isDone(before[need]))) return notStarted('an operation before it was not done');
  if (!isScript(action) && !isObjectAction(action)) return notStarted('it is no operation of this channel');
  watch.onStart?.(index);
  const deadline = startDeadline(timeoutMs);
  const around = {
    ...context,
    signal: watch.signal === undefined ? deadline.signal : AbortSignal.any([watch.signal, deadline.signal]),
    onWaiting: (message: string) => watch.onWaiting?.(index, message),
  };
  try {
    return isScript(action) ? await runScript(action, around) : await executeObject(action, context.bodies, around);
  } finally {
    deadline.end();
  }
}

function notStarted(reason: string): Outcome {
  return { status: 'not-started', reason };
}

function isDone(outcome: Outcome | undefined): boolean {
  return outcome?.status === 'done' || outcome?.status === 'satisfied';
}

function isScript(action: Step['operation']['action']): action is ScriptAction {
  return action.kind === 'script';
}
