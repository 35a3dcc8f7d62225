import type { JsonObject } from '@setpoint/model';
import { assert } from 'chai';
import { coil } from '../../../src/modules/coil.ts';
import { register } from '../../../src/modules/register.ts';
import { type PlanInput, problemsOf, type TestProfile } from '../../support/plan-value.ts';

const profile: TestProfile = {
  name: 'ACME pump',
  defaults: { table: 'holding' },
  registers: {
    speed: { address: '10', unit: 'rpm', min: '100', max: '3000' },
    ramp: { address: '11', scale: '0.1', unit: 's' },
    flow: { address: '12', type: 'float32' },
    total: { address: '14', type: 'uint64' },
    level: { address: '18', type: 'int16', not_available: ['0x8000'] },
    mode: { address: '20', values: { off: '0', auto: '1', hand: '2' } },
    alarm: { address: '21', type: 'bool', bit: 3 },
    label: { address: '22', type: 'string', length: 2 },
    status: { address: '24', access: 'read' },
    temperature: { table: 'input', address: '3' },
    reset: { address: '25', access: 'write' },
    run: { table: 'coil', address: '1' },
    door: { table: 'discrete', address: '2' },
  },
};

const of = (identity: string, properties: JsonObject): PlanInput => ({ identity, properties, profile });
const bare = (properties: JsonObject): PlanInput => ({ identity: 'speed', properties });

/** What is refused, and words of the reason. */
const refused: Readonly<Record<string, readonly [PlanInput, ...RegExp[]]>> = {
  'a value above the greatest': [of('speed', { value: '3001' }), /value: 3001 is more than 3000, the most that speed/],
  'a value below the least': [of('speed', { value: '99' }), /value: 99 is less than 100, the least that speed/],
  'a value that the type cannot hold': [bare({ table: 'holding', address: '1', value: '65536' }), /value: 65536/],
  'a negative value of an unsigned type': [bare({ table: 'holding', address: '1', value: '-1' }), /value: -1/],
  'a value between two steps of the device': [of('ramp', { value: '7.55' }), /value: 7\.55.*0\.1/, /7\.5|7\.6/],
  'a fraction of a whole number': [of('speed', { value: '1450.5' }), /value: 1450\.5/],
  'a number too long for 64 bits': [of('total', { value: '18446744073709551616' }), /value: 18446744073709551616/],
  'a text for a number': [of('speed', { value: 'fast' }), /value: .*fast/],
  'a number for a bool': [of('alarm', { value: '2' }), /value: .*2/],
  'a text that is too long': [of('label', { value: 'P-101' }), /value: .*P-101|value: .*4/],
  'a name that the register does not have': [of('mode', { value: 'atuo' }), /value: .*atuo/, /auto/],
  'a number without a name where there are names': [of('mode', { value: '7' }), /value: .*7/],
  'the number by which the device says that it has none': [of('level', { value: '-32768' }), /-32768|no value/],
  'no value': [of('speed', {}), /What speed should hold is not declared\. Add `value`\./],
  'an unknown name, with the one that was meant': [
    of('sped', { value: '1' }),
    /There is no sped in the device profile ACME pump\. Did you mean `speed`\?/,
  ],
  'a name without a profile and without an address': [bare({ value: '1' }), /no device profile, .* where speed is/],
  'a number in place of a name, with both readings': [
    of('40108', { value: '1' }),
    /40108 is an address and not a name/,
    /107.*40108|40108.*107/,
  ],
  'an address that can be read in two ways, with both': [
    bare({ table: 'holding', address: '40108', value: '1' }),
    /address: .*40108/,
    /107/,
  ],
  'an address and a reference': [bare({ table: 'holding', address: '7', ref: '40008', value: '1' }), /ref|address/],
  'what can only be read': [of('status', { value: '1' }), /status can only be read: it is holding 24/],
  'an input register': [of('temperature', { value: '1' }), /temperature can only be read: it is input 3/],
  'what can only be written, as a state': [of('reset', { value: '1' }), /reset cannot be read.*Add `write: once`/],
  'an act that does not say when': [of('reset', { value: '1', write: 'once' }), /write: Nothing tells when/],
  'an act that says both': [
    of('reset', { value: '1', write: 'once', always: true, unless: ['mode=auto'] }),
    /write: .*only one can hold/,
  ],
  '`unless` of a state': [of('speed', { value: '200', unless: ['mode=auto'] }), /unless: `unless` is for acts/],
  '`always` of a state': [of('speed', { value: '200', always: true }), /always: `always` is for acts/],
  'what a register is, beside a name of the profile': [
    of('speed', { value: '200', type: 'float32', scale: '2' }),
    /type: The profile says what speed is/,
    /scale: The profile says what speed is/,
  ],
  'a way of writing beside a name of the profile': [
    of('speed', { value: '200', write: 'multiple' }),
    /write: The profile says what speed is/,
  ],
  'a coil as a register': [of('run', { value: '1' }), /run is no register: it is coil 1\. Declare `coil: run`/],
  'a condition on an unknown name': [
    of('speed', { value: '200', expect: ['mod=auto'] }),
    /expect: There is no register mod: .* Did you mean `mode`\?/,
  ],
  'a condition that is none': [of('speed', { value: '200', expect: ['mode'] }), /expect: "mode" names no register/],
  'a condition on what can only be written': [
    of('speed', { value: '200', expect: ['reset=1'] }),
    /expect: reset can only be written/,
  ],
  'a condition on a value that cannot be': [
    of('speed', { value: '200', expect: ['mode=atuo'] }),
    /expect: mode cannot be "?atuo"?/,
  ],
  'a limit that is no number': [of('speed', { value: '200', expect: ['flow>=high'] }), /expect: .*high/],
  'a limit of a text': [of('speed', { value: '200', expect: ['label>=5'] }), /expect: .*label/],
  'a limit of a bool': [of('speed', { value: '200', expect: ['alarm<=1'] }), /expect: .*alarm/],
  'a condition without a profile': [
    bare({ table: 'holding', address: '1', value: '1', expect: ['mode=auto'] }),
    /expect: There is no register mode: the node has no device profile/,
  ],
  'a guard on an unknown name': [
    of('speed', { value: '200', guard: { set: ['rum=false'] } }),
    /guard: There is no register rum: .* Did you mean `run`\?/,
  ],
  'a guard that compares': [of('speed', { value: '200', guard: { set: ['flow>=1'] } }), /guard: .*is a comparison/],
  'a guard that cannot be written': [
    of('speed', { value: '200', guard: { set: ['door=true'] } }),
    /guard: door can only be read: it is discrete 2/,
  ],
  'a guard on what it guards': [of('speed', { value: '200', guard: { set: ['speed=100'] } }), /guard: .*speed/],
  'a guard that is set twice': [
    of('speed', { value: '200', guard: { set: ['run=false', 'run=true'] } }),
    /guard: .*run/,
  ],
  'a guard that cannot be put back, because it cannot be read': [
    of('speed', { value: '200', guard: { set: ['reset=1'] } }),
    /guard: .*reset/,
  ],
  'a commit on an unknown name': [
    of('speed', { value: '200', persist: 'resett=1' }),
    /persist: .*Did you mean `reset`/,
  ],
  'a commit that compares': [of('speed', { value: '200', persist: 'reset!=1' }), /persist: .*is a comparison/],
  '`unless` on an unknown name': [
    of('reset', { value: '1', write: 'once', unless: ['mod=auto'] }),
    /unless: There is no register mod/,
  ],
  'a negative tolerance': [of('speed', { value: '200', tolerance: '-1' }), /tolerance: .*-1/],
  'a step that is no number': [of('speed', { value: '200', max_step: 'small' }), /max_step: .*small/],
};

