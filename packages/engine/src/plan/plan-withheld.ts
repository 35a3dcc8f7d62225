import {
  type Answers,
  type Change,
  type DeclaredResource,
  type Edit,
  type Json,
  type Observed,
  type Prediction,
  type ResourceModule,
  type UnknownCause,
  unknown,
  type Withheld,
} from '@setpoint/model';

/** What is known of a resource that is left open. */
export type Known = {
  readonly module: ResourceModule;
  readonly observed: Observed<Json>;
  readonly answers: Answers;
};

/** The change of a resource that is left open on purpose: the edits that are sure, and for the rest why it is not known. */
export function withheldChange(resource: DeclaredResource, withheld: Withheld, known: Known | undefined): Change {
  const causes = withheld.why.map((what): UnknownCause => ({ kind: 'withheld', what }));
  const edits = known === undefined ? [] : knownEdits(resource, { withheld, causes }, known);
  const { address, source } = resource;
  return { address, action: 'unknown', edits, operations: [], reasons: [], unknowns: causes, source };
}

function knownEdits(
  { declared }: DeclaredResource,
  { withheld, causes }: { readonly withheld: Withheld; readonly causes: readonly UnknownCause[] },
  { module, observed }: Known,
): readonly Edit[] {
  const { properties } = withheld;
  const [cause] = causes;
  // Whether anything at all is to be done is what is not known.
  if (properties.length === 0 || cause === undefined) return [];
  const found = module.diff(declared, observed);
  const open = properties.map((path): Edit => {
    const before = found.find((edit) => edit.path === path)?.before ?? unknown(cause);
    return { path, before, after: unknown(cause) };
  });
  return [...found.filter(({ path }) => !properties.includes(path.split(/[.[]/, 1)[0] ?? path)), ...open];
}

/** What the node answers afterwards to everything that the resource might change: nobody knows before it is planned. */
export function withheldPrediction({ address, declared }: DeclaredResource, { module, answers }: Known): Prediction {
  const predicted = module.predict(declared, answers);
  const open = Object.keys(predicted.answers).map((name): [string, Answers[string]] => [
    name,
    { status: 'unknown', cause: { kind: 'after', address } },
  ]);
  return { ...predicted, answers: Object.fromEntries(open) };
}
