import type { Address, Change } from '@setpoint/model';

/**
 * The resources that stand twice in a saved plan, or in another place among the others than now. The order follows from the
 * declarations alone, so that no program has written such a plan: somebody was shown another one than would be done.
 */
export function misplaced(saved: readonly Change[], fresh: readonly Change[]): ReadonlySet<Address> {
  const declared = new Set(fresh.map(({ address }) => address));
  const order = saved.map(({ address }) => address).filter((address) => declared.has(address));
  const known = new Set<Address>();
  const twice = order.filter((address) => known.size === known.add(address).size);
  const wanted = [...declared].filter((address) => known.has(address));
  return new Set(twice.length > 0 ? twice : order.filter((address, index) => address !== wanted[index]));
}
