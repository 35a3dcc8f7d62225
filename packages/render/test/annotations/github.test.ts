import { errorDiagnostic, warningDiagnostic } from '@setpoint/model';
import { allProblems, renderAnnotations } from '@setpoint/render/reports';
import { assert, expect } from 'chai';
import fc from 'fast-check';
import { hostileText, reportWith } from '../fixtures/hostile.ts';
import { spanOf } from '../fixtures/plans.ts';

const inPlace = (file: string): string => file;

describe('problems as annotations of GitHub', () => {
  it('name file and line, code and summary, reason and fix', () => {
    const problem = errorDiagnostic('SP601', {
      span: spanOf('a,b:c.yaml', 9),
      node: 'web1',
      address: 'file:/a',
      detail: '100%\nsure',
      hint: 'do',
    });
    expect(renderAnnotations([problem], (file) => `infra/${file}`)).to.equal(
      '::error file=infra/a%2Cb%3Ac.yaml,line=9,endLine=9,title=SP601%3A A fact could not be read::web1 file:/a%0A100%25%0Asure%0Afix: do\n',
    );
  });

  it('are at most ten of each severity, of which the last tells how many more there are', () => {
    const errors = Array.from({ length: 12 }, (_, index) => errorDiagnostic('SP201', { detail: `${index}` }));
    const warnings = Array.from({ length: 10 }, (_, index) => warningDiagnostic('SP201', { detail: `w${index}` }));
    const lines = renderAnnotations([...warnings, ...errors], inPlace).split('\n');
    assert.lengthOf(lines, 21);
    expect(lines[9]).to.equal('::error::3 more errors: see the output of the step.');
    assert.lengthOf(
      lines.filter((line) => line.startsWith('::warning ')),
      10,
    );
  });

  it('are one line each, whatever stands in them', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (...texts) => {
        const lines = renderAnnotations(allProblems(reportWith(texts)), inPlace)
          .split('\n')
          .slice(0, -1);
        for (const line of lines)
          assert.match(line, /^::error (?:file=[^,:]*,line=2,endLine=2,)?title=[^,:]*%3A[^,:]*::[^\r\x00-\x1f]*$/);
      }),
      { numRuns: 100 },
    );
  });
});
