import {
  type Address,
  type DeclaredResource,
  type Diagnostic,
  errorDiagnostic,
  oncePerList,
  type ResourceModule,
} from '@setpoint/model';
import { heldDependencies } from './held.ts';

/** Resources in the order in which they will be handled, and for each the addresses it depends on. */
export type OrderResult = {
  readonly resources: readonly DeclaredResource[];
  readonly dependencies: ReadonlyMap<Address, readonly Address[]>;
  /** The members of a circle and whatever waits for them: their turn never comes. */
  readonly stuck: ReadonlySet<Address>;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Orders the resources of one node and play: as written, except that a resource moves later until what it depends on has been
 * placed; nothing moves earlier. Dependencies are the declared ones (`after`) and those its module implies, as far as they are
 * declared too. A cycle is an error that prints it; its members keep their written order. Nodes with the very same resources share
 * the result.
 */
export function orderResources(
  resources: readonly DeclaredResource[],
  modules: ReadonlyMap<string, ResourceModule>,
): OrderResult {
  const order = byModules.get(modules) ?? oncePerList((each: readonly DeclaredResource[]) => orderAnew(each, modules));
  byModules.set(modules, order);
  return order(resources);
}

const byModules = new WeakMap<
  ReadonlyMap<string, ResourceModule>,
  (resources: readonly DeclaredResource[]) => OrderResult
>();

function orderAnew(resources: readonly DeclaredResource[], modules: ReadonlyMap<string, ResourceModule>): OrderResult {
  const declared = new Set(resources.map((resource) => resource.address));
  const held = heldDependencies(resources, modules);
  const dependencies = new Map(
    resources.map((resource) => [
      resource.address,
      dependenciesOf(resource, { modules, declared, held: held.get(resource.address) ?? [] }),
    ]),
  );
  if (isInTurn(resources, dependencies)) return { resources, dependencies, stuck: new Set(), diagnostics: [] };
  const ordered = placeInTurn(resources, dependencies);
  if (ordered.length === resources.length)
    return { resources: ordered, dependencies, stuck: new Set(), diagnostics: [] };
  const placed = new Set(ordered.map((resource) => resource.address));
  const stuck = resources.filter((resource) => !placed.has(resource.address));
  return {
    resources: [...ordered, ...stuck],
    dependencies,
    stuck: new Set(stuck.map((resource) => resource.address)),
    diagnostics: [describeCycle(stuck, dependencies)],
  };
}

function dependenciesOf(
  resource: DeclaredResource,
  {
    modules,
    declared,
    held,
  }: {
    readonly modules: ReadonlyMap<string, ResourceModule>;
    readonly declared: ReadonlySet<Address>;
    readonly held: readonly Address[];
  },
): readonly Address[] {
  const implied = resource.isOrdered === true ? [] : (modules.get(resource.type)?.references(resource.declared) ?? []);
  return [...new Set([...resource.after, ...implied, ...held])].filter(
    (address) => address !== resource.address && declared.has(address),
  );
}

/** True when nothing has to move: what a resource depends on is always written before it. */
function isInTurn(
  resources: readonly DeclaredResource[],
  dependencies: ReadonlyMap<Address, readonly Address[]>,
): boolean {
  const placed = new Set<Address>();
  return resources.every(({ address }) => {
    const isNext = (dependencies.get(address) ?? []).every((each) => placed.has(each));
    placed.add(address);
    return isNext;
  });
}

/** Places each resource when its turn has come and nothing it waits for is open; those in a cycle are left out. */
function placeInTurn(
  resources: readonly DeclaredResource[],
  dependencies: ReadonlyMap<Address, readonly Address[]>,
): readonly DeclaredResource[] {
  const open = new Map(
    resources.map((resource) => [resource.address, dependencies.get(resource.address)?.length ?? 0]),
  );
  const waiting = new Map<Address, DeclaredResource[]>();
  for (const resource of resources) {
    for (const address of dependencies.get(resource.address) ?? []) {
      waiting.set(address, [...(waiting.get(address) ?? []), resource]);
    }
  }
  const turns = new Map(resources.map((resource, index) => [resource.address, index]));
  const ordered: DeclaredResource[] = [];
  let current = -1;
  const release = (resource: DeclaredResource): void => {
    ordered.push(resource);
    for (const next of waiting.get(resource.address) ?? []) {
      const left = (open.get(next.address) ?? 0) - 1;
      open.set(next.address, left);
      if (left === 0 && (turns.get(next.address) ?? 0) <= current) release(next);
    }
  };
  for (const resource of resources) {
    current += 1;
    if (open.get(resource.address) === 0) release(resource);
  }
  return ordered;
}

/** Follows open dependencies from the first stuck resource until one comes round again. */
function describeCycle(
  stuck: readonly DeclaredResource[],
  dependencies: ReadonlyMap<Address, readonly Address[]>,
): Diagnostic {
  const byAddress = new Map(stuck.map((resource) => [resource.address, resource]));
  const path: DeclaredResource[] = [];
  let resource = stuck[0];
  while (resource !== undefined && !path.includes(resource)) {
    path.push(resource);
    const next = dependencies.get(resource.address)?.find((address) => byAddress.has(address));
    resource = next === undefined ? undefined : byAddress.get(next);
  }
  const members = resource === undefined ? path : path.slice(path.indexOf(resource));
  const [first] = members;
  const addresses = members.map((member) => member.address);
  return errorDiagnostic('SP606', {
    detail: `These resources wait for each other: ${[...addresses, addresses[0]].join(' → ')}.`,
    hint: 'remove one of the `after` entries that close the circle',
    ...(first === undefined ? {} : { span: first.source, address: first.address }),
    related: members.slice(1).map((member) => ({ span: member.source, label: member.address })),
  });
}
