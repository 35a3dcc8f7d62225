import type { Change } from '@setpoint/model';
import { renderPlanMarkdown } from '@setpoint/render';
import { assert, expect } from 'chai';
import { changeOf, convergedPlan, editOf, fullPlan, operationOf, planOf, playOf } from '../fixtures/plans.ts';
import { expectGolden } from '../golden.ts';

describe('a plan in markdown', () => {
  it('says in one line that nothing would change', () => {
    assert.include(renderPlanMarkdown(convergedPlan), '**No changes: 3 resources on 2 nodes are as declared.**');
  });

  it('tells totals, problems, then changes with the dangerous ones first', () => {
    expectGolden('plan.md', renderPlanMarkdown(fullPlan));
  });

  for (const nodes of [1, 100, 5000]) {
    it(`stays below 60,000 characters with exact totals for ${nodes} differing nodes of 20 changes`, () => {
      const plan = planOf([
        playOf('p', Object.fromEntries(Array.from({ length: nodes }, (_, node) => [`n${node}`, changesOf(node)]))),
      ]);
      const text = renderPlanMarkdown(plan);
      assert.isBelow(text.length, 60_000);
      assert.include(
        text,
        `**${nodes * 19} to create, 0 to update, ${nodes} to delete; 0 unchanged; hazards: ${nodes} data-loss**`,
      );
      const told = [...text.matchAll(/<details>|^- <code>&#43;|^- <code>-/gm)].length;
      const omitted = Number(/_(\d+) more changes? not shown/.exec(text)?.[1] ?? 0);
      expect(told + omitted).to.equal(nodes * 20);
      if (nodes <= 100) expect([...text.matchAll(/file&#58;\/old\/\d+/g)]).to.have.length(nodes);
    });
  }

  it('fences content that holds fences itself', () => {
    const change = changeOf('file:/a', {
      action: 'create',
      edits: [editOf('text', undefined, 'x\n````\n<b>\n</details>')],
      operations: [operationOf('w')],
    });
    const text = renderPlanMarkdown(planOf([playOf('p', { n: [change] })]));
    assert.include(text, '`````diff\n  text:\n+x\n+````\n+<b>\n+</details>\n`````\n');
  });

  it('shows names with markup as the text they are', () => {
    const change = changeOf('file:</code><script>|`*@everyone*', { action: 'create', operations: [operationOf('w')] });
    const text = renderPlanMarkdown(planOf([playOf('<img> | # @me', { '**n**': [change] })]));
    assert.notMatch(text, /<script|<img|@|\*\*n|\|/);
  });
});

function changesOf(node: number): readonly Change[] {
  const made = Array.from({ length: 19 }, (_, index) =>
    changeOf(`file:/new/${node}/${index}`, {
      action: 'create',
      edits: [editOf('text', undefined, `${'line\n'.repeat(50)}${node}`)],
      operations: [operationOf('write')],
    }),
  );
  const hazard = { kind: 'data-loss' as const, message: 'it is gone' };
  return [...made, changeOf(`file:/old/${node}`, { action: 'delete', operations: [operationOf('remove', [hazard])] })];
}
