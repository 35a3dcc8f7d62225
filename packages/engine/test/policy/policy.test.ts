import {
  type Address,
  type Change,
  countPlan,
  emptyPolicy,
  type HazardKind,
  type Plan,
  type Policy,
  planFormatVersion,
} from '@setpoint/model';
import { assert } from 'chai';
import { judgePlan } from '../../src/policy/index.ts';
import { touches } from '../../src/policy/path-pattern.ts';

const position = { line: 1, column: 1, offset: 0 };
const span = { file: 'setpoint.yaml', start: position, end: position };

type Extra = Partial<Change> & { readonly hazard?: HazardKind; readonly idle?: true };

function change(address: Address, { hazard, idle, ...rest }: Extra = {}): Change {
  const hazards = hazard === undefined ? [] : [{ kind: hazard, message: 'harm' }];
  const operation = { title: 'do', action: { kind: 'run' }, timeoutMs: 1000, hazards, repeatable: true };
  return {
    address,
    action: 'update',
    edits: [],
    operations: idle === true ? [] : [operation],
    reasons: [],
    unknowns: [],
    ...rest,
  };
}

function planOf(nodes: Readonly<Record<string, readonly Change[]>>): Plan {
  const play = {
    name: 'a play',
    nodes: Object.entries(nodes).map(([node, changes]) => ({
      node,
      status: 'planned' as const,
      changes,
      diagnostics: [],
    })),
  };
  return { formatVersion: planFormatVersion, limits: [], plays: [play], totals: countPlan([play]) };
}

/** `SP850 file:/a web1`, the short form of what is violated. */
function judged(plan: Plan, policy: Partial<Policy>, allowed: readonly string[] = []): readonly string[] {
  const { violations } = judgePlan(plan, { ...emptyPolicy, ...policy }, allowed);
  return violations.map(({ code, address = '', node = '' }) => `${code} ${address} ${node}`.trimEnd());
}

const ofType = { requireAllow: [{ name: 'files', type: 'file', span }] };

