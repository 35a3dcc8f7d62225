import type { LabDeviceOptions, LabFault, LabPoint } from '@setpoint/lab';
import { assert } from 'chai';
import type { CellWrite, WriteAction } from '../../src/driver/action.ts';
import type { ValueFormat } from '../../src/values/index.ts';
import { type Bench, openBench, put, run, tell, word, writeOperation } from '../support/bench.ts';

const speed = put({ address: 10 }, 1450);
const holding = (words: readonly number[], more: Partial<LabPoint> = {}): LabPoint => ({
  table: 'holding',
  address: 10,
  words,
  ...more,
});
const double: ValueFormat = { ...word, registers: 2, width: 32 } as ValueFormat;
const bit: ValueFormat = { kind: 'bool', bit: 3 };

type Case = {
  readonly device: LabDeviceOptions;
  readonly write: CellWrite;
  readonly more?: Partial<WriteAction>;
  readonly fault?: LabFault;
  readonly outcome: string | RegExp;
  /** Function codes and words of the writes that the device took. */
  readonly taken: readonly (readonly [number, readonly number[]])[];
};

const cases: Readonly<Record<string, Case>> = {
  'writes nothing when the device holds the value': {
    device: { points: [holding([1450])] },
    write: speed,
    outcome: 'done no write; it held the value already',
    taken: [],
  },
  'writes one register with function 6': {
    device: { points: [holding([1400])] },
    write: speed,
    outcome: 'done 1 write (FC6)',
    taken: [[6, [1450]]],
  },
  'writes one register with function 16 where that is declared': {
    device: { points: [holding([1400])] },
    write: { ...speed, method: 'multiple' },
    outcome: 'done 1 write (FC16)',
    taken: [[16, [1450]]],
  },
  'writes a value of two registers in one request': {
    device: { points: [holding([0, 0])] },
    write: put({ address: 10, format: double }, 0x1_0002),
    outcome: 'done 1 write (FC16)',
    taken: [[16, [1, 2]]],
  },
  'writes a coil': {
    device: { points: [{ table: 'coil', address: 4, words: [0] }] },
    write: put({ table: 'coil', address: 4 }, true),
    outcome: 'done 1 write (FC5)',
    taken: [[5, [1]]],
  },
  'keeps the other bits of a register': {
    device: { points: [holding([0xf0f1])] },
    write: put({ address: 10, format: bit }, true),
    outcome: 'done 1 write (FC6)',
    taken: [[6, [0xf0f9]]],
  },
  'writes bits under a mask where the device can': {
    device: { points: [holding([0xf0f1])] },
    write: { ...put({ address: 10, format: bit }, true), method: 'mask' },
    outcome: 'done 1 write (FC22)',
    taken: [[22, [0xf0f9]]],
  },
  'refuses to write over what the plan did not see': {
    device: { points: [holding([1420])] },
    write: speed,
    more: { before: '0578' },
    outcome: 'refused holding10 (holding 10) held 0x0578 when it was planned and holds 0x058C now; nothing was written',
    taken: [],
  },
  'asks a busy device again': {
    device: { points: [holding([1400], { busyWrites: 2 })] },
    write: speed,
    outcome: 'done 1 write (FC6)',
    taken: [[6, [1450]]],
  },
  'gives up on a device that stays busy, within its budget': {
    device: { points: [holding([1400], { busyWrites: 99 })] },
    write: speed,
    outcome: /^failed .*exception 6, server device busy\..*\(no write\)$/,
    taken: [],
  },
  'waits for a value that the device acknowledged, and does not send it again': {
    device: { points: [holding([1400], { acknowledgeMs: 300 })] },
    write: speed,
    outcome: 'done 1 write (FC6); the device took its time to carry it out',
    taken: [[6, [1450]]],
  },
  'waits as long as declared for a value to settle': {
    device: { points: [holding([1400], { settleMs: 250 })] },
    write: { ...speed, settleMs: 400 },
    outcome: 'done 1 write (FC6)',
    taken: [[6, [1450]]],
  },
  'tells what a quantising device stored instead': {
    device: { points: [holding([1400], { quantum: 100 })] },
    write: { ...speed, words: '05B4', text: '1460' },
    outcome:
      /^failed the device took the write .* and still holds 1400 \(0x0578\); 1460 is declared \(1 write \(FC6\)\)$/,
    taken: [[6, [1460]]],
  },
  'tells what a device stored that is neither the old nor the new value': {
    device: { points: [holding([1000], { quantum: 100 })] },
    write: speed,
    outcome: 'failed the device stored 1400 (0x0578) in holding10 (holding 10) instead of 1450 (1 write (FC6))',
    taken: [[6, [1450]]],
  },
  'accepts what lies within the tolerance': {
    device: { points: [holding([1000], { quantum: 100 })] },
    write: speed,
    more: { tolerance: '50' },
    outcome: 'done 1 write (FC6); the device stored 1400 (0x0578), within the tolerance',
    taken: [[6, [1450]]],
  },
  'names the exception of a register that cannot be written': {
    device: { points: [holding([1400], { access: 'read' })] },
    write: speed,
    outcome:
      /^failed holding10 \(holding 10\) = 1450: the device refuses function 6 with exception 2, illegal data address\. /,
    taken: [],
  },
  'names the exception of a value out of range': {
    device: { points: [holding([1400], { range: [0, 1440] })] },
    write: speed,
    outcome: /with exception 3, illegal data value\. /,
    taken: [],
  },
  'names the exception of an interlock': {
    device: {
      points: [
        holding([1400], { interlock: { table: 'coil', address: 0, word: 1 } }),
        { table: 'coil', address: 0, words: [0] },
      ],
    },
    write: speed,
    outcome: /with exception 4, server device failure\. /,
    taken: [],
  },
  'reads before it decides when the connection was lost after the write': {
    device: { points: [holding([1400])] },
    write: speed,
    fault: 'lost-after',
    outcome: 'done 1 write (FC6); the reply was lost, and reading showed that the write had arrived',
    taken: [[6, [1450]]],
  },
  'writes again when reading shows that the lost write did not arrive': {
    device: { points: [holding([1400])] },
    write: speed,
    fault: 'lost-before',
    outcome: 'done 2 writes (FC6, FC6)',
    taken: [[6, [1450]]],
  },
  'reads before it decides when no reply came': {
    device: { points: [holding([1400])] },
    write: speed,
    fault: 'silent',
    outcome: 'done 1 write (FC6); the reply was lost, and reading showed that the write had arrived',
    taken: [[6, [1450]]],
  },
  'never repeats an act, and says that nobody knows': {
    device: { points: [holding([0], { selfClearing: true })] },
    write: put({ address: 10 }, 1),
    more: { isState: false },
    fault: 'silent',
    outcome: /^unknown no reply to the write of holding10 \(holding 10\): .*; it cannot be read back$/,
    taken: [[6, [1]]],
  },
  'does not compare an act afterwards': {
    device: { points: [holding([0], { selfClearing: true })] },
    write: put({ address: 10 }, 1),
    more: { isState: false },
    outcome: 'done 1 write (FC6)',
    taken: [[6, [1]]],
  },
};

