import type { Json, Queries, ResourceModule } from '@setpoint/model';

/**
 * What a module asks for a declaration. Modules are pure and nodes share equal declarations, so a module is asked once for each: a
 * thousand nodes then share the very queries, and with them their keys and the driver's program.
 */
export function queriesOf(module: ResourceModule, declared: Json): Queries {
  if (typeof declared !== 'object' || declared === null) return module.queries(declared);
  const ofModule = known.get(module) ?? new WeakMap<object, Queries>();
  known.set(module, ofModule);
  const queries = ofModule.get(declared) ?? module.queries(declared);
  ofModule.set(declared, queries);
  return queries;
}

const known = new WeakMap<ResourceModule, WeakMap<object, Queries>>();
