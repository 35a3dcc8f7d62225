import { assert } from 'chai';
import fc from 'fast-check';
import type { ByteOrder, ValueFormat } from '../../src/values/index.ts';
import { decodeValue, encodeValue, wordCount } from '../../src/values/index.ts';
import { float, integer, integerLayouts, orders, text } from './formats.ts';

const word = fc.nat(0xffff);
const order = fc.constantFrom(...orders) as fc.Arbitrary<ByteOrder>;
const scaling = fc.record({
  scale: fc.constantFrom('1', '0.1', '0.01', '-0.5', '1000', '1e-7', '0.333'),
  offset: fc.constantFrom('0', '-40', '0.05', '123456789.123456789'),
});

describe('values there and back', () => {
  for (const [name, layout] of Object.entries(integerLayouts)) {
    it(`gives back the bits of ${name} in every order, at any scale`, () => {
      fc.assert(
        fc.property(order, scaling, fc.array(word, { minLength: 4, maxLength: 4 }), (anOrder, scaled, words) => {
          assertRoundTrip(integer({ ...layout, ...scaled, order: anOrder }), words);
        }),
      );
    });
  }

  for (const width of [16, 32, 64] as const) {
    it(`gives back the bits of float${width} in every order`, () => {
      fc.assert(
        fc.property(order, fc.array(word, { minLength: 4, maxLength: 4 }), (anOrder, words) => {
          assertRoundTrip(float({ width, order: anOrder }), words);
        }),
        { numRuns: 2000 },
      );
    });
  }

  it('gives back the text of registers', () => {
    fc.assert(
      fc.property(
        order,
        fc.constantFrom('both', 'high', 'low') as fc.Arbitrary<'both' | 'high' | 'low'>,
        fc.string({ unit: fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code)), maxLength: 4 }),
        (anOrder, packing, value) => {
          const format = text({ order: anOrder, packing });
          const encoded = encodeValue(format, value);
          assert.isTrue(encoded.kind === 'encoded');
          const decoded = encoded.kind === 'encoded' ? decodeValue(format, encoded.words) : undefined;
          assert.deepInclude(decoded, { kind: 'value', value });
        },
      ),
    );
  });

  it('agrees with the numbers of this machine on float32 and float64', () => {
    const view = new DataView(new ArrayBuffer(8));
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        view.setFloat64(0, value === 0 ? 0 : value);
        assert.deepEqual(wordsOf(float({ width: 64 }), value), viewWords(view, 4));
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
        view.setFloat32(0, value === 0 ? 0 : value);
        assert.deepEqual(wordsOf(float(), value), viewWords(view, 2));
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with the integers of this machine', () => {
    const view = new DataView(new ArrayBuffer(8));
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
        view.setBigInt64(0, value);
        const format = integer({ encoding: 'signed', registers: 4, width: 64 });
        assert.deepEqual(wordsOf(format, String(value)), viewWords(view, 4));
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, whatever is declared and whatever is read', () => {
    const formats: readonly ValueFormat[] = [
      ...Object.values(integerLayouts).map((layout) => integer(layout)),
      integer({ names: [{ name: 'run', raw: '1' }] }),
      integer({ scale: '0.1' }),
      float(),
      text(),
      { kind: 'bool', bit: null },
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...formats),
        fc.oneof(fc.jsonValue(), fc.string(), fc.double(), fc.constantFrom('__proto__', '1e308', '0x', '-')),
        fc.array(word, { maxLength: 5 }),
        (format, value, words) => {
          encodeValue(format, value as never);
          decodeValue(format, words);
        },
      ),
      { numRuns: 5000 },
    );
  });
});

/** What is read, when it is a value, is written as the very same bits. */
function assertRoundTrip(format: ValueFormat, words: readonly number[]): void {
  const read = words.slice(0, wordCount(format));
  const decoded = decodeValue(format, read);
  if (decoded.kind !== 'value') return;
  const encoded = encodeValue(format, decoded.value);
  assert.isTrue(encoded.kind === 'encoded', `${JSON.stringify(decoded)} is refused: ${JSON.stringify(encoded)}`);
  if (encoded.kind !== 'encoded') return;
  const isMinusZero = format.kind === 'float' && decoded.value === 0;
  if (!isMinusZero) {
    assert.deepEqual(
      encoded.words,
      read.map((bits, index) => bits & (encoded.mask[index] ?? 0)),
    );
  }
}

function wordsOf(format: ValueFormat, value: number | string): readonly number[] | string {
  const encoded = encodeValue(format, value);
  return encoded.kind === 'encoded' ? encoded.words : encoded.detail;
}

function viewWords(view: DataView, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => view.getUint16(2 * index));
}
