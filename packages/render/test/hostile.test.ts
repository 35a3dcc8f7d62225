import { errorDiagnostic, type RunSummary } from '@setpoint/model';
import {
  plainPalette,
  planToJson,
  renderDiagnostic,
  renderMermaid,
  renderPlan,
  renderRun,
  renderTable,
  textWidth,
} from '@setpoint/render';
import { assert } from 'chai';
import fc from 'fast-check';
import { plainOptions } from './fixtures/options.ts';
import { changeOf, editOf, nodeOf, operationOf, planOf, spanOf } from './fixtures/plans.ts';

const pieces = [
  '\x1b[31m',
  '\n',
  '\n```\n',
  '\r',
  '\t',
  '`',
  '```',
  '~~~',
  '|',
  '<b>',
  '</details>',
  '"',
  ']',
  '\u202e',
  '\u200b',
  '日本',
  '👩‍👩‍👧',
  '@me',
  '# x',
  '- ',
  '+',
  '\ud800',
  '&#',
  '%%',
  '--',
  '\0',
];
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
  )
  .map((parts) => parts.join(''));
const controls = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\u2028\u2029]/;

describe('hostile text in names and values', () => {
  it('never puts a control character or a line of its own into a terminal', () => {
    fc.assert(
      fc.property(hostile, hostile, (name, value) => {
        const text = renderPlan(planWith(name, value), plainOptions);
        assert.notMatch(text, controls);
        assert.equal(
          text
            .split('\n')
            .filter((line) => !line.startsWith(' ') && line !== '')
            .at(-1)
            ?.slice(0, 5),
          'Plan:',
        );
        for (const line of text.split('\n').filter((line) => line.startsWith('     ')))
          assert.isAtMost(textWidth(line), 100);
      }),
      { numRuns: 150 },
    );
  });

  it('never breaks the frame of a diagnostic', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 30 }), (line, column, length) => {
        const source = line.replaceAll('\n', ' ');
        const diagnostic = errorDiagnostic('SP201', {
          span: spanOf('f', 1, [column, column + length]),
          detail: line,
          hint: line,
          node: line || 'n',
        });
        const text = renderDiagnostic(diagnostic, { ...plainOptions, width: 60, sources: () => [source] });
        assert.notMatch(text, controls);
        const lines = text.split('\n').slice(0, -1);
        assert.isAtMost(lines.length, 13);
        assert.isTrue(lines.some((shown) => /^ {4}\| +\^+$/.test(shown)));
        for (const shown of lines.filter((shown) => / \|/.test(shown.slice(0, 6))))
          assert.isAtMost(textWidth(shown), 60);
      }),
      { numRuns: 300 },
    );
  });

  it('never becomes syntax of a Mermaid graph', () => {
    fc.assert(
      fc.property(hostile, (label) => {
        const text = renderMermaid({ nodes: [{ id: 'a', label, kind: 'resource' }], edges: [] });
        assert.match(text, /^flowchart TD\n {2}n0\["[^"[\]<>`\n\x1b]*"\]\n$/);
      }),
    );
  });

  it('stays on its row of a table and in its line of a run', () => {
    fc.assert(
      fc.property(hostile, (cell) => {
        assert.lengthOf(renderTable({ columns: [{ title: 'a' }], rows: [[cell]] }, plainPalette).split('\n'), 3);
        const text = renderRun(runWith(cell), plainOptions);
        assert.notMatch(text, controls);
      }),
    );
  });

  it('comes back unchanged from the JSON form', () => {
    fc.assert(
      fc.property(hostile, hostile, (name, value) => {
        const plan = planWith(name, value);
        assert.deepEqual<unknown>(JSON.parse(JSON.stringify(planToJson(plan))), JSON.parse(JSON.stringify(plan)));
      }),
      { numRuns: 50 },
    );
  });
});

function planWith(name: string, value: string): ReturnType<typeof planOf> {
  const change = changeOf(`file:${name}`, {
    action: 'update',
    edits: [
      editOf(name, value, { [name]: [value] }),
      {
        ...editOf('content', undefined, undefined),
        hunks: [
          {
            oldStart: 1,
            oldLines: 1,
            newStart: 1,
            newLines: 1,
            lines: value.split('\n').flatMap((line) => [`+${line}`, ` ${line}`]),
          },
        ],
      },
    ],
    operations: [operationOf(value, [{ kind: 'privilege', message: value }])],
    reasons: [value],
    unknowns: [{ kind: 'denied', what: name }],
    source: spanOf(name, 1),
  });
  return planOf([{ name: value, nodes: [nodeOf(`n${name}`, [change]), nodeOf('other', [change])] }], [name]);
}

function runWith(text: string): RunSummary {
  const outcome = { status: 'failed' as const, durationMs: 1, reason: text, output: text };
  return {
    run: text,
    interrupted: false,
    nodes: [
      { node: text, status: 'failed', outcomes: [{ address: `file:${text}`, title: text, outcome }], diagnostics: [] },
    ],
  };
}
