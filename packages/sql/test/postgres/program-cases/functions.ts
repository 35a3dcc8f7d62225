import type { ProgramCase } from './program-case.ts';

const base = `CREATE TABLE books (id integer PRIMARY KEY, title text, pages integer);`;

/** Functions, procedures and aggregates. */
export const functionCases: readonly ProgramCase[] = [
  {
    title: 'replaces a function whose body or new default argument changes',
    before: `CREATE FUNCTION f(a integer, b integer) RETURNS integer LANGUAGE sql AS 'SELECT a';`,
    after: `CREATE FUNCTION f(a integer, b integer DEFAULT 2) RETURNS integer LANGUAGE sql STABLE AS 'SELECT a + b';`,
    statements: [
      'CREATE OR REPLACE FUNCTION public.f(a integer, b integer DEFAULT 2) RETURNS integer LANGUAGE sql STABLE AS $function$SELECT a + b$function$',
    ],
  },
  {
    title: 'makes a function anew that gives another type, with views, defaults, checks and indexes that call it',
    before: `CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT a';
      CREATE TABLE t (a integer DEFAULT f(1), CONSTRAINT c CHECK (f(a) > 0)); CREATE INDEX i ON t (f(a)); CREATE VIEW v AS SELECT f(a) AS x FROM t;`,
    after: `CREATE FUNCTION f(a integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT a::bigint';
      CREATE TABLE t (a integer DEFAULT f(1), CONSTRAINT c CHECK (f(a) > 0)); CREATE INDEX i ON t (f(a)); CREATE VIEW v AS SELECT f(a) AS x FROM t;`,
    statements: [
      'DROP INDEX public.i',
      'DROP VIEW public.v',
      'ALTER TABLE public.t DROP CONSTRAINT c',
      'ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT',
      'DROP FUNCTION public.f(integer)',
      'CREATE FUNCTION public.f(a integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS $function$SELECT a::bigint$function$',
      'ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.f(1)',
      'ALTER TABLE public.t ADD CONSTRAINT c CHECK ((public.f(a) > 0))',
      'CREATE VIEW public.v AS SELECT public.f(t.a) AS x FROM public.t',
      'CREATE INDEX i ON public.t USING btree (public.f(a))',
    ],
    hazards: ['DB102', 'DB202', 'DB204', 'DB205', 'DB302', 'DB501'],
  },
  {
    title: 'makes a function anew whose arguments get other names or lose a default',
    before: `CREATE FUNCTION f(a integer DEFAULT 1) RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION g(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';`,
    after: `CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION g(b integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';`,
    statements: [
      'DROP FUNCTION public.f(integer)',
      'CREATE FUNCTION public.f(a integer) RETURNS integer LANGUAGE sql AS $function$SELECT 1$function$',
      'DROP FUNCTION public.g(integer)',
      'CREATE FUNCTION public.g(b integer) RETURNS integer LANGUAGE sql AS $function$SELECT 1$function$',
    ],
  },
  {
    title: 'tells overloads apart, and procedures, window functions and aggregates',
    before: `CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION f(text) RETURNS integer LANGUAGE sql AS 'SELECT 1';
      CREATE PROCEDURE p(INOUT a integer) LANGUAGE sql AS 'SELECT 1'; CREATE AGGREGATE cat(text) (SFUNC = textcat, STYPE = text);
      CREATE AGGREGATE middle(double precision ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);`,
    after: `CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE AGGREGATE cat(text) (SFUNC = textcat, STYPE = text, INITCOND = '');
      COMMENT ON AGGREGATE cat(text) IS 'joins';`,
    statements: [
      "CREATE OR REPLACE AGGREGATE public.cat(text) (SFUNC = textcat, STYPE = text, INITCOND = '')",
      "COMMENT ON AGGREGATE public.cat(text) IS 'joins'",
      'DROP FUNCTION public.f(text)',
      'DROP AGGREGATE public.middle(double precision ORDER BY anyelement)',
      'DROP PROCEDURE public.p(integer)',
    ],
    hazards: ['DB302'],
  },
  {
    title: 'makes an aggregate with a moving form and its own state function after that function',
    before: '',
    after: `CREATE FUNCTION plus(bigint, integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
      CREATE AGGREGATE "Sum of"(integer) (SFUNC = plus, STYPE = bigint, INITCOND = '0', COMBINEFUNC = int8pl, PARALLEL = SAFE, SORTOP = >,
        MSFUNC = plus, MINVFUNC = plus, MSTYPE = bigint, MINITCOND = '0'); CREATE AGGREGATE nothing(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');`,
    statements: [
      "CREATE AGGREGATE public.nothing(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0')",
      'CREATE FUNCTION public.plus(bigint, integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS $function$SELECT $1 + $2$function$',
      "CREATE AGGREGATE public.\"Sum of\"(integer) (SFUNC = public.plus, STYPE = bigint, COMBINEFUNC = int8pl, INITCOND = '0', MSFUNC = public.plus, MINVFUNC = public.plus, MSTYPE = bigint, MINITCOND = '0', SORTOP = OPERATOR(pg_catalog.>), PARALLEL = SAFE)",
    ],
  },
  {
    title: 'drops what a function with a parsed body reads only after the function',
    before: `${base} CREATE FUNCTION n() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(title) FROM books; END;`,
    after: `CREATE TABLE books (id integer PRIMARY KEY, pages integer); CREATE FUNCTION n() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(pages) FROM books; END;`,
    statements: [
      'CREATE OR REPLACE FUNCTION public.n() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(books.pages) AS count FROM public.books; END',
      'ALTER TABLE public.books DROP COLUMN title',
    ],
    hazards: ['DB101', 'DB302'],
  },
  {
    title: 'says when a function begins to run with the rights of its owner',
    before: `CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';`,
    after: `CREATE FUNCTION f() RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = 'pg_catalog' AS 'SELECT 1';`,
    statements: [
      "CREATE OR REPLACE FUNCTION public.f() RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path TO 'pg_catalog' AS $function$SELECT 1$function$",
    ],
    hazards: ['DB401'],
  },
  {
    title: 'keeps hostile names and bodies as they are',
    before: '',
    after: `CREATE SCHEMA "a;b'c"; CREATE FUNCTION "a;b'c"."f(""x""; --"(integer) RETURNS text LANGUAGE sql AS $$ SELECT 'it''s; $function$ \\ ' $$;
      COMMENT ON FUNCTION "a;b'c"."f(""x""; --"(integer) IS E'two\\nlines \\\\ ''quoted''';`,
    statements: [
      'CREATE SCHEMA "a;b\'c"',
      'CREATE FUNCTION "a;b\'c"."f(""x""; --"(integer) RETURNS text LANGUAGE sql AS $functionx$ SELECT \'it\'\'s; $function$ \\ \' $functionx$',
      'COMMENT ON FUNCTION "a;b\'c"."f(""x""; --"(integer) IS E\'two lines \\\\ \'\'quoted\'\'\'',
    ],
  },
];
