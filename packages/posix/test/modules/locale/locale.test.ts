import type { Answer, JsonObject } from '@setpoint/model';
import { assert } from 'chai';
import { locale } from '../../../src/modules/locale/index.ts';
import { planSetting } from '../../settings/plan-setting.ts';

const answer = (isGenerated: boolean): { readonly locale: Answer } => ({
  locale: { status: 'found', value: { isGenerated, maker: 'locale-gen' } },
});

const cases: readonly {
  readonly rule: string;
  readonly identity?: string;
  readonly properties?: JsonObject;
  readonly texts?: Readonly<Record<string, string>>;
  readonly has: boolean;
  readonly edits: readonly string[];
  readonly after?: Readonly<Record<string, string>>;
}[] = [
  {
    rule: 'does nothing when it is listed and there',
    texts: { generated: '# all\nde_CH.UTF-8 UTF-8\n' },
    has: true,
    edits: [],
  },
  { rule: 'needs no list where the node has none', has: true, edits: [] },
  {
    rule: 'takes its line for its own however the character set is spelt',
    identity: 'de_CH.utf8',
    texts: { generated: 'de_CH.utf8 UTF-8\n' },
    has: true,
    edits: [],
  },
  {
    rule: 'takes the sign of a comment from its line',
    texts: { generated: '# de_CH ISO-8859-1\n#  de_CH.UTF-8 UTF-8  \n# a comment about de_CH.UTF-8\n' },
    has: false,
    edits: ['generated text→text', 'available false→true'],
    after: { generated: '# de_CH ISO-8859-1\nde_CH.UTF-8 UTF-8\n# a comment about de_CH.UTF-8\n' },
  },
  {
    rule: 'adds a line that is missing',
    texts: { generated: 'en_US.UTF-8 UTF-8' },
    has: false,
    edits: ['generated text→text', 'available false→true'],
    after: { generated: 'en_US.UTF-8 UTF-8\nde_CH.UTF-8 UTF-8\n' },
  },
  {
    rule: 'makes a locale that is listed and not there',
    texts: { generated: 'de_CH.UTF-8 UTF-8\n' },
    has: false,
    edits: ['available false→true'],
  },
  {
    rule: 'becomes the default in the file that the node has',
    properties: { default: true },
    texts: { locale_conf: 'LANG="en_US.UTF-8"\nLC_TIME=C\n', default_locale: 'LANG=C\n' },
    has: true,
    edits: ['locale_conf text→text'],
    after: { locale_conf: 'LANG=de_CH.UTF-8\nLC_TIME=C\n' },
  },
  {
    rule: 'becomes the default in the file of Debian where there is no other',
    properties: { default: true, categories: ['LC_TIME'] },
    has: true,
    edits: ['default_locale -→text'],
    after: { default_locale: 'LANG=de_CH.UTF-8\nLC_TIME=de_CH.UTF-8\n' },
  },
  {
    rule: 'is the default already, quoted or not',
    properties: { default: true },
    texts: { locale_conf: "LANG='de_CH.utf8'\n" },
    has: true,
    edits: [],
  },
  {
    rule: 'leaves the list and the node',
    properties: { state: 'absent' },
    texts: { generated: 'en_US.UTF-8 UTF-8\nde_CH.UTF-8 UTF-8\n' },
    has: true,
    edits: ['generated text→text', 'available true→false'],
    after: { generated: 'en_US.UTF-8 UTF-8\n# de_CH.UTF-8 UTF-8\n' },
  },
];

describe('a locale', () => {
  for (const { rule, identity = 'de_CH.UTF-8', properties = {}, texts = {}, has, edits, after = {} } of cases) {
    it(rule, () => {
      const plan = planSetting(locale, { identity, properties, texts, answers: answer(has) });
      assert.deepEqual(plan.problems, []);
      assert.deepEqual(plan.edits, edits);
      assert.deepEqual(plan.texts, after);
      assert.deepEqual(plan.left, [], 'the second plan');
    });
  }

  it('is refused where there is nothing to make it from, and needs nothing there to be absent', () => {
    const absent: Answer = { status: 'absent' };
    const { problems } = planSetting(locale, { identity: 'xx_YY.UTF-8', properties: {}, answers: { locale: absent } });
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['SP619'],
    );
    const gone = planSetting(locale, {
      identity: 'xx_YY.UTF-8',
      properties: { state: 'absent' },
      answers: { locale: absent },
    });
    assert.deepEqual([gone.problems, gone.edits], [[], []]);
  });

  it('waits for the package that brings what it is made from', () => {
    const later: Answer = { status: 'unknown', cause: { kind: 'after', address: 'package:locales' } };
    const { problems, edits } = planSetting(locale, {
      identity: 'de_CH.UTF-8',
      properties: {},
      answers: { locale: later },
    });
    assert.deepEqual([problems, edits], [[], ['available ?→true']]);
  });

  for (const [identity, properties] of [
    ['de_CH', {}],
    ['de CH.UTF-8', {}],
    ['../de_CH.UTF-8', {}],
    ['de_CH.UTF-8', { categories: ['LC_ALL'] }],
    ['de_CH.UTF-8', { state: 'absent', default: true }],
    ['C.UTF-8', { state: 'absent' }],
  ] as const) {
    it(`takes ${identity} with ${JSON.stringify(properties)} for a mistake`, () => {
      assert.equal(locale.declare({ identity, properties }).kind, 'invalid');
    });
  }
});
