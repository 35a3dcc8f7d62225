import { assert } from 'chai';
import type { Fact, FactKey } from '../../src/catalogue/fact.ts';
import { hasOwner, needsOf } from '../../src/compare/fact-index.ts';
import { catalogue, compareToys, textsOf, toy } from './toy.ts';

const runs = 500;

describe('the order of statements', () => {
  it(`never does what a server would refuse, in ${runs} random pairs of schemas`, () => {
    for (let seed = 1; seed <= runs; seed += 1) {
      const random = randomFrom(seed);
      const [live, wanted] = [randomFacts(random), randomFacts(random)];
      const comparison = compareToys(catalogue(...live), catalogue(...wanted));
      assert.deepEqual(comparison.problems, [], `seed ${seed}`);
      const database = new SimulatedDatabase([...catalogue(...live).facts], [...catalogue(...wanted).facts]);
      for (const text of textsOf(comparison)) database.run(text, seed);
      assert.sameMembers(
        [...database.keys()],
        catalogue(...wanted).facts.map(({ key }) => key),
        `seed ${seed}`,
      );
      assert.deepEqual(database.stale(), [], `seed ${seed}`);
    }
  });
});

/** A database that knows nothing but who needs whom, and refuses like a server without CASCADE. */
class SimulatedDatabase {
  readonly #there: Map<FactKey, Fact>;
  readonly #wanted: ReadonlyMap<FactKey, Fact>;

  constructor(live: readonly Fact[], wanted: readonly Fact[]) {
    this.#there = new Map(live.map((fact) => [fact.key, fact]));
    this.#wanted = new Map(wanted.map((fact) => [fact.key, fact]));
  }

  run(text: string, seed: number): void {
    const [verb, key] = [text.slice(0, text.indexOf(' ')), text.slice(text.indexOf(' ') + 1)];
    const refuse = (why: string): never => assert.fail(`seed ${seed}: ${text}: ${why}`);
    if (verb === 'drop') this.#drop(key, refuse);
    else if (verb === 'create') this.#create(key, refuse);
    else if (verb === 'alter') this.#alter(key, refuse);
    else refuse('it is no statement');
  }

  keys(): readonly FactKey[] {
    return [...this.#there.keys()];
  }

  /** What is there and is not as declared. */
  stale(): readonly FactKey[] {
    return [...this.#there.values()]
      .filter((fact) => JSON.stringify(fact) !== JSON.stringify(this.#wanted.get(fact.key)))
      .map(({ key }) => key);
  }

  #drop(key: FactKey, refuse: (why: string) => never): void {
    const going = this.#below(key);
    if (!this.#there.has(key)) refuse('it is not there');
    for (const fact of this.#there.values()) {
      const hurt = going.has(fact.key) ? undefined : needsOf(fact).find((need) => going.has(need));
      if (hurt !== undefined) refuse(`${fact.key} needs ${hurt}`);
    }
    for (const gone of going) this.#there.delete(gone);
  }

  #create(key: FactKey, refuse: (why: string) => never): void {
    const fact = this.#wanted.get(key) ?? refuse('nobody declared it');
    const absorbed = [...this.#wanted.values()].filter((child) => child.kind === 'column' && child.parent === key);
    for (const made of [fact, ...absorbed]) {
      if (this.#there.has(made.key)) refuse(`${made.key} is there already`);
      this.#there.set(made.key, made);
    }
    for (const made of [fact, ...absorbed]) {
      const missing = [...needsOf(made), ...(made.parent === undefined ? [] : [made.parent])].find(
        (need) => !this.#there.has(need),
      );
      if (missing !== undefined) refuse(`${made.key} needs ${missing}`);
    }
  }

  #alter(key: FactKey, refuse: (why: string) => never): void {
    const fact = this.#wanted.get(key) ?? refuse('nobody declared it');
    if (!this.#there.has(key)) refuse('it is not there');
    const missing = needsOf(fact).find((need) => !this.#there.has(need));
    if (missing !== undefined) refuse(`it needs ${missing}`);
    for (const other of this.#there.values()) {
      if (other.kind === 'view' && fact.kind === 'column' && other.needs.includes(key))
        refuse(`${other.key} stands on it`);
    }
    this.#there.set(key, fact);
  }

  #below(key: FactKey): Set<FactKey> {
    const found = new Set([key]);
    for (let size = 0; size !== found.size; ) {
      size = found.size;
      for (const fact of this.#there.values()) if (hasOwner(fact) && found.has(fact.parent ?? '')) found.add(fact.key);
    }
    return found;
  }
}

/** Tables with columns, foreign keys both ways, and views on columns and on other views. */
function randomFacts(random: () => number): readonly Fact[] {
  const facts: Fact[] = [];
  const flip = (chance: number): boolean => random() < chance;
  const tables = ['a', 'b', 'c', 'd'].filter(() => flip(0.7));
  const columns = tables.flatMap((table) =>
    ['x', 'y', 'z'].filter(() => flip(0.6)).map((column) => `app.${table}.${column}`),
  );
  facts.push(...tables.map((table) => toy('table', `app.${table}`)));
  facts.push(
    ...columns.map((column) => toy('column', column, { payload: { type: flip(0.5) ? 'integer' : 'bigint' } })),
  );
  for (const from of tables) {
    const to = tables[Math.floor(random() * tables.length)];
    if (to !== undefined && flip(0.5))
      facts.push(toy('constraint', `app.${from}.fk`, { needs: [`table:app.${to}`], payload: { to } }));
  }
  const views: string[] = [];
  for (const name of ['v', 'w', 'u']) {
    const needs = [
      ...columns.filter(() => flip(0.25)).map((column) => `column:${column}`),
      ...views.filter(() => flip(0.4)),
    ];
    if (needs.length === 0) continue;
    const view = toy('view', `app.${name}`, { needs, payload: { needs } });
    facts.push(view);
    views.push(view.key);
  }
  return facts;
}

/** A small generator with a seed (mulberry32), so that a failure can be run again. */
function randomFrom(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
