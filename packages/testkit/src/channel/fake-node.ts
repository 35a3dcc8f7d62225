import type {
  Answer,
  ExecuteWatch,
  JsonObject,
  LockHolder,
  LockResult,
  Operation,
  Outcome,
  Query,
  SafeguardEnd,
  SafeguardOrder,
  SafeguardResult,
  Step,
} from '@setpoint/model';

/** A named thing of a fake node. A locked cell must be unlocked before it takes a value. */
export type Cell = { readonly value?: string; readonly password?: string; readonly locked?: boolean };

/** What a fake node is made with and what will go wrong on it. */
export type FakeNodeOptions = {
  readonly cells?: Readonly<Record<string, Cell>>;
  /** Bundles that can be installed, and the cells that each brings. */
  readonly catalogue?: Readonly<Record<string, Readonly<Record<string, Cell>>>>;
  /** Cells that the account may not read. */
  readonly denied?: readonly string[];
  /** Cells that have no value, as the node says. */
  readonly unavailable?: readonly string[];
  /** Cells that forget what they are told: writing succeeds and changes nothing. */
  readonly forgetful?: readonly string[];
  /** Titles of operations that end badly: `fails` does nothing, `is lost` happens without a record. */
  readonly faults?: Readonly<Record<string, 'fails' | 'is lost'>>;
  /** Happens on the node just before an operation of that title. */
  readonly before?: Readonly<Record<string, () => void>>;
  /** What the node says to whoever wants to lock it, when it is not able to. */
  readonly lock?: Extract<LockResult, { kind: 'unsupported' | 'refused' }>;
  /** What comes of a safeguard: it is confirmed, unless nobody gets through any more, the node is lost, or it takes none. */
  readonly safeguard?: 'is cut off' | 'is lost' | 'is refused';
  /** Its waves answer what is asked after them. */
  readonly answersAfterwards?: boolean;
  /** Resolves when the node answers; the order of answers of different nodes follows from it. */
  readonly answersAfter?: () => Promise<void>;
};

/** A little state machine that stands for a node: cells, bundles, a lock, and a log of what was executed on it. */
export class FakeNode {
  readonly cells: Map<string, Cell>;
  readonly bundles = new Set<string>();
  /** Titles of the operations that were executed, in order. */
  readonly executed: string[] = [];
  /** How many times the node was asked. */
  asked = 0;
  isReachable = true;
  /** What the node was told to do by itself, in order. */
  readonly safeguards: SafeguardOrder[] = [];
  readonly lockFault: FakeNodeOptions['lock'];
  holder: LockHolder | undefined;
  /** How many times it was locked. */
  held = 0;
  readonly #options: FakeNodeOptions;

  constructor(options: FakeNodeOptions = {}) {
    this.#options = options;
    this.lockFault = options.lock;
    this.cells = new Map(Object.entries(options.cells ?? {}));
  }

  /** Resolves when the node gets round to answering. */
  async respond(): Promise<void> {
    this.asked += 1;
    await this.#options.answersAfter?.();
  }

  /** The answer to one query; what nobody knows is unknown. */
  read(query: Query): Answer {
    const name = textOf(query, 'name');
    if (query.kind === 'bundle') {
      return this.bundles.has(name) ? { status: 'found', value: {} } : { status: 'absent' };
    }
    if (query.kind !== 'cell') return { status: 'unknown', cause: { kind: 'unavailable', what: query.kind } };
    if (this.#options.unavailable?.includes(name) === true) {
      return { status: 'unknown', cause: { kind: 'unavailable', what: `cell ${name} says that it has no value` } };
    }
    if (this.#options.denied?.includes(name) === true) {
      return { status: 'unknown', cause: { kind: 'denied', what: `cell ${name}` } };
    }
    const cell = this.cells.get(name);
    return cell === undefined ? { status: 'absent' } : { status: 'found', value: { ...cell } };
  }