/** What is taken, although it looks odd. */
const taken: Readonly<Record<string, PlanInput>> = {
  'a value on the grid': of('ramp', { value: '7.5' }),
  'a number in hexadecimal': bare({ table: 'holding', address: '0x6B', value: '1' }),
  'the greatest number of 64 bits': of('total', { value: '18446744073709551615' }),
  'a name of the register': of('mode', { value: 'hand' }),
  'a reference': bare({ ref: '40108', value: '1' }),
  'conditions of every kind': of('speed', {
    value: '200',
    expect: ['mode=auto', 'mode != off', 'flow>=1.5', 'level<=7'],
  }),
  'an act with its condition': of('reset', { value: '1', write: 'once', unless: ['status=0'] }),
  'an act without': of('reset', { value: '1', write: 'once', always: true }),
  'a guard that stays, on what cannot be read': of('speed', {
    value: '200',
    guard: { set: ['reset=1'], restore: false },
  }),
  'narrower limits than those of the profile': of('speed', { value: '200', max: '500', tolerance: '5' }),
};

describe('declaring a register refuses', () => {
  for (const [what, [input, ...reasons]] of Object.entries(refused)) {
    it(what, () => {
      const problems = problemsOf(register, input).join('\n');
      for (const reason of reasons) assert.match(problems, reason);
    });
  }

  it('narrower limits that the value breaks, and wider ones do not help', () => {
    assert.match(problemsOf(register, of('speed', { value: '600', max: '500' })).join(), /600 is more than 500/);
    assert.match(problemsOf(register, of('speed', { value: '3500', max: '4000' })).join(), /3500 is more than 3000/);
  });
});

describe('declaring a register takes', () => {
  for (const [what, input] of Object.entries(taken)) {
    it(what, () => assert.deepEqual(problemsOf(register, input), []));
  }
});

describe('declaring a coil refuses', () => {
  const cases: Readonly<Record<string, readonly [PlanInput, RegExp]>> = {
    'a number that is no bit': [of('run', { value: '2' }), /value: .*2/],
    'a text': [of('run', { value: 'on' }), /value: .*on/],
    'a register': [of('speed', { value: 'true' }), /speed is no coil: it is holding 10\. Declare `register: speed`/],
    'a discrete input': [of('door', { value: 'true' }), /door can only be read: it is discrete 2/],
    'an unknown name, with the one that was meant': [of('rum', { value: 'true' }), /Did you mean `run`\?/],
    'a reference to a register': [{ identity: 'run', properties: { ref: '40001', value: 'true' } }, /40001|holding/],
    'no value': [of('run', {}), /What run should hold is not declared/],
  };
  for (const [what, [input, reason]] of Object.entries(cases)) {
    it(what, () => assert.match(problemsOf(coil, input).join('\n'), reason));
  }

  it('nothing of a bit by name, by address and by reference', () => {
    for (const input of [
      of('run', { value: 'true' }),
      { identity: 'x', properties: { address: '4', value: 'false' } },
      { identity: 'x', properties: { ref: '00012', value: '1' } },
    ]) {
      assert.deepEqual(problemsOf(coil, input), []);
    }
  });
});
