import { assert } from 'chai';
import { cellModule } from '../../src/channel/cell-module.ts';
import { damage } from '../../src/conformance/damage.ts';
import { declareOrThrow, deepFreeze, evaluate } from '../../src/conformance/evaluate.ts';
import { hostileDeclarations } from '../../src/conformance/hostile-declarations.ts';

describe('the conformance kit', () => {
  it('damages each piece alone, and the same way every time', () => {
    const sections = [
      { bytes: Buffer.from('one\n'), code: 0 },
      { bytes: Buffer.from('two\n'), code: 0 },
    ];
    const damaged = [...damage(sections)];
    assert.deepEqual([...damage(sections)], damaged);
    for (const each of damaged) {
      assert.equal(each.filter((section, index) => section !== sections[index]).length, 1);
    }
  });

  it('puts hostile text into the identity, every text property and every list of texts', () => {
    const base = { identity: 'a', properties: { value: 'x' } };
    const texts = hostileDeclarations(cellModule, base, ['"']).map((each) => JSON.stringify(each));
    assert.include(texts, '{"identity":"\\"","properties":{"value":"x"}}');
    assert.include(texts, '{"identity":"a","properties":{"value":"\\""}}');
    assert.include(texts, '{"identity":"a","properties":{"value":"x","needs":["\\""]}}');
  });

  it('catches a module that writes into what it is given', () => {
    const careless = { ...cellModule, diff: (declared: object) => Object.assign(declared, { value: 1 }) && [] };
    const declared = deepFreeze(declareOrThrow(cellModule, { identity: 'a', properties: { value: 'x' } }));
    assert.throws(() => evaluate(careless as never, declared, { cell: { status: 'absent' } }), TypeError);
  });

  it('comes exactly as far as the engine would', () => {
    const declared = declareOrThrow(cellModule, { identity: 'a', properties: { value: 'x' } });
    const plan = (cause: { kind: 'denied'; what: string } | { kind: 'after'; address: `${string}:${string}` }) =>
      evaluate(cellModule, declared, { cell: { status: 'unknown', cause } }).work;
    assert.isNull(plan({ kind: 'denied', what: 'it' }));
    assert.equal(plan({ kind: 'after', address: 'bundle:b' })?.operations.length, 1);
  });
});
