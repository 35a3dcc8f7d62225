import type { Channel, DeclaredResource, ExecuteWatch, Operation, Outcome, Safeguard } from '@setpoint/model';
import { type Facts, gatherAfterwards } from '../gather/index.ts';
import type { JournalEntry } from '../journal/entry.ts';
import { keepWave } from '../journal/keep-wave.ts';
import type { PlannedResource } from '../plan/plan-resource.ts';
import type { ApplyOptions, EngineContext } from '../ports.ts';
import type { NodeProgress } from './node-progress.ts';
import { isDone, type WavePolicy, type WaveStep, waveSteps } from './wave.ts';

/** What executing a wave works with. */
export type WaveWork = {
  readonly channel: Channel;
  readonly progress: NodeProgress;
  readonly policy: WavePolicy;
  readonly options: ApplyOptions;
  readonly context: EngineContext;
};

/** What goes with a wave. */
export type WaveCompany = {
  /** No step starts once the node goes back under it. */
  readonly safeguard?: Safeguard | undefined;
  /** Resources that are read after the last step, within the same program. */
  readonly readAfterwards?: readonly DeclaredResource[];
};

/** What came of a wave: whether every step was done, and what was read after it, where the channel could. */
export type WaveResult = { readonly isDone: boolean; readonly facts?: Facts };

/** Journals, executes and records one wave. */
export async function executeWave(
  wave: readonly PlannedResource[],
  work: WaveWork,
  { safeguard, readAfterwards = [] }: WaveCompany = {},
): Promise<WaveResult> {
  const steps = waveSteps(wave, work.policy);
  if (steps.length === 0) return { isDone: true };
  const { context, options, progress } = work;
  const node = progress.planned.node.name;
  const changes = await keepWave(wave, { journal: options.journal, channel: work.channel }, context);
  await options.journal.append({
    kind: 'wave-started',
    at: context.clock.nowIso(),
    node,
    changes,
  });
  progress.hasWritten = true;
  const record = recordOutcomes(steps, work);
  const read: { facts?: Facts } = {};
  const askAfterwards = gatherAfterwards({ resources: readAfterwards, modules: context.modules }, (facts) => {
    read.facts = facts;
  });
  const outcomes = await work.channel.execute(
    steps.map(({ step }) => step),
    {
      ...watchWave(steps, work, record.take),
      ...(safeguard === undefined ? {} : { safeguard }),
      ...(askAfterwards === undefined ? {} : { askAfterwards }),
    },
  );
  await record.written();
  for (const [index, { shares }] of steps.entries()) {
    const outcome = redactOutcome(outcomes[index] ?? noRecord, context);
    for (const { planned, operation } of shares)
      progress.addOutcome(planned.resource.address, context.redactor.redact(operation.title), outcome);
  }
  return { isDone: outcomes.every(isDone), ...read };
}

/** Journals each outcome when it arrives, so that a crash in the middle of a wave loses none that was known. */
function recordOutcomes(
  steps: readonly WaveStep[],
  { context, options, progress }: WaveWork,
): { readonly take: (index: number, outcome: Outcome) => void; readonly written: () => Promise<unknown> } {
  const appends: Promise<void>[] = [];
  return {
    take: (index, outcome) => {
      for (const { planned, operation } of steps[index]?.shares ?? []) {
        const entry: JournalEntry = {
          kind: 'operation-ended',
          at: context.clock.nowIso(),
          node: progress.planned.node.name,
          address: planned.resource.address,
          title: context.redactor.redact(operation.title),
          outcome,
        };
        appends.push(options.journal.append(entry));
      }
    },
    written: () => Promise.all(appends),
  };
}

const noRecord: Outcome = { status: 'unknown', reason: 'no record came back' };

function watchWave(
  steps: readonly WaveStep[],
  { context, progress }: WaveWork,
  record: (index: number, outcome: Outcome) => void,
): ExecuteWatch {
  const node = progress.planned.node.name;
  const each = (
    index: number,
    tell: (share: { readonly planned: PlannedResource; readonly operation: Operation }) => void,
  ): void => {
    for (const share of steps[index]?.shares ?? []) tell(share);
  };
  return {
    ...(context.signal === undefined ? {} : { signal: context.signal }),
    onStart: (index) =>
      each(index, ({ planned, operation }) =>
        context.emit({
          kind: 'operation-started',
          node,
          address: planned.resource.address,
          title: context.redactor.redact(operation.title),
        }),
      ),
    onOutcome: (index, raw) => {
      const outcome = redactOutcome(raw, context);
      record(index, outcome);
      each(index, ({ planned, operation }) =>
        context.emit({
          kind: 'operation-ended',
          node,
          address: planned.resource.address,
          title: context.redactor.redact(operation.title),
          outcome,
        }),
      );
    },
    onWaiting: (_, message) => context.emit({ kind: 'node-waiting', node, message: context.redactor.redact(message) }),
  };
}

function redactOutcome(outcome: Outcome, { redactor }: EngineContext): Outcome {
  const entries = Object.entries(outcome).map(([key, value]) => [
    key,
    typeof value === 'string' && key !== 'status' ? redactor.redact(value) : value,
  ]);
  return Object.fromEntries(entries) as Outcome;
}
