import { type DatabaseServer, startPostgres } from '@setpoint/testkit/databases';
import { expect } from 'chai';
import { converge } from './converge.ts';
import { columnCases } from './relation-cases/column-cases.ts';
import { constraintCases } from './relation-cases/constraint-cases.ts';
import { tableCases } from './relation-cases/table-cases.ts';

describe('tables, columns, constraints, indexes and sequences of a real server', () => {
  let server: DatabaseServer;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());

  for (const { title, statements, hazards, ...way } of [...columnCases, ...constraintCases, ...tableCases]) {
    it(title, async () => {
      const { comparison, second, dumpDifferences } = await converge(server, way);
      expect(comparison.problems).to.deep.equal([]);
      expect(comparison.statements.map(({ text }) => text.replaceAll(/\s+/g, ' '))).to.deep.equal(statements);
      const codes = comparison.statements.flatMap((statement) => statement.hazards.map(({ code }) => code));
      expect([...new Set(codes)].sort()).to.deep.equal(hazards ?? []);
      expect(second).to.deep.equal([]);
      expect(dumpDifferences).to.deep.equal([]);
    });
  }
});
