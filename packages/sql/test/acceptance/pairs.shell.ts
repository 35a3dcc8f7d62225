import { assert } from 'chai';
import { scorePair } from '../score/score-pair.ts';
import { type ScoreProduct, type ScoreServer, startScoreServer } from '../score/server.ts';
import { mariadbPairs, mariadbSpellings } from './mariadb-pairs.ts';
import { toPair } from './own-pair.ts';
import { postgresPairs, postgresSpellings } from './postgres-pairs.ts';

const suites = [
  { product: 'postgres', pairs: postgresPairs, spellings: postgresSpellings },
  { product: 'mariadb', pairs: mariadbPairs, spellings: mariadbSpellings },
] as const satisfies readonly {
  readonly product: ScoreProduct;
  readonly pairs: unknown;
  readonly spellings: unknown;
}[];

for (const { product, pairs, spellings } of suites) {
  describe(`schemas on a real ${product} server`, () => {
    let server: ScoreServer;

    before(async () => {
      server = await startScoreServer(product);
    });

    after(() => server.stop());

    describe('end as declared, by the second plan and by the dump, and keep their rows', () => {
      for (const pair of pairs) {
        it(pair.title, async () => {
          const { verdict, detail } = await scorePair(server, toPair(pair));
          assert.equal(verdict, 'converged', detail);
        });
      }
    });

    describe('are the same however they are spelled', () => {
      for (const pair of spellings) {
        it(pair.title, async () => {
          const { verdict, detail } = await scorePair(server, toPair(pair));
          assert.equal(verdict, 'converged', detail);
        });
      }
    });
  });
}