describe('a policy', () => {
  it('lets everything pass when it says nothing', () => {
    assert.deepEqual(judged(planOf({ a: [change('file:/a', { hazard: 'data-loss' })] }), {}), []);
  });

  const rules: readonly (readonly [string, Policy['requireAllow'][number], readonly string[]])[] = [
    ['a type', { name: 'r', span, type: 'file' }, ['file:/etc/a', 'file:/etc/b']],
    [
      'addresses by a pattern',
      { name: 'r', span, address: '*:/etc/?' },
      ['directory:/etc/c', 'file:/etc/a', 'file:/etc/b'],
    ],
    ['an action', { name: 'r', span, action: 'delete' }, ['file:/etc/b']],
    ['a hazard', { name: 'r', span, hazard: 'data-loss' }, ['directory:/etc/c']],
    ['all of its conditions', { name: 'r', span, type: 'directory', action: 'delete' }, []],
    ['no address beside the pattern', { name: 'r', span, address: 'file:/etc' }, []],
    ['text of the pattern as it is', { name: 'r', span, address: 'file:/etc.a' }, []],
  ];
  for (const [what, rule, expected] of rules) {
    it(`asks for an allowance of what fits ${what}`, () => {
      const plan = planOf({
        a: [
          change('file:/etc/a'),
          change('file:/etc/b', { action: 'delete' }),
          change('directory:/etc/c', { hazard: 'data-loss' }),
          change('file:/etc/d', { idle: true, action: 'none' }),
        ],
      });
      assert.deepEqual(
        judged(plan, { requireAllow: [rule] }),
        expected.map((address) => `SP850 ${address} a`),
      );
    });
  }

  it('is satisfied by the name of the rule, by the address, and by nothing else', () => {
    const plan = planOf({ a: [change('file:/a'), change('file:/b')] });
    assert.deepEqual(judged(plan, ofType, ['files']), []);
    assert.deepEqual(judged(plan, ofType, ['file:/a']), ['SP850 file:/b a']);
    assert.lengthOf(judged(plan, ofType, ['file', 'file:/', 'Files', 'node:a', 'file:/*']), 2);
  });

  it('tells which of the names were of use', () => {
    const plan = planOf({ a: [change('file:/a')] });
    assert.deepEqual(judgePlan(plan, { ...emptyPolicy, ...ofType }, ['files', 'other', 'file:/b']).used, ['files']);
  });

  it('tells a resource once for all of its nodes, with the place of the rule and the way out', () => {
    const plan = planOf(Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((node) => [node, [change('file:/a')]])));
    const { violations } = judgePlan(plan, { ...emptyPolicy, ...ofType }, []);
    assert.lengthOf(violations, 1);
    assert.include(violations[0]?.detail, '5 nodes (a, b, c and 2 more)');
    assert.deepEqual(violations[0]?.span, span);
    assert.include(violations[0]?.hint, '--allow files');
  });

  it('counts what it does not tell one by one', () => {
    const plan = planOf({ a: Array.from({ length: 120 }, (_, index) => change(`file:/${index}`)) });
    const { violations } = judgePlan(plan, { ...emptyPolicy, ...ofType }, []);
    assert.lengthOf(violations, 50);
    assert.lengthOf(
      violations.filter(({ detail }) => detail.includes('70 more resources')),
      1,
    );
  });

  const protectedPaths = [{ pattern: '/etc/ssh/**', span }];
  const paths: readonly (readonly [string, Change, boolean])[] = [
    ['a file in it', change('file:/etc/ssh/sshd_config'), true],
    ['the directory itself', change('directory:/etc/ssh'), true],
    ['a link in it', change('link:/etc/ssh/old', { action: 'create' }), true],
    ['its parent deleted', change('directory:/etc', { action: 'delete' }), true],
    ['its parent replaced', change('directory:/etc', { action: 'replace' }), true],
    ['its parent recursed into', change('directory:/etc', { paths: ['/etc/'] }), true],
    ['what a resource writes beside its address', change('authorized_keys:x', { paths: ['/etc/ssh/keys'] }), true],
    ['its parent with another mode', change('directory:/etc'), false],
    ['a name that begins alike', change('file:/etc/sshd'), false],
    ['a command that has its name', change('command:/etc/ssh/x', { action: 'run' }), false],
    ['a resource that is as declared', change('file:/etc/ssh/x', { action: 'none', idle: true }), false],
  ];
  for (const [what, planned, isRefused] of paths) {
    it(`${isRefused ? 'protects a path from' : 'lets pass beside a protected path'}: ${what}`, () => {
      assert.lengthOf(judged(planOf({ a: [planned] }), { protectedPaths }), isRefused ? 1 : 0);
    });
  }

  it('opens a protected path for an address alone', () => {
    const plan = planOf({ a: [change('file:/etc/ssh/x')] });
    assert.deepEqual(judged(plan, { protectedPaths }, ['file:/etc/ssh/x']), []);
    assert.lengthOf(judged(plan, { protectedPaths }, ['/etc/ssh/**', 'file', 'node:a', 'file:/etc/ssh/**']), 1);
  });

  it('protects nodes, each by its name', () => {
    const plan = planOf({ db1: [change('file:/a'), change('file:/b')], db2: [change('file:/a', { idle: true })] });
    const protectedNodes = [{ selector: 'db*', nodes: new Set(['db1', 'db2']), span }];
    assert.deepEqual(judged(plan, { protectedNodes }), ['SP852  db1']);
    assert.deepEqual(judged(plan, { protectedNodes }, ['node:db1']), []);
    assert.deepEqual(judged(plan, { protectedNodes }, ['file:/a', 'file:/b', 'db1']), ['SP852  db1']);
  });

  it('limits how many nodes are changed, and counts only those that are', () => {
    const plan = planOf({ a: [change('file:/a')], b: [change('file:/a')], c: [change('file:/a', { idle: true })] });
    const limit = (most: number) => ({ maxChangedNodes: { most, written: String(most), span } });
    assert.deepEqual(judged(plan, limit(2)), []);
    assert.deepEqual(judged(plan, limit(1)), ['SP853']);
    assert.deepEqual(judged(plan, limit(1), ['max_changed_nodes']), []);
  });

  it('judges a hundred thousand changes within two seconds', () => {
    const changes = Array.from({ length: 100 }, (_, index) => change(`file:/srv/app/${index}`));
    const nodes = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`node${index}`, changes]));
    const start = performance.now();
    judged(planOf(nodes), { ...ofType, protectedPaths: [{ pattern: '/srv/**/private', span }, ...protectedPaths] });
    assert.isBelow(performance.now() - start, 2000);
  });
});

describe('a pattern of paths', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['/etc/ssh', '/etc/ssh', true],
    ['/etc/ssh', '/etc/ssh/sshd_config', true],
    ['/etc/ssh', '/etc', false],
    ['/etc/ssh', '/etc/', true],
    ['/', '/anything', true],
    ['/etc/*.conf', '/etc/a.conf', true],
    ['/etc/*.conf', '/etc/a.conf/b', true],
    ['/etc/*.conf', '/etc/aconf', false],
    ['/etc/*.conf', '/etc/x/a.conf', false],
    ['/etc/?', '/etc/.', true],
    ['/home/*/.ssh', '/home/alice/.ssh/authorized_keys', true],
    ['/home/*/.ssh', '/home/alice/', true],
    ['/home/*/.ssh', '/home/alice', false],
    ['/**/secret', '/a/b/secret/c', true],
    ['/**/secret', '/secret', true],
    ['/**/secret', '/a/secrets', false],
    ['/a(b)', '/a(b)', true],
    ['/caf\u00e9', '/cafe\u0301', false],
    ['/Etc', '/etc', false],
  ];
  for (const [pattern, path, expected] of cases) {
    it(`${pattern} ${expected ? 'stands for' : 'leaves'} ${path}`, () =>
      assert.equal(touches(pattern, path), expected));
  }
});
