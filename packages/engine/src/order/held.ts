import { type Address, type DeclaredResource, parseAddress, type ResourceModule } from '@setpoint/model';

/** What resources that are made from everything in a directory wait for: what lies in there, unless its `after` says otherwise. */
export function heldDependencies(
  resources: readonly DeclaredResource[],
  modules: ReadonlyMap<string, ResourceModule>,
): ReadonlyMap<Address, readonly Address[]> {
  const waits = new Map<Address, readonly Address[]>();
  for (const holder of resources) {
    const held = holder.isOrdered === true ? undefined : modules.get(holder.type)?.holds?.(holder.declared);
    if (held === undefined) continue;
    const lies = resources.filter(
      (other) =>
        other !== holder &&
        !other.after.includes(holder.address) &&
        liesIn(held.directory, parseAddress(other.address)?.identity ?? ''),
    );
    waits.set(
      holder.address,
      lies.map(({ address }) => address),
    );
  }
  return waits;
}

/** True for a directory itself and what lies in it; what stands behind a path in an identity does no harm. */
export function liesIn(directory: string, path: string): boolean {
  return path === directory || path.startsWith(`${directory}/`);
}
