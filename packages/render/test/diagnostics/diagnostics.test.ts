import {
  type Diagnostic,
  diagnosticCatalog,
  errorDiagnostic,
  isDiagnosticCode,
  warningDiagnostic,
} from '@setpoint/model';
import { renderDiagnostic, renderDiagnostics, renderExplanation } from '@setpoint/render';
import { assert, expect } from 'chai';
import { plainOptions } from '../fixtures/options.ts';
import { spanOf } from '../fixtures/plans.ts';
import { expectGolden } from '../golden.ts';

const files: Readonly<Record<string, readonly string[]>> = {
  'full.yaml': ['z'.repeat(74)],
  'web.yaml': [
    'name: web',
    'nodes: web',
    'resources:',
    '  - fil: /etc/motd',
    '    日本語: 値 x',
    '\tmode: 1',
    `long: ${'x'.repeat(300)}BAD${'y'.repeat(50)}`,
  ],
};
const options = { ...plainOptions, width: 80, sources: (file: string) => files[file] };

const typo = errorDiagnostic('SP201', {
  span: spanOf('web.yaml', 4, [5, 8]),
  detail: 'There is no resource type `fil`.',
  hint: 'write `file`',
});

describe('a diagnostic in the terminal', () => {
  const cases: readonly { readonly name: string; readonly diagnostic: Diagnostic }[] = [
    { name: 'error-with-frame', diagnostic: typo },
    { name: 'error-wide-characters', diagnostic: { ...typo, span: spanOf('web.yaml', 5, [10, 11]) } },
    { name: 'error-tab', diagnostic: { ...typo, span: spanOf('web.yaml', 6, [2, 6]) } },
    { name: 'error-long-line', diagnostic: { ...typo, span: spanOf('web.yaml', 7, [307, 310]) } },
    { name: 'error-past-the-end', diagnostic: { ...typo, span: spanOf('web.yaml', 2, [90, 99]) } },
    { name: 'error-after-a-full-line', diagnostic: { ...typo, span: spanOf('full.yaml', 1, [75, 75]) } },
    { name: 'error-without-source', diagnostic: { ...typo, span: spanOf('other.yaml', 4, [5, 8]) } },
    {
      name: 'error-on-node',
      diagnostic: errorDiagnostic('SP601', {
        node: 'web1',
        address: 'file:/etc/shadow',
        span: spanOf('web.yaml', 4, [5, 8]),
        detail: 'Only root may read /etc/shadow.\nThe account is deploy.',
      }),
    },
    {
      name: 'error-with-related',
      diagnostic: {
        ...typo,
        detail: `${'This explains a lot of things that nobody asked for. '.repeat(20)}`,
        related: [1, 2, 3].map((line) => ({ span: spanOf('web.yaml', line), label: `the place ${line}` })),
      },
    },
  ];
  for (const { name, diagnostic } of cases) {
    it(`is shown as in golden/${name}.txt`, () => {
      const text = renderDiagnostic(diagnostic, options);
      expectGolden(`${name}.txt`, text);
      assert.isAtMost(text.split('\n').length - 1, 12);
    });
  }
});

describe('a list of diagnostics', () => {
  it('is empty without any', () => {
    expect(renderDiagnostics([], options)).to.equal('');
  });

  it('is sorted, grouped by cause, with errors first and the totals last', () => {
    const lost = ['web3', 'web1', 'web2'].map((node) =>
      errorDiagnostic('SP501', { node, detail: 'The connection timed out after 10 s.', hint: 'setpoint doctor' }),
    );
    const warning = warningDiagnostic('SP401', {
      span: spanOf('web.yaml', 2, [8, 11]),
      detail: 'No node is named web.',
    });
    expectGolden('list.txt', renderDiagnostics([warning, typo, ...lost], options));
  });

  it('keeps equal problems in different places apart', () => {
    const places = [3, 4].map((line) => ({ ...typo, span: spanOf('web.yaml', line, [1, 2]) }));
    const text = renderDiagnostics(places, options);
    assert.include(text, 'web.yaml:3:1');
    assert.include(text, 'web.yaml:4:1');
  });

  it('shows at most 50 blocks and counts the rest', () => {
    const many = Array.from({ length: 123 }, (_, index) => ({ ...typo, span: spanOf('many.yaml', index + 1) }));
    const text = renderDiagnostics(many, options);
    expect(text.match(/error\[SP201\]/g)).to.have.length(50);
    assert.match(text, /\n123 errors; 73 more causes not shown\n$/);
  });
});

describe('the page of a code', () => {
  it('holds its summary and explanation', () => {
    expectGolden('explain-SP501.txt', renderExplanation('SP501', options));
  });

  it('exists for every code within the width', () => {
    for (const code of Object.keys(diagnosticCatalog).filter(isDiagnosticCode)) {
      const text = renderExplanation(code, options);
      assert.include(text, diagnosticCatalog[code].summary);
    }
  });
});
