import { assert } from 'chai';
import {
  type PlcOptions,
  type PlcPeer,
  peerSuite,
  plcFaults,
  plcWitnesses,
  readWithMbpoll,
  startLibmodbusPeer,
  writeWithMbpoll,
} from '../../../packages/modbus/test/peers/index.ts';
import type { JsonObject } from '../../../packages/model/src/index.ts';
import type { SetpointResult } from '../support/setpoint.ts';
import { deviceProject, tcpTo } from './support/device-project.ts';

type Case = {
  readonly options?: PlcOptions;
  readonly settings?: JsonObject;
  /** What is written with mbpoll before anything is planned: registers, and coils as `coil 1`. */
  readonly before?: Readonly<Record<string, number>>;
  readonly resources: readonly JsonObject[];
  readonly code: number;
  /** All of it stands in what is told. */
  readonly says: readonly (string | RegExp)[];
  /** What the controller carried out. */
  readonly writes: readonly string[];
  /** Also what a plan says, where it says something else than that there is something to do. */
  readonly planCode?: number;
};

const cases: Readonly<Record<string, Case>> = {
  'busy for a while: it is asked again until it takes the value': {
    before: { [plcFaults.busyRequests]: 3 },
    resources: [{ register: 'plain', value: 7 }],
    code: 0,
    says: [],
    writes: ['6 130 7'],
  },
  'acknowledges and takes its time: it is read until the value is there, and not written again': {
    resources: [{ register: 'slow', value: 7 }],
    code: 0,
    says: [],
    writes: ['6 114 7'],
  },
  'answers every request late': {
    before: { [plcFaults.delayMs]: 150 },
    resources: [{ register: 'plain', value: 7 }],
    code: 0,
    says: [],
    writes: ['6 130 7'],
  },
  'closes the connection after each reply': {
    before: { [plcFaults.closeAfterEachReply]: 1 },
    resources: [
      { register: 'plain', value: 7 },
      { register: 'next', value: 8 },
    ],
    code: 0,
    says: [],
    writes: ['6 130 7', '6 131 8'],
  },
  'forgets what it took: the sequence ends there': {
    resources: [
      { register: 'plain', value: 7 },
      { register: 'forgetful', value: 5 },
      { register: 'next', value: 8 },
    ],
    code: 1,
    says: ['controller', 'forgetful (holding 107)', 'still holds 0 (0x0000)', '5 is declared'],
    writes: ['6 130 7', '6 107 5'],
  },
  'stores a multiple of ten instead: both values are told': {
    resources: [{ register: 'quantised', value: 57 }],
    code: 1,
    says: ['controller', 'quantised (holding 102)', '50 (0x0032)', 'instead of 57'],
    writes: ['6 102 57'],
  },
  'stores a multiple of ten within the tolerance: that is enough': {
    resources: [{ register: 'quantised', value: 57, tolerance: 9 }],
    code: 0,
    says: [],
    writes: ['6 102 57'],
  },
  'keeps 500 instead of more': {
    resources: [{ register: 'clamped', value: 600 }],
    code: 1,
    says: ['controller', 'clamped (holding 103)', '500 (0x01F4)', 'instead of 600'],
    writes: ['6 103 600'],
  },
  'refuses a value out of its range': {
    resources: [{ register: 'ranged', value: 101 }],
    code: 1,
    says: ['controller', 'ranged (holding 101)', 'exception 3'],
    writes: [],
  },
  'refuses to be written': {
    resources: [{ register: 'read_only', value: 1 }],
    code: 1,
    says: ['controller', 'read_only (holding 100)', 'exception 2'],
    writes: [],
  },
  'is interlocked': {
    before: { 'coil 0': 0 },
    resources: [{ register: 'interlocked', value: 1 }],
    code: 1,
    says: ['controller', 'interlocked (holding 106)', 'exception 4'],
    writes: [],
  },
  'is interlocked, and the playbook knows it: nothing is planned': {
    before: { 'coil 0': 0 },
    resources: [{ register: 'interlocked', value: 1, expect: ['remote=true'] }],
    planCode: 1,
    code: 1,
    says: ['controller', 'remote (coil 0) must be true and is false'],
    writes: [],
  },
  'takes a value only while it stands: it is stopped for that, and started again': {
    before: { 'coil 1': 1 },
    resources: [{ register: 'guarded', value: 9, guard: { set: ['run=false'] } }],
    code: 0,
    says: [],
    writes: ['5 1 0', '6 115 9', '5 1 1'],
  },
  'refuses the value while it is stopped for it: it is started again': {
    before: { 'coil 1': 1 },
    resources: [{ register: 'ranged', value: 101, guard: { set: ['run=false'] } }],
    code: 1,
    says: ['controller', 'ranged (holding 101)', 'exception 3'],
    writes: ['5 1 0', '5 1 1'],
  },
  'has no such register': {
    resources: [
      { register: 'in_hole', value: 1 },
      { register: 'plain', value: 7 },
    ],
    planCode: 1,
    code: 1,
    says: ['controller', 'holding 125'],
    writes: [],
  },
  'cuts the connection after it took the value: reading shows it': {
    before: { [plcFaults.dropWritesAfterCarryingOut]: 1 },
    resources: [{ register: 'plain', value: 7 }],
    code: 0,
    says: [],
    writes: ['6 130 7'],
  },
  'cuts the connection before it took the value: reading shows it, and it is written once more': {
    before: { [plcFaults.dropWritesBeforeCarryingOut]: 1 },
    resources: [{ register: 'plain', value: 7 }],
    code: 0,
    says: [],
    writes: ['6 130 7'],
  },
  'cuts the connection at every write: it is told that the old value is there': {
    before: { [plcFaults.dropWritesBeforeCarryingOut]: 9 },
    resources: [
      { register: 'plain', value: 7 },
      { register: 'next', value: 8 },
    ],
    code: 1,
    says: ['controller', 'plain (holding 130)', 'written twice without a reply', 'holds its old value'],
    writes: [],
  },
  'cuts the connection after it took a command: nobody knows, and it is not sent again': {
    before: { [plcFaults.dropWritesAfterCarryingOut]: 1 },
    resources: [
      { register: 'command', value: 3, write: 'once', always: true },
      { register: 'plain', value: 7 },
    ],
    code: 1,
    says: ['controller', 'command (holding 104)', 'no reply to the write'],
    writes: ['6 104 3'],
  },
  'serves one connection only': {
    options: { connections: 1, units: [1, 2, 3] },
    resources: [
      { register: 'plain', value: 7 },
      { register: 'next', value: 8 },
    ],
    code: 0,
    says: [],
    writes: ['6 130 7', '6 131 8'],
  },
};

