import { assert, expect } from 'chai';
import fc from 'fast-check';
import { type AddressRange, coalesce, type ReadLimits } from '../../src/queries/coalesce.ts';

const limits: ReadLimits = { readWords: 125, readBits: 2000, maxGap: 10, maxBitGap: 80 };

const holding = (address: number, count = 1): AddressRange => ({ table: 'holding', address, count });

describe('coalescing reads', () => {
  it('asks for nothing when nothing is asked for', () => {
    expect(coalesce([], limits, [])).to.deep.equal([]);
  });

  it('reads neighbours in one request, in whatever order they are given', () => {
    expect(coalesce([holding(12, 2), holding(10, 2), holding(14)], limits, [])).to.deep.equal([holding(10, 5)]);
  });

  it('asks once for what is asked for twice', () => {
    expect(coalesce([holding(10, 2), holding(10, 2), holding(11)], limits, [])).to.deep.equal([holding(10, 2)]);
  });

  it('bridges a gap up to its limit and no further', () => {
    expect(coalesce([holding(0), holding(11)], limits, [])).to.deep.equal([holding(0, 12)]);
    expect(coalesce([holding(0), holding(12)], limits, [])).to.deep.equal([holding(0), holding(12)]);
  });

  it('keeps tables apart, and gives bits limits of their own', () => {
    const coil = (address: number): AddressRange => ({ table: 'coil', address, count: 1 });
    const input: AddressRange = { table: 'input', address: 1, count: 1 };
    expect(coalesce([holding(0), coil(0), input, coil(81), coil(163)], limits, [])).to.deep.equal([
      { table: 'coil', address: 0, count: 82 },
      coil(163),
      holding(0),
      input,
    ]);
  });

  it('never splits a value at the limit of a request', () => {
    const ranges = Array.from({ length: 100 }, (_, index) => holding(index * 2, 2));
    expect(coalesce(ranges, limits, [])).to.deep.equal([holding(0, 124), holding(124, 76)]);
  });

  it('reads 500 registers in the four requests that their number takes', () => {
    const ranges = Array.from({ length: 500 }, (_, index) => holding(index));
    expect(coalesce(ranges, limits, []).map(({ count }) => count)).to.deep.equal([125, 125, 125, 125]);
  });

  it('never reaches over a hole', () => {
    expect(coalesce([holding(0, 2), holding(3, 2)], limits, [holding(2)])).to.deep.equal([
      holding(0, 2),
      holding(3, 2),
    ]);
  });

  it('reads a value that lies in a hole alone, and joins the others as if it were not there', () => {
    expect(coalesce([holding(0, 20), holding(5, 20), holding(10, 11)], limits, [holding(22)])).to.deep.equal([
      holding(0, 21),
      holding(5, 20),
    ]);
  });

  it('reads a value that is longer than a request may be alone, with what lies inside', () => {
    const short = { ...limits, readWords: 3 };
    expect(coalesce([holding(0), holding(1, 4), holding(2, 2), holding(5)], short, [])).to.deep.equal([
      holding(0),
      holding(1, 4),
      holding(5),
    ]);
  });

  it('keeps every promise for 10,000 sets of ranges', () => {
    fc.assert(
      fc.property(rangesIn(400, 8, 60), boundsOf(20, 12), rangesIn(400, 3, 4), (ranges, bounds, holes) => {
        const requests = coalesce(ranges, bounds, holes);
        for (const range of ranges) {
          assert.isTrue(
            requests.some((request) => contains(request, range)),
            'every range is read whole',
          );
        }
        for (const request of requests) assertRequest(request, { ranges, bounds, holes });
      }),
      { numRuns: 10_000 },
    );
  });

  it('needs as few requests as the best of all ways to group the ranges', () => {
    fc.assert(
      fc.property(rangesIn(14, 4, 6), boundsOf(6, 3), rangesIn(14, 1, 1), (ranges, bounds, holes) => {
        const count = coalesce(ranges, bounds, holes).length;
        assert.equal(count, fewest(ranges, bounds, holes));
      }),
      { numRuns: 3000 },
    );
  });
});

