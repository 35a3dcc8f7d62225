import type { Operation, ResourceModule } from '@setpoint/model';
import { cellModule, FakeNode } from '@setpoint/testkit';
import { assert } from 'chai';
import { type ApplyChoice, cell, createWorld, declare, outcomesOf, planAndApply, play, valuesOf } from '../world.ts';

const tell = (names: readonly string[]): Operation => ({
  title: `tell of ${names.join(' ')}`,
  action: { kind: 'install', names: [], told: [...names] },
  timeoutMs: 1000,
  hazards: [],
  repeatable: true,
});

/** A cell of which something is told once it is written. */
const toldModule: ResourceModule = {
  ...cellModule,
  type: 'told',
  operations: (declared, edits, observed) => {
    const { operations, reasons } = cellModule.operations(declared, edits, observed);
    return { operations: operations.length === 0 ? [] : [...operations, tell([nameOf(declared)])], reasons };
  },
  merge: (operations) => tell(operations.flatMap(({ action }) => action['told'] as string[])),
  closes: ({ action }) => action['told'] !== undefined,
};

function nameOf(declared: unknown): string {
  return String((declared as { readonly name: string }).name);
}

describe('what closes several resources', () => {
  const told = (name: string) => declare(`told:${name}`, { value: 'x' }, { modules: [toldModule] });
  const applyTo = (node: FakeNode, resources: readonly ReturnType<typeof told>[], choice: ApplyChoice = {}) =>
    planAndApply(createWorld({ n: node }, { modules: [toldModule] }), [play(['n'], resources)], choice);

  it('is done once, after all of them', async () => {
    const node = new FakeNode();
    const summary = await applyTo(node, [told('a'), told('b'), cell('c'), told('d')]);
    assert.deepEqual(node.executed, [
      'set value of a',
      'set value of b',
      'tell of a b',
      'set value of c',
      'set value of d',
      'tell of d',
    ]);
    assert.sameMembers([...outcomesOf(summary, 'n')].slice(0, 4), [
      'done set value of a',
      'done tell of a',
      'done set value of b',
      'done tell of b',
    ]);
  });

  it('is done for those before a failure, and nothing after it', async () => {
    const node = new FakeNode({ faults: { 'set value of b': 'fails' } });
    const summary = await applyTo(node, [told('a'), told('b'), told('c'), cell('d')]);
    assert.deepEqual(node.executed, ['set value of a', 'set value of b', 'tell of a b c']);
    assert.deepEqual(valuesOf(node), { a: 'x' });
    assert.includeMembers(
      [...outcomesOf(summary, 'n')],
      ['done tell of a', 'failed set value of b', 'not-started set value of c', 'not-started set value of d'],
    );
  });

  it('is not done when the first of them failed', async () => {
    const node = new FakeNode({ faults: { 'set value of a': 'fails' } });
    await applyTo(node, [told('a'), told('b')]);
    assert.deepEqual(node.executed, ['set value of a']);
  });

  it('is done for each by itself where everything goes on that can', async () => {
    const node = new FakeNode({ faults: { 'set value of a': 'fails' } });
    await applyTo(node, [told('a'), told('b'), told('c')], { keepGoing: true });
    assert.deepEqual(node.executed, ['set value of a', 'set value of b', 'tell of b', 'set value of c', 'tell of c']);
  });
});
