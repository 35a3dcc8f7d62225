import { assert } from 'chai';
import { filterNames, testNames } from '../../src/expression/builtin-names.ts';
import { createEngine, type EngineContext } from '../../src/expression/engine.ts';
import { referencesOf } from '../../src/expression/references.ts';

const engine = createEngine();
const evaluate = (expression: string, context: EngineContext = {}) =>
  engine.evaluate(expression, context, (name) => `<${name}>`);

describe('the expression engine', () => {
  it('tells nothing from undefined', () => {
    assert.deepEqual(evaluate('x', { x: null }), { kind: 'value', value: null });
    assert.deepEqual(evaluate('none'), { kind: 'value', value: null });
    assert.deepEqual(evaluate('x'), { kind: 'undefined' });
    assert.deepEqual(evaluate('x.y', { x: {} }), { kind: 'undefined' });
    assert.deepEqual(evaluate('[x.y]', { x: {} }), { kind: 'undefined' });
    assert.deepEqual(evaluate('[x.y, 1]', { x: { y: null } }), { kind: 'value', value: [null, 1] });
  });

  it('gives maps and lists as JSON', () => {
    assert.deepEqual(evaluate('{"b": [1, 2.5, true], "a": {"c": "d"}}'), {
      kind: 'value',
      value: { a: { c: 'd' }, b: [1, 2.5, true] },
    });
  });

  it('knows the filters and tests that the reference lists', () => {
    for (const name of filterNames) {
      const result = evaluate(`x | ${name}`, { x: 'a' });
      assert.isFalse(result.kind === 'failed' && /unknown filter/.test(result.failure.message), name);
    }
    for (const name of testNames) {
      const result = evaluate(`x is ${name}`, { x: 'a' });
      assert.isFalse(result.kind === 'failed' && /unknown test/.test(result.failure.message), name);
    }
  });

  it('answers secret() and cannot reach anything else', () => {
    assert.deepEqual(evaluate('secret("a")'), { kind: 'value', value: '<a>' });
    for (const name of ['debug', 'require', 'process', 'fetch', 'import'])
      assert.equal(evaluate(`${name}()`).kind, 'failed', name);
  });

  it('stops what takes too long', () => {
    const result = engine.render('t', '{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}', {
      context: {},
      secret: () => '',
    });
    assert.equal(result.kind === 'failed' ? result.failure.kind : '', 'fuel');
  });

  it('never puts values of variables into a failure', () => {
    const result = evaluate('x + 1 + nope', { x: 'hunter2' });
    assert.equal(result.kind, 'failed');
    assert.notInclude(JSON.stringify(result), 'hunter2');
  });
});

describe('the names that an expression uses', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['a', ['a']],
    ['a.b + c["d"]', ['a', 'c']],
    ['x | default(y) | upper', ['x', 'y']],
    ['x is defined and not y is none', ['x', 'y']],
    ['"text a" ~ \'b\'', []],
    ['list | sort(attribute="name", reverse=flag)', ['list', 'flag']],
    ['a if b else c', ['a', 'b', 'c']],
    ['x == y', ['x', 'y']],
    ['größe + 1', ['größe']],
  ];
  for (const [expression, names] of cases) {
    it(`finds those in \`${expression}\``, () =>
      assert.deepEqual(
        referencesOf(expression).map(({ name }) => name),
        names,
      ));
  }
});
