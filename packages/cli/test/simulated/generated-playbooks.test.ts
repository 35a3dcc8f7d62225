import type { PlannedRun } from '@setpoint/engine';
import {
  type Address,
  actionKinds,
  countPlan,
  hasChanges,
  type JsonObject,
  type NodePlan,
  type NodeRun,
  type Operation,
  type RunSummary,
} from '@setpoint/model';
import { plainPalette, renderPlan } from '@setpoint/render';
import type { SimulatedHost } from '@setpoint/testkit';
import { assert, expect } from 'chai';
import type { CommandIo, ParsedArguments } from '../../src/command.ts';
import { planExitCode } from '../../src/project/plan-project.ts';
import { generateProject } from './playbook.ts';
import { randomFrom } from './random.ts';
import { type Simulation, simulate } from './simulate.ts';
import { digestOf, generateHost } from './world.ts';

const totalsLine = /^(Plan:|No changes:|Nothing to apply)/;

/** Give `SEED` to look at one playbook again. */
const seeds =
  process.env['SEED'] === undefined
    ? Array.from({ length: 500 }, (_, index) => index + 1)
    : [Number(process.env['SEED'])];

/** One made-up playbook: planned, applied, planned again, applied again. */
type Story = {
  readonly simulation: Simulation;
  readonly hosts: ReadonlyMap<string, SimulatedHost>;
  readonly untouched: boolean;
  readonly first: PlannedRun;
  readonly applied: RunSummary;
  /** How many steps the first apply took. */
  readonly steps: number;
  readonly second: PlannedRun;
};

describe('500 made-up playbooks on simulated hosts', function () {
  this.timeout(60_000);
  const stories = new Map<number, Story>();

  before(async () => {
    for (const seed of seeds) stories.set(seed, await tell(seed));
  });

  const each = (check: (story: Story) => void): void => {
    for (const [seed, story] of stories) {
      try {
        check(story);
      } catch (error) {
        if (error instanceof Error) error.message = `With SEED=${seed}: ${error.message}`;
        throw error;
      }
    }
  };

  it('are planned without a change of any host', () => {
    each(({ untouched }) => assert.isTrue(untouched));
  });

  it('are applied by what the plan shows and nothing else', () => {
    each(({ simulation, first, steps }) => {
      const planned = new Set(
        first.nodes.flatMap((node) => operationsOf(node).map((each) => key(node.node.name, each))),
      );
      for (const { node, step } of simulation.steps.slice(0, steps)) {
        for (const part of partsOf(step.operation)) assert.isTrue(planned.has(key(node, part)), key(node, part));
      }
    });
  });

  it('have exactly one outcome for each planned operation, told once as it happens', () => {
    each(({ simulation, first, applied }) => {
      for (const run of applied.nodes) {
        const shown = first.plan.plays.flatMap((play) => play.nodes).filter((nodePlan) => nodePlan.node === run.node);
        const titles = (of: NodePlan): readonly string[] =>
          of.changes.flatMap((change) => change.operations.map(({ title }) => `${change.address} ${title}`));
        expect(run.outcomes.map(({ address, title }) => `${address} ${title}`)).to.deep.equal(shown.flatMap(titles));
      }
      const told = simulation.events.flatMap((event) => (event.kind === 'operation-ended' ? [nameOutcome(event)] : []));
      const ended = applied.nodes.flatMap(({ node, outcomes }) =>
        outcomes.map((each) => nameOutcome({ node, ...each })),
      );
      expect(told.filter((each) => !ended.includes(each))).to.deep.equal([]);
      expect(ended.filter((each) => isOver(each) && !told.includes(each))).to.deep.equal([]);
      expect(new Set(told).size).to.equal(told.length);
    });
  });

  it('converge, or say for each node what is in the way', () => {
    each(({ first, applied }) => {
      for (const run of applied.nodes) {
        // A roll-out that stopped says so of the node that stopped it.
        if (run.status === 'converged' || run.status === 'not-started') continue;
        const reasons = run.diagnostics.filter(({ severity }) => severity === 'error').length;
        const failures = run.outcomes.filter(({ outcome }) => outcome.status === 'failed').length;
        assert.isAbove(reasons + failures + troubles(first, run.node), 0, `${run.node} is ${run.status}`);
      }
    });
    const all = [...stories.values()].flatMap(({ applied }) => applied.nodes);
    assert.isAbove(all.filter(({ status }) => status === 'converged').length / all.length, 0.6);
  });

  it('leave a second plan empty, and a second apply has nothing to do', async () => {
    each(({ second, applied }) => {
      for (const { node } of applied.nodes.filter(isConverged)) {
        const left = changesOf(second, node).filter(({ operations }) => operations.length > 0);
        const acts = new Set(left.filter(({ edits }) => edits.some(({ act }) => act === true)).map(addressOf));
        expect(left.filter((change) => !isDueTo(acts, change)).map(addressOf)).to.deep.equal([]);
      }
    });
    for (const { simulation, hosts, second } of stories.values()) {
      if (hasChanges(second.plan)) continue;
      const before = digestsOf(hosts);
      await simulation.apply(second);
      expect(digestsOf(hosts)).to.deep.equal(before);
    }
  });

  it('print totals that are those of their changes', () => {
    each(({ first, second }) => {
      for (const { plan } of [first, second]) {
        const changes = plan.plays.flatMap((play) => play.nodes.flatMap((node) => node.changes));
        const text = textOf(plan);
        const [line = '', ...others] = text.split('\n').filter((each) => totalsLine.test(each));
        assert.lengthOf(others, 0);
        for (const action of Object.keys(actionKinds)) {
          const count = changes.filter((change) => change.action === action).length;
          expect(plan.totals.actions[action as keyof typeof actionKinds]).to.equal(count);
          const printed = line.startsWith('Plan:') ? countOf(line, action) : undefined;
          if (printed !== undefined) expect(printed, action).to.equal(count);
        }
        expect(plan.totals).to.deep.equal(countPlan(plan.plays));
      }
    });
  });

  it('never say "no changes" with the exit code that means changes', () => {
    const codes = new Set<number>();
    each(({ first, second }) => {
      for (const { plan } of [first, second]) {
        const says = textOf(plan).includes('No changes');
        const code = planExitCode(plan, detailed, quiet);
        codes.add(code);
        expect(says, `exit code ${code}`).to.equal(code === 0);
      }
    });
    // What is never seen is not held.
    if (seeds.length > 1) expect([...codes]).to.have.members([0, 1, 2, 3]);
  });
});

