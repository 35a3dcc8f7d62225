import { assert } from 'chai';
import type { Fact } from '../../src/catalogue/fact.ts';
import type { SqlStatement } from '../../src/declaration/split/split.ts';
import { withoutStrayExtensions } from '../../src/scratch/stray-extensions.ts';

const extensions = ['plpgsql', 'hstore', 'citext', 'uuid-ossp', 'Odd'];

const facts: readonly Fact[] = [
  ...extensions.map((name) => fact(`extension:${name}`, 'extension', [name])),
  { ...fact('comment:hstore', 'comment', ['extension', 'hstore']), parent: 'extension:hstore' },
  { ...fact('column:t.a', 'column', ['t', 'a']), needs: ['extension:citext'] },
];

describe('extensions of a database that a declaration is loaded into', () => {
  for (const { title, sql, left } of [
    { title: 'are not declared only because they are there', sql: [], left: ['citext', 'plpgsql'] },
    {
      title: 'are declared by the statements that make them, however these are written',
      sql: [
        '-- keys\ncreate extension if not exists "uuid-ossp" schema x',
        'CREATE EXTENSION HStore;',
        'CREATE EXTENSION "Odd"',
      ],
      left: ['Odd', 'citext', 'hstore', 'plpgsql', 'uuid-ossp'],
    },
    {
      title: 'are not declared by other statements that name them',
      sql: ['DROP EXTENSION hstore'],
      left: ['citext', 'plpgsql'],
    },
  ]) {
    it(title, () => {
      const catalogue = withoutStrayExtensions({ facts, unmodelled: [], sizes: {} }, sql.map(statementOf));
      const names = catalogue.facts.filter(({ kind }) => kind === 'extension').map(({ name }) => name[0]);
      assert.sameMembers(names, left);
      const isThere = catalogue.facts.some(({ key }) => key === 'comment:hstore');
      assert.equal(isThere, left.includes('hstore'), 'what is said of one goes with it');
    });
  }
});

function fact(key: string, kind: string, name: readonly string[]): Fact {
  return { key, kind, name, payload: {}, needs: [] };
}

function statementOf(text: string): SqlStatement {
  return { file: 'schema.sql', text, line: 1, column: 1, offset: 0, settings: [] };
}
