import { assert } from 'chai';
import { queryKinds } from '../../src/queries/index.ts';

describe('the shell functions of query kinds', () => {
  it('have names of their own, because all kinds may stand in one program', () => {
    const libraries = [...queryKinds.values()].flatMap(({ library, shared }) => [library, shared ?? library]);
    const bodies = new Map<string, Set<string>>();
    for (const text of new Set(libraries.map(({ shell }) => shell)))
      for (const [definition, name = ''] of text.matchAll(/^(sp_\w+)\(\) \{(?: .* \}$|\n.*?^\}$)/gms))
        bodies.set(name, (bodies.get(name) ?? new Set()).add(definition));
    assert.isAbove(bodies.size, 80);
    assert.deepEqual(
      [...bodies].flatMap(([name, all]) => (all.size > 1 ? [name] : [])),
      [],
    );
  });
});
