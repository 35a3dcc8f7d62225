import { type Diagnostic, errorDiagnostic, type PlanOrigin } from '@setpoint/model';
import type { ParsedArguments } from '../command.ts';
import { nameOfVariable } from './make.ts';

export type OriginArguments =
  | { readonly kind: 'asked'; readonly given: ParsedArguments }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/**
 * The command line with which a saved plan is made again: what stands in the plan, and of what was given now only what does not
 * touch it. `dir` is the project, in which paths of the plan begin.
 */
export function originArguments(given: ParsedArguments, origin: PlanOrigin, dir: string): OriginArguments {
  const { inventory, limit } = origin;
  const { playbooks, tags, vars } = origin.kind === 'playbooks' ? origin : ofRollback;
  const contradicting = ['inventory', 'limit', 'tags'].filter((name) => given.value(name) !== undefined);
  const repeated = given.values('var');
  const withheld = vars.flatMap((each) => (each.kind === 'withheld' ? [each.name] : []));
  const isKnown = (argument: string): boolean =>
    withheld.includes(nameOfVariable(argument)) ||
    vars.some((each) => each.kind === 'given' && each.argument === argument);
  const diagnostics = [
    ...contradicting.map((name) => optionProblem(`--${name}`)),
    ...repeated
      .filter((argument) => !isKnown(argument))
      .map((argument) => optionProblem(`--var ${nameOfVariable(argument)}`)),
    ...withheld.filter((name) => !repeated.some((argument) => nameOfVariable(argument) === name)).map(lacksVariable),
  ];
  if (diagnostics.length > 0) return { kind: 'refused', diagnostics };
  const values: Readonly<Record<string, string | undefined>> = {
    project: dir,
    inventory,
    limit,
    tags: tags?.join(','),
  };
  const variables = vars.map((each) =>
    each.kind === 'given'
      ? each.argument
      : (repeated.findLast((argument) => nameOfVariable(argument) === each.name) ?? ''),
  );
  return {
    kind: 'asked',
    given: {
      ...given,
      positional: playbooks,
      value: (name) => (Object.hasOwn(values, name) ? values[name] : given.value(name)),
      values: (name) => (name === 'var' ? variables : given.values(name)),
    },
  };
}

/** A run is what a rollback is made from; nothing else is read. */
const ofRollback: Pick<PlanOrigin & { readonly kind: 'playbooks' }, 'playbooks' | 'tags' | 'vars'> = {
  playbooks: [],
  vars: [],
};

function optionProblem(option: string): Diagnostic {
  return errorDiagnostic('SP818', {
    detail: `${option} would make another plan than the saved one, which is applied as it is.`,
    hint: `leave it out, or make a new plan: setpoint plan ${option.split(' ')[0]} … --out FILE`,
  });
}

function lacksVariable(name: string): Diagnostic {
  return errorDiagnostic('SP818', {
    detail: `The plan was made with the variable ${name}, whose value is a secret and stands in no plan.`,
    hint: `give it again: setpoint apply FILE --var ${name}=…`,
  });
}
