import type { Change, Plan } from '@setpoint/model';
import { errorDiagnostic } from '@setpoint/model';
import { mostMarkdownBytes, type PlanReport, planMarker, renderPlanMarkdown } from '@setpoint/render/reports';
import { assert, expect } from 'chai';
import {
  changeOf,
  convergedPlan,
  editOf,
  failedNode,
  fullPlan,
  nodeOf,
  operationOf,
  planOf,
  playOf,
  spanOf,
} from '../fixtures/plans.ts';
import { expectGolden } from '../golden.ts';
import { foreignMarkup, renderedHtml } from './rendered.ts';

const loss = { kind: 'data-loss' as const, message: 'it is gone' };

describe('a plan in markdown', () => {
  it('says in one line that nothing would change', () => {
    assert.include(markdownOf(convergedPlan), '**No changes: 3 resources on 2 nodes are as declared.**');
  });

  it('tells totals, problems, what destroys, changes and creations, in this order', () => {
    const text = markdownOf({ ...fullPlan, violations: [violation(3)], allowed: ['delete'] });
    expectGolden('plan.md', text);
    const order = [
      '| action |',
      '#### Not allowed by the policy (1)',
      '#### Problems (3)',
      '#### Destructive (2)',
      '#### Could not be told (1)',
      '#### Changes (5)',
      '#### Creations (2)',
    ].map((part) => text.indexOf(part));
    expect(order).to.deep.equal(order.toSorted((a, b) => a - b));
    assert.notInclude(order, -1);
  });

  it('tells the problems of a project that cannot be planned', () => {
    const text = renderPlanMarkdown({
      kind: 'plan',
      problems: [errorDiagnostic('SP201', { span: spanOf('a.yaml', 3), detail: 'x' })],
    });
    assert.include(text, '**Nothing was planned: 1 error.**');
    assert.include(text, '`a.yaml:3:1`');
  });

  it('is found again by its marker, which can have a name', () => {
    const report: PlanReport = { kind: 'plan', plan: convergedPlan, problems: [] };
    assert.equal(renderPlanMarkdown(report).split('\n')[0], '<!-- setpoint:plan -->');
    assert.equal(renderPlanMarkdown(report, 'eu/web').split('\n')[0], '<!-- setpoint:plan eu/web -->');
    assert.equal(planMarker('eu/web'), '<!-- setpoint:plan eu/web -->');
    assert.include(renderPlanMarkdown({ ...report, kind: 'drift' }), '### Setpoint drift');
  });

  it('fences content that holds fences itself', () => {
    const change = changeOf('file:/a', {
      action: 'create',
      edits: [editOf('text', undefined, 'x\n````\n<b>\n</details>')],
      operations: [operationOf('w')],
    });
    const text = markdownOf(planOf([playOf('p', { n: [change] })]));
    assert.include(text, '`````diff\n  text:\n+x\n+````\n+<b>\n+</details>\n`````\n');
    assert.notInclude(foreignMarkup(renderedHtml(text)), '<');
  });

  describe('of many nodes', () => {
    it('folds 1,000 equal nodes into at most 100 lines', () => {
      const text = markdownOf(
        planOf([playOf('p', Object.fromEntries(names(1000).map((node) => [node, [sshd('22')]])))]),
      );
      assert.isAtMost(text.split('\n').length, 100);
      assert.include(text, '1000 nodes: <code>file&#58;/etc/ssh/sshd&#95;config</code>, 3 lines</summary>');
    });

    it('names the outliers: the nodes whose change for the same address is another', () => {
      const nodes = Object.fromEntries(
        names(412).map((node, index) => [node, [sshd(index === 7 || index === 300 ? '2222' : '22')]]),
      );
      const text = markdownOf(planOf([playOf('p', nodes)]));
      assert.include(text, '412 nodes: <code>file&#58;/etc/ssh/sshd&#95;config</code>, 3 lines; 2 outliers</summary>');
      assert.include(text, '**Outlier**: differs on `n7` `n300`\n');
      assert.include(text, '+Port 2222');
      assert.isAtMost(text.split('\n').length, 60);
    });

    it('does not list changes that all differ one by one', () => {
      const nodes = Object.fromEntries(names(300).map((node, index) => [node, [sshd(String(index))]]));
      const text = markdownOf(planOf([playOf('p', nodes)]));
      assert.include(text, '; 300 different changes</summary>');
      assert.include(text, '294 more different changes on `n6` `n7`');
    });
  });

  describe('of any size', () => {
    for (const nodes of [1, 5, 250, 5000]) {
      it(`stays within its limit, with exact totals and all that destroys, for ${nodes} nodes of 20 changes`, function () {
        this.timeout(20_000);
        const plan = planOf([
          playOf('p', Object.fromEntries(names(nodes).map((node, index) => [node, changesOf(index)]))),
        ]);
        const text = markdownOf(plan);
        assert.isAtMost(Buffer.byteLength(text), mostMarkdownBytes);
        assert.include(
          text,
          `**${nodes * 19} to create, 0 to update, ${nodes} to delete; 0 unchanged; hazards: ${nodes} data-loss**`,
        );
        assert.include(text, `| \`-\` | delete | ${nodes} | ${nodes} |`);
        assert.include(text, `#### Destructive (${nodes})`);
        const inLines = [...text.matchAll(/file(?:&#58;|:)\/new\/\d+\/\d+/g)].length;
        const omitted = Number(/_(\d+) more changes? not shown/.exec(text)?.[1] ?? 0);
        assert.equal(inLines + omitted, nodes * 19);
        if (nodes <= 250) expect(new Set(text.match(/\/old\/\d+/g))).to.have.property('size', nodes);
        else assert.include(text, `\`file:/old/…\` (${nodes} addresses, ${nodes} nodes)`);
      });
    }

    it('names every address that destroys by what it begins with, also when those are thousands', () => {
      const nodes = names(5000).map((node, index) => nodeOf(node, [remove(`file:/srv/${'d'.repeat(40)}${index}/x`)]));
      const text = markdownOf(planOf([{ name: 'p', nodes }]));
      assert.isAtMost(Buffer.byteLength(text), mostMarkdownBytes);
      assert.include(text, 'delete: `file:…` (5000 addresses, 5000 nodes)');
    });

    it('counts bytes where letters have several', () => {
      const nodes = names(3000).map((node, index) => nodeOf(node, [remove(`file:/日本語/日本語${index}`)]));
      assert.isAtMost(Buffer.byteLength(markdownOf(planOf([{ name: '日本', nodes }]))), mostMarkdownBytes);
    });

    it('stays within its limit when violations, problems, plays and limits are thousands', () => {
      const plays = Array.from({ length: 500 }, (_, index) => ({
        name: `play ${index} ${'x'.repeat(200)}`,
        nodes: [failedNode(`n${index}`, `reason ${index} ${'y'.repeat(500)}`), nodeOf('m', changesOf(index))],
      }));
      const plan = {
        ...planOf(plays, names(3000)),
        violations: Array.from({ length: 3000 }, (_, index) => violation(index)),
        allowed: names(3000),
      };
      const text = markdownOf(plan);
      assert.isAtMost(Buffer.byteLength(text), mostMarkdownBytes);
      assert.include(text, '#### Not allowed by the policy (3000)');
      assert.include(text, '#### Destructive (500)');
      assert.match(text, /- and \d+ more causes/);
    });
  });
});

function markdownOf(plan: Plan): string {
  return renderPlanMarkdown({ kind: 'plan', plan, problems: [] });
}

function names(amount: number): readonly string[] {
  return Array.from({ length: amount }, (_, index) => `n${index}`);
}

function violation(index: number): ReturnType<typeof errorDiagnostic> {
  return errorDiagnostic('SP601', {
    node: `n${index}`,
    address: 'file:/etc/passwd',
    span: spanOf('setpoint.yaml', 4),
    detail: `Not allowed ${index}.`,
  });
}

/** Three lines change, one of which is told. */
function sshd(port: string): Change {
  return changeOf('file:/etc/ssh/sshd_config', {
    action: 'update',
    edits: [
      {
        path: 'content',
        before: { kind: 'content', sizeBytes: 100, sha256: 'aa' },
        after: { kind: 'content', sizeBytes: 101, sha256: port },
        hunks: [
          {
            oldStart: 1,
            oldLines: 3,
            newStart: 1,
            newLines: 3,
            lines: ['-a', '-b', '-c', '+A', '+B', `+Port ${port}`],
          },
        ],
      },
    ],
    operations: [operationOf('write')],
  });
}

function remove(address: Change['address']): Change {
  return changeOf(address, { action: 'delete', operations: [operationOf('remove', [loss])] });
}

function changesOf(node: number): readonly Change[] {
  const made = Array.from({ length: 19 }, (_, index) =>
    changeOf(`file:/new/${node}/${index}`, {
      action: 'create',
      edits: [editOf('text', undefined, `${'line\n'.repeat(50)}${node}`)],
      operations: [operationOf('write')],
    }),
  );
  return [...made, remove(`file:/old/${node}`)];
}
