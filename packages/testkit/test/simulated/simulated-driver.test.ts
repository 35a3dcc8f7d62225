import { createHash } from 'node:crypto';
import { createBodyStore, type NodeSpec, type Operation } from '@setpoint/model';
import { channelContract, createSimulatedDriver, SimulatedHost } from '../../src/index.ts';

const text = Buffer.from('a mark\n');
const sha256 = createHash('sha256').update(text).digest('hex');

channelContract('a simulated host', async () => {
  const bodies = createBodyStore();
  bodies.put(sha256, { kind: 'bytes', bytes: text });
  const driver = createSimulatedDriver('local', { hosts: new Map([['one', new SimulatedHost()]]), bodies });
  return {
    open: async () => {
      const connected = await driver.connect(one);
      if (connected.kind === 'failed') throw new Error(connected.diagnostic.detail);
      return connected.channel;
    },
    mark,
    slowMark: mark,
    failing: { ...mark('x'), action: { kind: 'run', script: 'no-such-tool', stdin: null } },
    question: (name) => ({ query: { kind: 'stat', path: `/srv/${name}` } }),
    dispose: async () => undefined,
  };
});

const one: NodeSpec = { name: 'one', groups: [], connection: { driver: 'local', settings: {} } };

function mark(name: string): Operation {
  const action = {
    kind: 'write-file',
    path: `/srv/${name}`,
    sha256,
    sizeBytes: text.length,
    mode: null,
    createMode: '0644',
    owner: null,
    group: null,
    expect: { kind: 'any' },
    follow: false,
    backup: null,
    check: null,
    inPlace: false,
  };
  return { title: `write /srv/${name}`, action, timeoutMs: 1000, hazards: [], repeatable: true };
}
