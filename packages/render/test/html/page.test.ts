import { renderPlanHtml } from '@setpoint/render/reports';
import { assert, expect } from 'chai';
import { fleetPlan, unevenPlan } from '../fixtures/fleet-plan.ts';
import { attacks, reportWith } from '../fixtures/hostile.ts';
import { changeOf, nodeOf, planOf } from '../fixtures/plans.ts';

describe('the HTML report', () => {
  it('is the same each time, and one file', () => {
    const report = { kind: 'plan', plan: fleetPlan(10), problems: [] } as const;
    const html = renderPlanHtml(report);
    expect(renderPlanHtml(report)).to.equal(html);
    assert.notMatch(
      html.replaceAll(/<script[^]*?<\/script>|<style>[^]*?<\/style>/g, ''),
      /(?:src|href)="(?!#)|url\(|@import/,
    );
    assert.match(
      html,
      /default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'"/,
    );
  });

  it('holds hostile values as text', () => {
    const joined = attacks.join('');
    const html = renderPlanHtml(reportWith([joined, joined, joined]));
    expect(html.match(/<script/g)).to.have.length(2);
    assert.notMatch(html, /<img|<b>x|\u202e|\u2028|\x1b/);
  });

  it('draws a play of many resources by type', () => {
    const changes = Array.from({ length: 200 }, (_, index) =>
      changeOf(
        index % 2 === 0 ? `file:/${index}` : `service:s${index}`,
        index % 2 === 0 ? {} : { dependsOn: [`file:/${index - 1}`] },
      ),
    );
    const html = renderPlanHtml({
      kind: 'plan',
      plan: planOf([{ name: 'p', nodes: [nodeOf('n', changes)] }]),
      problems: [],
    });
    assert.include(html, '200 resources, drawn by type because they are many');
    assert.include(html, '2 boxes and 1 lines');
    assert.include(html, '100 resources · n');
  });

  it('draws what comes after each other in a circle of types', () => {
    const changes = Array.from({ length: 100 }, (_, index) =>
      changeOf(
        `${index % 2 === 0 ? 'file' : 'link'}:/${index}`,
        index === 0 ? {} : { dependsOn: [`${index % 2 === 0 ? 'link' : 'file'}:/${index - 1}`] },
      ),
    );
    const html = renderPlanHtml({
      kind: 'plan',
      plan: planOf([{ name: 'p', nodes: [nodeOf('n', changes)] }]),
      problems: [],
    });
    assert.include(html, '2 boxes and 2 lines');
  });

  it('leaves out details before it becomes too large for a browser, the least dangerous first', function () {
    this.timeout(20_000);
    const html = renderPlanHtml({ kind: 'plan', plan: unevenPlan(9000), problems: [] });
    assert.isBelow(Buffer.byteLength(html), 25_000_000);
    assert.isAbove(Number(/"withoutDetails":(\d+)/.exec(html)?.[1]), 0);
  });
});
