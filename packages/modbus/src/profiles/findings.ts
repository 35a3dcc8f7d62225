import type { DeclarationProblem } from '@setpoint/model';

/** Collects what is wrong below one property of a profile. */
export type Findings = {
  /** `property` is relative; empty means the property that the findings are about. */
  readonly add: (property: string, detail: string, hint?: string) => void;
  readonly at: (property: string) => Findings;
};

/** Findings that end up in a list, with the whole paths of their properties. */
export function findingsIn(problems: DeclarationProblem[], path = ''): Findings {
  const join = (property: string): string => [path, property].filter((part) => part !== '').join('.');
  return {
    add: (property, detail, hint) => {
      problems.push({ property: join(property), detail, ...(hint === undefined ? {} : { hint }) });
    },
    at: (property) => findingsIn(problems, join(property)),
  };
}
