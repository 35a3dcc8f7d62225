import type { Answer, JsonObject } from '@setpoint/model';
import { assert } from 'chai';
import { timezone } from '../../../src/modules/timezone/index.ts';
import { planSetting, scriptOf } from '../../settings/plan-setting.ts';

const entry = { mode: '0644', uid: 0, gid: 0, owner: 'root', group: 'root', sizeBytes: 1, modified: '', inode: '1' };
const file: Answer = { status: 'found', value: { ...entry, type: 'file' } };
const absent: Answer = { status: 'absent' };
const link = (target: string): Answer => ({ status: 'found', value: { ...entry, type: 'link', target } });

const cases: readonly {
  readonly rule: string;
  readonly properties?: JsonObject;
  readonly texts?: Readonly<Record<string, string>>;
  readonly localtime: Answer;
  readonly edits: readonly string[];
  readonly after?: Readonly<Record<string, string>>;
}[] = [
  {
    rule: 'does nothing when the link and the name are right',
    texts: { name: 'Europe/Zurich\n' },
    localtime: link('/usr/share/zoneinfo/Europe/Zurich'),
    edits: [],
  },
  { rule: 'knows a relative link', localtime: link('../usr/share/zoneinfo/Europe/Zurich'), edits: [] },
  {
    rule: 'changes the link, and the name where the node has one',
    texts: { name: 'Etc/UTC\n' },
    localtime: link('/usr/share/zoneinfo/Etc/UTC'),
    edits: ['name text→text', 'zone Etc/UTC→Europe/Zurich'],
    after: { name: 'Europe/Zurich\n' },
  },
  {
    rule: 'fills a name that is empty',
    texts: { name: '' },
    localtime: link('/usr/share/zoneinfo/Europe/Zurich'),
    edits: ['name text→text'],
    after: { name: 'Europe/Zurich\n' },
  },
  { rule: 'links where nothing is', localtime: absent, edits: ['zone -→Europe/Zurich'] },
  { rule: 'links over a copy', localtime: file, edits: ['zone a copy→Europe/Zurich'] },
  {
    rule: 'links over a link to somewhere else',
    localtime: link('/nowhere'),
    edits: ['zone a link to /nowhere→Europe/Zurich'],
  },
  {
    rule: 'needs no file to say that the clock shows UTC',
    properties: { hardware_clock: 'utc' },
    localtime: link('/usr/share/zoneinfo/Europe/Zurich'),
    edits: [],
  },
  {
    rule: 'keeps the drift of the clock',
    properties: { hardware_clock: 'local' },
    texts: { hardware_clock: '1.25 1700000000 0.0\n1700000000\nUTC\n' },
    localtime: link('/usr/share/zoneinfo/Europe/Zurich'),
    edits: ['hardware_clock text→text'],
    after: { hardware_clock: '1.25 1700000000 0.0\n1700000000\nLOCAL\n' },
  },
  {
    rule: 'makes broken lines of the clock anew',
    properties: { hardware_clock: 'utc' },
    texts: { hardware_clock: 'garbage\n' },
    localtime: link('/usr/share/zoneinfo/Europe/Zurich'),
    edits: ['hardware_clock text→text'],
    after: { hardware_clock: '0.0 0 0.0\n0\nUTC\n' },
  },
];

describe('the time zone of a node', () => {
  for (const { rule, properties = {}, texts = {}, localtime, edits, after = {} } of cases) {
    it(rule, () => {
      const answers = { localtime, zone: file };
      const plan = planSetting(timezone, { identity: 'Europe/Zurich', properties, texts, answers });
      assert.deepEqual(plan.problems, []);
      assert.deepEqual(plan.edits, edits);
      assert.deepEqual(plan.texts, after);
      assert.deepEqual(plan.left, [], 'the second plan');
    });
  }

  it('refuses when the link leads elsewhere by then', () => {
    const answers = { localtime: link('/a b'), zone: file };
    const { operations } = planSetting(timezone, { identity: 'UTC', properties: {}, answers });
    assert.include(scriptOf(operations, 'set the time zone to UTC'), `= '/a b'"$nl"x ]`);
  });

  for (const [what, zone] of [
    ['does not know', absent],
    ['has a directory for', link('x')],
  ] as const) {
    it(`refuses in the plan what the node ${what}`, () => {
      const answers = { localtime: absent, zone };
      const { problems } = planSetting(timezone, {
        identity: 'Europe/Zürich'.replace('ü', 'u'),
        properties: {},
        answers,
      });
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['SP618'],
      );
    });
  }

  it('waits for the package that brings the zones', () => {
    const later: Answer = { status: 'unknown', cause: { kind: 'after', address: 'package:tzdata' } };
    const { problems, edits } = planSetting(timezone, {
      identity: 'UTC',
      properties: {},
      answers: { localtime: later, zone: later },
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(edits, ['zone ?→UTC']);
  });

  for (const name of ['', '/etc/passwd', '../x', 'a//b', 'Europe/Zürich', 'a b']) {
    it(`takes "${name}" for a mistake`, () => {
      assert.equal(timezone.declare({ identity: name, properties: {} }).kind, 'invalid');
    });
  }
});
