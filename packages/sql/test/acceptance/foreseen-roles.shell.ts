import { assert } from 'chai';
import { applyPlan, openChannel, planSchema } from '../score/reconcile.ts';
import { type ScoreServer, startScoreServer } from '../score/server.ts';

const declared = `CREATE SCHEMA app; CREATE TABLE app.t (a int); GRANT SELECT ON app.t TO later;
  GRANT USAGE ON SCHEMA app TO later, soon; ALTER TABLE app.t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON app.t TO soon USING (a > 0);`;

describe('grants to roles that do not exist yet', () => {
  let server: ScoreServer;

  before(async () => {
    server = await startScoreServer('postgres');
    await server.create('fresh');
  });

  after(() => server.stop());

  it('are planned, and leave no role on the server', async () => {
    const channel = openChannel(server, 'fresh');
    const plan = await planSchema(channel, declared, ['app']);
    await channel.close();
    assert.deepEqual(plan.errors, []);
    assert.match(JSON.stringify(plan.operations), /GRANT SELECT ON TABLE app\.t TO later/);
    assert.deepEqual(await rolesOf(server), []);
  });

  it('are made as planned once the roles are there, and nothing is left to do', async () => {
    const channel = openChannel(server, 'fresh');
    const plan = await planSchema(channel, declared, ['app']);
    await server.setRoles(['later', 'soon'], true);
    assert.isUndefined(await applyPlan(channel, plan.operations));
    assert.deepEqual((await planSchema(channel, declared, ['app'])).edits, []);
    await channel.close();
  });

  it('do not hide what else is wrong', async () => {
    const channel = openChannel(server, 'fresh');
    const plan = await planSchema(channel, `${declared} GRANT SELECT ON app.missing TO nobody_knows;`, ['app']);
    await channel.close();
    assert.match(plan.errors[0]?.detail ?? '', /app\.missing|nobody_knows/);
    assert.notInclude(await rolesOf(server), 'nobody_knows');
  });
});

async function rolesOf(server: ScoreServer): Promise<readonly string[]> {
  const session = await server.open('fresh');
  const rows = await session.read(
    `SELECT rolname::text AS name FROM pg_roles WHERE rolname !~ '^pg_' AND rolname <> 'postgres' ORDER BY 1`,
  );
  await session.close();
  return rows.map(({ name }) => (typeof name === 'string' ? name : ''));
}
