import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Json } from '@setpoint/model';
import { assert, expect } from 'chai';
import fc from 'fast-check';
import { compareDecimals, parseDecimal } from '../../src/values/decimal.ts';
import { decodeValue, encodeValue, type FloatFormat, type IntegerFormat } from '../../src/values/index.ts';
import { float, integer, integerLayouts, orders } from './formats.ts';

type Format = IntegerFormat | FloatFormat;

/** One question to Python, and the format that it is about. */
type Question = { readonly format: Format } & (
  | { readonly ask: 'decode'; readonly words: readonly number[] }
  | { readonly ask: 'encode'; readonly value: string }
);

const perFormat = 40;
const layouts = Object.entries(integerLayouts).filter(([name]) => !name.startsWith('bits'));
const scalings = [
  { scale: '1', offset: '0' },
  { scale: '0.1', offset: '0' },
  { scale: '0.01', offset: '-273.15' },
  { scale: '-0.5', offset: '40' },
  { scale: '1e3', offset: '0.5' },
  { scale: '0.003', offset: '1e-6' },
];

describe('values as Python sees them', () => {
  it('decodes whole numbers of every layout, order and scale as struct and decimal do', () => {
    const questions = integerFormats().flatMap((format) =>
      fc.sample(wordsFor(format), perFormat).map((words) => ({ ask: 'decode' as const, format, words })),
    );
    expect(questions).to.have.length.greaterThan(10_000);
    assertDecoded(questions);
  });

  it('encodes and refuses whole numbers of every layout, order and scale as they do', () => {
    const questions = integerFormats().flatMap((format) =>
      fc.sample(valueFor(format), perFormat).map((value) => ({ ask: 'encode' as const, format, value })),
    );
    const refused = assertEncoded(questions);
    expect(refused).to.be.within(questions.length * 0.05, questions.length * 0.6);
  });

  it('decodes floating point numbers of every width and order to a text that reads back as the same bits', () => {
    const questions = floatFormats().flatMap((format) =>
      fc.sample(wordsFor(format), 10 * perFormat).map((words) => ({ ask: 'decode' as const, format, words })),
    );
    const answers = askPython(questions);
    const again: Question[] = [];
    const bits: (readonly number[])[] = [];
    questions.forEach(({ format, words }, index) => {
      const decoded = decodeValue(format, words);
      assert.equal(decoded.kind, answers[index]?.value === null ? 'undecodable' : 'value');
      if (decoded.kind !== 'value' || decoded.value === 0) return;
      again.push({ ask: 'encode', format, value: numeral(decoded.value) });
      bits.push(words);
    });
    assert.deepEqual(
      askPython(again).map(({ words }) => words),
      bits,
    );
  });

  it('encodes decimal texts to the same floating point numbers', () => {
    const digits = fc.tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: -12, max: 6 }));
    const questions = floatFormats().flatMap((format) =>
      fc
        .sample(digits, 10 * perFormat)
        .map(([mantissa, exponent]) => ({ ask: 'encode' as const, format, value: `${mantissa}e${exponent}` }))
        // Whole numbers that do not fit, and numbers of which nothing is left, are refused here and rounded there.
        .filter(({ value }) => encodeValue(format, value).kind === 'encoded'),
    );
    expect(questions).to.have.length.greaterThan(1000);
    expect(assertEncoded(questions)).to.equal(0);
  });
});

function integerFormats(): readonly IntegerFormat[] {
  return layouts.flatMap(([, layout]) =>
    orders.flatMap((order) => scalings.map((scaling) => integer({ ...layout, ...scaling, order }))),
  );
}

function floatFormats(): readonly FloatFormat[] {
  return ([16, 32, 64] as const).flatMap((width) => orders.map((order) => float({ width, order })));
}

/** Registers, often of small or round numbers, and of digits where only digits make a number. */
function wordsFor(format: Format): fc.Arbitrary<readonly number[]> {
  const count = format.kind === 'float' ? format.width / 16 : format.registers;
  const digit = fc.integer({ min: 0, max: format.kind === 'integer' && format.encoding === 'bcd' ? 10 : 15 });
  const word = fc.oneof(
    fc.constantFrom(0, 1, 0x7fff, 0x8000, 0xffff),
    fc.tuple(digit, digit, digit, digit).map(([a, b, c, d]) => (a << 12) | (b << 8) | (c << 4) | d),
  );
  return fc.array(word, { minLength: count, maxLength: count });
}

/** Values of raw numbers around the limits of the type, some beyond them, some between two steps. */
function valueFor({ scale, offset, width }: IntegerFormat): fc.Arbitrary<string> {
  const limit = 2n ** BigInt(width);
  const raw = fc.oneof(
    fc.bigInt({ min: -limit / 2n - 2n, max: limit / 2n + 1n }),
    fc.bigInt({ min: 0n, max: 99n }),
    fc.constantFrom(-limit / 2n, limit / 2n - 1n, limit - 1n, limit),
  );
  return fc.tuple(raw, fc.constantFrom('0', '0', '0', '0.5')).map(([whole, part]) => {
    const step = pythonNumber(scale);
    const fraction = part === '0' ? whole * 10n : whole * 10n + 5n;
    const value = fraction * step.digits;
    const added = pythonNumber(offset);
    const exponent = Math.min(step.exponent - 1, added.exponent);
    const sum =
      value * 10n ** BigInt(step.exponent - 1 - exponent) + added.digits * 10n ** BigInt(added.exponent - exponent);
    return `${sum}e${exponent}`;
  });
}

function pythonNumber(text: string): { readonly digits: bigint; readonly exponent: number } {
  const [mantissa = '', power = '0'] = text.split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

function assertDecoded(questions: readonly (Question & { readonly ask: 'decode' })[]): void {
  askPython(questions).forEach(({ value }, index) => {
    const question = questions[index];
    if (question === undefined) return;
    const decoded = decodeValue(question.format, question.words);
    const told = `${JSON.stringify(question)} is ${JSON.stringify(decoded)}, Python says ${value}`;
    if (decoded.kind !== 'value' || value === null) {
      assert.equal(decoded.kind === 'value', value !== null, told);
      return;
    }
    const [ours, theirs] = [parseDecimal(numeral(decoded.value)), parseDecimal(String(value))];
    assert.isTrue(ours !== undefined && theirs !== undefined && compareDecimals(ours, theirs) === 0, told);
  });
}

/** How many of them both refuse. */
function assertEncoded(questions: readonly (Question & { readonly ask: 'encode' })[]): number {
  const answers = askPython(questions);
  questions.forEach(({ format, value }, index) => {
    const encoded = encodeValue(format, value);
    const told = `${value} as ${JSON.stringify(format)} is ${JSON.stringify(encoded)}`;
    assert.deepEqual(encoded.kind === 'encoded' ? encoded.words : null, answers[index]?.words ?? null, told);
  });
  return answers.filter(({ words }) => words === null).length;
}

function numeral(value: Json): string {
  assert.isTrue(typeof value === 'number' || typeof value === 'string');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

type Answer = { readonly value?: string | null; readonly words?: readonly number[] | null };

function askPython(questions: readonly Question[]): readonly Answer[] {
  const lines = questions.map(({ format, ...question }) => {
    const shape = format.kind === 'float' ? { encoding: 'float', registers: format.width / 16, shift: 0 } : {};
    return JSON.stringify({ ...format, ...shape, ...question });
  });
  const output = execFileSync('python3', [join(import.meta.dirname, 'oracle.py')], {
    input: lines.join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}
