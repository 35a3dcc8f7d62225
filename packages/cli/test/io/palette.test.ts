import { assert } from 'chai';
import { paletteFor } from '../../src/io/palette.ts';

const terminal = { isTty: true };

describe('Colours', () => {
  it('open again after a colour that ends inside', () => {
    const { red, green } = paletteFor(terminal, {}, false);
    assert.equal(red(`a ${green('b')} c`), '\x1b[31ma \x1b[32mb\x1b[39m\x1b[31m c\x1b[39m');
  });

  it('end before the end of a line and begin with the next one', () => {
    assert.equal(paletteFor(terminal, {}, false).bold('a\nb'), '\x1b[1ma\x1b[22m\n\x1b[1mb\x1b[22m');
  });

  it('leave an empty text empty', () => {
    assert.equal(paletteFor(terminal, {}, false).dim(''), '');
  });

  for (const [title, env, noColor] of [
    ['NO_COLOR', { NO_COLOR: '1' }, false],
    ['a terminal that knows none', { TERM: 'dumb' }, false],
    ['--no-color', {}, true],
  ] as const) {
    it(`are not used with ${title}`, () => {
      assert.equal(paletteFor(terminal, env, noColor).cyan('a'), 'a');
    });
  }
});
