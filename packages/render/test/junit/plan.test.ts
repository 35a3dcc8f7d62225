import { errorDiagnostic, warningDiagnostic } from '@setpoint/model';
import { renderPlanJunit, renderProblemsJunit } from '@setpoint/render/reports';
import { assert, expect } from 'chai';
import fc from 'fast-check';
import { attacks, hostileText, reportWith } from '../fixtures/hostile.ts';
import { convergedPlan, fullPlan, spanOf } from '../fixtures/plans.ts';
import { expectGolden } from '../golden.ts';
import { readXml, type XmlElement } from './xml-reader.ts';

/** What the schema of Jenkins' JUnit plugin allows: attributes (those with ! are required) and children of each element. */
const allowed: Readonly<Record<string, { readonly attributes: string; readonly children: string }>> = {
  testsuites: { attributes: 'name time tests failures disabled errors', children: 'testsuite' },
  testsuite: {
    attributes: 'name! tests failures errors group time skipped timestamp hostname id package file log url version',
    children: 'testsuite properties testcase system-out system-err',
  },
  properties: { attributes: '', children: 'property' },
  property: { attributes: 'name! value!', children: '' },
  testcase: {
    attributes: 'name! assertions time classname status',
    children: 'skipped error failure rerunFailure rerunError flakyFailure flakyError system-out system-err properties',
  },
  failure: { attributes: 'message type', children: '' },
  error: { attributes: 'message type', children: '' },
  'system-out': { attributes: '', children: '' },
};

describe('a plan as JUnit XML', () => {
  it('has a suite for each node and a case for each resource, which fails when it would change', () => {
    const text = renderPlanJunit({ kind: 'plan', plan: fullPlan, problems: [] });
    expectGolden('plan.junit.xml', text);
    const root = readXml(text);
    expect(root.children.map(({ attributes }) => attributes['name'])).to.deep.equal([
      'web1',
      'web2',
      'web3',
      'web4',
      'web5',
      'db1',
    ]);
    expect(root.attributes).to.deep.include({ tests: '15', failures: '9', errors: '3' });
    assert.deepEqual(violationsOf(root), []);
    assert.deepEqual(miscounts(root), []);
  });

  it('passes when everything is as declared', () => {
    const root = readXml(renderPlanJunit({ kind: 'drift', plan: convergedPlan, problems: [] }));
    expect(root.attributes).to.deep.equal({ name: 'Setpoint drift', tests: '3', failures: '0', errors: '0' });
  });

  it('fails for what the policy does not allow, and is in error for an invalid project', () => {
    const problem = errorDiagnostic('SP201', { span: spanOf('a.yaml', 3), detail: 'x', hint: 'y' });
    const violated = readXml(
      renderPlanJunit({ kind: 'plan', plan: { ...convergedPlan, violations: [problem] }, problems: [] }),
    );
    expect(violated.attributes).to.deep.include({ failures: '1', errors: '0' });
    const invalid = readXml(renderPlanJunit({ kind: 'plan', problems: [problem] }));
    expect(invalid.attributes).to.deep.include({ tests: '1', errors: '1' });
    expect(invalid.children[0]?.children[0]?.children[0]).to.deep.include({
      name: 'error',
      text: 'SP201: x\nin a.yaml:3:1\nfix: y',
    });
  });

  it('of a validation passes with one case, and fails nothing for a warning', () => {
    expect(readXml(renderProblemsJunit('v', [])).attributes).to.deep.include({ tests: '1', errors: '0' });
    const warning = warningDiagnostic('SP201', { detail: 'x' });
    expect(readXml(renderProblemsJunit('v', [warning])).attributes).to.deep.include({ tests: '1', errors: '0' });
  });

  for (const attack of attacks) it(`holds ${JSON.stringify(attack)} as text`, () => holds([attack, attack, attack]));

  it('holds every text as text', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (...texts) => holds(texts)),
      { numRuns: 60 },
    );
  });
});

function holds(texts: readonly [string, string, string]): void {
  const root = readXml(renderPlanJunit(reportWith(texts)));
  assert.deepEqual([...violationsOf(root), ...miscounts(root)], []);
}

function violationsOf({ name, attributes, children }: XmlElement): readonly string[] {
  const rule = allowed[name];
  if (rule === undefined) return [`<${name}> is unknown`];
  const known = rule.attributes.split(' ');
  const names = new Set(known.map((key) => key.replace('!', '')));
  return [
    ...Object.keys(attributes).flatMap((key) => (names.has(key) ? [] : [`${name} has ${key}`])),
    ...known.flatMap((key) =>
      key.endsWith('!') && attributes[key.slice(0, -1)] === undefined ? [`${name} lacks ${key}`] : [],
    ),
    ...children.flatMap((child) =>
      rule.children.split(' ').includes(child.name) ? [] : [`${name} holds ${child.name}`],
    ),
    ...children.flatMap(violationsOf),
  ];
}

/** The numbers of a suite, and of all of them, are those of the cases in it. */
function miscounts(root: XmlElement): readonly string[] {
  return [root, ...root.children].flatMap((element) => {
    const cases = element === root ? root.children.flatMap(casesOf) : casesOf(element);
    const having = (name: string): number =>
      cases.filter(({ children }) => children.some((child) => child.name === name)).length;
    const counted = { tests: `${cases.length}`, failures: `${having('failure')}`, errors: `${having('error')}` };
    const { tests, failures, errors } = element.attributes;
    return JSON.stringify({ tests, failures, errors }) === JSON.stringify(counted)
      ? []
      : [`${element.attributes['name']}: ${JSON.stringify(counted)}`];
  });
}

function casesOf({ children }: XmlElement): readonly XmlElement[] {
  return children.filter(({ name }) => name === 'testcase');
}
