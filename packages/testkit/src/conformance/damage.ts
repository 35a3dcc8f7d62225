import type { RawSection } from './fixture.ts';

/** How many places each piece is cut and altered at; 40 found nothing more than 12 and took three times as long. */
const placesPerSection = 12;

/**
 * Damaged forms of an output: each piece empty, cut at many places, with single bytes altered, doubled, replaced by noise and by
 * the words of a tool that is missing. The same input gives the same damage.
 */
export function* damage(sections: readonly RawSection[]): Generator<readonly RawSection[]> {
  for (const [position, section] of sections.entries()) {
    for (const bytes of damagedForms(section.bytes)) {
      yield sections.with(position, { ...section, bytes });
    }
    for (const code of [1, 2, 126, 127, 255]) yield sections.with(position, { ...section, code });
    for (const code of [0, 1, 127]) yield sections.with(position, { bytes: Buffer.alloc(0), code });
  }
}

function* damagedForms(bytes: Buffer): Generator<Buffer> {
  yield Buffer.alloc(0);
  yield Buffer.from('sh: 1: tool: not found\n');
  yield Buffer.from('\n\n\n');
  yield Buffer.from([0, 0xff, 0xfe, 0x80, 0x0a, 0x0a]);
  yield Buffer.concat([bytes, bytes]);
  yield Buffer.concat([Buffer.from('banner\n'), bytes]);
  const step = Math.max(1, Math.floor(bytes.length / placesPerSection));
  for (let place = 0; place < bytes.length; place += step) {
    yield bytes.subarray(0, place);
    yield bytes.subarray(place);
    yield altered(bytes, place, 0x20);
    yield altered(bytes, place, 0x0a);
    yield altered(bytes, place, 0xff);
    yield altered(bytes, place, 0x39);
  }
  yield noise(200);
}

function altered(bytes: Buffer, place: number, value: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[place] = value;
  return copy;
}

/** Bytes without any order; a linear congruential generator, so that a failure comes back. */
function noise(sizeBytes: number): Buffer {
  let state = 20261123;
  return Buffer.from(
    Array.from({ length: sizeBytes }, () => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return (state >> 16) & 0xff;
    }),
  );
}