async function tell(seed: number): Promise<Story> {
  const random = randomFrom(seed);
  const project = generateProject(random);
  const hosts = new Map(project.nodes.map((node) => [node, generateHost(random)]));
  const simulation = await simulate(project, hosts);
  assert.deepEqual(simulation.problems, [], `With SEED=${seed}`);
  const before = digestsOf(hosts);
  const first = await simulation.plan();
  const untouched = digestsOf(hosts).join() === before.join();
  const applied = await simulation.apply(first);
  const steps = simulation.steps.length;
  return { simulation, hosts, untouched, first, applied, steps, second: await simulation.plan() };
}

function digestsOf(hosts: ReadonlyMap<string, SimulatedHost>): readonly string[] {
  return [...hosts.values()].map(digestOf);
}

/** Equal plans give equal text, so each is rendered once. */
function textOf(plan: PlannedRun['plan']): string {
  const options = { palette: plainPalette, width: 1000, verbose: false, showAll: false, sources: () => undefined };
  const text = texts.get(plan) ?? renderPlan(plan, options);
  texts.set(plan, text);
  return text;
}

const texts = new WeakMap<PlannedRun['plan'], string>();

/** The number that the totals' line gives for an action; undefined where it leaves it out. */
function countOf(text: string, action: string): number | undefined {
  const words = { none: 'unchanged', unknown: 'unknown' }[action] ?? `to ${action}`;
  const count = new RegExp(`(\\d+) ${words}`).exec(text)?.[1];
  return count === undefined ? undefined : Number(count);
}

function operationsOf(node: PlannedRun['nodes'][number]): readonly Operation[] {
  return node.parts.flatMap((part) => part.planned.flatMap(({ change }) => change.operations)).flatMap(partsOf);
}

/** What an operation consists of: the acts on units and the packages, which adjacent resources do together, or itself. */
function partsOf(operation: Operation): readonly Operation[] {
  const { acts, transaction } = operation.action;
  const changes = (transaction as { readonly changes?: readonly JsonObject[] } | undefined)?.changes;
  const parts = (acts as readonly JsonObject[] | undefined) ?? changes;
  if (parts === undefined) return [operation];
  return parts.map((part) => ({ ...operation, title: nameOf(part) }));
}

/** What is done to what; the version of a package that was not known before is told later. */
function nameOf({ verb, id, act, name }: JsonObject): string {
  return [verb, id, act, name].filter((word) => typeof word === 'string').join(' ');
}

function key(node: string, { title }: Operation): string {
  return `${node}: ${title}`;
}

function nameOutcome(ended: { readonly node: string } & NodeRun['outcomes'][number]): string {
  return `${ended.outcome.status}: ${ended.address} on ${ended.node}: ${ended.title}`;
}

function isOver(ended: string): boolean {
  return ended.startsWith('done: ') || ended.startsWith('failed: ');
}

function isConverged({ status }: NodeRun): boolean {
  return status === 'converged';
}

function troubles({ plan }: PlannedRun, node: string): number {
  const own = plan.plays.flatMap((play) => play.nodes).filter((nodePlan) => nodePlan.node === node);
  return own.filter(({ status }) => status !== 'planned').length;
}

function changesOf({ plan }: PlannedRun, node: string): NodePlan['changes'] {
  return plan.plays.flatMap((play) => play.nodes.filter((each) => each.node === node).flatMap((each) => each.changes));
}

function addressOf({ address }: { readonly address: Address }): Address {
  return address;
}

/** A command that always runs is always planned, and so is what cannot be known before it ran. */
function isDueTo(acts: ReadonlySet<Address>, change: NodePlan['changes'][number]): boolean {
  return acts.has(change.address) || change.unknowns.some((cause) => cause.kind === 'after' && acts.has(cause.address));
}

const detailed: ParsedArguments = {
  positional: [],
  flag: (name) => name === 'detailed-exitcode',
  value: () => undefined,
  values: () => [],
};

const quiet = { interruptedBy: () => undefined } as unknown as CommandIo;
