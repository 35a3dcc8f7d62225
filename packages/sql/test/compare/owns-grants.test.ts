import { assert } from 'chai';
import type { Catalogue, Fact } from '../../src/catalogue/fact.ts';
import { scopeOf } from '../../src/compare/scope.ts';
import type { Owns } from '../../src/declaration/declaration.ts';

const schema: Fact = { key: 'schema:app', kind: 'schema', name: ['app'], payload: {}, needs: [] };
const table: Fact = {
  key: 'table:app.t',
  kind: 'table',
  name: ['app', 't'],
  parent: 'schema:app',
  payload: {},
  needs: [],
};

function grantTo(role: string): Fact {
  const name = ['table', 'app', 't', role];
  return {
    key: `grant:${name.join('.')}`,
    kind: 'grant',
    name,
    parent: table.key,
    payload: { held: ['SELECT'] },
    needs: [],
  };
}

function catalogue(...grants: readonly Fact[]): Catalogue {
  return { facts: [schema, table, ...grants], unmodelled: [], sizes: {} };
}

/** The roles whose grants stand on each side of the comparison. */
function sides(live: Catalogue, wanted: Catalogue, grants?: Owns['grants']): readonly (readonly string[])[] {
  const owns = { schemas: ['app'], except: [], extensions: false, ...(grants === undefined ? {} : { grants }) };
  const scope = scopeOf({ live, wanted, owns, prune: true });
  return [scope.live, scope.wanted].map((facts) =>
    facts.filter(({ kind }) => kind === 'grant').map(({ name }) => name.at(-1) ?? ''),
  );
}

describe('the privileges on what is owned', () => {
  const live = catalogue(grantTo('reader'));

  it('stay as they are when the declaration says nothing of privileges', () => {
    assert.deepEqual(sides(live, catalogue(), 'declared'), [['reader'], ['reader']]);
  });

  it('stay so although everybody may use the public schema of a new database', () => {
    const name = ['schema', 'public', 'PUBLIC'];
    const builtIn = { ...grantTo('PUBLIC'), key: `grant:${name.join('.')}`, name, parent: 'schema:public' };
    assert.deepEqual(sides(live, catalogue(builtIn), 'declared'), [['reader'], ['reader']]);
  });

  it('are compared when the declaration grants anything', () => {
    assert.deepEqual(sides(live, catalogue(grantTo('writer')), 'declared'), [['reader'], ['writer']]);
  });

  it('are compared, or left to others, when that is said', () => {
    assert.deepEqual(sides(live, catalogue(), true), [['reader'], []]);
    assert.deepEqual(sides(live, catalogue(grantTo('writer')), false), [['reader'], ['reader']]);
  });

  it('of an object that goes, go with it', () => {
    const without: Catalogue = { facts: [schema], unmodelled: [], sizes: {} };
    assert.deepEqual(sides(live, without, 'declared'), [['reader'], []]);
  });
});
