import { type DatabaseServer, startMariadb } from '@setpoint/testkit/databases';
import { expect } from 'chai';
import { columnCases } from './cases/columns.ts';
import { keyCases } from './cases/keys.ts';
import { partitionCases } from './cases/partitions.ts';
import { programCases } from './cases/programs.ts';
import { tableCases } from './cases/tables.ts';
import { converge, differencesOfTwins } from './converge.ts';

const cases = [...columnCases, ...keyCases, ...tableCases, ...partitionCases, ...programCases];

describe('schemas of a real MariaDB server', () => {
  let server: DatabaseServer;
  before(async () => {
    server = await startMariadb();
  });
  after(() => server.stop());

  for (const { title, statements, hazards, answer, ...way } of cases) {
    it(title, async () => {
      const result = await converge(server, way);
      expect(result.comparison.problems).to.deep.equal([]);
      expect(result.comparison.statements.map(({ text }) => text.replaceAll(/\s+/g, ' '))).to.deep.equal(statements);
      const codes = result.comparison.statements.flatMap((statement) => statement.hazards.map(({ code }) => code));
      expect([...new Set(codes)].sort()).to.deep.equal(hazards ?? []);
      expect(result.second).to.deep.equal([]);
      expect(result.dumpDifferences).to.deep.equal([]);
      expect(result.answer).to.deep.equal(answer ?? []);
    });
  }

  for (const way of cases.filter(({ statements }) => statements.length > 3)) {
    it(`${way.title}: goes on after an end in the middle`, async () => {
      for (let stopAfter = 1; stopAfter < way.statements.length; stopAfter += 1) {
        const { second, dumpDifferences } = await converge(server, { ...way, stopAfter });
        expect(second, `ended after ${stopAfter}`).to.deep.equal([]);
        expect(dumpDifferences, `ended after ${stopAfter}`).to.deep.equal([]);
      }
    });
  }

  it('finds nothing to do where all is as declared', async () => {
    for (const { title, after: declared } of cases) {
      expect(await differencesOfTwins(server, declared), title).to.deep.equal([]);
    }
  });
});
