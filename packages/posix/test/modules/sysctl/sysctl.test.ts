import type { Answer, JsonObject } from '@setpoint/model';
import { assert } from 'chai';
import { sysctl } from '../../../src/modules/sysctl/index.ts';
import { holdsSettings, planSetting, type SettingRule, scriptOf } from '../../settings/plan-setting.ts';

const kernel = (value: string, isFixed = false): { readonly kernel: Answer } => ({
  kernel: { status: 'found', value: { value, isFixed } },
});

const rules: readonly SettingRule[] = [
  {
    rule: 'does nothing when the file and the kernel have the value',
    properties: { value: '4096 87380' },
    text: 'net.ipv4.x = 4096\t87380\n',
    live: kernel('4096\t87380'),
    edits: [],
  },
  {
    rule: 'sets the kernel before the file, so that a value it refuses never comes into the file',
    properties: { value: '1' },
    live: kernel('0'),
    edits: ['file -→text', 'live 0→1'],
    after: 'net.ipv4.x = 1\n',
    titles: ['set net.ipv4.x to 1', 'write /etc/sysctl.d/net.ipv4.x.conf'],
  },
  {
    rule: 'sets the kernel alone when the file is right',
    properties: { value: '1' },
    text: 'net/ipv4/x=1\n',
    live: kernel('0'),
    edits: ['live 0→1'],
    titles: ['set net.ipv4.x to 1'],
  },
  {
    rule: 'writes the file alone when the kernel is not to be touched',
    properties: { value: '1', live: false },
    edits: ['file -→text'],
    after: 'net.ipv4.x = 1\n',
    titles: ['write /etc/sysctl.d/net.ipv4.x.conf'],
  },
  {
    rule: 'sets the kernel alone when nothing is to last',
    properties: { value: '1', persistent: false },
    live: kernel('0'),
    edits: ['live 0→1'],
    titles: ['set net.ipv4.x to 1'],
  },
  {
    rule: 'takes a list for words, and hexadecimal for the number it is',
    properties: { value: [1, '0x10', -3], persistent: false },
    live: kernel('1\t16\t-3'),
    edits: [],
  },
  {
    rule: 'zero is a value',
    properties: { value: '0', persistent: false },
    live: kernel('1'),
    edits: ['live 1→0'],
    titles: ['set net.ipv4.x to 0'],
  },
  {
    rule: 'changes the last line of the setting, because that counts, and keeps all others',
    properties: { value: '2', live: false, file: '/etc/sysctl.conf' },
    text: '# net.ipv4.x = 9\nnet.ipv4.x=1\nnet.ipv4.xx = 5\n-net/ipv4/x = 3\nlast',
    edits: ['file text→text'],
    after: '# net.ipv4.x = 9\nnet.ipv4.x=1\nnet.ipv4.xx = 5\n-net/ipv4/x = 2\nlast',
  },
  {
    rule: 'adds a line to a file without a newline at its end',
    properties: { value: '2', live: false, file: '/etc/sysctl.conf' },
    text: 'a.b = 1',
    edits: ['file text→text'],
    after: 'a.b = 1\nnet.ipv4.x = 2\n',
  },
  {
    rule: 'removes its own file with its last line',
    properties: { state: 'absent' },
    text: 'net.ipv4.x = 1\n',
    edits: ['file text→-'],
    after: null,
    titles: ['remove /etc/sysctl.d/net.ipv4.x.conf'],
  },
  {
    rule: 'leaves what others have in its own file',
    properties: { state: 'absent' },
    text: '# kept\nnet.ipv4.x = 1\nnet.ipv4.x = 2\n',
    edits: ['file text→text'],
    after: '# kept\n',
  },
  { rule: 'absent from a file that is not there needs nothing', properties: { state: 'absent' }, edits: [] },
  {
    rule: 'tells dots in names from dots between them',
    identity: 'net/ipv4/conf/eth0.100/forwarding',
    properties: { value: '1', live: false, file: '/etc/sysctl.conf' },
    text: 'net.ipv4.conf.eth0/100.forwarding = 0\n',
    edits: ['file text→text'],
    after: 'net.ipv4.conf.eth0/100.forwarding = 1\n',
  },
  {
    rule: 'lets a kernel that has no such setting be',
    properties: { value: '1', optional: true },
    live: { kernel: { status: 'absent' } },
    edits: ['file -→text'],
    after: '-net.ipv4.x = 1\n',
  },
  {
    rule: 'waits for what brings the setting',
    properties: { value: '1', persistent: false },
    live: { kernel: { status: 'unknown', cause: { kind: 'after', address: 'kernel_module:x' } } },
    edits: ['live ?→1'],
    titles: ['set net.ipv4.x to 1'],
  },
];

describe('a setting of the kernel', () => {
  holdsSettings(sysctl, { identity: 'net.ipv4.x', name: 'file' }, rules);

  it('refuses when the kernel has another value by then than the plan found', () => {
    const { operations } = planSetting(sysctl, {
      identity: 'a.b',
      properties: { value: '1 2' },
      answers: kernel('3\t4'),
    });
    assert.include(scriptOf(operations, 'set a.b to 1 2'), "in '3 4'|'1 2') ;;");
  });

  it('warns in a container, and writes the file', () => {
    const { problems, edits } = planSetting(sysctl, {
      identity: 'net.ipv4.x',
      properties: { value: '1' },
      answers: kernel('0', true),
    });
    assert.deepEqual(
      problems.map(({ code, severity }) => `${code} ${severity}`),
      ['SP616 warning'],
    );
    assert.deepEqual(edits, ['file -→text']);
  });

  it('has nothing to warn of when the value of a container is right', () => {
    const { problems } = planSetting(sysctl, {
      identity: 'a.b',
      properties: { value: '0' },
      answers: kernel('0', true),
    });
    assert.deepEqual(problems, []);
  });

  const refused: readonly (readonly [string, JsonObject, JsonObject | undefined, string])[] = [
    ['a setting that the kernel does not know', { value: '1' }, { status: 'absent' }, 'SP615'],
    [
      'a fixed one that would not last',
      { value: '1', persistent: false },
      { status: 'found', value: { value: '0', isFixed: true } },
      'SP616',
    ],
  ];
  for (const [what, properties, answer, code] of refused) {
    it(`refuses ${what}`, () => {
      const answers = { kernel: answer as unknown as Answer };
      const { problems } = planSetting(sysctl, { identity: 'a.b', properties, answers });
      assert.deepEqual(
        problems.map((problem) => `${problem.code} ${problem.severity}`),
        [`${code} error`],
      );
    });
  }

  const invalid: readonly (readonly [string, string, JsonObject])[] = [
    ['a key without a dot', 'swappiness', { value: '1' }],
    ['a key that leads out of the tree', 'net/../../etc/passwd', { value: '1' }],
    ['a key with a space', 'net.ipv4 x', { value: '1' }],
    ['no value', 'a.b', {}],
    ['a value of two lines', 'a.b', { value: '1\nc.d = 2' }],
    ['a word for a switch', 'a.b', { value: 'yes' }],
    ['a truth for a switch', 'a.b', { value: 'false' }],
    ['a value of something absent', 'a.b', { state: 'absent', value: '1' }],
    ['nothing to do', 'a.b', { value: '1', live: false, persistent: false }],
  ];
  for (const [what, identity, properties] of invalid) {
    it(`takes ${what} for a mistake`, () => {
      assert.equal(sysctl.declare({ identity, properties }).kind, 'invalid');
    });
  }
});
