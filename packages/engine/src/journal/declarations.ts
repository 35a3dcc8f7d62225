import {
  type Address,
  type CompiledPlay,
  canonicalJson,
  type DeclaredResource,
  type EditValue,
  invariant,
  type Observed,
  type Redactor,
  type ResourceModule,
} from '@setpoint/model';
import { showChange } from '../plan/show-change.ts';
import { withoutTexts } from './journal-change.ts';

/** Keyed digests of declared values by edit path; `*` stands for the whole declaration. */
export type PropertyDigests = Readonly<Record<string, string>>;

/** What a run declared, as digests that tell equality and nothing else: of every resource, also of those that needed no change. */
export type Declarations = {
  /** Tells the key; digests under another key cannot be compared. */
  readonly key: string;
  /** Different declarations, each once: nodes share most of them. */
  readonly sets: readonly { readonly address: Address; readonly properties: PropertyDigests }[];
  /** The positions in `sets` of each node's resources. */
  readonly nodes: Readonly<Record<string, readonly number[]>>;
};

type Digesting = { readonly modules: ReadonlyMap<string, ResourceModule>; readonly redactor: Redactor };

/** Digests what the plays declare. */
export function declarationsOf(plays: readonly CompiledPlay[], { modules, redactor: given }: Digesting): Declarations {
  const redactor = remembering(given);
  const sets: { address: Address; properties: PropertyDigests }[] = [];
  const positions = new Map<string, number>();
  const known = new Map<DeclaredResource['declared'], Map<string, number>>();
  const place = (resource: DeclaredResource): number => {
    const { address, type, declared, taint } = resource;
    const shade = `${address} ${JSON.stringify(taint)}`;
    const ofDeclared = known.get(declared) ?? new Map<string, number>();
    known.set(declared, ofDeclared);
    const seen = ofDeclared.get(shade);
    if (seen !== undefined) return seen;
    const module = modules.get(type);
    invariant(module !== undefined, `No module is registered for the type ${type}`);
    const properties = digestProperties(resource, module, redactor);
    const text = `${address} ${JSON.stringify(properties)}`;
    const position = positions.get(text) ?? sets.push({ address, properties }) - 1;
    positions.set(text, position);
    ofDeclared.set(shade, position);
    return position;
  };
  const nodes: Record<string, number[]> = {};
  for (const { node, resources } of plays.flatMap((play) => play.nodes)) {
    nodes[node.name] = [...(nodes[node.name] ?? []), ...resources.map(place)];
  }
  return { key: keyMark(redactor), sets, nodes };
}

/** Values such as `root` and `0644` are declared again and again. */
function remembering(redactor: Redactor): Redactor {
  const known = new Map<string, string>();
  return {
    ...redactor,
    digest: (text) => {
      if (text.length > 64) return redactor.digest(text);
      const digest = known.get(text) ?? redactor.digest(text);
      known.set(text, digest);
      return digest;
    },
  };
}

/** Equal under equal keys: says nothing else. */
export function keyMark(redactor: Redactor): string {
  return shorten(redactor.digest('the key of the journals'));
}

/** The digest of one side of an edit as it is shown; undefined where nobody knows the value. */
export function digestValue(value: EditValue, redactor: Redactor): string | undefined {
  switch (value.kind) {
    case 'absent':
      return '-';
    case 'value':
      return shorten(redactor.digest(canonicalJson(value.value)));
    case 'content':
      return shorten(redactor.digest(value.sha256));
    case 'sensitive':
      return shorten(value.digest);
    case 'unknown':
      return undefined;
    default:
      return value satisfies never;
  }
}

/** A declaration that is larger is compared as a whole only. */
const maxDeclaredLength = 256 * 1024;

/** Where nothing is known of the node, every declared property is an edit. */
const nothingKnown: Observed<never> = { kind: 'unknown', cause: { kind: 'unavailable', what: 'nobody looked' } };

function digestProperties(resource: DeclaredResource, module: ResourceModule, redactor: Redactor): PropertyDigests {
  // The texts of bodies would be compared line by line for nothing.
  const declared = withoutTexts(resource.declared);
  const text = canonicalJson(declared);
  const whole = { '*': shorten(redactor.digest(text)) };
  if (text.length > maxDeclaredLength) return whole;
  try {
    const edits = module.diff(declared, nothingKnown);
    const change = {
      address: resource.address,
      action: 'unknown',
      edits,
      operations: [],
      reasons: [],
      unknowns: [],
    } as const;
    const shown = showChange(change, { resource, module }, redactor).edits;
    const digests = shown.map(({ path, after }) => [path, digestValue(after, redactor) ?? '?']);
    return { ...Object.fromEntries(digests), ...whole };
  } catch {
    // A module that throws here is told of when its resource is planned.
    return whole;
  }
}

function shorten(digest: string): string {
  return digest.replace(/^keyed:/, '');
}