peerSuite('a controller of somebody else that', () => {
  const stops: (() => Promise<void> | void)[] = [];

  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });

  async function startPlc(options: PlcOptions = {}): Promise<PlcPeer> {
    const plc = await startLibmodbusPeer(options);
    stops.push(plc.stop);
    return plc;
  }

  function projectOf(nodes: Readonly<Record<string, JsonObject>>): ReturnType<typeof deviceProject> {
    const project = deviceProject(nodes);
    stops.push(project.remove);
    return project;
  }

  for (const [title, { options, settings, before, resources, code, says, writes, planCode = 2 }] of Object.entries(
    cases,
  )) {
    it(title, async () => {
      const plc = await startPlc(options);
      const project = projectOf({ controller: tcpTo(plc.port, settings) });
      project.declare(resources);
      await arrange(plc, before);
      const standing = plc.writes().length;
      const planned = await project.plan();
      assert.equal(planned.code, planCode, told(planned));
      assert.lengthOf(plc.writes(), standing, 'a plan writes nothing');
      // The plan has used up what was armed for it.
      await arrange(plc, armedOf(before));
      const applied = await project.apply();
      assert.equal(applied.code, code, told(applied));
      for (const text of says) {
        if (typeof text === 'string') assert.include(told(applied), text);
        else assert.match(told(applied), text);
      }
      assert.deepEqual(plc.writes().slice(standing), [...writes]);
    });
  }

  it('never sees more than one connection, however many units are behind it', async () => {
    const plc = await startPlc({ units: [1, 2, 3] });
    const project = projectOf(Object.fromEntries([1, 2, 3].map((unit) => [`unit${unit}`, tcpTo(plc.port, { unit })])));
    project.declare([{ register: 'speed', value: 1010 }]);
    const planned = await project.plan();
    assert.equal(planned.code, 0, told(planned));
    const target = { kind: 'tcp', port: plc.port } as const;
    const at = { table: 'holding', address: plcWitnesses.connectionsAtMost, count: 1 } as const;
    assert.deepEqual(await readWithMbpoll(target, at), [1]);
  });

  it('has a gateway before it with one silent unit: the others are done all the same', async () => {
    for (const isGateway of [true, false]) {
      const plc = await startPlc({ units: [1, 3], isGateway });
      const project = projectOf(
        Object.fromEntries(
          [1, 2, 3].map((unit) => [`unit${unit}`, tcpTo(plc.port, { unit, timeout_seconds: 0.3, retries: 0 })]),
        ),
      );
      project.declare([{ register: 'plain', value: isGateway ? 7 : 8 }]);
      const applied = await project.apply();
      assert.equal(applied.code, 3, told(applied));
      assert.include(told(applied), 'Unit 2 at 127.0.0.1');
      assert.isAtLeast(plc.writes().length, 1);
    }
  });

  it('fails on one node only: the others go on', async () => {
    const [good, bad] = [await startPlc(), await startPlc()];
    const project = projectOf({ bad: tcpTo(bad.port), good: tcpTo(good.port), gone: tcpTo(1) });
    project.declare([
      { register: 'interlocked', value: 4 },
      { register: 'plain', value: 7 },
    ]);
    await arrange(bad, { 'coil 0': 0 });
    const applied = await project.apply();
    assert.equal(applied.code, 3, told(applied));
    assert.deepEqual(good.writes(), ['6 106 4', '6 130 7']);
    assert.deepEqual(bad.writes(), ['5 0 0']);
    assert.include(told(applied), 'gone');
  });
});

async function arrange(plc: PlcPeer, before: Case['before'] = {}): Promise<void> {
  for (const [place, value] of Object.entries(before)) {
    const isCoil = place.startsWith('coil ');
    const address = Number(isCoil ? place.slice(5) : place);
    const table = isCoil ? 'coil' : 'holding';
    await writeWithMbpoll({ kind: 'tcp', port: plc.port }, { table, address, values: [value] });
  }
}

/** The faults among what was arranged. */
function armedOf(before: Case['before'] = {}): Case['before'] {
  return Object.fromEntries(Object.entries(before).filter(([place]) => Number(place) >= 200 && Number(place) < 210));
}

function told({ stdout, stderr }: SetpointResult): string {
  return `${stdout}${stderr}`;
}