  /** Executes a wave, one step after the other, as a driver's program on the node does. */
  async execute(steps: readonly Step[], watch: ExecuteWatch): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const [position, step] of steps.entries()) {
      const obstacle = this.#obstacle(step, outcomes, watch);
      if (obstacle === undefined) watch.onStart?.(position);
      const outcome = obstacle ?? this.#perform(step.operation);
      outcomes.push(outcome);
      watch.onOutcome?.(position, outcome);
      // Others go on while a step runs.
      await Promise.resolve();
    }
    const { askAfterwards } = watch;
    if (this.#options.answersAfterwards === true && outcomes.every(({ status }) => status === 'done'))
      askAfterwards?.onAnswers(askAfterwards.questions.map(({ query }) => this.read(query)));
    return outcomes;
  }

  /** Takes a safeguard, and goes back as a node does by itself. */
  safeguard(order: SafeguardOrder): SafeguardResult {
    const fate = this.#options.safeguard;
    if (fate === 'is refused') return { kind: 'refused', why: 'the node takes none' };
    this.safeguards.push(order);
    const goBack = async (why: string): Promise<SafeguardEnd> => {
      if (fate === 'is lost') return { kind: 'unknown', why: 'It did not answer again.' };
      const failures = order.steps.flatMap(({ operation }) => this.#change(operation.action) ?? []);
      return { kind: 'undone', why, failures };
    };
    const confirm = (): Promise<SafeguardEnd> =>
      fate === undefined ? Promise.resolve({ kind: 'confirmed' }) : goBack('No new connection got through.');
    return { kind: 'armed', safeguard: { confirm, giveUp: goBack } };
  }

  #obstacle(step: Step, outcomes: readonly Outcome[], watch: ExecuteWatch): Outcome | undefined {
    if (!this.isReachable) return { status: 'unknown', reason: 'the connection was lost' };
    if (watch.signal?.aborted === true) return { status: 'not-started', reason: 'the run was interrupted' };
    const isReady = step.needs.every((need) => outcomes[need]?.status === 'done');
    return isReady ? undefined : { status: 'not-started', reason: 'an operation before it was not done' };
  }

  #perform(operation: Operation): Outcome {
    const { title } = operation;
    this.#options.before?.[title]?.();
    this.executed.push(title);
    const fault = this.#options.faults?.[title];
    if (fault === 'fails') return { status: 'failed', durationMs: 1, reason: `${title} went wrong`, exitCode: 1 };
    const refusal = this.#change(operation.action);
    if (fault === 'is lost') {
      this.isReachable = false;
      return { status: 'unknown', reason: 'the connection was lost' };
    }
    return refusal === undefined
      ? { status: 'done', durationMs: 1 }
      : { status: 'failed', durationMs: 1, reason: refusal };
  }

  /** Makes the change; gives the reason when the node cannot. */
  #change(action: Operation['action']): string | undefined {
    const name = textOf(action, 'name');
    const cell = this.cells.get(name);
    switch (action.kind) {
      case 'set':
        if (cell?.locked === true) return `cell ${name} is locked`;
        if (this.#options.forgetful?.includes(name) === true) return undefined;
        this.cells.set(name, { ...cell, [textOf(action, 'property')]: textOf(action, 'value') });
        return undefined;
      case 'unlock':
        if (cell !== undefined) this.cells.set(name, { ...cell, locked: false });
        return undefined;
      case 'unset':
        this.cells.delete(name);
        return undefined;
      case 'install':
        return this.#install(action['names'] as readonly string[]);
      default:
        return `nobody knows how to ${action.kind}`;
    }
  }

  #install(names: readonly string[]): string | undefined {
    for (const name of names) {
      const brought = this.#options.catalogue?.[name];
      if (brought === undefined) return `there is no bundle ${name}`;
      this.bundles.add(name);
      for (const [cell, value] of Object.entries(brought)) {
        if (!this.cells.has(cell)) this.cells.set(cell, value);
      }
    }
    return undefined;
  }
}

function textOf(data: JsonObject, member: string): string {
  const value = data[member];
  return typeof value === 'string' ? value : '';
}
