import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorDiagnostic } from '@setpoint/model';
import { assert } from 'chai';
import { openSqlChannel } from '../../src/driver/channel.ts';
import { planSchema } from '../score/reconcile.ts';
import { type ScoreServer, startScoreServer } from '../score/server.ts';

const declared = Array.from(
  { length: 500 },
  (_, index) => `CREATE TABLE t${index} (id int PRIMARY KEY); -- ${'x'.repeat(250)}`,
).join('\n');

describe('a declaration that takes long to load', () => {
  let server: ScoreServer;

  before(async () => {
    server = await startScoreServer('postgres');
    await server.create('long');
    await server.load('long', declared);
  });

  after(() => server.stop());

  it('is compared as any other, with a connection more while it is loaded and none more afterwards', async () => {
    const opened: string[] = [];
    const open = (name: string) => {
      opened.push(name);
      return server.open(name === '' ? 'long' : name);
    };
    const channel = openSqlChannel({
      node: 'long',
      sessions: { open, openUrl: open },
      describeFailure: ({ message }) => errorDiagnostic('SP581', { node: 'long', detail: message }),
      cacheDir: join(tmpdir(), 'setpoint-long'),
    });
    const first = await planSchema(channel, declared, ['public']);
    assert.deepEqual([first.errors, first.edits], [[], []]);
    assert.lengthOf(
      opened.filter((name) => name === 'long'),
      1,
    );
    const before = opened.length;
    assert.deepEqual((await planSchema(channel, declared, ['public'])).edits, []);
    assert.lengthOf(opened, before);
    await server.load('long', 'ALTER TABLE t7 ADD COLUMN more int');
    const third = await planSchema(channel, declared, ['public']);
    assert.include(
      third.edits.map(({ path }) => path),
      'column public.t7.more',
    );
    await channel.close();
  });
});
