import { type DatabaseServer, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import type { JsonObject } from '../../../packages/model/src/index.ts';
import { sqlModules } from '../../../packages/sql/src/index.ts';
import { createProject, type Project, playbookOf } from '../support/project.ts';
import { refusals } from '../support/refusals.ts';
import { runSetpoint, type SetpointResult } from '../support/setpoint.ts';

/** One type: what is declared, what the plan finds, and what somebody does after it, neither found nor declared. */
type Case = {
  readonly type: string;
  readonly declared: JsonObject;
  readonly found: readonly string[];
  readonly moved: readonly string[];
  /** Reads the object as far as it is declared. */
  readonly look: string;
  readonly told: RegExp;
};

const cases: readonly Case[] = [
  {
    type: 'role',
    declared: { role: 'worker', connection_limit: 2 },
    found: ['CREATE ROLE worker CONNECTION LIMIT 1'],
    moved: ['ALTER ROLE worker CONNECTION LIMIT 3'],
    look: "SELECT rolconnlimit FROM pg_roles WHERE rolname = 'worker'",
    told: /connection_limit was planned from 1 to 2, and is 3 now/,
  },
  {
    type: 'database',
    declared: { database: 'shop', settings: { work_mem: '2MB' } },
    found: ["ALTER DATABASE shop SET work_mem = '1MB'"],
    moved: ["ALTER DATABASE shop SET work_mem = '3MB'"],
    look: 'SELECT setconfig FROM pg_db_role_setting',
    told: /settings\.work_mem was planned from .*1MB.* to .*2MB.*, and is .*3MB.* now/,
  },
  {
    type: 'schema',
    declared: { schema: 's', database: 'shop', sql: ['s.sql'] },
    found: ['CREATE SCHEMA s', 'CREATE TABLE s.t (a integer)'],
    moved: ['ALTER TABLE s.t ADD COLUMN b integer'],
    look: "SELECT attname, atttypid::regtype FROM pg_attribute WHERE attrelid = 's.t'::regclass AND attnum > 0",
    told: /schema:/,
  },
  {
    type: 'extension',
    declared: { extension: 'shop/citext', schema: 'public' },
    found: ['CREATE SCHEMA other'],
    moved: ['CREATE EXTENSION citext SCHEMA other'],
    look: "SELECT extnamespace::regnamespace FROM pg_extension WHERE extname = 'citext'",
    told: /schema|state/,
  },
  {
    type: 'grant',
    declared: {
      grant: 'work',
      role: 'worker',
      database: 'shop',
      on: { table: 's.granted' },
      privileges: ['select', 'insert'],
    },
    found: ['CREATE TABLE s.granted (a integer)'],
    moved: ['GRANT SELECT ON s.granted TO worker'],
    look: "SELECT relacl FROM pg_class WHERE oid = 's.granted'::regclass",
    told: /was planned from|would take/,
  },
  {
    type: 'query',
    declared: {
      query: 'fill',
      database: 'shop',
      run: 'INSERT INTO s.target VALUES (1)',
      unless: 'SELECT FROM s.done',
    },
    found: ['CREATE TABLE s.target (a integer)', 'CREATE TABLE s.done (a integer)'],
    moved: ['DROP TABLE s.done'],
    look: 'SELECT count(*) FROM s.target',
    told: /is not done: run was/,
  },
];

describe('a saved plan of a PostgreSQL server on which everything moved since', function () {
  this.timeout(120_000);
  let server: DatabaseServer;
  let project: Project;
  let applied: SetpointResult;
  const looks = new Map<string, string>();

  before(async () => {
    server = await startPostgres();
    await server.createDatabase('shop');
    for (const text of cases.flatMap(({ found }) => found)) await server.sql(text, 'shop');
    const { socketDir, port, user } = server;
    project = createProject({
      'inventory.yaml': { nodes: { db: { postgres: { socket: socketDir, port, user } } } },
      'playbooks/site.yaml': playbookOf([{ role: 'bystander' }, ...cases.map(({ declared }) => declared)]),
      'playbooks/s.sql': 'CREATE SCHEMA s; CREATE TABLE s.t (a integer, b text);',
    });
    const planned = await runSetpoint(['plan', '--out', 'plan.json'], { cwd: project.dir });
    assert.equal(planned.code, 0, planned.stdout + planned.stderr);
    for (const text of cases.flatMap(({ moved }) => moved)) await server.sql(text, 'shop');
    for (const { type, look } of cases) looks.set(type, await server.sql(look, 'shop'));
    applied = await runSetpoint(['apply', '--yes', 'plan.json', '--json'], { cwd: project.dir });
  });
  after(async () => {
    project.remove();
    await server.stop();
  });

  it('has a case for each type', () => {
    assert.sameMembers(
      cases.map(({ type }) => type),
      sqlModules.map(({ type }) => type),
    );
  });

  for (const { type, look, told } of cases) {
    it(`leaves ${type} as it is, and says what moved`, async () => {
      assert.equal(await server.sql(look, 'shop'), looks.get(type));
      const refusal = refusals(applied).find(({ address }) => address?.startsWith(`${type}:`) === true);
      assert.isDefined(refusal, applied.stdout + applied.stderr);
      assert.match(refusal?.detail ?? '', told);
    });
  }

  it('is done where nothing moved', async () => {
    assert.equal((await server.sql("SELECT count(*) FROM pg_roles WHERE rolname = 'bystander'")).trim(), '1');
    assert.include([1, 3], applied.code);
  });
});
