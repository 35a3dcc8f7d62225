import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, expect } from 'chai';
import { randomFrom } from '../simulated/random.ts';
import { type SavedPlanProject, savedPlanProject } from '../support/saved-plan-project.ts';

/** Give `SEED` to look at one alteration again. */
const firstSeed = Number(process.env['SEED'] ?? 1);

const playbook = `name: files
nodes: here
resources:
  - file: DIR/node/one
    content: "first\\n"
    mode: "0640"
  - file: DIR/node/two
    content: "second ✓\\n"
    after: [file:DIR/node/one]
  - directory: DIR/node/old
    state: absent
  - file: DIR/node/same
    content: "same\\n"
---
name: more
nodes: here
rollout: { canary: 1 }
resources:
  - command: touch
    run: touch DIR/node/touched
    creates: DIR/node/touched
`;

describe('a saved plan that was altered is refused before anything is done', function () {
  this.timeout(120_000);
  let project: SavedPlanProject;
  let plan: Buffer;

  before(async () => {
    project = savedPlanProject({ 'playbooks/site.yaml': playbook });
    project.write('node/same', 'same\n');
    mkdirSync(join(project.dir, 'node/old'));
    const made = await project.run(['plan', '--out', 'plan.json']);
    assert.equal(made.code, 0, made.stderr);
    plan = readFileSync(join(project.dir, 'plan.json'));
  });

  after(() => project.remove());

  const apply = async (what: string): Promise<void> => {
    const connections = project.connections();
    const { code, stdout, stderr } = await project.run(['apply', '--yes', 'plan.json']);
    assert.equal(code, 1, `${what}: ${stdout}${stderr}`);
    assert.equal(project.connections(), connections, `${what}: a node was reached`);
    assertUntouched(project, what);
  };

  it('by any single flipped bit of 1,000', async () => {
    for (let seed = firstSeed; seed < firstSeed + 1000; seed += 1) {
      const random = randomFrom(seed);
      const flipped = Buffer.from(plan);
      const [at, bit] = [random.below(plan.length), random.below(8)];
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
      writeFileSync(join(project.dir, 'plan.json'), flipped);
      await apply(`bit ${bit} of byte ${at}, SEED=${seed}`);
    }
  });

  it('by 100 truncations', async () => {
    const ends = [0, 1, plan.length - 1, plan.length - 2, plan.lastIndexOf('"digest"') - 1];
    for (let seed = firstSeed; ends.length < 100; seed += 1) ends.push(randomFrom(seed).below(plan.length));
    for (const end of ends) {
      writeFileSync(join(project.dir, 'plan.json'), plan.subarray(0, end));
      await apply(`cut after ${end} of ${plan.length} bytes`);
    }
  });
});

