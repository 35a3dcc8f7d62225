import { errorDiagnostic } from '@setpoint/model';
import { type PlanReport, renderPlanMarkdown } from '@setpoint/render/reports';
import { assert } from 'chai';
import fc from 'fast-check';
import { changeOf, editOf, nodeOf, operationOf, planOf, spanOf } from '../fixtures/plans.ts';
import { foreignMarkup, renderedHtml, textOutsideOfCode } from './rendered.ts';

/** What would ping somebody, link somewhere, or become structure. */
const attacks = [
  '@org/team',
  '@everyone',
  '#1',
  'GH-1',
  'org/repo#1',
  'https://evil.example',
  'www.evil.example',
  'a@evil.example',
  'http://e.x',
  '[l](https://evil.example)',
  '![i](https://evil.example/i.png)',
  '<https://evil.example>',
  '[ref]: https://evil.example',
  '[^1]',
  '|',
  '\\|',
  '`',
  '``',
  '```',
  '````',
  '~~~',
  '</code>',
  '</details>',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '-->',
  '<!--',
  '&lt;',
  '&#60;',
  '\\',
  '\n',
  '\n\n',
  '\n```\n',
  '\n    ',
  '\r',
  '\t',
  ' ',
  '\u2028',
  '\u202e',
  '\u200b',
  '\x1b[31m',
  '\0',
  '\ud800',
  '# x',
  '- [ ] x',
  '> ',
  '$$x$$',
  '**',
  '__',
  '~~',
  ':tada:',
  'deadbeefdeadbeefdeadbeefdeadbeefdeadbeef',
];

const hostile = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...attacks) },
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { minLength: 1 },
  )
  .map((parts) => parts.join(''));

describe('hostile values in the markdown of a plan', () => {
  for (const attack of attacks) {
    it(`does nothing as ${JSON.stringify(attack)}`, () => holds(reportWith([attack, attack, attack])));
  }

  it('never leave their code, whatever they are and wherever they stand', function () {
    this.timeout(30_000);
    fc.assert(
      fc.property(hostile, hostile, hostile, (name, value, other) => holds(reportWith([name, value, other]))),
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

/** One value in every field that somebody else can fill. */
function reportWith([name, value, other]: readonly [string, string, string]): PlanReport {
  const change = changeOf(`file:${name}`, {
    action: 'update',
    edits: [
      editOf(name, value, { [other]: [value] }),
      {
        ...editOf('content', undefined, undefined),
        hunks: [
          {
            oldStart: 1,
            oldLines: 1,
            newStart: 1,
            newLines: 1,
            lines: value.split('\n').flatMap((line) => [`+${line}`, ` ${line}`, `-${line}`]),
          },
        ],
      },
      {
        path: other,
        before: { kind: 'unknown', cause: { kind: 'unavailable', what: value } },
        after: { kind: 'content', sizeBytes: 1, sha256: value },
      },
    ],
    operations: [operationOf(value, [{ kind: 'privilege', message: other }])],
    reasons: [value, other],
    unknowns: [{ kind: 'denied', what: name }],
    source: spanOf(name, 1),
  });
  const problem = errorDiagnostic('SP601', {
    detail: value,
    hint: other,
    node: name,
    address: `file:${value}`,
    span: spanOf(other, 2),
  });
  const outlier = { ...change, reasons: [name] };
  const nodes = [
    nodeOf(`n${name}`, [change], [problem]),
    nodeOf(value, [change]),
    nodeOf(other, [outlier, { ...change, action: 'delete' as const }]),
  ];
  const plan = planOf(
    [
      { name: value, nodes },
      { name: other, nodes: [nodeOf(name, [{ ...change, action: 'create' }])] },
    ],
    [name, value],
  );
  return {
    kind: 'plan',
    plan: { ...plan, violations: [problem], allowed: [other] },
    problems: [{ ...problem, detail: name }],
  };
}
