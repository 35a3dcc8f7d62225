import { type AskResult, type Channel, type Driver, errorDiagnostic, type Outcome } from '@setpoint/model';
import type { FakeNode } from './fake-node.ts';

/** The key of the fake driver in an inventory, and the kind of conversation it holds. */
export const fakeDriverName = 'fake';

/** A driver whose nodes live in memory; a node it does not know cannot be reached. */
export function createFakeDriver(nodes: Readonly<Record<string, FakeNode>>): Driver {
  return {
    name: fakeDriverName,
    channel: 'fake',
    connect: async (spec) => {
      const node = nodes[spec.name];
      if (node?.isReachable === true) return { kind: 'connected', channel: createFakeChannel(node) };
      return {
        kind: 'failed',
        diagnostic: errorDiagnostic('SP551', { detail: `Nothing answers under the name ${spec.name}.` }),
      };
    },
  };
}

/** One conversation with a fake node. A closed one answers as a lost connection does, and holds no lock. */
export function createFakeChannel(node: FakeNode): Channel {
  let isOpen = true;
  let heldWhenAsked: number | undefined;
  let releaseOwn = (): void => undefined;
  return {
    ask: async (questions, signal): Promise<AskResult> => {
      await node.respond();
      heldWhenAsked = node.holder === undefined ? node.held : undefined;
      if (!isOpen || !node.isReachable || signal?.aborted === true) return lost;
      return { kind: 'answered', answers: questions.map(({ query }) => node.read(query)) };
    },
    execute: async (steps, watch) => {
      if (isOpen) return node.execute(steps, watch);
      return steps.map((): Outcome => ({ status: 'not-started', reason: 'the conversation is closed' }));
    },
    lock: async (holder) => {
      if (node.lockFault !== undefined) return node.lockFault;
      if (node.holder !== undefined) return { kind: 'taken', by: node.holder };
      const isUndisturbed = heldWhenAsked === node.held;
      node.holder = holder;
      node.held += 1;
      releaseOwn = () => {
        if (node.holder === holder) node.holder = undefined;
      };
      return { kind: 'held', release: async () => releaseOwn(), isUndisturbed };
    },
    safeguard: async (order) => node.safeguard(order),
    close: async () => {
      isOpen = false;
      releaseOwn();
    },
  };
}

const lost: AskResult = {
  kind: 'failed',
  diagnostic: errorDiagnostic('SP551', { detail: 'The connection ended before the answer was complete.' }),
};
