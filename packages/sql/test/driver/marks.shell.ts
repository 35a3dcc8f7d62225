import { type DatabaseServer, startMariadb, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { serverFactsQuery } from '../../src/driver/server-facts.ts';
import { channelTo } from '../support/channel.ts';

describe('what a database server says about itself', function () {
  this.timeout(60_000);

  async function marksOf(server: DatabaseServer): Promise<Readonly<Record<string, string>>> {
    await server.createDatabase('shop');
    const channel = channelTo(server, 'shop');
    try {
      assert.deepEqual(channel.marks?.(), {});
      await channel.ask([{ query: serverFactsQuery }]);
      return channel.marks?.() ?? {};
    } finally {
      await channel.close();
      await server.stop();
    }
  }

  it('is its system identifier, for PostgreSQL', async () => {
    const marks = await marksOf(await startPostgres());
    assert.match(marks['system identifier'] ?? '', /^\d{15,20}$/);
  });

  it('is nothing, for MariaDB', async () => {
    assert.deepEqual(await marksOf(await startMariadb()), {});
  });
});
