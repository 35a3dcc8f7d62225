import type { DeclaredResource, ResourceModule } from '@setpoint/model';
import { bundleModule, cellModule, FakeNode } from '@setpoint/testkit';
import { assert } from 'chai';
import {
  cell,
  codesOf,
  createWorld,
  declare,
  outcomesOf,
  plan,
  planAndApply,
  play,
  statusesOf,
  valuesOf,
  type World,
} from '../world.ts';

type Cell = { readonly name: string; readonly value: string | null };

/** A cell that can be brought back to what it held. */
const restorable: ResourceModule = {
  ...cellModule,
  restore: ({ declared, before }) => {
    const value = before.kind === 'present' ? ((before.state as Cell).value ?? null) : null;
    const state = before.kind === 'absent' ? 'absent' : 'present';
    if (before.kind === 'unknown') return { kind: 'irreversible', why: 'Nobody could tell.' };
    return { kind: 'declared', declared: { ...(declared as Cell), value, state } };
  },
};

/** A cell that reads others: its operations are done again when those are as they were. */
const reader: ResourceModule = {
  ...cellModule,
  type: 'reader',
  restore: () => ({ kind: 'irreversible', why: 'What was read was read.' }),
  reread: (declared) => [
    {
      title: `read again ${(declared as Cell).name}`,
      action: { kind: 'set', name: (declared as Cell).name, property: 'value', value: 'read again' },
      timeoutMs: 1000,
      hazards: [],
      repeatable: true,
    },
  ],
};

function safeguarded(resource: DeclaredResource, confirmWithinMs = 60_000): DeclaredResource {
  return { ...resource, confirmWithinMs };
}

/** A bundle that can be forgotten. */
const forgettable: ResourceModule = { ...bundleModule, restore: ({ declared }) => ({ kind: 'declared', declared }) };

function worldOf(node: FakeNode, options: { readonly signal?: AbortSignal } = {}): World {
  return createWorld({ n: node }, { modules: [restorable, reader, forgettable], ...options });
}

function reads(name: string, other: string): DeclaredResource {
  return { ...cell(name), address: `reader:${name}`, type: 'reader', after: [`cell:${other}`] };
}

/** The last of them cannot be known before the one in the middle is made. */
const waiting = [safeguarded(cell('a')), safeguarded(declare('bundle:tools')), safeguarded(cell('b'))];

