import { assert } from 'chai';
import fc from 'fast-check';
import { splitStatements } from '../../../src/declaration/split/split.ts';

const piece = fc.oneof(
  fc.constantFrom(
    "'",
    '"',
    '`',
    '$$',
    '$a$',
    "E'",
    '--',
    '/*',
    '*/',
    '/*!50003 ',
    '#',
    ';',
    '(',
    ')',
    '\\',
    '\n',
    ' ',
    ',',
    '.',
    'BEGIN ',
    'ATOMIC ',
    'END ',
    'CASE ',
    'IF ',
    'CREATE ',
    'FUNCTION ',
    'TABLE ',
    'TYPE ',
    'AS ',
    'ENUM ',
    'COPY ',
    'DELIMITER //\n',
    '//',
    'SET ',
    'x',
    '1',
    '-- setpoint:renamed_from y\n',
    '/* @renamed from=z */',
  ),
  fc.string({ maxLength: 4 }),
);

describe('any text', () => {
  for (const product of ['postgres', 'mariadb'] as const) {
    it(`is cut into stretches of itself, in their order, and never breaks anything (${product})`, () => {
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
          const text = pieces.join('');
          const { statements, renames, problems } = splitStatements(product, { path: 'a.sql', text });
          let end = 0;
          for (const statement of statements) {
            assert.isAtLeast(statement.offset, end);
            end = statement.offset + statement.text.length;
            assert.equal(text.slice(statement.offset, end), statement.text);
            assert.notEqual(statement.text.trim(), '');
          }
          for (const { from, to } of renames) assert.isNotEmpty([...from, ...to]);
          for (const { line, column, message } of problems) {
            assert.isAtLeast(Math.min(line, column), 1);
            assert.match(message, /\.$/);
          }
        }),
        { numRuns: 3000 },
      );
    });
  }
});
