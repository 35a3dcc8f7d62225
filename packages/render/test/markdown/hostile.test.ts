import { type PlanReport, renderPlanMarkdown } from '@setpoint/render/reports';
import { assert } from 'chai';
import fc from 'fast-check';
import { attacks, hostileText, reportWith } from '../fixtures/hostile.ts';
import { foreignMarkup, renderedHtml, textOutsideOfCode } from './rendered.ts';

describe('hostile values in the markdown of a plan', () => {
  for (const attack of attacks) {
    it(`does nothing as ${JSON.stringify(attack)}`, () => holds(reportWith([attack, attack, attack])));
  }

  it('never leave their code, whatever they are and wherever they stand', function () {
    this.timeout(30_000);
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (name, value, other) =>
        holds(reportWith([name, value, other])),
      ),
      { numRuns: 120 },
    );
  });
});

function holds(report: PlanReport): void {
  const markdown = renderPlanMarkdown(report);
  assert.notMatch(
    markdown,
    /[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\u2028\u2029\ufffe\uffff]|[\ud800-\udfff](?![\udc00-\udfff])(?<![\ud800-\udbff][\udc00-\udfff])/,
  );
  const html = renderedHtml(markdown);
  assert.notInclude(foreignMarkup(html), '<', 'only the own tags');
  const outside = textOutsideOfCode(html);
  assert.notMatch(outside, /@|#|GH-|https?:|www\.|evil|deadbeef|[`[\]|$]/, 'nothing of a value outside of code');
  assert.equal(html.match(/<details>/g)?.length, html.match(/<\/details>/g)?.length, 'details are closed');
}
