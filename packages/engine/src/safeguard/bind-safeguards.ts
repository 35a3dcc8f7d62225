import type { Address, DeclaredResource, ResourceModule } from '@setpoint/model';
import { closeDependencies } from '../order/close-dependencies.ts';

/**
 * Puts what takes in a safeguarded resource under the same safeguard: a service that is restarted because its configuration changed shows only
 * then what the change is worth.
 */
export function bindSafeguards(
  resources: readonly DeclaredResource[],
  dependencies: ReadonlyMap<Address, readonly Address[]>,
  modules: ReadonlyMap<string, ResourceModule>,
): readonly DeclaredResource[] {
  const safeguarded = new Map(
    resources.flatMap(({ address, confirmWithinMs }) =>
      confirmWithinMs === undefined ? [] : [[address, confirmWithinMs] as const],
    ),
  );
  if (safeguarded.size === 0) return resources;
  const closed = closeDependencies(dependencies);
  return resources.map((resource) => {
    if (resource.confirmWithinMs !== undefined || modules.get(resource.type)?.reread === undefined) return resource;
    const times = (closed.get(resource.address) ?? []).flatMap((address) => safeguarded.get(address) ?? []);
    return times.length === 0 ? resource : { ...resource, confirmWithinMs: Math.min(...times) };
  });
}
