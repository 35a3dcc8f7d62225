import { type Diagnostic, errorDiagnostic, warningDiagnostic } from '@setpoint/model';
import { allProblems, renderSarif } from '@setpoint/render/reports';
import { Ajv } from 'ajv';
import { assert, expect } from 'chai';
import fc from 'fast-check';
import { hostileText, reportWith } from '../fixtures/hostile.ts';
import { fullPlan, spanOf } from '../fixtures/plans.ts';
import { sarifSchema } from './sarif-schema.ts';

const options = { version: '1.2.3', placeOf: (file: string): string => `infra/${file}` };
const isSarif = new Ajv({ strict: true }).compile<Log>(sarifSchema);

type Result = {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: unknown;
    readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[];
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
};
type Log = {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly invocations: readonly {
        readonly toolExecutionNotifications?: readonly { readonly message: { readonly text: string } }[];
      }[];
      readonly results: readonly Result[];
    },
  ];
};

describe('problems as SARIF', () => {
  it('have a rule, a level, a place in the repository and what they are about', () => {
    const problem = errorDiagnostic('SP601', {
      span: spanOf('web.yaml', 9, [3, 7]),
      node: 'web1',
      address: 'file:/a',
      detail: 'Not readable.',
      hint: 'chmod',
    });
    const [run] = logOf([problem]).runs;
    expect(run.tool.driver.rules.map(({ id }) => id)).to.deep.equal(['SP601']);
    const [result] = run.results;
    expect(result).to.deep.include({ ruleId: 'SP601', ruleIndex: 0, level: 'error' });
    assert.include(result?.message.text, 'Not readable. On web1.\nFix: chmod');
    expect(result?.locations).to.deep.equal([
      {
        physicalLocation: {
          artifactLocation: { uri: 'infra/web.yaml' },
          region: { startLine: 9, startColumn: 3, endLine: 9, endColumn: 7 },
        },
        logicalLocations: [{ fullyQualifiedName: 'web1 file:/a', kind: 'resource' }],
      },
    ]);
  });

  it('are one result for a cause on many nodes, errors first, and stand at the project when they stand nowhere', () => {
    const [run] = logOf([
      warningDiagnostic('SP201', { detail: 'w' }),
      ...allProblems({ kind: 'plan', plan: fullPlan, problems: [] }),
    ]).runs;
    expect(run.results.map(({ ruleId, level }) => `${level} ${ruleId}`)).to.deep.equal([
      'error SP601',
      'error SP501',
      'warning SP201',
    ]);
    assert.include(run.results[1]?.message.text, 'On web4, web5.');
    expect(run.results[2]?.locations[0]?.physicalLocation).to.deep.equal({
      artifactLocation: { uri: 'infra/setpoint.yaml' },
      region: { startLine: 1 },
    });
  });

  it('are valid when there are none', () => {
    expect(logOf([]).runs[0].results).to.deep.equal([]);
  });

  it('keep to the limits of its readers and say how many are left out', () => {
    const many = (amount: number, length: number): readonly Diagnostic[] =>
      Array.from({ length: amount }, (_, index) =>
        errorDiagnostic('SP201', { span: spanOf('a.yaml', index + 1), detail: `${index}${'x'.repeat(length)}` }),
      );
    const [run] = logOf(many(6000, 5)).runs;
    assert.lengthOf(run.results, 5000);
    assert.include(
      run.invocations[0]?.toolExecutionNotifications?.[0]?.message.text,
      '1000 more problems are left out',
    );
    assert.isBelow(Buffer.byteLength(renderSarif(many(5000, 3000), options)), 10_000_000);
  });

  it('give one cause the same fingerprint when its place in the file moves', () => {
    const at = (line: number): Diagnostic => errorDiagnostic('SP201', { span: spanOf('a.yaml', line), detail: 'x' });
    expect(logOf([at(3)]).runs[0].results[0]?.partialFingerprints).to.deep.equal(
      logOf([at(30)]).runs[0].results[0]?.partialFingerprints,
    );
  });

  it('are valid whatever stands in them', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (...texts) => {
        const log = logOf(allProblems(reportWith(texts)));
        for (const { message } of log.runs[0].results) assert.notMatch(message.text, /(?<!\\)\[[^\]]*(?<!\\)\]\(/);
      }),
      { numRuns: 80 },
    );
  });
});

function logOf(problems: readonly Diagnostic[]): Log {
  const log: unknown = JSON.parse(renderSarif(problems, options));
  if (!isSarif(log)) throw new Error(JSON.stringify(isSarif.errors));
  return log;
}
