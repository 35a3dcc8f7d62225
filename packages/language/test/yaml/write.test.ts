import type { Json } from '@setpoint/model';
import { hostileTexts } from '@setpoint/testkit';
import { assert } from 'chai';
import { parse } from 'yaml';
import { writeYaml } from '../../src/yaml/write.ts';

describe('YAML that is written', () => {
  const texts = [
    ...hostileTexts,
    '0644',
    '1_000',
    '1e3',
    '0x10',
    'yes',
    'NO',
    'null',
    '~',
    '',
    ' ',
    'true',
    '2026-01-31',
    '12:30:45',
    '=',
    '<<',
    'a\n',
    'a\n\n\n',
    '\na\n',
    ' a\n',
    ' \n\n',
    '\n',
    'a\r\nb',
    '\ta\n',
    'a \nb\t\n',
    'a: b\n- c',
    '# x\n',
    '---\n',
    '...\n',
    'a\u0085b',
    '\u2028',
    '\ufeffx',
    'a\0b',
    '\u007f',
    "'",
    '"',
    '{',
    '[a]',
    '&a',
    '*a',
    '!t',
    '%x',
    '@x',
    '`x`',
    '| x',
    '> x',
    'x'.repeat(300),
  ];
  for (const text of texts)
    it(`says ${JSON.stringify(text.slice(0, 30))} as it is, as a value, in a list and as a name`, () => {
      const value: Json = [{ file: text, list: [text, text], [text === '' ? 'name' : text]: 1 }];
      assert.deepEqual(parse(writeYaml(value)), value);
    });

  it('lets nothing be taken for an expression', () => {
    assert.equal(writeYaml({ a: 'x ${{ secret("y") }} z' }), 'a: x $${{ secret("y") }} z\n');
  });

  it('has one line for each short text, and a block for several lines', () => {
    assert.equal(
      writeYaml([{ file: '/etc/motd', mode: '0644', content: 'a\nb\n' }]),
      '- file: /etc/motd\n  mode: "0644"\n  content: |\n    a\n    b\n',
    );
  });
});
