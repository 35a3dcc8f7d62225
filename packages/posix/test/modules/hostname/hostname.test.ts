import type { Answer, JsonObject } from '@setpoint/model';
import { assert } from 'chai';
import { hostname } from '../../../src/modules/hostname/index.ts';
import { planSetting, scriptOf } from '../../settings/plan-setting.ts';

const kernel = (value: string): { readonly kernel: Answer } => ({
  kernel: { status: 'found', value: { value, isFixed: true } },
});

const cases: readonly {
  readonly rule: string;
  readonly properties?: JsonObject;
  readonly texts?: Readonly<Record<string, string>>;
  readonly running: string;
  readonly edits: readonly string[];
  readonly after?: Readonly<Record<string, string | null>>;
}[] = [
  { rule: 'does nothing when both names are right', texts: { static: 'web1\n' }, running: 'web1', edits: [] },
  {
    rule: 'does nothing for a name behind a comment',
    texts: { static: '# ours\n\n  web1 \n' },
    running: 'web1',
    edits: [],
  },
  {
    rule: 'names the running system and the next start',
    texts: { static: '# ours\nold\n' },
    running: 'old',
    edits: ['static text→text', 'live old→web1'],
    after: { static: '# ours\nweb1\n' },
  },
  {
    rule: 'makes the file when there is none',
    running: 'web1',
    edits: ['static -→text'],
    after: { static: 'web1\n' },
  },
  {
    rule: 'brings a system back that was named by its network alone',
    texts: { static: 'web1\n' },
    running: 'dhcp-17',
    edits: ['live dhcp-17→web1'],
  },
  {
    rule: 'leaves the running system alone when told so',
    properties: { live: false },
    texts: { static: 'web1\n' },
    running: 'other',
    edits: [],
  },
  {
    rule: 'gives a name for people, quoted, and keeps what else the file says',
    properties: { pretty: 'A "web" $server' },
    texts: { static: 'web1\n', pretty: "ICON_NAME=server\nPRETTY_HOSTNAME='old'\n" },
    running: 'web1',
    edits: ['pretty text→text'],
    after: { pretty: 'ICON_NAME=server\nPRETTY_HOSTNAME="A \\"web\\" \\$server"\n' },
  },
  {
    rule: 'knows its own quoting',
    properties: { pretty: 'A "web" $server' },
    texts: { static: 'web1\n', pretty: 'PRETTY_HOSTNAME="A \\"web\\" \\$server"\n' },
    running: 'web1',
    edits: [],
  },
  {
    rule: 'removes the name for people, and the file with it',
    properties: { pretty: '' },
    texts: { static: 'web1\n', pretty: 'PRETTY_HOSTNAME=x\n' },
    running: 'web1',
    edits: ['pretty text→-'],
    after: { pretty: null },
  },
];

describe('the name of a host', () => {
  for (const { rule, properties = {}, texts = {}, running, edits, after = {} } of cases) {
    it(rule, () => {
      const plan = planSetting(hostname, { identity: 'web1', properties, texts, answers: kernel(running) });
      assert.deepEqual(plan.problems, []);
      assert.deepEqual(plan.edits, edits);
      assert.deepEqual(plan.texts, after);
      assert.deepEqual(plan.left, [], 'the second plan');
    });
  }

  it('refuses when the system is named otherwise by then', () => {
    const { operations } = planSetting(hostname, { identity: 'web1', properties: {}, answers: kernel('(none)') });
    assert.include(scriptOf(operations, /^name the running/), "'(none)'|web1) ;;");
  });

  for (const name of ['', 'a_b', '-a', 'a-', 'a..b', 'a.', 'a b', 'é', 'a'.repeat(65), `${'a'.repeat(64)}`, '$(id)']) {
    it(`takes "${name}" for a mistake`, () => {
      assert.equal(hostname.declare({ identity: name, properties: {} }).kind, 'invalid');
    });
  }

  it('contradicts another name on the same node', () => {
    const claims = ['a', 'b'].map((identity) => {
      const result = hostname.declare({ identity, properties: {} });
      return result.kind === 'declared' ? hostname.claims?.(result.declared)[0] : undefined;
    });
    assert.deepEqual(claims, ['hostname', 'hostname']);
  });
});