describe('a saved plan that was edited by somebody who makes its digest anew', function () {
  this.timeout(120_000);
  let project: SavedPlanProject;
  let plan: string;

  beforeEach(async () => {
    project = savedPlanProject({ 'playbooks/site.yaml': playbook });
    project.write('node/same', 'same\n');
    const made = await project.run(['plan', '--out', 'plan.json']);
    assert.equal(made.code, 0, made.stderr);
    plan = project.read('plan.json');
  });

  afterEach(() => project.remove());

  for (const { title, edit, needsSignature } of edits()) {
    it(`is refused where the project demands signatures: ${title}`, async () => {
      const { privateKey, publicKey } = generateKeyPairSync('ed25519');
      project.write('key.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
      chmodSync(join(project.dir, 'key.pem'), 0o600);
      project.write('trusted.pem', publicKey.export({ type: 'spki', format: 'pem' }).toString());
      project.write(
        'setpoint.yaml',
        'inventory: inventory.yaml\nplans: { require_signature: true, trusted_keys: [trusted.pem] }\n',
      );
      await project.run(['plan', '--out', 'plan.json']);
      const signed = await project.run(['sign', 'plan.json', '--key', 'key.pem']);
      assert.equal(signed.code, 0, signed.stderr);
      alter(project, edit);
      const connections = project.connections();
      const { code, stderr } = await project.run(['apply', '--yes', 'plan.json']);
      assert.equal(code, 1, stderr);
      assert.equal(project.connections(), connections);
      assertUntouched(project, title);
    });

    if (needsSignature === true) continue;
    it(`is refused by what it says, without a signature: ${title}`, async () => {
      alter(project, edit);
      assert.notEqual(project.read('plan.json'), plan);
      const { code, stdout, stderr } = await project.run(['apply', '--yes', '--all-or-nothing', 'plan.json']);
      assert.include([1, 3], code, stdout + stderr);
      assertUntouched(project, `${title}: ${stdout}${stderr}`);
    });
  }
});

type Draft = {
  [name: string]: unknown;
  createdAt: string;
  version: string;
  origin: { playbooks: string[]; [name: string]: unknown };
  inputs: { name: string; sha256?: string }[];
  nodes: { node: string; marks: Record<string, string> }[];
  plan: {
    limits: string[];
    plays: {
      name: string;
      rollout?: unknown;
      nodes: { node: string; status: string; changes: DraftChange[]; diagnostics: unknown[] }[];
    }[];
    totals: Record<string, unknown>;
  };
};

type DraftChange = {
  address: string;
  action: string;
  edits: { path: string; before: unknown; after: unknown; hunks?: { lines: string[] }[] }[];
  operations: { title: string; action: Record<string, unknown>; hazards: unknown[]; timeoutMs: number }[];
  reasons: string[];
  unknowns: unknown[];
};

type Alteration = {
  readonly title: string;
  readonly edit: (draft: Draft) => void;
  /** The plan is still the one that would be made now: only a signature tells that somebody wrote it. */
  readonly needsSignature?: true;
};

function edits(): readonly Alteration[] {
  const change = (title: string, edit: (change: DraftChange, draft: Draft) => void): Alteration => ({
    title,
    edit: (draft) => edit(changeAt(draft, 0), draft),
  });
  return [
    change('another value from which it starts', ({ edits: [edit] }) => {
      if (edit !== undefined) edit.before = { kind: 'value', value: 'x' };
    }),
    change('another value to which it leads', ({ edits: [edit] }) => {
      if (edit !== undefined) edit.after = { kind: 'content', sizeBytes: 6, sha256: 'a'.repeat(64) };
    }),
    change('another line in the difference', ({ edits: [edit] }) => {
      if (edit?.hunks?.[0] !== undefined) edit.hunks[0].lines = ['+harmless'];
    }),
    change('an edit that is left out', (each) => void each.edits.pop()),
    change(
      'an edit that is added',
      (each) =>
        void each.edits.push({ path: 'group', before: { kind: 'absent' }, after: { kind: 'value', value: 'wheel' } }),
    ),
    change('another title of an operation', ({ operations: [operation] }) => {
      if (operation !== undefined) operation.title = 'do nothing';
    }),
    change('another path of an operation', ({ operations: [operation] }) => {
      if (operation !== undefined) operation.action['path'] = '/etc/shadow';
    }),
    change('an operation that is left out', (each, draft) => {
      each.operations.pop();
      recount(draft, { operations: -1 });
    }),
    change('another deadline', ({ operations: [operation] }) => {
      if (operation !== undefined) operation.timeoutMs = 1;
    }),
    change('another risk', (each) => void each.reasons.push('it was asked for')),
    change('a change that is said to be none', (each, draft) => {
      each.action = 'none';
      recount(draft, { create: -1, none: 1 });
    }),
    change('a change that is said to be a removal', (each, draft) => {
      each.action = 'delete';
      recount(draft, { create: -1, delete: 1 });
    }),
    {
      title: 'a change that is left out',
      edit: (draft) => {
        const removed = nodeAt(draft).changes.shift();
        recount(draft, { create: -1, resources: -1, operations: -(removed?.operations.length ?? 0) });
      },
    },
    {
      title: 'a change that is there twice, in two forms',
      edit: (draft) => {
        const [first] = nodeAt(draft).changes;
        if (first === undefined) return;
        nodeAt(draft).changes.unshift({ ...first, reasons: ['it was asked for'] });
        recount(draft, { create: 1, resources: 1, operations: first.operations.length });
      },
    },
    { title: 'changes in another order', edit: (draft) => void nodeAt(draft).changes.reverse() },
    { title: 'a node under another name', edit: (draft) => void (nodeAt(draft).node = 'there') },
    { title: 'a node that is left out', edit: (draft) => void (draft.nodes = []) },
    {
      title: 'another machine',
      edit: (draft) => {
        for (const node of draft.nodes) node.marks = { 'machine id': '0'.repeat(32) };
      },
    },
    {
      title: 'a play without its roll-out',
      edit: (draft) => {
        for (const play of draft.plan.plays) delete play.rollout;
      },
    },
    { title: 'plays in another order', edit: (draft) => void draft.plan.plays.reverse() },
    { title: 'a limit', edit: (draft) => void draft.plan.limits.push('--limit here') },
    {
      title: 'inputs that were others',
      edit: (draft) => {
        for (const input of draft.inputs) if (input.sha256 !== undefined) input.sha256 = 'b'.repeat(64);
      },
    },
    { title: 'inputs that are left out', edit: (draft) => void (draft.inputs = []) },
    { title: 'another playbook', edit: (draft) => void (draft.origin.playbooks = ['playbooks/other.yaml']) },
    { title: 'totals that are others', edit: (draft) => void (draft.plan.totals['operations'] = 0) },
    { title: 'a major version that is still to come', edit: (draft) => void (draft.version = '2.0') },
    { title: 'a date that has not come', edit: (draft) => void (draft.createdAt = '2999-01-01T00:00:00.000Z') },
    { title: 'a date long ago', edit: (draft) => void (draft.createdAt = '2020-01-01T00:00:00.000Z') },
    {
      title: 'a later date',
      edit: (draft) => void (draft.createdAt = new Date(Date.parse(draft.createdAt) + 1000).toISOString()),
      needsSignature: true,
    },
  ];
}

function alter(project: SavedPlanProject, edit: (draft: Draft) => void): void {
  project.forge('plan.json', (members) => {
    const draft = structuredClone(members) as unknown as Draft;
    edit(draft);
    return draft as unknown as typeof members;
  });
}

function nodeAt(draft: Draft): Draft['plan']['plays'][number]['nodes'][number] {
  const node = draft.plan.plays[0]?.nodes[0];
  assert.isDefined(node);
  return node as Draft['plan']['plays'][number]['nodes'][number];
}

function changeAt(draft: Draft, position: number): DraftChange {
  const change = nodeAt(draft).changes[position];
  assert.equal(change?.action, 'create');
  return change as DraftChange;
}

/** Totals that fit the edited changes, as a forger would make them. */
function recount({ plan: { totals } }: Draft, by: Readonly<Record<string, number>>): void {
  const actions = totals['actions'] as Record<string, number>;
  for (const [name, count] of Object.entries(by)) {
    const counts = name in actions ? actions : (totals as Record<string, number>);
    counts[name] = (counts[name] ?? 0) + count;
  }
}

function assertUntouched(project: SavedPlanProject, what: string): void {
  const node = (name: string): string => join(project.dir, 'node', name);
  for (const name of ['one', 'two', 'touched']) assert.isFalse(existsSync(node(name)), `${what}: ${name} was made`);
  expect(readFileSync(node('same'), 'utf8')).to.equal('same\n');
}
