import type { Plan } from '@setpoint/model';
import { planJsonSchema, planToJson } from '@setpoint/render';
import { assert, expect } from 'chai';
import { changeOf, convergedPlan, editOf, fullPlan, planOf, playOf } from '../fixtures/plans.ts';
import { expectGolden } from '../golden.ts';
import { schemaErrors } from './schema-check.ts';

describe('a plan as JSON', () => {
  for (const [name, plan] of Object.entries({ fullPlan, convergedPlan })) {
    it(`follows its schema and reads back as the same plan (${name})`, () => {
      const json = planToJson(plan);
      expect(schemaErrors(json, planJsonSchema)).to.deep.equal([]);
      expect(JSON.parse(JSON.stringify(json))).to.deep.equal(plan);
    });
  }

  it('has sorted keys', () => {
    expectGolden('plan.json.txt', `${JSON.stringify(planToJson(fullPlan), null, 2)}\n`);
  });

  it('is the same text whatever the order of keys in memory', () => {
    const turned: unknown = JSON.parse(JSON.stringify(fullPlan), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    // Key order is the only thing that was changed.
    expect(JSON.stringify(planToJson(turned as Plan))).to.equal(JSON.stringify(planToJson(fullPlan)));
  });

  it('holds no value that is marked sensitive', () => {
    const edit = { ...editOf('password', 'hunter1', 'hunter2'), sensitive: true as const };
    const plan = planOf([playOf('p', { n: [changeOf('user:a', { action: 'update', edits: [edit] })] })]);
    assert.notInclude(JSON.stringify(planToJson(plan)), 'hunter');
    expect(schemaErrors(planToJson(plan), planJsonSchema)).to.deep.equal([]);
  });

  it('is refused by its schema when a member is missing, unknown or of another type', () => {
    const json = planToJson(fullPlan);
    const { totals: _, ...without } = json;
    expect(schemaErrors(without, planJsonSchema)).to.have.length(1);
    expect(schemaErrors({ ...json, extra: 1 }, planJsonSchema)).to.have.length(1);
    expect(schemaErrors({ ...json, formatVersion: 2 }, planJsonSchema)).to.have.length(1);
  });
});
