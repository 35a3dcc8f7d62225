import { expect } from 'chai';
import fc from 'fast-check';
import { type AddressInput, describeAddress, parseAddress } from '../../src/addresses/index.ts';

const told = (input: AddressInput): string => {
  const parsed = parseAddress(input);
  return parsed.kind === 'address'
    ? describeAddress(parsed.table, parsed.address)
    : `${parsed.kind}: ${parsed.detail} ${parsed.hint}`;
};

describe('addresses', () => {
  const understood: readonly (readonly [AddressInput, string])[] = [
    [{ table: 'holding', address: 107 }, 'holding 107 (40108)'],
    [{ table: 'holding', address: 0 }, 'holding 0 (40001)'],
    [{ table: 'holding', address: '107' }, 'holding 107 (40108)'],
    [{ table: 'holding', address: '0x6B' }, 'holding 107 (40108)'],
    [{ table: 'holding', address: '6Bh' }, 'holding 107 (40108)'],
    [{ table: 'holding', address: 108, base: 1 }, 'holding 107 (40108)'],
    [{ table: 'coil', address: 12 }, 'coil 12 (00013)'],
    [{ table: 'input', address: 65535 }, 'input 65535 (365536)'],
    [{ table: 'discrete', address: 65536, base: 1 }, 'discrete 65535 (165536)'],
    [{ table: 'holding', address: 9998 }, 'holding 9998 (49999)'],
    [{ table: 'holding', address: 9999 }, 'holding 9999 (410000)'],
    [{ ref: '40108' }, 'holding 107 (40108)'],
    [{ ref: '400108' }, 'holding 107 (40108)'],
    [{ ref: '4x0108' }, 'holding 107 (40108)'],
    [{ ref: '4:108' }, 'holding 107 (40108)'],
    [{ ref: '40001' }, 'holding 0 (40001)'],
    [{ ref: '400001' }, 'holding 0 (40001)'],
    [{ ref: '465536' }, 'holding 65535 (465536)'],
    [{ ref: '00001' }, 'coil 0 (00001)'],
    [{ ref: '10001' }, 'discrete 0 (10001)'],
    [{ ref: '30001', table: 'input' }, 'input 0 (30001)'],
    [{ ref: '%MW107' }, 'holding 107 (40108)'],
    [{ ref: '%M12' }, 'coil 12 (00013)'],
    [{ ref: '40108', base: 0 }, 'holding 107 (40108)'],
    [{ table: 'holding', address: 30775 }, 'holding 30775 (430776)'],
    [{ table: 'holding', address: 40001, base: 0 }, 'holding 40001 (440002)'],
    [{ table: 'holding', address: '0x9C41' }, 'holding 40001 (440002)'],
    [{ table: 'holding', address: 20000 }, 'holding 20000 (420001)'],
    [{ table: 'holding', address: 40000 }, 'holding 40000 (440001)'],
  ];
  for (const [input, expected] of understood) {
    it(`reads ${JSON.stringify(input)} as ${expected}`, () => expect(told(input)).to.equal(expected));
  }

  it('shows both readings of a number that may be meant as on paper', () => {
    expect(told({ table: 'holding', address: 40001 })).to.equal(
      'ambiguous: The address 40001 can be read in two ways: as the address holding 40001 (440002), or, on paper, as holding 0 (40001). ' +
        'Write `ref: "40001"` for the second; for the first add `base: 0`.',
    );
    expect(told({ address: 30011 })).to.equal(
      'ambiguous: The address 30011 can be read in two ways: as the address input 30011 (330012), or, on paper, as input 10 (30011). ' +
        'Write `ref: "30011"` for the second; for the first add `base: 0` with `table: input`.',
    );
    expect(told({ table: 'coil', address: '00017' })).to.match(
      /^ambiguous: .* coil 17 \(00018\), or, on paper, as coil 16 \(00017\)/,
    );
  });

  const refused: readonly (readonly [AddressInput, string])[] = [
    [
      {},
      'invalid: There is neither an `address` nor a `ref`. Write `table: holding` and `address: 107`, or `ref: 40108`.',
    ],
    [
      { address: 1, ref: '40002' },
      'invalid: There are both an `address` and a `ref`, which are two ways to say the same. Keep one of them.',
    ],
    [
      { address: 107 },
      'invalid: The address 107 does not say in which table it is. Add `table: holding`, or input, coil or discrete.',
    ],
    [
      { address: 400108 },
      'invalid: The address 400108 is beyond 65535; on paper it is holding 107 (40108). Write `ref: "400108"`.',
    ],
    [
      { table: 'holding', address: 65536 },
      'invalid: The address 65536 is outside of the table holding: with `base: 0` its addresses are 0 to 65535. Check the number, and `base`.',
    ],
    [
      { table: 'holding', address: 0, base: 1 },
      'invalid: The address 0 is outside of the table holding: with `base: 1` its addresses are 1 to 65536. With `base: 1` the first address is 1.',
    ],
    [{ ref: '40000' }, 'invalid: The ref 40000 does not exist: this notation counts from 1. The first one is "40001".'],
    [{ ref: '465537' }, 'invalid: The ref 465537 does not exist: this notation ends at 465536. Check the number.'],
    [
      { ref: '20001' },
      'invalid: The ref 20001 begins with 2, which stands for no table. The first digit is 0 for coils, 1 for discrete inputs, 3 for input registers, 4 for holding registers.',
    ],
    [
      { ref: '30001', table: 'holding' },
      'invalid: The ref 30001 is of the table input, but `table` says holding. Leave `table` out: the ref says it.',
    ],
    [{ ref: '%MW70000' }, 'invalid: The ref %MW70000 is beyond 65535. Check the number.'],
    [{ table: 'holding', address: '4x0108' }, 'invalid: "4x0108" is not an address. Write `ref: "4x0108"`.'],
  ];
  for (const [input, expected] of refused) {
    it(`refuses ${JSON.stringify(input)}`, () => expect(told(input)).to.equal(expected));
  }

  for (const address of [
    -1,
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '',
    ' 1',
    '-1',
    '1e3',
    '0x',
    '0x1FFFF',
    '__proto__',
  ]) {
    it(`refuses the address ${JSON.stringify(address)}`, () => {
      expect(parseAddress({ table: 'holding', address }).kind).to.equal('invalid');
    });
  }

  for (const ref of ['', '108', '4', '4000108', '4x', '4x100000', 'x', '%MD1', '40108.1', ' 40108']) {
    it(`refuses the ref ${JSON.stringify(ref)}`, () => expect(parseAddress({ ref }).kind).to.equal('invalid'));
  }

  it('reads back what it writes on paper, for every address of every table', () => {
    fc.assert(
      fc.property(fc.constantFrom('coil', 'discrete', 'input', 'holding'), fc.nat(65535), (table, address) => {
        const name = table as 'coil' | 'discrete' | 'input' | 'holding';
        const [, ref = ''] = /\((\d+)\)$/.exec(describeAddress(name, address)) ?? [];
        expect(parseAddress({ ref })).to.deep.equal({ kind: 'address', table: name, address });
      }),
      { numRuns: 2000 },
    );
  });
});
