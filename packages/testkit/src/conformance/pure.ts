import type { Answer, Answers, Json, ResourceModule } from '@setpoint/model';
import { assert } from 'chai';
import { damage } from './damage.ts';
import {
  declareOrThrow,
  declareWith,
  deepFreeze,
  distinctQueries,
  type Evaluation,
  evaluate,
  nameAnswers,
} from './evaluate.ts';
import { type ConformanceFixture, type Declared, hostileTexts, type RawAnswers } from './fixture.ts';
import { assertForeseeable } from './foreseeable.ts';
import { hostileDeclarations } from './hostile-declarations.ts';

/** Declares a mocha suite of everything that a module of any channel promises and that needs no node to prove. */
export function conformance(module: ResourceModule, fixture: ConformanceFixture, raw: RawAnswers): void {
  describe(`the type ${module.type} keeps the contract of modules:`, () => {
    const states = [fixture.create, fixture.change, ...(fixture.absent === undefined ? [] : [fixture.absent])];
    declaring(module, fixture, states);
    observing(module, states, raw);
    keepingSecrets(module, fixture);
  });
}

function declaring(module: ResourceModule, fixture: ConformanceFixture, states: readonly Declared[]): void {
  it('a declaration means the same every time, is JSON, and its identity is canonical', () => {
    for (const state of states) {
      const first = declareWith(module, deepFreeze(state));
      assert.deepEqual(declareWith(module, state), first);
      assert.equal(first.kind, 'declared', JSON.stringify(first));
      if (first.kind !== 'declared') continue;
      assert.deepEqual(throughJson(first.declared), first.declared);
      const again = declareWith(module, { ...state, identity: first.identity });
      assert.deepEqual(again, first);
      assert.deepEqual(module.references(first.declared), module.references(first.declared));
    }
  });

  it('hostile text in any property is refused with a reason or taken as it is, never thrown at', () => {
    for (const state of hostileDeclarations(module, fixture.create, hostileTexts)) {
      const result = declareWith(module, deepFreeze(state));
      if (result.kind === 'invalid') assert.isNotEmpty(result.problems.map(({ detail }) => detail).join(''));
      else evaluateAll(module, result.declared);
    }
  });
}

/** Runs a declaration through the module on answers of one status each. */
function evaluateAll(module: ResourceModule, declared: Json): void {
  for (const answer of plainAnswers) {
    const answers = Object.fromEntries(Object.keys(module.queries(declared)).map((name) => [name, answer]));
    check(module, declared, answers);
  }
}

const plainAnswers: readonly Answer[] = [
  { status: 'absent' },
  { status: 'unknown', cause: { kind: 'denied', what: 'everything' } },
  { status: 'unknown', cause: { kind: 'unavailable', what: 'everything' } },
  { status: 'unknown', cause: { kind: 'after', address: 'package:something' } },
];

function observing(module: ResourceModule, states: readonly Declared[], raw: RawAnswers): void {
  it('nothing found, nothing readable and nothing known yet are no surprise', () => {
    for (const state of states) {
      const declared = declareOrThrow(module, state);
      evaluateAll(module, declared);
      const names = Object.keys(module.queries(declared));
      assertForeseeable(module, declared, Object.fromEntries(names.map((name) => [name, { status: 'absent' }])));
    }
  });

  it('what this machine answers, whole, is understood', async () => {
    for (const state of states) {
      const declared = declareOrThrow(module, state);
      const queries = module.queries(declared);
      const asked = distinctQueries(queries);
      const answers = nameAnswers(queries, asked, raw.read(asked, await raw.print(asked)));
      check(module, declared, answers);
      assertForeseeable(module, declared, answers);
    }
  });

  it('empty, cut, altered and random answers give a state, an unknown or a diagnostic', async () => {
    for (const state of states) {
      const declared = declareOrThrow(module, state);
      const queries = module.queries(declared);
      const asked = distinctQueries(queries);
      for (const sections of damage(await raw.print(asked))) {
        check(module, declared, nameAnswers(queries, asked, raw.read(asked, sections)));
      }
    }
  });
}

function keepingSecrets(module: ResourceModule, { secret }: ConformanceFixture): void {
  if (secret === undefined) return;
  it('a secret stands in no title, reason, hazard, value or action', () => {
    const canary = 'canary0Xq7';
    const declared = declareOrThrow(module, secret(canary));
    const answers = Object.fromEntries(
      Object.keys(module.queries(declared)).map((name): [string, Answer] => [name, { status: 'absent' }]),
    );
    const { edits, work } = evaluate(module, declared, answers);
    // Line differences show content, and the engine masks them; so it does both values of an edit that is marked.
    const shown = edits.map(({ path, before, after, sensitive }) =>
      sensitive === true ? [path] : [path, before, after],
    );
    assert.notInclude(JSON.stringify([work, shown]), canary);
  });
}

/** Everything that holds for one declaration and one set of answers; gives what the module made of them. */
function check(module: ResourceModule, declared: Json, answers: Answers): Evaluation {
  deepFreeze(declared);
  deepFreeze(answers);
  const result = evaluate(module, declared, answers);
  assert.include(['present', 'absent', 'unknown'], result.observed.kind);
  assert.deepEqual(throughJson(result), result);
  deepFreeze(result);
  assert.deepEqual(evaluate(module, declared, answers), result, 'the same question has the same answer');
  if (result.work === null) return result;
  assert.equal(
    result.work.operations.length === 0,
    result.edits.length === 0,
    'no edits, no operations, and the reverse',
  );
  assertForeseen(module, declared, { answers, result });
  return result;
}

/** After its own prediction a resource has nothing left to do but acts, which no reading can prove. */
function assertForeseen(
  module: ResourceModule,
  declared: Json,
  { answers, result }: { readonly answers: Answers; readonly result: Evaluation },
): void {
  if (result.edits.length === 0) return;
  const predicted = { ...answers, ...module.predict(declared, answers).answers };
  const after = evaluate(module, declared, deepFreeze(predicted));
  const left = after.edits.filter(({ act, before }) => act !== true && before.kind !== 'unknown');
  assert.deepEqual(left, [], `predicted from ${JSON.stringify(answers)}`);
}

function throughJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
