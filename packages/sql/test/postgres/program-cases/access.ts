import type { ProgramCase } from './program-case.ts';

const base = `CREATE TABLE books (id integer PRIMARY KEY, title text, pages integer);`;

/** Grants, default privileges and policies. */
export const accessCases: readonly ProgramCase[] = [
  {
    title: 'grants and revokes what differs, with and without the right to pass it on',
    before: `${base} GRANT SELECT, INSERT ON books TO program_reader; GRANT UPDATE ON books TO program_writer WITH GRANT OPTION; GRANT DELETE ON books TO PUBLIC;`,
    after: `${base} GRANT SELECT ON books TO program_reader WITH GRANT OPTION; GRANT UPDATE ON books TO program_writer; GRANT UPDATE (title) ON books TO program_reader;`,
    statements: [
      'GRANT UPDATE (title) ON TABLE public.books TO program_reader',
      'REVOKE INSERT ON TABLE public.books FROM program_reader',
      'GRANT SELECT ON TABLE public.books TO program_reader WITH GRANT OPTION',
      'REVOKE GRANT OPTION FOR UPDATE ON TABLE public.books FROM program_writer',
      'REVOKE DELETE ON TABLE public.books FROM PUBLIC',
    ],
    hazards: ['DB401'],
  },
  {
    title: 'keeps what is granted on a column when the same is revoked on the table',
    before: `${base} GRANT SELECT ON books TO program_reader; GRANT SELECT (id) ON books TO program_reader;`,
    after: `${base} GRANT SELECT (id) ON books TO program_reader;`,
    statements: [
      'REVOKE SELECT ON TABLE public.books FROM program_reader',
      'GRANT SELECT (id) ON TABLE public.books TO program_reader',
    ],
    hazards: ['DB401'],
  },
  {
    title: 'takes from PUBLIC and from the owner what the server gives by itself, and gives it back',
    before: `CREATE TYPE mood AS ENUM ('x'); REVOKE USAGE ON TYPE mood FROM PUBLIC; CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
      CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1'; ${base}`,
    after: `CREATE TYPE mood AS ENUM ('x'); CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1'; REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION f() TO program_reader; CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1'; REVOKE ALL ON PROCEDURE p() FROM PUBLIC;
      ${base} REVOKE TRUNCATE ON books FROM CURRENT_USER;`,
    statements: [
      'GRANT EXECUTE ON FUNCTION public.f() TO program_reader',
      'REVOKE EXECUTE ON FUNCTION public.f() FROM PUBLIC',
      'REVOKE EXECUTE ON PROCEDURE public.p() FROM PUBLIC',
      'REVOKE TRUNCATE ON TABLE public.books FROM postgres',
      'GRANT USAGE ON TYPE public.mood TO PUBLIC',
    ],
    hazards: ['DB401'],
  },
  {
    title: 'grants on schemas, sequences and to roles with odd names',
    before: '',
    after: `CREATE SCHEMA s; GRANT USAGE, CREATE ON SCHEMA s TO "Program ""odd"""; CREATE SEQUENCE s.q; GRANT USAGE ON SEQUENCE s.q TO program_reader;`,
    statements: [
      'CREATE SCHEMA s',
      'CREATE SEQUENCE s.q',
      'GRANT CREATE, USAGE ON SCHEMA s TO "Program ""odd"""',
      'GRANT USAGE ON SEQUENCE s.q TO program_reader',
    ],
  },
  {
    title: 'sets default privileges last, so that they give away nothing of what the plan makes',
    before: '',
    after: `${base} ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO program_reader;
      ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC; ALTER DEFAULT PRIVILEGES FOR ROLE program_writer GRANT USAGE ON SEQUENCES TO program_reader WITH GRANT OPTION;`,
    statements: [
      'CREATE TABLE public.books ( id integer NOT NULL, title text, pages integer, CONSTRAINT books_pkey PRIMARY KEY (id) )',
      'ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC',
      'ALTER DEFAULT PRIVILEGES FOR ROLE program_writer GRANT USAGE ON SEQUENCES TO program_reader WITH GRANT OPTION',
      'ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO program_reader',
    ],
    hazards: ['DB401'],
  },
  {
    title: 'takes back what default privileges give away of something new that is not declared to be granted',
    before: `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO program_reader; ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;`,
    after: `${base} CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE VIEW v AS SELECT 1 AS one;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO program_reader; ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;`,
    statements: [
      'CREATE TABLE public.books ( id integer NOT NULL, title text, pages integer, CONSTRAINT books_pkey PRIMARY KEY (id) )',
      'REVOKE SELECT ON TABLE public.books FROM program_reader',
      'CREATE FUNCTION public.f() RETURNS integer LANGUAGE sql AS $function$SELECT 1$function$',
      'GRANT EXECUTE ON FUNCTION public.f() TO PUBLIC',
      'CREATE VIEW public.v AS SELECT 1 AS one',
      'REVOKE SELECT ON TABLE public.v FROM program_reader',
    ],
  },
  {
    title: 'alters roles and expressions of a policy in place, and makes it anew for another command',
    before: `${base} ALTER TABLE books ENABLE ROW LEVEL SECURITY; CREATE POLICY a ON books FOR SELECT TO program_reader USING (id > 1);
      CREATE POLICY b ON books FOR UPDATE USING (id > 1) WITH CHECK (id > 2); CREATE POLICY c ON books USING (true);`,
    after: `${base} ALTER TABLE books ENABLE ROW LEVEL SECURITY; CREATE POLICY a ON books FOR SELECT TO program_reader, program_writer USING (id > 2);
      CREATE POLICY b ON books FOR UPDATE USING (id > 1); CREATE POLICY c ON books AS RESTRICTIVE FOR DELETE USING (true); COMMENT ON POLICY c ON books IS 'x';`,
    statements: [
      'ALTER POLICY a ON public.books TO program_reader, program_writer USING ((id > 2))',
      'DROP POLICY b ON public.books',
      'CREATE POLICY b ON public.books FOR UPDATE TO PUBLIC USING ((id > 1))',
      'DROP POLICY c ON public.books',
      'CREATE POLICY c ON public.books AS RESTRICTIVE FOR DELETE TO PUBLIC USING (true)',
      "COMMENT ON POLICY c ON public.books IS 'x'",
    ],
    hazards: ['DB401'],
  },
];
