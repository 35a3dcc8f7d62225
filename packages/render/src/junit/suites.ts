import { element } from './xml.ts';

/** What became of a case: `failure` means that something would change, `error` that it could not be told. */
export type JunitVerdict = {
  readonly kind: 'failure' | 'error';
  readonly type: string;
  readonly message: string;
  readonly text: string;
};

export type JunitCase = { readonly name: string; readonly verdicts: readonly JunitVerdict[] };

export type JunitSuite = {
  readonly name: string;
  /** What the suite belongs to, which most readers show as a folder. */
  readonly group: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly cases: readonly JunitCase[];
  readonly output?: string;
};

/**
 * JUnit XML of suites, in the form that the schema of Jenkins' plugin allows; it holds no time, so that equal suites give equal
 * bytes.
 */
export function renderSuites(name: string, suites: readonly JunitSuite[]): string {
  const cases = suites.flatMap((suite) => suite.cases);
  const body = element('testsuites', { name, ...totals(cases) }, suites.map(suiteElement));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`;
}

function suiteElement({ name, group, properties, cases, output }: JunitSuite): string {
  const listed = Object.entries(properties).map(([key, value]) => element('property', { name: key, value }));
  return element('testsuite', { name, ...totals(cases), skipped: 0, package: group }, [
    ...(listed.length === 0 ? [] : [element('properties', {}, listed)]),
    ...cases.map((one) => caseElement(one, name)),
    ...(output === undefined ? [] : [element('system-out', {}, output)]),
  ]);
}

/** A case fails once; where it is in error, it is in error only. */
function caseElement({ name, verdicts }: JunitCase, suite: string): string {
  return element(
    'testcase',
    { name, classname: suite },
    told(verdicts).map(({ kind, type, message, text }) => element(kind, { message, type }, text)),
  );
}

function totals(cases: readonly JunitCase[]): {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
} {
  const kinds = cases.map(({ verdicts }) => told(verdicts)[0]?.kind);
  return {
    tests: cases.length,
    failures: kinds.filter((kind) => kind === 'failure').length,
    errors: kinds.filter((kind) => kind === 'error').length,
  };
}

function told(verdicts: readonly JunitVerdict[]): readonly JunitVerdict[] {
  const errors = verdicts.filter(({ kind }) => kind === 'error');
  return errors.length > 0 ? errors : verdicts.slice(0, 1);
}
