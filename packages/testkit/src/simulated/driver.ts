import type {
  BodyStore,
  Channel,
  Driver,
  ExecuteWatch,
  LockHolder,
  LockResult,
  Outcome,
  Question,
  Step,
} from '@setpoint/model';
import { errorDiagnostic } from '@setpoint/model';
import { answerQuery } from './answers.ts';
import type { SimulatedHost } from './host.ts';
import { perform } from './perform.ts';

/** What is done to simulated hosts, in the order of events, and how long each takes to answer. */
export type SimulationWatch = {
  readonly onStep?: (node: string, step: Step) => void;
  /** Resolves when the node answers; the order of answers of different nodes follows from it. */
  readonly answersAfter?: (node: string) => Promise<void>;
};

/** A driver under an inventory key whose nodes are simulated hosts, by name; others cannot be reached. */
export function createSimulatedDriver(
  name: string,
  world: { readonly hosts: ReadonlyMap<string, SimulatedHost>; readonly bodies: BodyStore },
  watch: SimulationWatch = {},
): Driver {
  const holders = new Map<string, LockHolder>();
  return {
    name,
    channel: 'sh',
    connect: async ({ name: node }) => {
      const host = world.hosts.get(node);
      if (host !== undefined)
        return { kind: 'connected', channel: channelTo(host, { node, ...world, watch, holders }) };
      const diagnostic = errorDiagnostic('SP551', { detail: `Nothing answers under the name ${node}.` });
      return { kind: 'failed', diagnostic };
    },
  };
}

type Conversation = {
  readonly node: string;
  readonly bodies: BodyStore;
  readonly watch: SimulationWatch;
  readonly holders: Map<string, LockHolder>;
};

function channelTo(host: SimulatedHost, talk: Conversation): Channel {
  return {
    ask: async (questions: readonly Question[]) => {
      await talk.watch.answersAfter?.(talk.node);
      return { kind: 'answered', answers: questions.map(({ query }) => answerQuery(host, query)) };
    },
    execute: (steps, watch) => execute(host, steps, { ...talk, progress: watch }),
    lock: async (holder): Promise<LockResult> => {
      const by = talk.holders.get(talk.node);
      if (by !== undefined) return { kind: 'taken', by };
      talk.holders.set(talk.node, holder);
      return { kind: 'held', release: async () => void talk.holders.delete(talk.node) };
    },
    close: async () => undefined,
  };
}

async function execute(
  host: SimulatedHost,
  steps: readonly Step[],
  { node, bodies, watch, progress }: Conversation & { readonly progress: ExecuteWatch },
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [position, step] of steps.entries()) {
    const isReady = step.needs.every((need) => outcomes[need]?.status === 'done');
    const stopped = progress.signal?.aborted === true || !isReady;
    const reason = isReady ? 'the run was interrupted' : 'an operation before it was not done';
    if (!stopped) {
      progress.onStart?.(position);
      watch.onStep?.(node, step);
    }
    const outcome: Outcome = stopped ? { status: 'not-started', reason } : perform(host, step.operation, bodies);
    outcomes.push(outcome);
    progress.onOutcome?.(position, outcome);
    // Others go on while a step runs.
    await Promise.resolve();
  }
  return outcomes;
}
