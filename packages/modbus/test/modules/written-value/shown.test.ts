import type { Answers, Edit, JsonObject } from '@setpoint/model';
import { declareOrThrow } from '@setpoint/testkit';
import { expect } from 'chai';
import { register } from '../../../src/modules/register.ts';

const profile: JsonObject = {
  registers: {
    status: { table: 'input', address: '0' },
    reset: { table: 'holding', address: '9', access: 'write' },
    alarm: { table: 'holding', address: '10', type: 'bool', bit: 1 },
    current: { table: 'holding', address: '11', wear: { memory: 'eeprom', cycles: 100_000 } },
    gain: { table: 'holding', address: '12', wear: { memory: 'flash' } },
  },
};

/** What is shown of a register when the device answers so. */
function plan(identity: string, properties: JsonObject, answers: Answers) {
  const declared = declareOrThrow(register, { identity, properties, files: { profile } });
  const { observed } = register.observe(declared, answers);
  const edits = register.diff(declared, observed);
  return { edits, ...register.operations(declared, edits, observed) };
}

const holds = (...words: readonly number[]) => ({ status: 'found', value: { words } }) as const;

const textOf = ({ path, after }: Edit): string =>
  `${path}: ${after.kind === 'value' ? JSON.stringify(after.value) : after.kind}`;

describe('the plan of a register shows', () => {
  it('the whole register that holds a bit, with the bits of others as they are', () => {
    const { edits } = plan('alarm', { value: 'true' }, { value: holds(0x0081) });
    expect(edits.map(textOf)).to.deep.equal(['value: true', 'value.raw: "0x0083"']);
  });

  it('an act as something that is run', () => {
    const { edits } = plan('reset', { value: '1', write: 'once', always: true }, {});
    expect(edits.map(textOf)).to.deep.equal(['run: 1', 'run.raw: "0x0001"']);
  });

  it('an act whose need can be read as one that reading proves, and another as one that nothing can', () => {
    const proved = plan('reset', { value: '1', write: 'once', unless: ['status=0'] }, { 'unless 0': holds(3) });
    const unproved = plan('reset', { value: '1', write: 'once', always: true }, {});
    expect(proved.edits.map(({ act }) => act)).to.deep.equal([undefined, undefined]);
    expect(unproved.edits.map(({ act }) => act)).to.deep.equal([true, true]);
  });

  it('each write into a memory that wears out as a hazard', () => {
    const hazards = ['current', 'gain', 'alarm'].map((name) =>
      plan(name, { value: name === 'alarm' ? 'true' : '7' }, { value: holds(0) }).operations.flatMap((operation) =>
        operation.hazards.map(({ kind, message }) => `${kind}: ${message}`),
      ),
    );
    expect(hazards).to.deep.equal([
      ['wear: current (holding 11) is kept in an EEPROM that bears 100000 writes'],
      ['wear: gain (holding 12) is kept in a flash memory that bears only so many writes'],
      [],
    ]);
  });
});
