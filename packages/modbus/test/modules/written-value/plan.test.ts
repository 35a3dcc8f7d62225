import type { Answers, JsonObject } from '@setpoint/model';
import { assert, expect } from 'chai';
import { coil } from '../../../src/modules/coil.ts';
import { register } from '../../../src/modules/register.ts';
import { holds, planValue, type TestProfile } from '../../support/plan-value.ts';

const profile: TestProfile = {
  defaults: { table: 'holding' },
  registers: {
    speed: { address: '10', unit: 'rpm', not_available: ['0xFFFF'] },
    flow: { address: '12', type: 'float32' },
    alarm: { address: '21', type: 'bool', bit: 3 },
    mode: { address: '20', values: { off: '0', auto: '1' } },
    run: { table: 'coil', address: '1' },
    reset: { address: '25', access: 'write' },
  },
};

type Case = {
  readonly identity: string;
  readonly properties: JsonObject;
  readonly answers: Answers;
  readonly expected: Partial<ReturnType<typeof planValue>>;
};

const cases: Readonly<Record<string, Case>> = {
  'nothing when the device holds the value': {
    identity: 'speed',
    properties: { value: '1450' },
    answers: { value: holds(1450) },
    expected: { edits: [], titles: [], problems: [] },
  },
  'nothing within the tolerance': {
    identity: 'speed',
    properties: { value: '1450', tolerance: '5' },
    answers: { value: holds(1446) },
    expected: { edits: [], titles: [] },
  },
  'nothing of an unmet condition when there is nothing to write': {
    identity: 'speed',
    properties: { value: '1450', expect: ['mode=auto'] },
    answers: { value: holds(1450), 'expect 0': holds(0) },
    expected: { edits: [], titles: [], problems: [] },
  },
  'value and raw words, now and then': {
    identity: 'speed',
    properties: { value: '1450' },
    answers: { value: holds(1400) },
    expected: {
      edits: ['value: 1400 -> 1450', 'value.raw: "0x0578" -> "0x05AA"'],
      titles: ['write speed (holding 10)'],
      repeatable: [true],
      foreseen: [],
    },
  },
  'a bit within the register that it shares': {
    identity: 'alarm',
    properties: { value: 'true' },
    answers: { value: holds(0xf0f1) },
    expected: { edits: ['value: false -> true', 'value.raw: "0xF0F1" -> "0xF0F9"'], foreseen: [] },
  },
  'nothing, and why, when a condition does not hold': {
    identity: 'speed',
    properties: { value: '1450', expect: ['mode=auto'] },
    answers: { value: holds(1400), 'expect 0': holds(0) },
    expected: { problems: ['SP652 mode (holding 20) must be auto (1) and is off (0).'] },
  },
  'nothing, and why, when the step is too great for one run': {
    identity: 'speed',
    properties: { value: '1450', max_step: '20' },
    answers: { value: holds(1400) },
    expected: {
      problems: ['SP653 speed (holding 10) holds 1400 rpm and is declared 1450 rpm; one run may move it by 20.'],
    },
  },
  'what is not there as a mistake in the address': {
    identity: 'speed',
    properties: { value: '1450' },
    answers: { value: { status: 'absent' } },
    expected: { observed: 'absent', problems: ['SP651 The device has no holding 10, where speed is read.'] },
  },
  'a value that the device says it does not have as unknown': {
    identity: 'speed',
    properties: { value: '1450' },
    answers: { value: holds(0xffff) },
    expected: { observed: 'unknown' },
  },
  'an answer of another length as unknown': {
    identity: 'flow',
    properties: { value: '1.5' },
    answers: { value: holds(1) },
    expected: { observed: 'unknown' },
  },
  'an act each time, never to be repeated': {
    identity: 'reset',
    properties: { value: '1', write: 'once', always: true },
    answers: {},
    expected: { titles: ['write reset (holding 25)'], repeatable: [false], hazards: ['unrepeatable'] },
  },
  'no act while its condition tells that it is needless': {
    identity: 'reset',
    properties: { value: '1', write: 'once', unless: ['mode=auto'] },
    answers: { 'unless 0': holds(1) },
    expected: { edits: [], titles: [], problems: [] },
  },
};

describe('planning a register shows', () => {
  for (const [what, { identity, properties, answers, expected }] of Object.entries(cases)) {
    it(what, () => expect(planValue(register, { identity, properties, profile }, answers)).to.deep.include(expected));
  }
});

describe('planning a coil shows', () => {
  const input = { identity: 'run', properties: { value: 'true' }, profile };

  it('nothing when it is as declared', () => {
    assert.deepInclude(planValue(coil, input, { value: holds(1) }), { edits: [], titles: [], problems: [] });
  });

  it('one write when it is not', () => {
    const shown = planValue(coil, input, { value: holds(0) });
    assert.deepInclude(shown, { titles: ['write run (coil 1)'], foreseen: [], repeatable: [true] });
    assert.deepEqual(shown.reasons, ['coil 1 (00002); 1 write (FC5)']);
  });
});