function rangesIn(space: number, longest: number, most: number): fc.Arbitrary<readonly AddressRange[]> {
  const range = fc.record({
    table: fc.constantFrom('holding', 'coil') as fc.Arbitrary<'holding' | 'coil'>,
    address: fc.nat(space - 1),
    count: fc.integer({ min: 1, max: longest }),
  });
  return fc.array(range, { maxLength: most });
}

function boundsOf(largest: number, widest: number): fc.Arbitrary<ReadLimits> {
  return fc.record({
    readWords: fc.integer({ min: 1, max: largest }),
    readBits: fc.integer({ min: 1, max: largest }),
    maxGap: fc.nat(widest),
    maxBitGap: fc.nat(widest),
  });
}

type Case = {
  readonly ranges: readonly AddressRange[];
  readonly bounds: ReadLimits;
  readonly holes: readonly AddressRange[];
};

function assertRequest(request: AddressRange, { ranges, bounds, holes }: Case): void {
  const isAsked = ranges.some((range) => contains(range, request) && contains(request, range));
  const inside = ranges.filter((range) => contains(request, range));
  if (!isAsked) {
    assert.isAtMost(request.count, request.table === 'coil' ? bounds.readBits : bounds.readWords);
    assert.isFalse(
      holes.some((hole) => overlaps(hole, request)),
      'no hole is read on the way',
    );
  }
  let covered = request.address;
  for (const range of [...inside].sort((left, right) => left.address - right.address)) {
    assert.isAtMost(range.address - covered, request.table === 'coil' ? bounds.maxBitGap : bounds.maxGap);
    covered = Math.max(covered, range.address + range.count);
  }
  assert.equal(covered, request.address + request.count, 'nothing is read beyond the last range');
}

/** The smallest number of groups over all ways to divide the ranges, each group read by the request that spans it. */
function fewest(ranges: readonly AddressRange[], bounds: ReadLimits, holes: readonly AddressRange[]): number {
  const distinct = [...new Map(ranges.map((range) => [JSON.stringify(range), range])).values()];
  let best = distinct.length;
  const place = (index: number, groups: readonly (readonly AddressRange[])[]): void => {
    const range = distinct[index];
    if (range === undefined) {
      if (groups.length < best && groups.every((group) => isAllowed(group, bounds, holes))) best = groups.length;
      return;
    }
    for (let chosen = 0; chosen < groups.length; chosen += 1) {
      place(
        index + 1,
        groups.map((group, at) => (at === chosen ? [...group, range] : group)),
      );
    }
    if (groups.length + 1 < best) place(index + 1, [...groups, [range]]);
  };
  place(0, []);
  return best;
}

function isAllowed(group: readonly AddressRange[], bounds: ReadLimits, holes: readonly AddressRange[]): boolean {
  if (group.length === 1) return true;
  const sorted = [...group].sort((left, right) => left.address - right.address);
  const table = sorted[0]?.table ?? 'holding';
  const start = sorted[0]?.address ?? 0;
  let end = start;
  for (const range of sorted) {
    if (range.table !== table) return false;
    if (range.address - end > (table === 'coil' ? bounds.maxBitGap : bounds.maxGap)) return false;
    end = Math.max(end, range.address + range.count);
  }
  const request = { table, address: start, count: end - start };
  if (holes.some((hole) => overlaps(hole, request))) return false;
  // A range that is too long is read alone; what lies inside needs no request of its own.
  const isCovered = group.some((range) => contains(range, request));
  return isCovered || request.count <= (table === 'coil' ? bounds.readBits : bounds.readWords);
}

function contains(outer: AddressRange, inner: AddressRange): boolean {
  return (
    outer.table === inner.table &&
    outer.address <= inner.address &&
    outer.address + outer.count >= inner.address + inner.count
  );
}

function overlaps(left: AddressRange, right: AddressRange): boolean {
  return (
    left.table === right.table &&
    left.address < right.address + right.count &&
    right.address < left.address + left.count
  );
}