describe('writing one value to a Modbus device', () => {
  let bench: Bench;
  afterEach(() => bench.close());

  for (const [title, { device, write, more, fault, outcome, taken }] of Object.entries(cases)) {
    it(title, async () => {
      bench = await openBench(device);
      if (fault !== undefined) bench.device.failNextWrite(fault);
      const [first] = await run(bench.channel, [writeOperation(write, more)]);
      const told = first === undefined ? '' : tell(first);
      if (typeof outcome === 'string') assert.equal(told, outcome);
      else assert.match(told, outcome);
      const writes = bench.device.writes.map(({ functionCode, words }): Case['taken'][number] => [functionCode, words]);
      assert.deepEqual(writes, [...taken]);
    });
  }

  describe('that is busy at first', () => {
    /** Resolves when the device has refused a write. */
    async function untilRefused(): Promise<void> {
      while (!bench.device.requests.includes(6)) await new Promise((resolve) => setImmediate(resolve));
    }

    it('writes nothing when somebody has changed the value meanwhile', async () => {
      bench = await openBench({ points: [holding([1400], { busyWrites: 1 })] });
      const running = run(bench.channel, [writeOperation(speed, { before: '0578' })]);
      await untilRefused();
      bench.device.set('holding', 10, [1420]);
      const [outcome] = await running;
      assert.match(outcome === undefined ? '' : tell(outcome), /^refused .* held 0x0578 .* holds 0x058C now/);
      assert.deepEqual(bench.device.writes, []);
    });

    it('keeps bits that somebody else has changed meanwhile', async () => {
      bench = await openBench({ points: [holding([0], { busyWrites: 1 })] });
      const running = run(bench.channel, [writeOperation(put({ address: 10, format: bit }, true))]);
      await untilRefused();
      bench.device.set('holding', 10, [0x8000]);
      await running;
      assert.deepEqual(bench.device.read('holding', 10), [0x8008]);
    });
  });

  it('tells nothing of a secret that it finds, keeps or refuses', async () => {
    const plain = put({ address: 10 }, 1450);
    const secret = { ...plain, cell: { ...plain.cell, isSensitive: true }, text: '(sensitive)' };
    const told: string[] = [];
    for (const [point, before] of [
      [{}, '0578'],
      [{ quantum: 100 }, null],
      [{ range: [0, 1440] }, null],
    ] as const) {
      bench = await openBench({ points: [holding([1420], point)] });
      const [outcome] = await run(bench.channel, [writeOperation(secret, { before })]);
      told.push(outcome === undefined ? '' : tell(outcome));
      await bench.close();
    }
    assert.notMatch(told.join('\n'), /14[0-9]0|05[0-9A-F]{2}/);
    assert.lengthOf(
      told.filter((text) => /^(failed|refused) /.test(text)),
      3,
    );
  });
});
