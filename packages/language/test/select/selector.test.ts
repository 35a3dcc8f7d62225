import { assert } from 'chai';
import fc from 'fast-check';
import { select } from '../../src/select/selector.ts';

const space = {
  nodes: ['web1', 'web2', 'db1', 'db2', 'lb'],
  groups: new Map([
    ['web', ['web1', 'web2']],
    ['db', ['db1', 'db2']],
    ['eu', ['web1', 'db1']],
    ['all', ['web1', 'web2', 'db1', 'db2', 'lb']],
  ]),
};

function selected(text: string): readonly string[] | string {
  const selection = select(text, space, undefined);
  return selection.kind === 'selected' ? [...selection.nodes].sort() : selection.diagnostic.code;
}

const cases: readonly (readonly [string, readonly string[] | string])[] = [
  ['all', ['db1', 'db2', 'lb', 'web1', 'web2']],
  ['web1', ['web1']],
  ['web', ['web1', 'web2']],
  ['web*', ['web1', 'web2']],
  ['?b', ['db1', 'db2', 'lb']],
  ['?b & !db', ['lb']],
  ['web & eu', ['web1']],
  ['all & !db*', ['lb', 'web1', 'web2']],
  ['!db', ['lb', 'web1', 'web2']],
  ['web, lb', ['lb', 'web1', 'web2']],
  ['web, !web2', ['web1']],
  ['all, !web, !db', ['lb']],
  ['(web, db) & eu', ['db1', 'web1']],
  ['web & !eu, lb', ['lb', 'web2']],
  ['x*', []],
  ['nope', 'SP403'],
  ['', 'SP402'],
  ['web &', 'SP402'],
  ['web db', 'SP402'],
  ['(web', 'SP402'],
  ['web)', 'SP402'],
];

describe('selecting nodes', () => {
  for (const [text, expected] of cases) {
    it(`reads \`${text}\``, () => assert.deepEqual(selected(text), expected));
  }

  it('suggests the group that was probably meant', () => {
    const selection = select('wbe', space, undefined);
    assert.include(selection.kind === 'invalid' ? selection.diagnostic.hint : '', 'Did you mean `web`');
  });

  it('gives a selection or one diagnostic for any text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[webdlu12*?!&,() ]{0,20}$/), (text) => {
        const selection = select(text, space, undefined);
        if (selection.kind === 'selected') for (const node of selection.nodes) assert.include(space.nodes, node);
        else assert.match(selection.diagnostic.code, /^SP40[23]$/);
      }),
    );
  });

  it('keeps the laws of sets', () => {
    const name = fc.constantFrom('web', 'db', 'eu', 'all', 'web1', 'd*');
    fc.assert(
      fc.property(name, name, (left, right) => {
        assert.deepEqual(selected(`${left} & ${right}`), selected(`${right} & ${left}`));
        assert.deepEqual(selected(`${left}, !${right}`), selected(`${left} & !${right}`));
        assert.deepEqual(selected(`!(${left}, ${right})`), selected(`!${left} & !${right}`));
      }),
    );
  });
});
