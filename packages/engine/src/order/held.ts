import { type Address, type DeclaredResource, parseAddress, type ResourceModule } from '@setpoint/model';

/**
 * What resources that are made from everything in a directory wait for, and what waits for them: what lies in there, in the order in
 * which it is written, unless `after` says otherwise.
 */
export function heldDependencies(
  resources: readonly DeclaredResource[],
  modules: ReadonlyMap<string, ResourceModule>,
): ReadonlyMap<Address, readonly Address[]> {
  const waits = new Map<Address, Address[]>();
  for (const [at, holder] of resources.entries()) {
    const held = holder.isOrdered === true ? undefined : modules.get(holder.type)?.holds?.(holder.declared);
    if (held === undefined) continue;
    for (const [index, other] of resources.entries()) {
      if (index === at || !liesIn(held.directory, parseAddress(other.address)?.identity ?? '')) continue;
      const isFirst = index < at ? !other.after.includes(holder.address) : holder.after.includes(other.address);
      const [later, earlier] = isFirst ? [holder, other] : [other, holder];
      waits.set(later.address, [...(waits.get(later.address) ?? []), earlier.address]);
    }
  }
  return waits;
}

/** True for a directory itself and what lies in it; what stands behind a path in an identity does no harm. */
export function liesIn(directory: string, path: string): boolean {
  return path === directory || path.startsWith(`${directory}/`);
}
