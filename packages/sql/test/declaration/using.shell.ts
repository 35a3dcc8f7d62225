import { type DatabaseServer, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { schema } from '../../src/modules/schema/index.ts';
import { openServerNode, reachWhole } from '../support/server-node.ts';

describe('a column that gets another type', function () {
  this.timeout(60_000);
  let server: DatabaseServer;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());

  const forms = {
    'in SQL': {
      raw: `CREATE SCHEMA shop; CREATE TABLE shop.part (
        weight int NOT NULL, /* setpoint:renamed_from mass */ -- setpoint:using split_part(weight, ' ', 1)::int
        size numeric DEFAULT 1
      );`,
    },
    'in YAML': {
      tables: {
        'shop.part': {
          columns: {
            weight: { type: 'int', not_null: true, renamed_from: 'mass', using: "split_part(weight, ' ', 1)::int" },
            size: { type: 'numeric', default: 1 },
          },
        },
      },
    },
  };
  for (const [title, properties] of Object.entries(forms)) {
    it(`has its values converted as it is declared ${title}`, async () => {
      const name = title.replace(' ', '_');
      await server.createDatabase(name);
      await server.sql('CREATE SCHEMA shop; CREATE TABLE shop.part (mass text NOT NULL, size numeric DEFAULT 1)', name);
      await server.sql("INSERT INTO shop.part VALUES ('12 kg'), ('7 kg')", name);
      const node = openServerNode(server, { database: name });
      try {
        const allow = [{ hazard: 'DB101' }];
        const { edits } = await reachWhole(node, schema, { identity: 'shop', properties: { ...properties, allow } });
        assert.match(JSON.stringify(edits), /DB101: [^"]*can lose[^]*USING/);
        assert.equal((await server.sql('SELECT sum(weight) FROM shop.part', name)).trim(), '19');
      } finally {
        await node.channel.close();
      }
    });
  }
});
