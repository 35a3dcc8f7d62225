import { canonicalJson, type DeclaredResource, type Diagnostic, errorDiagnostic, readClaim } from '@setpoint/model';
import type { CompiledResource } from './resource.ts';

/** Who manages what on one node, over all plays of a run. */
export type NodeConflicts = {
  /** A new play begins: the same resource may be declared again, as long as it wants the same. */
  readonly startPlay: () => void;
  /** True when the resource manages its objects alone; otherwise the conflict is reported. */
  readonly accept: (compiled: CompiledResource) => boolean;
  /** Addresses of the plays so far. */
  readonly addresses: ReadonlySet<string>;
};

/** Starts with nothing managed. */
export function createConflicts(report: (diagnostic: Diagnostic) => void): NodeConflicts {
  const owners = new Map<string, Owner>();
  const addresses = new Set<string>();
  let play = 0;
  return {
    startPlay: () => {
      play += 1;
    },
    accept: ({ resource, claims }) => {
      const read = claims.map(readClaim);
      for (const { claim, isShared } of read) {
        const owner = owners.get(claim);
        if (owner === undefined || (isShared && owner.isShared)) continue;
        const isRepeated = resource.address === owner.resource.address && isEqual(resource, owner.resource);
        if (isRepeated && owner.play !== play) continue;
        report(isRepeated ? duplicate(resource, owner.resource) : contradiction(resource, owner.resource, claim));
        return false;
      }
      for (const { claim, isShared } of read) if (!owners.has(claim)) owners.set(claim, { resource, play, isShared });
      addresses.add(resource.address);
      return true;
    },
    addresses,
  };
}

type Owner = { readonly resource: DeclaredResource; readonly play: number; readonly isShared: boolean };

function isEqual(left: DeclaredResource, right: DeclaredResource): boolean {
  return left.runAs === right.runAs && canonicalJson(left.declared) === canonicalJson(right.declared);
}

function duplicate(resource: DeclaredResource, first: DeclaredResource): Diagnostic {
  return errorDiagnostic('SP209', {
    detail: `\`${resource.address}\` is declared already, ${placeOf(first, resource)}.`,
    hint: 'Remove one of the two declarations.',
    span: resource.source,
    related: [{ span: first.source, label: 'first declared here' }],
    address: resource.address,
  });
}

function contradiction(resource: DeclaredResource, first: DeclaredResource, claim: string): Diagnostic {
  const same = resource.address === first.address;
  const object = same
    ? `\`${resource.address}\` is`
    : `\`${resource.address}\` and \`${first.address}\` both manage ${describeClaim(claim)}, which is`;
  return errorDiagnostic('SP210', {
    detail: `${object} declared with other properties ${placeOf(first, resource)}. Every run would change it there and back.`,
    hint: 'Keep one of them, or give them conditions that exclude each other.',
    span: resource.source,
    related: [{ span: first.source, label: 'declared otherwise here' }],
    address: resource.address,
  });
}

function placeOf(first: DeclaredResource, second: DeclaredResource): string {
  const { file, start } = first.source;
  return file === second.source.file ? `in line ${start.line}` : `in ${file}:${start.line}`;
}

/** `path:/etc/motd` reads as `the path /etc/motd`. */
function describeClaim(claim: string): string {
  const colon = claim.indexOf(':');
  return colon === -1 ? `\`${claim}\`` : `the ${claim.slice(0, colon)} ${claim.slice(colon + 1)}`;
}
