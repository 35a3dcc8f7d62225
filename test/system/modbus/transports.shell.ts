import { assert } from 'chai';
import {
  type MbpollTarget,
  makeCertificates,
  peerSuite,
  plcWitnesses,
  readWithMbpoll,
  startLibmodbusPeer,
  startPymodbusPeer,
  startSerialClient,
  startSerialGateway,
  startSerialLibmodbusPeer,
  startSerialPair,
  startTlsFront,
} from '../../../packages/modbus/test/peers/index.ts';
import type { JsonObject } from '../../../packages/model/src/index.ts';
import { deviceProject, tcpTo } from './support/device-project.ts';

/** A device of somebody else: how the inventory reaches it, how mbpoll does, and what it noted itself. */
type Peer = {
  readonly modbus: JsonObject;
  readonly mbpoll: MbpollTarget;
  /** Every write that it carried out; absent where the device keeps no record. */
  readonly writes?: () => readonly string[];
};

type Keep = <T extends { readonly stop: () => Promise<void> }>(started: Promise<T>) => Promise<T>;

const wanted = [
  { register: 'speed', value: 1450 },
  { register: 'ramp', value: 7.5 },
  { register: 'flow', value: 12.25 },
  { register: 'total', value: 100000 },
  { register: 'label', value: 'P-101' },
  { register: 'mode', value: 'auto' },
  { register: 'alarm', value: true },
  { coil: 'lamp', value: true },
];

/** The registers 10 to 21 afterwards; bit 3 of the last was off before in both kinds of device, or on. */
const held = [1450, 75, 0x0000, 0x4144, 0x0001, 0x86a0, 0x502d, 0x3130, 0x3120, 0x2020, 1];

const requests = [
  '6 10 1450',
  '6 11 75',
  '16 12 0 16708',
  '16 14 1 34464',
  '16 16 20525 12592 12576 8224',
  '6 20 1',
  '5 4 1',
];

const peers: Readonly<Record<string, (keep: Keep) => Promise<Peer>>> = {
  'libmodbus over TCP': async (keep) => {
    const { port, writes } = await keep(startLibmodbusPeer());
    return { modbus: tcpTo(port), mbpoll: { kind: 'tcp', port }, writes };
  },
  'libmodbus over TLS with certificates of both sides': async (keep) => {
    const certificates = await makeCertificates();
    await keep(Promise.resolve({ stop: async () => certificates.remove() }));
    const { port, writes } = await keep(startLibmodbusPeer());
    const front = await keep(startTlsFront(port, certificates));
    const { ca, clientCert: certificate, clientKey: key } = certificates;
    return { modbus: tcpTo(front.port, { tls: { ca, certificate, key } }), mbpoll: { kind: 'tcp', port }, writes };
  },
  'libmodbus over a serial line': async (keep) => {
    const { ends } = await keep(startSerialPair());
    const { writes } = await keep(startSerialLibmodbusPeer(ends[1], { baud: 19200, unit: 17 }));
    const serial = { path: ends[0], baud_rate: 19200, parity: 'even' };
    return { modbus: { unit: 17, serial }, mbpoll: { kind: 'rtu', path: ends[0], baud: 19200, unit: 17 }, writes };
  },
  'libmodbus behind a gateway with RTU over TCP': async (keep) => {
    const { ends } = await keep(startSerialPair());
    const { writes } = await keep(startSerialLibmodbusPeer(ends[1], { baud: 19200, unit: 17 }));
    const { port } = await keep(startSerialGateway(ends[0]));
    const modbus = tcpTo(port, { framing: 'rtu', unit: 17 });
    // The gateway reads the line only while somebody is connected to it; mbpoll has it at other times.
    return { modbus, mbpoll: { kind: 'rtu', path: ends[0], baud: 19200, unit: 17 }, writes };
  },
  'pymodbus over TCP': async (keep) => {
    const { port } = await keep(startPymodbusPeer('tcp'));
    return { modbus: tcpTo(port, { unit: 2 }), mbpoll: { kind: 'tcp', port, unit: 2 } };
  },
  'pymodbus with RTU over TCP': async (keep) => {
    const { port } = await keep(startPymodbusPeer('rtu-over-tcp'));
    const { path } = await keep(startSerialClient(port));
    return {
      modbus: tcpTo(port, { framing: 'rtu', unit: 2 }),
      mbpoll: { kind: 'rtu', path, baud: 19200, unit: 2 },
    };
  },
};

peerSuite('the command line and devices of others:', () => {
  const stops: (() => Promise<void> | void)[] = [];
  const keep: Keep = async (started) => {
    const peer = await started;
    stops.push(peer.stop);
    return peer;
  };

  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });

  for (const [title, start] of Object.entries(peers)) {
    it(`${title} is planned, applied, read back by mbpoll, and then left alone`, async () => {
      const { modbus, mbpoll, writes } = await start(keep);
      const project = deviceProject({ controller: modbus });
      stops.push(project.remove);
      const alarmBefore = await holding(mbpoll, 21);
      project.declare(wanted);
      const planned = await project.plan();
      assert.equal(planned.code, 2, planned.stdout + planned.stderr);
      assert.deepEqual(writes?.() ?? [], [], 'a plan writes nothing');

      const applied = await project.apply();
      assert.equal(applied.code, 0, applied.stdout + applied.stderr);
      assert.deepEqual(await readWithMbpoll(mbpoll, { table: 'holding', address: 10, count: 11 }), held);
      assert.equal(await holding(mbpoll, 21), alarmBefore | 8);
      assert.deepEqual(await readWithMbpoll(mbpoll, { table: 'coil', address: 4, count: 1 }), [1]);
      const alarm = (alarmBefore & 8) === 0 ? [`6 21 ${alarmBefore | 8}`] : [];
      const expected = [...requests.slice(0, 6), ...alarm, ...requests.slice(6)];
      if (writes !== undefined) assert.deepEqual(writes(), expected);

      const again = await project.apply();
      assert.equal(again.code, 0, again.stdout + again.stderr);
      if (writes !== undefined) {
        assert.deepEqual(writes(), expected, 'nothing is written to what is as declared');
        const witness = await readWithMbpoll(mbpoll, { table: 'holding', address: plcWitnesses.writes, count: 2 });
        assert.deepEqual(witness, [0, expected.length]);
      }

      project.declare(wanted.with(1, { register: 'ramp', value: 8 }));
      const changed = await project.apply();
      assert.equal(changed.code, 0, changed.stdout + changed.stderr);
      if (writes !== undefined) assert.deepEqual(writes().slice(expected.length), ['6 11 80']);
      assert.deepEqual(await readWithMbpoll(mbpoll, { table: 'holding', address: 10, count: 11 }), held.with(1, 80));
    });
  }
});

async function holding(target: MbpollTarget, address: number): Promise<number> {
  const [word = 0] = await readWithMbpoll(target, { table: 'holding', address, count: 1 });
  return word;
}
