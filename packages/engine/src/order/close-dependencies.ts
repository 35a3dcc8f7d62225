import type { Address } from '@setpoint/model';

type Dependencies = ReadonlyMap<Address, readonly Address[]>;

/**
 * For each address everything it depends on, also through others: a resource that needs no change itself still passes on the
 * failure of what it depends on. Each list is in the order of a walk; a circle ends where it comes round.
 */
export function closeDependencies(dependencies: Dependencies): Dependencies {
  return new Map([...dependencies.keys()].map((address) => [address, reachFrom(address, dependencies)]));
}

function reachFrom(start: Address, dependencies: Dependencies): readonly Address[] {
  const reached = new Set<Address>();
  const open = [...(dependencies.get(start) ?? [])];
  for (let address = open.pop(); address !== undefined; address = open.pop()) {
    if (address === start || reached.has(address)) continue;
    reached.add(address);
    open.push(...(dependencies.get(address) ?? []));
  }
  return [...reached];
}
