import type { Answer, JsonObject } from '@setpoint/model';
import { assert } from 'chai';
import { kernelModule } from '../../../src/modules/kernel_module/index.ts';
import { planSetting } from '../../settings/plan-setting.ts';

const module = (status: string, canChange = true): { readonly module: Answer } => ({
  module: { status: 'found', value: { status, canChange } },
});

const cases: readonly {
  readonly rule: string;
  readonly properties?: JsonObject;
  readonly texts?: Readonly<Record<string, string>>;
  readonly live?: { readonly module: Answer };
  readonly edits: readonly string[];
  readonly after?: Readonly<Record<string, string | null>>;
  readonly titles?: readonly string[];
}[] = [
  {
    rule: 'does nothing when it is loaded and stands in the list, however it is spelt there',
    texts: { load: '# for bridges\nbr-netfilter\n' },
    live: module('loaded'),
    edits: [],
  },
  {
    rule: 'counts a built-in module as loaded',
    texts: { load: 'br_netfilter\n' },
    live: module('built-in'),
    edits: [],
  },
  {
    rule: 'loads it now and at each start',
    live: module('loadable'),
    edits: ['load -→text', 'loaded false→true'],
    after: { load: 'br_netfilter\n' },
    titles: ['write /etc/modules-load.d/br_netfilter.conf', 'load the kernel module br_netfilter'],
  },
  {
    rule: 'writes parameters before it loads the module',
    properties: { persistent: false, parameters: { b: 2, a: 'x y' } },
    live: module('loadable'),
    edits: ['settings -→text', 'loaded false→true'],
    after: { settings: 'options br_netfilter a="x y" b=2\n' },
    titles: ['write /etc/modprobe.d/br_netfilter.conf', 'load the kernel module br_netfilter'],
  },
  {
    rule: 'knows its parameters in any order, and in one line',
    properties: { live: false, persistent: false, parameters: { a: 1, b: true } },
    texts: { settings: 'options br-netfilter b=true a=1\n' },
    edits: [],
  },
  {
    rule: 'puts several lines of parameters into one and keeps those of other modules',
    properties: { live: false, persistent: false, parameters: { a: 1 } },
    texts: { settings: 'options br_netfilter a=2\noptions other a=2\noptions br-netfilter b=3\n' },
    edits: ['settings text→text'],
    after: { settings: 'options br_netfilter a=1\noptions other a=2\n' },
  },
  {
    rule: 'removes parameters, and a file in which nothing is left',
    properties: { live: false, persistent: false, parameters: {} },
    texts: { settings: 'options br_netfilter a=2\n' },
    edits: ['settings text→-'],
    after: { settings: null },
  },
  {
    rule: 'unloads it, takes it out of the list and keeps it out',
    properties: { state: 'absent', blacklisted: true },
    texts: { load: 'br_netfilter\n' },
    live: module('loaded'),
    edits: ['settings -→text', 'load text→-', 'loaded true→false'],
    after: { settings: 'blacklist br_netfilter\n', load: null },
  },
  {
    rule: 'is content when what is kept out is kept out already',
    properties: { state: 'absent', blacklisted: true },
    texts: { settings: 'blacklist br-netfilter\n' },
    live: module('loadable'),
    edits: [],
  },
  {
    rule: 'needs nothing for a module that is absent and unknown',
    properties: { state: 'absent' },
    live: { module: { status: 'absent' } },
    edits: [],
  },
  {
    rule: 'waits for the package that brings it',
    texts: { load: 'br_netfilter\n' },
    live: { module: { status: 'unknown', cause: { kind: 'after', address: 'package:linux-modules' } } },
    edits: ['loaded ?→true'],
  },
];

describe('a module of the kernel', () => {
  for (const { rule, properties = {}, texts = {}, live, edits, after = {}, titles } of cases) {
    it(rule, () => {
      const answers = live === undefined ? {} : { answers: live };
      const plan = planSetting(kernelModule, { identity: 'br-netfilter', properties, texts, ...answers });
      assert.deepEqual(plan.problems, []);
      assert.deepEqual(plan.edits, edits);
      assert.deepEqual(plan.texts, after);
      if (titles !== undefined)
        assert.deepEqual(
          plan.operations.map(({ title }) => title),
          titles,
        );
      assert.deepEqual(plan.left, [], 'the second plan');
    });
  }

  const troubles: readonly (readonly [string, JsonObject, Answer, string])[] = [
    ['a module that the kernel does not have', {}, { status: 'absent' }, 'SP617 error'],
    ['a container, and writes the files', {}, module('loadable', false).module, 'SP617 warning'],
    [
      'a container where there is nothing to write',
      { persistent: false },
      module('loadable', false).module,
      'SP617 error',
    ],
    ['a built-in module that is to go', { state: 'absent' }, module('built-in').module, 'SP617 error'],
  ];
  for (const [what, properties, answer, expected] of troubles) {
    it(`tells of ${what}`, () => {
      const { problems } = planSetting(kernelModule, { identity: 'x', properties, answers: { module: answer } });
      assert.deepEqual(
        problems.map(({ code, severity }) => `${code} ${severity}`),
        [expected],
      );
    });
  }

  it('says that settings of the kernel can come with it', () => {
    const declared = kernelModule.declare({ identity: 'x', properties: { persistent: false } });
    assert.equal(declared.kind, 'declared');
    if (declared.kind !== 'declared') return;
    assert.equal(declared.identity, 'x');
    assert.deepEqual(kernelModule.predict(declared.declared, module('loadable')).unsettles, ['sysctl']);
  });

  for (const [identity, properties] of [
    ['../x', {}],
    ['-rf', {}],
    ['x', { parameters: { 'a b': 1 } }],
    ['x', { parameters: { a: '1\noptions y' } }],
    ['x', { persistent: false, live: false }],
  ] as const) {
    it(`takes ${identity} with ${JSON.stringify(properties)} for a mistake`, () => {
      assert.equal(kernelModule.declare({ identity, properties }).kind, 'invalid');
    });
  }
});
