import {
  type CompiledPlay,
  canonicalJson,
  type DeclaredResource,
  isJsonObject,
  type Json,
  type JsonObject,
} from '@setpoint/model';
import { FakeNode } from '@setpoint/testkit';
import { assert } from 'chai';
import fc from 'fast-check';
import { apply, cell, createWorld, declare, plan, plannedTitles, play, statusesOf } from './world.ts';

const names = ['a', 'b', 'c', 'd', 'e'];
const values = ['1', '2'];
const cells = fc.dictionary(fc.constantFrom(...names), fc.record({ value: fc.constantFrom(...values) }));

/** One generated resource: a cell with a value or none, or a bundle. */
const resource: fc.Arbitrary<DeclaredResource> = fc.oneof(
  fc
    .record({
      name: fc.constantFrom(...names),
      value: fc.constantFrom(...values),
      needs: fc.subarray(names, { maxLength: 1 }),
    })
    .map(({ name, value, needs }) =>
      cell(name, value, { after: needs.filter((each) => each < name).map((each) => `cell:${each}` as const) }),
    ),
  fc.constantFrom(...names).map((name) => declare(`cell:${name}`, { state: 'absent' })),
  fc.constantFrom('one', 'two').map((name) => declare(`bundle:${name}`)),
);

function isRemoval({ declared }: DeclaredResource): boolean {
  return isJsonObject(declared as Json) && (declared as JsonObject)['state'] === 'absent';
}

/** What is declared of some nodes, and what is on each of them. */
const specification = fc.record({
  // A play that removes a cell before a bundle brings it contradicts itself, so what is to be absent comes last.
  resources: fc
    .uniqueArray(resource, { maxLength: 7, selector: ({ address }) => address })
    .map((all) => [...all.filter((each) => !isRemoval(each)), ...all.filter(isRemoval)]),
  found: fc.array(cells, { minLength: 1, maxLength: 3 }),
  catalogue: fc.record({ one: cells, two: cells }),
});

describe('500 generated plays', () => {
  it('execute what was planned and nothing else, converge, and are not planned again', async () => {
    await fc.assert(
      fc.asyncProperty(specification, async ({ resources, found, catalogue }) => {
        const nodes = Object.fromEntries(
          found.map((each, index) => [`n${index}`, new FakeNode({ cells: each, catalogue })]),
        );
        const plays = [play(Object.keys(nodes), resources)];
        const world = createWorld(nodes);
        const planned = await plan(world, plays);
        const summary = await apply(world, planned);
        for (const run of summary.nodes) {
          const told = run.outcomes.map(({ title }) => title);
          assert.deepEqual(told, plannedTitles(planned, run.node));
          const done = run.outcomes.filter(({ outcome }) => outcome.status === 'done').map(({ title }) => title);
          assert.deepEqual(splitInstalls(nodes[run.node]?.executed ?? []), done);
        }
        assert.deepEqual([...new Set(Object.values(statusesOf(summary)))], ['converged']);
        const again = await plan(world, plays);
        assert.deepEqual(
          Object.keys(nodes).flatMap((name) => plannedTitles(again, name)),
          [],
        );
      }),
      { numRuns: 500, seed: 20261123 },
    );
  });
});

describe('a plan', () => {
  it('is the same bytes whoever answers first and however many are asked at once', async () => {
    const found = Array.from({ length: 12 }, (_, index) => ({ a: { value: values[index % 2] ?? '' } }));
    const texts = new Set<string>();
    for (const concurrency of [1, 50]) {
      for (let seed = 0; seed < 10; seed += 1) texts.add(await planText(found, { concurrency, seed }));
    }
    assert.equal(texts.size, 1);
  });
});

type Found = readonly Readonly<Record<string, { readonly value: string }>>[];

async function planText(
  found: Found,
  { concurrency, seed }: { readonly concurrency: number; readonly seed: number },
): Promise<string> {
  const nodes = Object.fromEntries(
    found.map((each, index) => [
      `n${index}`,
      new FakeNode({ cells: each, answersAfter: turns((index * 7 + seed * 5) % 12) }),
    ]),
  );
  const plays: readonly CompiledPlay[] = [
    play(Object.keys(nodes), [declare('bundle:one'), cell('a'), cell('b')]),
    play(Object.keys(nodes).slice(3), [cell('a', '2')]),
  ];
  const { plan: planned } = await plan(createWorld(nodes, { concurrency }), plays);
  return canonicalJson(planned as unknown as Json);
}

/** Lets as many turns of the event loop pass. */
function turns(count: number): () => Promise<void> {
  return async () => {
    for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
}

/** Installations are fused: `install one two` stands for both. */
function splitInstalls(executed: readonly string[]): readonly string[] {
  return executed.flatMap((title) => {
    const [verb, ...bundles] = title.split(' ');
    return verb === 'install' ? bundles.map((name) => `install ${name}`) : [title];
  });
}
