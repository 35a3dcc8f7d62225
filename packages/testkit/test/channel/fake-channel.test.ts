import type { Operation } from '@setpoint/model';
import { channelContract } from '../../src/channel/contract.ts';
import { createFakeChannel } from '../../src/channel/fake-driver.ts';
import { FakeNode } from '../../src/channel/fake-node.ts';

const mark = (name: string): Operation =>
  operation(`mark ${name}`, { kind: 'set', name, property: 'value', value: 'x' });

channelContract('the fake channel', async () => {
  const node = new FakeNode({ faults: { fail: 'fails' } });
  return {
    open: async () => createFakeChannel(node),
    mark,
    slowMark: mark,
    failing: operation('fail', { kind: 'unset', name: 'nothing' }),
    question: (name) => ({ query: { kind: 'cell', name } }),
    dispose: async () => undefined,
  };
});

function operation(title: string, action: Operation['action']): Operation {
  return { title, action, timeoutMs: 1000, hazards: [], repeatable: true };
}
