import { type DatabaseServer, startPostgres } from '@setpoint/testkit/databases';
import { expect } from 'chai';
import { converge } from './converge.ts';
import { accessCases } from './program-cases/access.ts';
import { typeCases } from './program-cases/declared-types.ts';
import { everything } from './program-cases/everything.ts';
import { functionCases } from './program-cases/functions.ts';
import { otherCases } from './program-cases/others.ts';
import { togetherCases } from './program-cases/together.ts';
import { triggerCases } from './program-cases/triggers.ts';
import { viewCases } from './program-cases/views.ts';

const programCases = [
  ...viewCases,
  ...functionCases,
  ...triggerCases,
  ...typeCases,
  ...accessCases,
  ...otherCases,
  ...togetherCases,
];

describe('types, views, functions, triggers, policies, comments and grants of a real server', () => {
  let server: DatabaseServer;
  before(async () => {
    server = await startPostgres();
    await server.sql('CREATE ROLE program_reader; CREATE ROLE program_writer; CREATE ROLE "Program ""odd"""');
  });
  after(() => server.stop());

  for (const { title, statements, hazards, ...way } of programCases) {
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

  it('leaves grants to an owner alone, who has them without being told on one side or the other', async () => {
    const books = 'CREATE TABLE books (id integer); CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS $$SELECT 1$$;';
    const { comparison, second } = await converge(server, {
      before: `${books} GRANT SELECT ON books TO program_reader; ALTER TABLE books OWNER TO program_writer;
        GRANT INSERT ON books TO CURRENT_USER; ALTER FUNCTION f() OWNER TO program_writer;`,
      after: `${books} GRANT SELECT (id), UPDATE ON books TO program_writer; GRANT INSERT ON books TO CURRENT_USER;
        GRANT EXECUTE ON FUNCTION f() TO program_writer;`,
    });
    expect(comparison.statements.map(({ text }) => text)).to.deep.equal([
      'REVOKE SELECT ON TABLE public.books FROM program_reader',
    ]);
    expect(second).to.deep.equal([]);
  });

  it('takes a privilege from the owner of an object by name', async () => {
    const { comparison, second } = await converge(server, {
      before: 'CREATE TABLE books (id integer); ALTER TABLE books OWNER TO program_writer;',
      after: 'CREATE TABLE books (id integer); REVOKE TRUNCATE ON books FROM CURRENT_USER;',
    });
    expect(comparison.statements.map(({ text }) => text)).to.deep.equal([
      'REVOKE TRUNCATE ON TABLE public.books FROM program_writer',
    ]);
    expect(second).to.deep.equal([]);
  });

  it('makes a little of everything from nothing, and drops all of it', async () => {
    for (const way of [
      { before: '', after: everything },
      { before: everything, after: '' },
    ]) {
      const { comparison, second, dumpDifferences } = await converge(server, way);
      expect(comparison.problems).to.deep.equal([]);
      expect(second).to.deep.equal([]);
      expect(dumpDifferences).to.deep.equal([]);
    }
  });
});