describe('changes that must be confirmed', () => {
  const before = { a: { value: 'old' }, b: { value: 'old' } };

  it('stay when a new connection gets through, and the node forgets how to undo them', async () => {
    const node = new FakeNode({ cells: before });
    const world = worldOf(node);
    const summary = await planAndApply(world, [play(['n'], [safeguarded(cell('a')), cell('b')])]);
    assert.deepEqual(statusesOf(summary), { n: 'converged' });
    assert.deepEqual(valuesOf(node), { a: 'x', b: 'x' });
    assert.deepInclude(world.events, { kind: 'safeguard-ended', node: 'n', addresses: ['cell:a'], end: 'confirmed' });
  });

  it('say so in the plan, and nothing says so where nothing is done', async () => {
    const world = worldOf(new FakeNode({ cells: { ...before, c: { value: 'x' } } }));
    const { plan: made } = await plan(world, [
      play(['n'], [safeguarded(cell('a')), safeguarded(cell('c')), cell('b')]),
    ]);
    const times = made.plays[0]?.nodes[0]?.changes.map(({ confirmWithinMs }) => confirmWithinMs);
    assert.deepEqual(times, [60_000, undefined, undefined]);
  });

  it('are undone in the opposite order, and count as failed, when nobody gets through', async () => {
    const node = new FakeNode({ cells: { a: { value: 'old' } }, safeguard: 'is cut off' });
    const world = worldOf(node);
    const summary = await planAndApply(world, [
      play(['n'], [safeguarded(cell('a')), safeguarded(cell('b')), cell('c')]),
    ]);
    assert.deepEqual(valuesOf(node), { a: 'old' });
    assert.deepEqual(
      node.safeguards.map(({ steps }) => steps.map(({ operation }) => operation.title)),
      [['remove b', 'set value of a']],
    );
    assert.deepEqual(outcomesOf(summary, 'n'), [
      'failed set value of a',
      'failed set value of b',
      'not-started set value of c',
    ]);
    assert.deepEqual(codesOf(summary, 'n'), ['SP708']);
    assert.deepEqual(statusesOf(summary), { n: 'failed' });
  });

  it('share one safeguard where they stand side by side, with the shorter time; others have their own', async () => {
    const node = new FakeNode();
    const resources = [
      safeguarded(cell('a'), 90_000),
      safeguarded(cell('b'), 30_000),
      cell('c'),
      safeguarded(cell('d')),
    ];
    await planAndApply(worldOf(node), [play(['n'], resources)]);
    assert.deepEqual(
      node.safeguards.map(({ withinMs, steps }) => [withinMs, steps.length]),
      [
        [30_000, 2],
        [60_000, 1],
      ],
    );
  });

  it('take what reads them under their safeguard; it reads again once they are back', async () => {
    const node = new FakeNode({ cells: { a: { value: 'old' }, r: { value: 'old' } }, safeguard: 'is cut off' });
    const summary = await planAndApply(worldOf(node), [
      play(['n'], [safeguarded(cell('a')), cell('b'), reads('r', 'a')]),
    ]);
    const [safeguard] = node.safeguards;
    assert.deepEqual(
      safeguard?.steps.map(({ operation }) => operation.title),
      ['set value of a', 'read again r'],
    );
    assert.deepEqual(valuesOf(node), { a: 'old', b: 'x', r: 'read again' });
    assert.deepEqual(outcomesOf(summary, 'n'), [
      'failed set value of a',
      'done set value of b',
      'failed set value of r',
    ]);
  });

  it('share it also where some of them wait for facts, and confirm nothing before the last is made', async () => {
    const node = new FakeNode({ cells: { a: { value: 'old' } }, catalogue: { tools: {} }, safeguard: 'is cut off' });
    const summary = await planAndApply(worldOf(node), [play(['n'], waiting)]);
    assert.deepEqual(
      node.safeguards.map(({ steps }) => steps.map(({ operation }) => operation.title)),
      [['set value of a'], ['remove b', 'set value of a']],
    );
    assert.isDefined(node.safeguards[1]?.replaces);
    assert.deepEqual(valuesOf(node), { a: 'old' });
    assert.deepEqual(outcomesOf(summary, 'n'), [
      'failed set value of a',
      'failed install tools',
      'failed set value of b',
    ]);
  });

  it('are confirmed when what still waited turns out to be as declared', async () => {
    const node = new FakeNode({
      cells: { a: { value: 'old' } },
      catalogue: { tools: { b: { value: 'x' } } },
    });
    const summary = await planAndApply(worldOf(node), [play(['n'], waiting)]);
    assert.deepEqual(valuesOf(node), { a: 'x', b: 'x' });
    assert.deepEqual(statusesOf(summary), { n: 'converged' });
    assert.lengthOf(node.safeguards, 1);
  });

  it('are undone at once when one of them fails', async () => {
    const node = new FakeNode({ cells: before, faults: { 'set value of b': 'fails' } });
    const summary = await planAndApply(worldOf(node), [play(['n'], [safeguarded(cell('a')), safeguarded(cell('b'))])]);
    assert.deepEqual(valuesOf(node), { a: 'old', b: 'old' });
    assert.include(summary.nodes[0]?.diagnostics[0]?.detail ?? '', 'Not all of it was done.');
  });

  it('are undone when the run is interrupted before they are confirmed', async () => {
    const interruption = new AbortController();
    const node = new FakeNode({ cells: before, before: { 'set value of a': () => interruption.abort() } });
    const world = worldOf(node, { signal: interruption.signal });
    const summary = await planAndApply(world, [play(['n'], [safeguarded(cell('a'))])]);
    assert.deepEqual(valuesOf(node), { a: 'old', b: 'old' });
    assert.include(summary.nodes[0]?.diagnostics[0]?.detail ?? '', 'The run was interrupted.');
  });

  it('are unknown when the node never answers again', async () => {
    const node = new FakeNode({ cells: before, safeguard: 'is lost' });
    const summary = await planAndApply(worldOf(node), [play(['n'], [safeguarded(cell('a'))])]);
    assert.deepEqual(statusesOf(summary), { n: 'unknown' });
    assert.deepEqual(codesOf(summary, 'n'), ['SP709']);
  });

  it('are not made where the node cannot be told how to undo them', async () => {
    const node = new FakeNode({ cells: before, safeguard: 'is refused' });
    const summary = await planAndApply(worldOf(node), [play(['n'], [safeguarded(cell('a')), cell('b')])]);
    assert.deepEqual(node.executed, []);
    assert.deepEqual(outcomesOf(summary, 'n'), ['refused set value of a', 'not-started set value of b']);
    assert.deepEqual(codesOf(summary, 'n'), ['SP710']);
  });

  it('are refused in the plan where nothing brings back what was there', async () => {
    const world = createWorld({ n: new FakeNode({ cells: before }) });
    const { plan: made } = await plan(world, [play(['n'], [safeguarded(cell('a'))])]);
    const [shown] = made.plays[0]?.nodes ?? [];
    assert.deepEqual(
      shown?.diagnostics.map(({ code }) => code),
      ['SP711'],
    );
    assert.equal(shown?.changes[0]?.operations.length, 0);
  });

  it('leave no secret behind on this machine: what the node keeps is not in the journal', async () => {
    const node = new FakeNode({ cells: before });
    const world = worldOf(node);
    await planAndApply(world, [play(['n'], [{ ...safeguarded(cell('a')), taint: { value: 'whole' } }])]);
    assert.notInclude(JSON.stringify(world.journal), 'old');
  });
});
