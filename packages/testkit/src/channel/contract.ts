import type { Answer, Channel, LockHolder, Operation, Outcome, Question, Step } from '@setpoint/model';
import { assert } from 'chai';

/** What the contract needs to know of one kind of node, new for each test. */
export type ContractNode = {
  /** Opens another conversation with the same node. */
  readonly open: () => Promise<Channel>;
  /** Leaves a mark of that name on the node. */
  readonly mark: (name: string) => Operation;
  /** As `mark`, and takes long enough that an interruption arrives meanwhile. */
  readonly slowMark: (name: string) => Operation;
  readonly failing: Operation;
  /** Asks whether the mark is there. */
  readonly question: (name: string) => Question;
  /** Tells whether an answer shows the mark; a found answer does unless told otherwise. */
  readonly isMarked?: (answer: Answer) => boolean;
  readonly dispose: () => Promise<void>;
};

/** Declares a mocha suite that every channel must pass, those in memory and those with a network alike. */
export function channelContract(title: string, createNode: () => Promise<ContractNode>): void {
  describe(`${title}, as every channel`, () => {
    const opened: Opened = {} as Opened;
    beforeEach(async () => {
      const node = await createNode();
      Object.assign(opened, { node, channel: await node.open() });
    });
    afterEach(async () => {
      await opened.channel.close();
      await opened.node.dispose();
    });
    askingContract(opened);
    executingContract(opened);
    lockingContract(opened);
  });
}

/** The node and the conversation of the running test. */
type Opened = { readonly node: ContractNode; readonly channel: Channel };

function askingContract(opened: Opened): void {
  it('answers every question, in order, equal ones too', async () => {
    await run(opened, [{ operation: opened.node.mark('b'), needs: [] }]);
    assert.deepEqual(await find(opened, 'a', 'b', 'a', 'b', 'c'), [false, true, false, true, false]);
  });

  it('answers no questions with no answers', async () => {
    assert.deepEqual(await find(opened), []);
  });

  it('reads and changes nothing when it only asks', async () => {
    await find(opened, 'a');
    assert.deepEqual(await find(opened, 'a'), [false]);
  });
}

function executingContract(opened: Opened): void {
  it('gives one outcome per step, in their order, and tells each as it arrives', async () => {
    const told: string[] = [];
    const steps = ['a', 'b'].map((name) => ({ operation: opened.node.mark(name), needs: [] }));
    const outcomes = await opened.channel.execute(steps, {
      onStart: (step) => told.push(`start ${step}`),
      onOutcome: (step, outcome) => told.push(`${outcome.status} ${step}`),
    });
    assert.deepEqual(outcomes.map(statusOf), ['done', 'done']);
    assert.deepEqual(told, ['start 0', 'done 0', 'start 1', 'done 1']);
    assert.deepEqual(await find(opened, 'a', 'b'), [true, true]);
  });

  it('starts nothing that needs a failed step, directly or through another, and goes on with the rest', async () => {
    const outcomes = await run(opened, [
      { operation: opened.node.failing, needs: [] },
      { operation: opened.node.mark('a'), needs: [0] },
      { operation: opened.node.mark('b'), needs: [1] },
      { operation: opened.node.mark('c'), needs: [] },
    ]);
    assert.deepEqual(outcomes.map(statusOf), ['failed', 'not-started', 'not-started', 'done']);
    assert.deepEqual(await find(opened, 'a', 'b', 'c'), [false, false, true]);
  });

  it('does nothing once it was interrupted before', async () => {
    const outcomes = await opened.channel.execute([{ operation: opened.node.mark('a'), needs: [] }], {
      signal: AbortSignal.abort(),
    });
    assert.deepEqual(outcomes.map(statusOf), ['not-started']);
    assert.deepEqual(await find(opened, 'a'), [false]);
  });

  it('waits for the running step when it is interrupted, and starts no other', async () => {
    const interruption = new AbortController();
    const steps = [opened.node.slowMark('a'), opened.node.mark('b')].map((operation) => ({ operation, needs: [] }));
    const outcomes = await opened.channel.execute(steps, {
      signal: interruption.signal,
      onStart: () => interruption.abort(),
    });
    assert.deepEqual(outcomes.map(statusOf), ['done', 'not-started']);
    assert.deepEqual(await find(opened, 'a', 'b'), [true, false]);
  });
}

function lockingContract(opened: Opened): void {
  it('names the holder of the lock to whoever comes second, until it is released', async () => {
    const other = await opened.node.open();
    const held = await opened.channel.lock(holder);
    const second = await other.lock({ ...holder, run: 'second' });
    assert.equal(held.kind, 'held');
    assert.deepEqual(second, { kind: 'taken', by: holder });
    if (held.kind === 'held') await held.release();
    const third = await other.lock({ ...holder, run: 'third' });
    assert.equal(third.kind, 'held');
    if (third.kind === 'held') await third.release();
    await other.close();
  });
}

async function run({ channel }: Opened, steps: readonly Step[]): Promise<readonly Outcome[]> {
  return channel.execute(steps, {});
}

async function find({ channel, node }: Opened, ...names: readonly string[]): Promise<readonly boolean[]> {
  const result = await channel.ask(names.map((name) => node.question(name)));
  if (result.kind === 'failed') throw new Error(result.diagnostic.detail);
  return result.answers.map(node.isMarked ?? isFound);
}

const holder: LockHolder = { who: 'ann', host: 'desk', pid: 7, run: 'first', since: '2026-01-01T00:00:00.000Z' };

function statusOf(outcome: Outcome): string {
  return outcome.status;
}

function isFound(answer: Answer): boolean {
  return answer.status === 'found';
}
