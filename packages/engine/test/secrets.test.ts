import { cellModule, FakeNode } from '@setpoint/testkit';
import { assert } from 'chai';
import { apply, createWorld, declare, plan, play } from './world.ts';

const canary = 'canary-5Jq8';
const former = 'former-9Zt1';

/** A module whose every text says what the cell is to hold: the careless author that the engine must make up for. */
const talkative: typeof cellModule = {
  ...cellModule,
  type: 'talkative',
  operations: (declared, edits, observed) => {
    const work = cellModule.operations(declared, edits, observed);
    return {
      reasons: [`because of ${canary}`],
      operations: work.operations.map((operation) => ({
        ...operation,
        title: `${operation.title} to ${canary}`,
        hazards: [{ kind: 'privilege', message: `${canary} opens it` }],
      })),
    };
  },
};

describe('a secret', () => {
  const modules = [talkative];
  const secrets = [canary, former];
  const resources = [
    declare('cell:password', { password: canary }),
    declare('cell:plain', { value: `with ${canary} inside` }, { taint: { value: 'whole' } }),
    declare('cell:untainted', { value: `with ${canary} inside` }),
    declare('talkative:t', { value: canary }, { modules }),
    declare('talkative:unlucky', { value: canary }, { modules }),
  ];
  const createNode = () =>
    new FakeNode({
      cells: { password: { password: former }, untainted: { value: former } },
      forgetful: ['plain', 'unlucky'],
      faults: { [`set value of unlucky to ${canary}`]: 'fails' },
    });

  it('stands in no plan, journal, event, summary or diagnostic', async () => {
    const world = createWorld({ n: createNode() }, { secrets, modules });
    const planned = await plan(world, [play(['n'], resources)]);
    const summary = await apply(world, planned);
    const told = JSON.stringify([planned.plan, world.journal, world.events, summary]);
    assert.isAbove(world.journal.length, 7);
    assert.notInclude(told, canary);
    assert.notInclude(told, former);
  });

  it('reaches the node nevertheless', async () => {
    const node = createNode();
    const world = createWorld({ n: node }, { secrets, modules });
    await apply(world, await plan(world, [play(['n'], resources)]));
    assert.equal(node.cells.get('password')?.password, canary);
    assert.equal(node.cells.get('t')?.value, canary);
  });

  it('shows as changed by its keyed digest', async () => {
    const world = createWorld({ n: createNode() }, { secrets, modules });
    const { plan: planned } = await plan(world, [play(['n'], resources)]);
    const [edit] = planned.plays[0]?.nodes[0]?.changes[0]?.edits ?? [];
    assert.equal(edit?.path, 'password');
    assert.equal(edit?.before.kind, 'sensitive');
    assert.equal(edit?.after.kind, 'sensitive');
  });

  it('is kept out of the proof that failed, too', async () => {
    const world = createWorld({ n: new FakeNode({ forgetful: ['password'] }) }, { secrets, modules });
    const summary = await apply(world, await plan(world, [play(['n'], resources.slice(0, 1))]));
    const [diagnostic] = summary.nodes[0]?.diagnostics ?? [];
    assert.equal(diagnostic?.code, 'SP701');
    assert.include(diagnostic?.detail, 'password is declared a secret value and was found absent');
  });
});
