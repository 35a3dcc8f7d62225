import { errorDiagnostic, type Plan } from '@setpoint/model';
import { renderDrift, renderPlan } from '@setpoint/render';
import { assert, expect } from 'chai';
import { namedPalette, plainOptions } from '../fixtures/options.ts';
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

describe('a plan in the terminal', () => {
  it('says in one clear line that nothing would change', () => {
    expect(renderPlan(convergedPlan, plainOptions)).to.equal('No changes: 3 resources on 2 nodes are as declared.\n');
  });

  it('tells every change once with its nodes, then problems by cause, then the totals', () => {
    expectGolden('plan.txt', renderPlan(fullPlan, plainOptions));
  });

  it('lists the operations when it is verbose', () => {
    expectGolden('plan-verbose.txt', renderPlan(fullPlan, { ...plainOptions, verbose: true }));
  });

  it('fits into a narrow terminal', () => {
    const text = renderPlan(fullPlan, { ...plainOptions, width: 60 });
    expectGolden('plan-narrow.txt', text);
  });

  it('colours by meaning with the palette it is given', () => {
    expectGolden('plan-colour.txt', renderPlan(fullPlan, { ...plainOptions, palette: namedPalette }));
  });

  it('says the same with and without colour', () => {
    const paint = (text: string): string => `\x1b[1m${text}\x1b[22m`;
    const palette = { bold: paint, dim: paint, red: paint, green: paint, yellow: paint, cyan: paint, magenta: paint };
    const coloured = renderPlan(fullPlan, { ...plainOptions, palette });
    expect(coloured.replaceAll(/\x1b\[\d+m/g, '')).to.equal(renderPlan(fullPlan, plainOptions));
    assert.notInclude(renderPlan(fullPlan, plainOptions), '\x1b');
  });

  it('tells what could not be read from what was read and stands in the way', () => {
    const unknowns = [{ kind: 'denied', what: '/a' }] as const;
    const changes = [
      changeOf('file:/a', { action: 'unknown', unknowns }),
      changeOf('register:ramp', { action: 'unknown' }),
    ];
    const text = renderPlan(planOf([{ name: 'web', nodes: [nodeOf('web1', changes)] }]), plainOptions);
    assert.match(text, /file:\/a {2}could not be read/);
    assert.match(text, /register:ramp {2}cannot be planned/);
  });

  it('tells right above the totals what the policy does not allow, and what was allowed by name', () => {
    const violation = errorDiagnostic('SP850', {
      node: 'web1',
      address: 'file:/etc/motd',
      span: spanOf('setpoint.yaml', 12),
      detail: 'The rule "motd" asks for an allowance.',
      hint: 'setpoint plan --allow motd',
    });
    const text = renderPlan({ ...fullPlan, violations: [violation], allowed: ['old \x1b[31m'] }, plainOptions);
    const tail = text.slice(text.indexOf('Allowed by name'));
    expect(tail).to.equal(
      [
        'Allowed by name although the policy asks: old \\x1b[31m',
        'The policy of the project does not allow this plan:',
        '',
        'error[SP850]: The policy asks for an allowance',
        '  --> setpoint.yaml:12:1 (web1 file:/etc/motd)',
        '  The rule "motd" asks for an allowance.',
        '  fix: setpoint plan --allow motd',
        '',
        '1 error',
        '',
        'Plan: 2 to create, 3 to update, 1 to replace, 1 to delete, 2 to run; 3 unchanged, 1 unknown;',
        'hazards: 2 data-loss, 2 service-interruption',
        '2 of 6 nodes failed: nothing planned there.',
        '1 of 6 nodes planned in part.',
        '',
      ].join('\n'),
    );
  });

  it('counts one byte as one', () => {
    const after = { kind: 'content', sizeBytes: 1, sha256: 'a'.repeat(64) } as const;
    const edits = [{ path: 'content', before: { kind: 'absent' }, after } as const];
    const plan = planOf([{ name: 'web', nodes: [nodeOf('web1', [changeOf('file:/a', { action: 'create', edits })])] }]);
    expect(renderPlan(plan, plainOptions)).to.match(/content: 1 byte[^s]/);
  });

  it('is the same text every time', () => {
    const copy: Plan = structuredClone(fullPlan);
    expect(renderPlan(copy, plainOptions)).to.equal(renderPlan(fullPlan, plainOptions));
  });

  it('reads as a drift report', () => {
    expectGolden('drift.txt', renderDrift(fullPlan, plainOptions));
    expect(renderDrift(convergedPlan, plainOptions)).to.match(/^No changes/);
  });

  it('never says "no changes" when a node could not be read', () => {
    const plan = planOf([
      { name: 'web', nodes: [nodeOf('web1', [changeOf('file:/a', {})]), failedNode('web2', 'Gone.')] },
    ]);
    const text = renderPlan(plan, plainOptions);
    assert.notInclude(text, 'No changes');
    assert.include(text, 'Nothing to apply, but 1 node could not be read: 1 of 1 resource known to be as declared.');
  });

  it('shows the beginning of long texts and how much is missing, and all of it on request', () => {
    const text = Array.from({ length: 100 }, (_, index) => `line ${index}`).join('\n');
    const change = changeOf('file:/a', {
      action: 'create',
      edits: [editOf('text', undefined, text), editOf('note', undefined, 'n'.repeat(300))],
      operations: [operationOf('write /a')],
    });
    const plan = planOf([playOf('p', { web1: [change] })]);
    const short = renderPlan(plan, plainOptions);
    assert.include(short, '+line 29\n');
    assert.notInclude(short, 'line 30');
    assert.include(short, '… 70 more lines');
    assert.match(short, /n… \d+ more characters/);
    const whole = renderPlan(plan, { ...plainOptions, showAll: true });
    assert.include(whole, '+line 99\n');
    assert.include(whole, 'n'.repeat(300));
    assert.notInclude(whole, ' more ');
  });

  it('masks what is sensitive even when the plan carries the value', () => {
    const leak = { ...editOf('password', 'hunter1', 'hunter2'), sensitive: true as const };
    const change = changeOf('user:a', { action: 'update', edits: [leak], operations: [operationOf('set it')] });
    const text = renderPlan(planOf([playOf('p', { web1: [change] })]), plainOptions);
    assert.include(text, 'password: (sensitive) → (sensitive)');
    assert.notInclude(text, 'hunter');
  });

  it('tells the same change on a thousand nodes once', () => {
    const change = changeOf('file:/a', { action: 'create', operations: [operationOf('write /a')] });
    const nodes = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`web${index}`, [change]]));
    const text = renderPlan(planOf([playOf('p', nodes)]), plainOptions);
    assert.isBelow(text.split('\n').length, 10);
    assert.include(text, '… (1000 nodes)');
  });
});
