import {
  type Address,
  type DeclaredResource,
  type Diagnostic,
  errorDiagnostic,
  nearestName,
  parseAddress,
  type ResourceModule,
} from '@setpoint/model';
import { spanOf } from '../yaml/value.ts';
import type { PlacedText } from './expand.ts';
import type { CompileOutcome } from './resource.ts';

export type ReferenceOptions = {
  /** Every address of this play on the node as written, with the canonical one; undefined: left out of this run. */
  readonly canonical: ReadonlyMap<string, Address | undefined>;
  readonly modules: ReadonlyMap<string, ResourceModule>;
  /** Addresses of this and of earlier plays on the node. */
  readonly earlier: ReadonlySet<string>;
  readonly report: (diagnostic: Diagnostic) => void;
};

/** Checks that every reference names a declared resource, and gives the dependencies of each resource. */
export function resolveReferences(
  outcomes: readonly CompileOutcome[],
  options: ReferenceOptions,
): ReadonlyMap<DeclaredResource, readonly Address[]> {
  const dependencies = new Map<DeclaredResource, readonly Address[]>();
  for (const outcome of outcomes) {
    if (outcome.kind !== 'compiled') continue;
    const written = outcome.references.flatMap((reference) => resolve(reference, options) ?? []);
    const found = [...written, ...actingAccount(outcome.resource, options)];
    if (found.length === 0) continue;
    const others = found.filter((address) => address !== outcome.resource.address);
    dependencies.set(outcome.resource, [...new Set(others)]);
  }
  return dependencies;
}

/** `sudo: app` needs the account, so a declared `user: app` comes first. */
function actingAccount({ runAs }: DeclaredResource, { canonical }: ReferenceOptions): readonly Address[] {
  const user = typeof runAs === 'string' ? canonical.get(`user:${runAs}`) : undefined;
  return user === undefined ? [] : [user];
}

/** The canonical address; undefined when it is dangling (reported), left out of this run or in an earlier play. */
function resolve(reference: PlacedText, options: ReferenceOptions): Address | undefined {
  const { canonical, earlier, report } = options;
  if (canonical.has(reference.text)) return canonical.get(reference.text);
  if (earlier.has(reference.text)) return undefined;
  report(dangling(reference, options));
  return undefined;
}

function dangling({ text, value }: PlacedText, { canonical, modules, earlier }: ReferenceOptions): Diagnostic {
  const span = spanOf(value);
  const parsed = parseAddress(text);
  if (parsed === undefined) {
    const detail = `\`${text}\` is no address.`;
    return errorDiagnostic('SP211', { detail, hint: 'Write `type:identity`, for example `service:nginx`.', span });
  }
  const near = nearestName(text, [...canonical.keys(), ...earlier]);
  const type = modules.has(parsed.type) ? undefined : nearestName(parsed.type, modules.keys());
  const hint =
    near === undefined
      ? type === undefined
        ? undefined
        : `Did you mean \`${type}:${parsed.identity}\`?`
      : `Did you mean \`${near}\`?`;
  return errorDiagnostic('SP211', {
    detail: `No resource \`${text}\` is declared for this node.`,
    hint: hint ?? 'Declare it in the same play, or remove the reference.',
    span,
  });
}
