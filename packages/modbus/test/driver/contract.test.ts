import { startLabDevice } from '@setpoint/lab';
import { channelContract } from '@setpoint/testkit';
import { createModbusDriver } from '../../src/driver/modbus-driver.ts';
import { registersQuery, wordsOfAnswer } from '../../src/driver/query.ts';
import { createLock, nodeFor, put, writeOperation } from '../support/bench.ts';

const addresses: Readonly<Record<string, number>> = { a: 0, b: 1, c: 2 };

/** A mark is a register that holds one. */
channelContract('a channel to a Modbus device', async () => {
  const device = await startLabDevice({
    points: [{ table: 'holding', address: 0, words: [0, 0, 0] }],
  });
  const driver = createModbusDriver({ projectPath: (path) => path, lock: createLock() });
  const mark = (name: string, settleMs = 0) =>
    writeOperation({ ...put({ address: addresses[name] ?? 0 }, 1), settleMs });
  return {
    open: async () => {
      const opened = await driver.connect(nodeFor(device));
      if (opened.kind === 'failed') throw new Error(opened.diagnostic.detail);
      return opened.channel;
    },
    mark,
    slowMark: (name) => mark(name, 100),
    failing: writeOperation(put({ address: 99 }, 1)),
    question: (name) => ({ query: registersQuery('holding', addresses[name] ?? 0, 1) }),
    isMarked: (answer) => answer.status === 'found' && wordsOfAnswer(answer.value)?.[0] === 1,
    dispose: () => device.stop(),
  };
});
