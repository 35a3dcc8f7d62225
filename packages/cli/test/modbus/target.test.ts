import { assert } from 'chai';
import { isTarget, parseTarget } from '../../src/modbus/target.ts';

/** What is typed, and the settings that it stands for. */
const right: readonly (readonly [string, object])[] = [
  ['tcp://10.1.0.5', { host: '10.1.0.5' }],
  ['tcp://plc.example.com:1502/3', { host: 'plc.example.com', port: 1502, unit: 3 }],
  ['tcp://10.1.0.5/', { host: '10.1.0.5' }],
  ['tcp://10.1.0.5/0', { host: '10.1.0.5', unit: 0 }],
  ['tcp://[2001:db8::5]:502/255', { host: '2001:db8::5', port: 502, unit: 255 }],
  ['tcp://10.1.0.5?unit=7&timeout=0.5', { host: '10.1.0.5', unit: 7, timeout_seconds: 0.5 }],
  ['rtu+tcp://gateway:4001/12', { host: 'gateway', port: 4001, framing: 'rtu', unit: 12 }],
  ['serial:///dev/ttyUSB0', { serial: { path: '/dev/ttyUSB0' } }],
  [
    'serial:///dev/ttyUSB0?baud=9600&parity=none&stop_bits=2&unit=4',
    { serial: { path: '/dev/ttyUSB0', baud_rate: 9600, parity: 'none', stop_bits: 2 }, unit: 4 },
  ],
  ['serial:COM3?data_bits=7', { serial: { path: 'COM3', data_bits: 7 } }],
];

const wrong: readonly (readonly [string, string])[] = [
  ['udp://10.1.0.5', '"udp://10.1.0.5" does not say how a device is reached.'],
  ['tcp://', 'tcp:// names no host.'],
  ['tcp://10.1.0.5:99999', '"tcp://10.1.0.5:99999" does not say how a device is reached.'],
  ['tcp://10.1.0.5/256', '256 is no unit.'],
  ['tcp://10.1.0.5/x', '/x is no unit.'],
  ['tcp://me@10.1.0.5', '"tcp://me@10.1.0.5" has parts that mean nothing.'],
  ['tcp://10.1.0.5?baud=9600', 'There is no parameter "baud" in tcp://10.1.0.5?baud=9600.'],
  ['tcp://10.1.0.5?timeout=0', 'timeout cannot be "0".'],
  ['serial:///dev/ttyUSB0?parity=mark', 'parity cannot be "mark".'],
  ['serial:///dev/ttyUSB0?baud=fast', 'baud cannot be "fast".'],
  ['serial:///dev/ttyUSB0?bad=1', 'There is no parameter "bad" in serial:///dev/ttyUSB0?bad=1.'],
];

describe('a device that stands in no inventory', () => {
  for (const [text, settings] of right) {
    it(`is ${text}`, () => {
      assert.isTrue(isTarget(text));
      const parsed = parseTarget(text);
      assert.deepEqual<unknown>(parsed, {
        kind: 'node',
        node: { name: text, groups: [], connection: { driver: 'modbus', settings } },
      });
    });
  }

  for (const [text, detail] of wrong) {
    it(`is not ${text}`, () => {
      const parsed = parseTarget(text);
      assert.equal(parsed.kind === 'wrong' ? parsed.detail : undefined, detail);
    });
  }

  for (const name of ['pump-plc', 'web1.example.com', '10.1.0.5', 'fe80::1']) {
    it(`is not meant by ${name}`, () => assert.isFalse(isTarget(name)));
  }
});
