import type { Channel } from '@setpoint/model';
import { assert } from 'chai';
import type { ScratchChoice } from '../../src/driver/schema-query.ts';
import { openChannel, ownAll, planProperties } from '../score/reconcile.ts';
import { schemasOf } from '../score/score-pair.ts';
import { type ScoreServer, startScoreServer } from '../score/server.ts';
import { postgresPairs } from './postgres-pairs.ts';

/** The embedded server is of another major version than the target. PGlite and a URL, which are like two of them, are tried elsewhere. */
const places: readonly ScratchChoice[] = ['database', 'transaction', 'embedded'];

const database = 'pair';

describe('wherever a declaration is loaded, the plan is the same byte for byte', function () {
  this.timeout(60_000);
  let server: ScoreServer;
  let channels: ReadonlyMap<ScratchChoice, Channel>;

  before(async () => {
    server = await startScoreServer('postgres');
    channels = new Map(places.map((place) => [place, openChannel(server, 'postgres')]));
  });

  after(async () => {
    await Promise.all([...channels.values()].map((channel) => channel.close()));
    await server.stop();
  });

  for (const { title, current, desired, seed = '', roles = [] } of postgresPairs) {
    it(title, async () => {
      await server.setRoles(roles, true);
      await server.create(database);
      await server.load(database, `${current};\n${seed}`);
      const schemas = desired === '' ? await schemasOf(server, [database]) : undefined;
      const plans = new Map<ScratchChoice, readonly string[]>();
      for (const [place, channel] of channels) {
        const plan = await planProperties(channel, { ...ownAll(schemas, place), database }, desired);
        plans.set(place, JSON.stringify(plan, null, 1).split('\n'));
      }
      await server.drop(database);
      await server.setRoles(roles, false);
      const expected = plans.get('database') ?? [];
      assert.include(expected.join(''), '"text": ');
      for (const [place, plan] of plans) assert.deepEqual(linesApart(plan, expected), [], place);
    });
  }
});

function linesApart(have: readonly string[], want: readonly string[]): readonly string[] {
  const only = (a: readonly string[], b: readonly string[], sign: string): readonly string[] =>
    a.filter((line) => !b.includes(line)).map((line) => `${sign} ${line.trim()}`);
  const found = [...only(have, want, '-'), ...only(want, have, '+')];
  return have.join('\n') === want.join('\n') ? [] : [...found, 'or the same lines in another order'];
}
