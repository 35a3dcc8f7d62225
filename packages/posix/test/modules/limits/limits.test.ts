import type { JsonObject } from '@setpoint/model';
import { assert } from 'chai';
import { limits } from '../../../src/modules/limits/index.ts';
import { planSetting } from '../../settings/plan-setting.ts';

const cases: readonly {
  readonly rule: string;
  readonly identity?: string;
  readonly properties: JsonObject;
  readonly before?: string;
  /** Undefined: nothing changes. */
  readonly after?: string | null;
}[] = [
  {
    rule: 'does nothing when all limits are there, whatever the spaces',
    properties: { soft: { nofile: 4096 }, both: { core: -1 } },
    before: 'deploy\tsoft   nofile 4096 # enough\ndeploy - core infinity\n',
  },
  {
    rule: 'makes the file',
    properties: { soft: { nofile: 1024 }, hard: { nofile: 'unlimited' }, both: { nproc: 50 } },
    after: 'deploy soft nofile 1024\ndeploy hard nofile unlimited\ndeploy - nproc 50\n',
  },
  {
    rule: 'changes the last line of a limit, with its comment, and no other line',
    properties: { hard: { nofile: 9 }, file: '/etc/security/limits.conf' },
    before: '#deploy hard nofile 1\ndeploy hard nofile 2\n@deploy hard nofile 3\ndeploy\thard\tnofile\t4 # old',
    after: '#deploy hard nofile 1\ndeploy hard nofile 2\n@deploy hard nofile 3\ndeploy\thard\tnofile\t9 # old',
  },
  {
    rule: 'is content with one line for both kinds, and with two that come to the same',
    properties: { soft: { nofile: 5 }, hard: { nofile: 5 }, both: { core: 0 } },
    before: 'deploy soft nofile 1\ndeploy - nofile 5\ndeploy soft core 0\ndeploy hard core 0\n',
  },
  {
    rule: 'parts a line for both kinds, which would count over the one before it',
    properties: { soft: { nofile: 3 } },
    before: 'deploy soft nofile 1\ndeploy  -  nofile  5 # old\n',
    after: 'deploy soft nofile 3\ndeploy  hard  nofile  5 # old\n',
  },
  {
    rule: 'puts one line in the place of two kinds',
    properties: { both: { nofile: 3 } },
    before: 'deploy soft nofile 1\ndeploy hard nofile 5\ndeploy soft core 1\n',
    after: 'deploy soft core 1\ndeploy - nofile 3\n',
  },
  {
    rule: 'removes its own file with its last line',
    properties: { state: 'absent' },
    before: 'deploy - core 0\n',
    after: null,
  },
  {
    rule: 'removes the lines of the domain alone',
    properties: { state: 'absent', file: '/etc/security/limits.conf' },
    before: '# all\n* - core 0\ndeploy - core 0\n',
    after: '# all\n* - core 0\n',
  },
  { rule: 'needs nothing for limits that are absent', properties: { state: 'absent' } },
  {
    rule: 'knows everybody',
    identity: '*',
    properties: { both: { core: 0 } },
    before: '* - core 0\n',
  },
];

describe('limits', () => {
  for (const { rule, identity = 'deploy', properties, before, after } of cases) {
    it(rule, () => {
      const texts = before === undefined ? {} : { file: before };
      const plan = planSetting(limits, { identity, properties, texts });
      assert.deepEqual(plan.problems, []);
      assert.deepEqual(plan.texts, after === undefined ? {} : { file: after });
      assert.deepEqual(plan.left, [], 'the second plan');
    });
  }

  for (const [identity, properties] of [
    ['a b', { both: { core: 0 } }],
    ['deploy', {}],
    ['deploy', { both: { files: 1 } }],
    ['deploy', { both: { nofile: 'many' } }],
    ['deploy', { both: { nofile: 1 }, soft: { nofile: 1 } }],
    ['deploy', { state: 'absent', both: { nofile: 1 } }],
    ['..', { both: { nofile: 1 } }],
  ] as const) {
    it(`takes ${identity} with ${JSON.stringify(properties)} for a mistake`, () => {
      assert.equal(limits.declare({ identity, properties }).kind, 'invalid');
    });
  }
});
