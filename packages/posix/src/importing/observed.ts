import {
  type Answers,
  type Body,
  type Described,
  describeCause,
  type Importing,
  type Listing,
  type Queries,
} from '@setpoint/model';
import type { Static, TObject, TypedDeclaration, TypedInput, TypedObservation } from '@setpoint/sdk';

/** What a type itself says of an object: its queries, and what it makes of the answers. */
export type ObservedType<Schema extends TObject, Declared, State> = {
  readonly declare: (input: TypedInput<Schema>) => TypedDeclaration<Declared>;
  readonly queries: (declared: Declared) => Queries;
  readonly observe: (declared: Declared, answers: Answers) => TypedObservation<State>;
};

/** How the objects of such a type are imported. */
export type ImportRules<Schema extends TObject, State> = {
  readonly list?: Listing;
  /** The declaration by which all of an object is observed: the least that there can be when not given. */
  readonly probe?: { readonly properties?: Static<Schema>; readonly body?: Body };
  readonly describe: (state: State, identity: string) => Described;
};

/** Imports what a type observes of an object that is declared with next to nothing. */
export function importObserved<Schema extends TObject, Declared, State>(
  { declare, queries, observe }: ObservedType<Schema, Declared, State>,
  { list, probe, describe }: ImportRules<Schema, State>,
): Extract<Importing, { readonly kind: 'importable' }> {
  const declareProbe = (identity: string): TypedDeclaration<Declared> => {
    const properties = probe?.properties ?? ({} as Static<Schema>);
    return declare({ identity, properties, ...(probe?.body === undefined ? {} : { body: probe.body }) });
  };
  return {
    kind: 'importable',
    ...(list === undefined ? {} : { list }),
    queries: (identity) => {
      const declaration = declareProbe(identity);
      return declaration.kind === 'invalid' ? {} : queries(declaration.declared);
    },
    describe: (identity, answers) => {
      const declaration = declareProbe(identity);
      if (declaration.kind === 'invalid')
        return { kind: 'left out', why: declaration.problems.map(({ detail }) => detail).join(' ') };
      const { observed, problems } = observe(declaration.declared, answers);
      const [problem] = problems.filter(({ severity }) => severity === 'error');
      switch (observed.kind) {
        case 'present':
          return problem === undefined ? describe(observed.state, identity) : { kind: 'left out', why: problem.detail };
        case 'absent':
          return problem === undefined || problem.code === 'SP604'
            ? { kind: 'absent' }
            : { kind: 'left out', why: problem.detail };
        case 'unknown':
          return { kind: 'left out', why: describeCause(observed.cause) };
        default:
          return observed satisfies never;
      }
    },
  };
}
