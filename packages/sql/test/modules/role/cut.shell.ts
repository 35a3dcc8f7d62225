import type { ResourceModule } from '@setpoint/model';
import type { Declared } from '@setpoint/testkit';
import { type DatabaseServer, startMariadb, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { database } from '../../../src/modules/database/index.ts';
import { role } from '../../../src/modules/role/index.ts';
import { look, openServerNode, reachWhole, type ServerNode } from '../../support/server-node.ts';

const servers = {
  PostgreSQL: {
    start: () => startPostgres({ version: 15 }),
    made: [
      [database, { identity: 'shop', properties: { comment: 'x', settings: { jit: false } } }],
      [role, { identity: 'shop', properties: { login: true, comment: 'x', password: 'x' }, body: 'secret' }],
    ],
    lost: 'DROP ROLE shop',
    form: 'SCRAM-SHA-256$',
  },
  MariaDB: {
    start: () => startMariadb(),
    made: [
      [database, { identity: 'shop', properties: { comment: 'x' } }],
      [role, { identity: 'shop@%', properties: { password: 'x', member_of: ['old'] }, body: 'secret' }],
    ],
    lost: "DROP USER 'shop'@'%'",
    form: '*14E6556',
  },
} as const;

for (const [product, { start, made, lost, form }] of Object.entries(servers)) {
  describe(`what is made on ${product}`, () => {
    const run = {} as { server: DatabaseServer; node: ServerNode };
    before(async function () {
      this.timeout(60_000);
      run.server = await start();
      run.node = openServerNode(run.server);
      await run.server.sql('CREATE ROLE old');
    });
    after(async () => {
      await run.node.channel.close();
      await run.server.stop();
    });

    for (const [module, given] of made as readonly (readonly [ResourceModule, Declared])[]) {
      it(`is made whole by the next apply when one ended behind any step of a ${module.type}`, async () => {
        for (let most = 1; ; most += 1) {
          const { operations } = await look(run.node, module, given);
          const steps = operations.slice(0, most).map((operation) => ({ operation, needs: [] }));
          const outcomes = await run.node.channel.execute(steps, {});
          assert.isTrue(outcomes.every(({ status }) => status === 'done'));
          await reachWhole(run.node, module, given);
          if (most > operations.length) break;
          await reachWhole(run.node, module, { identity: given.identity, properties: { state: 'absent' } });
        }
      });
    }

    it('tells of a password that could not be set without what would have been stored', async () => {
      const [, given] = made[1];
      const other = { ...given, body: 'other secret' };
      const { operations } = await look(run.node, role, other);
      await run.server.sql(lost);
      const steps = operations.map((operation) => ({ operation, needs: [] }));
      const outcome = (await run.node.channel.execute(steps, {})).at(-1);
      assert.equal(outcome?.status, 'failed');
      assert.include(JSON.stringify(outcome), 'the rest holds a secret');
      assert.notInclude(JSON.stringify(outcome), form);
    });
  });
}
