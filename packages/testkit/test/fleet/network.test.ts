import { assert } from 'chai';
import { addressOf, bridgeName, lastSlot, machineName } from '../../src/fleet/network.ts';

const slots = Array.from({ length: lastSlot }, (_, index) => index + 1);

describe('the network of a fleet', () => {
  it('has names that fit the 15 characters of a link, for 99 hosts in every slot', () => {
    const names = slots.flatMap((slot) => [bridgeName(slot), `vb-${machineName(slot, 99)}`]);
    assert.deepEqual(
      names.filter((name) => name.length > 15),
      [],
    );
  });

  it('gives every host and this machine an address of its own', () => {
    const addresses = slots.flatMap((slot) => [0, 1, 2, 99].map((number) => addressOf(slot, number)));
    assert.equal(new Set(addresses).size, addresses.length);
  });
});
