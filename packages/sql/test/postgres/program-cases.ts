import type { SchemaHazardCode } from '../../src/compare/hazard.ts';
import type { Way } from './converge.ts';

/** A way, the statements that it takes in their order, and the codes of its hazards, sorted. */
export type ProgramCase = Way & {
  readonly title: string;
  readonly statements: readonly string[];
  readonly hazards?: readonly SchemaHazardCode[];
};

const base = `CREATE TABLE books (id integer PRIMARY KEY, title text, pages integer);`;
const moods = `CREATE TYPE mood AS ENUM ('low', 'high');`;

const views: readonly ProgramCase[] = [
  {
    title: 'replaces a view that gets a column at its end, and leaves what hangs on it alone',
    before: `${base} CREATE VIEW v AS SELECT id FROM books; CREATE VIEW w AS SELECT id FROM v;`,
    after: `${base} CREATE VIEW v AS SELECT id, title FROM books; CREATE VIEW w AS SELECT id FROM v;`,
    statements: ['CREATE OR REPLACE VIEW public.v AS SELECT books.id, books.title FROM public.books'],
  },
  {
    title: 'makes a view anew that loses a column, with its comments, grants and what hangs on it',
    before: `${base} CREATE VIEW v AS SELECT id, title FROM books; COMMENT ON VIEW v IS 'all'; COMMENT ON COLUMN v.id IS 'key';
      GRANT SELECT ON v TO program_reader; CREATE VIEW w AS SELECT id FROM v;`,
    after: `${base} CREATE VIEW v AS SELECT id FROM books; COMMENT ON VIEW v IS 'all'; COMMENT ON COLUMN v.id IS 'key';
      GRANT SELECT ON v TO program_reader; CREATE VIEW w AS SELECT id FROM v;`,
    statements: [
      'DROP VIEW public.w',
      'DROP VIEW public.v',
      'CREATE VIEW public.v AS SELECT books.id FROM public.books',
      'CREATE VIEW public.w AS SELECT v.id FROM public.v',
      "COMMENT ON COLUMN public.v.id IS 'key'",
      "COMMENT ON VIEW public.v IS 'all'",
      'GRANT SELECT ON TABLE public.v TO program_reader',
    ],
    hazards: ['DB302'],
  },
  {
    title: 'changes the options of a view in place, and its defaults',
    before: `${base} CREATE VIEW v WITH (security_barrier) AS SELECT id FROM books;`,
    after: `${base} CREATE VIEW v WITH (security_invoker, check_option = local) AS SELECT id FROM books; ALTER VIEW v ALTER id SET DEFAULT 7;`,
    statements: [
      "ALTER VIEW public.v SET (check_option='local', security_invoker='true')",
      'ALTER VIEW public.v RESET (security_barrier)',
      'ALTER VIEW public.v ALTER COLUMN id SET DEFAULT 7',
    ],
  },
  {
    title: 'drops a view, its triggers and rules with it',
    before: `${base} CREATE VIEW v AS SELECT id FROM books; CREATE RULE r AS ON DELETE TO v DO INSTEAD NOTHING;`,
    after: base,
    statements: ['DROP VIEW public.v'],
    hazards: ['DB302'],
  },
  {
    title: 'makes a materialised view anew with its index when its query changes',
    before: `${base} CREATE MATERIALIZED VIEW m AS SELECT id FROM books; CREATE UNIQUE INDEX m_id ON m (id); GRANT SELECT ON m TO program_reader;`,
    after: `${base} CREATE MATERIALIZED VIEW m AS SELECT id FROM books WHERE id > 0; CREATE UNIQUE INDEX m_id ON m (id); GRANT SELECT ON m TO program_reader;`,
    statements: [
      'DROP MATERIALIZED VIEW public.m',
      'CREATE MATERIALIZED VIEW public.m AS SELECT books.id FROM public.books WHERE (books.id > 0)',
      'CREATE UNIQUE INDEX m_id ON public.m USING btree (id)',
      'GRANT SELECT ON TABLE public.m TO program_reader',
    ],
    hazards: ['DB203'],
  },
  {
    title: 'sets options and statistics of a materialised view in place',
    before: `${base} CREATE MATERIALIZED VIEW m WITH (fillfactor = 70) AS SELECT id FROM books;`,
    after: `${base} CREATE MATERIALIZED VIEW m AS SELECT id FROM books; ALTER MATERIALIZED VIEW m ALTER id SET STATISTICS 500;`,
    statements: [
      'ALTER MATERIALIZED VIEW public.m RESET (fillfactor)',
      'ALTER MATERIALIZED VIEW public.m ALTER COLUMN id SET STATISTICS 500',
    ],
  },
  {
    title: 'turns a table into a view of the same name',
    before: `${base} CREATE TABLE v (id integer);`,
    after: `${base} CREATE VIEW v AS SELECT id FROM books;`,
    statements: ['DROP TABLE public.v', 'CREATE VIEW public.v AS SELECT books.id FROM public.books'],
    hazards: ['DB101'],
  },
  {
    title: 'renames a view as declared',
    before: `${base} CREATE VIEW old_v AS SELECT id FROM books; COMMENT ON VIEW old_v IS 'x';`,
    after: `${base}
-- setpoint:renamed_from old_v
CREATE VIEW v AS SELECT id FROM books; COMMENT ON VIEW v IS 'x';`,
    statements: ['ALTER VIEW public.old_v RENAME TO v'],
    hazards: ['DB302'],
  },
];

const functions: readonly ProgramCase[] = [
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
    statements: [],
  },
  {
    title: 'makes a function anew whose arguments get other names or lose a default',
    before: `CREATE FUNCTION f(a integer DEFAULT 1) RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION g(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';`,
    after: `CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION g(b integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';`,
    statements: [
      'DROP FUNCTION public.f(integer)',
      'DROP FUNCTION public.g(integer)',
      'CREATE FUNCTION public.f(a integer) RETURNS integer LANGUAGE sql AS $function$SELECT 1$function$',
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
        MSFUNC = plus, MINVFUNC = plus, MSTYPE = bigint, MINITCOND = '0'); CREATE AGGREGATE nothing(*) (SFUNC = int8inc, STYPE = bigint);`,
    statements: [
      'CREATE AGGREGATE public.nothing(*) (SFUNC = int8inc, STYPE = bigint)',
      'CREATE FUNCTION public.plus(bigint, integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS $function$SELECT $1 + $2$function$',
      `CREATE AGGREGATE public."Sum of"(integer) (SFUNC = public.plus, STYPE = bigint, COMBINEFUNC = int8pl, INITCOND = '0', MSFUNC = public.plus, MINVFUNC = public.plus, MSTYPE = bigint, MINITCOND = '0', SORTOP = OPERATOR(>), PARALLEL = SAFE)`,
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
      `CREATE SCHEMA "a;b'c"`,
      `CREATE FUNCTION "a;b'c"."f(""x""; --"(integer) RETURNS text LANGUAGE sql AS $function1$ SELECT 'it''s; $function$ \\ ' $function1$`,
      `COMMENT ON FUNCTION "a;b'c"."f(""x""; --"(integer) IS E'two lines \\\\ ''quoted'''`,
    ],
  },
];

const triggers: readonly ProgramCase[] = [
  {
    title: 'replaces a trigger, and sets when it fires',
    before: `${base} CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
      CREATE TRIGGER tg BEFORE INSERT ON books FOR EACH ROW EXECUTE FUNCTION tf(); CREATE TRIGGER tx AFTER DELETE ON books EXECUTE FUNCTION tf();`,
    after: `${base} CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
      CREATE TRIGGER tg BEFORE INSERT OR UPDATE OF pages ON books FOR EACH ROW WHEN (new.pages > 0) EXECUTE FUNCTION tf('x');
      CREATE TRIGGER tx AFTER DELETE ON books EXECUTE FUNCTION tf(); ALTER TABLE books ENABLE ALWAYS TRIGGER tg; ALTER TABLE books DISABLE TRIGGER tx;`,
    statements: [
      `CREATE OR REPLACE TRIGGER tg BEFORE INSERT OR UPDATE OF pages ON public.books FOR EACH ROW WHEN ((new.pages > 0)) EXECUTE FUNCTION public.tf('x')`,
      'ALTER TABLE public.books ENABLE ALWAYS TRIGGER tg',
      'ALTER TABLE public.books DISABLE TRIGGER tx',
    ],
  },
  {
    title: 'makes the trigger of a constraint anew',
    before: `${base} CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
      CREATE CONSTRAINT TRIGGER tg AFTER INSERT ON books FOR EACH ROW EXECUTE FUNCTION tf();`,
    after: `${base} CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
      CREATE CONSTRAINT TRIGGER tg AFTER INSERT ON books DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tf();`,
    statements: [
      'DROP TRIGGER tg ON public.books',
      'CREATE CONSTRAINT TRIGGER tg AFTER INSERT ON public.books DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.tf()',
    ],
  },
  {
    title: 'makes triggers of partitioned tables once, and not on each partition',
    before: `CREATE TABLE p (a integer) PARTITION BY RANGE (a); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2);`,
    after: `CREATE TABLE p (a integer) PARTITION BY RANGE (a); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2);
      CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'; CREATE TRIGGER tg AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION tf();`,
    statements: [
      'CREATE FUNCTION public.tf() RETURNS trigger LANGUAGE plpgsql AS $function$BEGIN RETURN new; END$function$',
      'CREATE TRIGGER tg AFTER INSERT ON public.p FOR EACH ROW EXECUTE FUNCTION public.tf()',
    ],
  },
  {
    title: 'keeps triggers and rules of a view that is made anew, with transition tables of a table untouched',
    before: `${base} CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'; CREATE VIEW v AS SELECT id, title FROM books;
      CREATE TRIGGER iv INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION tf(); CREATE RULE r AS ON DELETE TO v DO INSTEAD DELETE FROM books WHERE id = old.id;
      CREATE TRIGGER tt AFTER UPDATE ON books REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION tf();`,
    after: `${base} CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'; CREATE VIEW v AS SELECT id FROM books;
      CREATE TRIGGER iv INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION tf(); CREATE RULE r AS ON DELETE TO v DO INSTEAD DELETE FROM books WHERE id = old.id;
      CREATE TRIGGER tt AFTER UPDATE ON books REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION tf();`,
    statements: [
      'DROP VIEW public.v',
      'CREATE VIEW public.v AS SELECT books.id FROM public.books',
      'CREATE TRIGGER iv INSTEAD OF INSERT ON public.v FOR EACH ROW EXECUTE FUNCTION public.tf()',
      'CREATE RULE r AS ON DELETE TO public.v DO INSTEAD DELETE FROM public.books WHERE (books.id = old.id)',
    ],
    hazards: ['DB302'],
  },
  {
    title: 'renames a trigger that does the same under another name',
    before: `${base} CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'; CREATE TRIGGER a AFTER INSERT ON books EXECUTE FUNCTION tf();`,
    after: `${base} CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'; CREATE TRIGGER b AFTER INSERT ON books EXECUTE FUNCTION tf();`,
    statements: ['ALTER TRIGGER a ON public.books RENAME TO b'],
  },
  {
    title: 'replaces a rule, disables another and drops a third',
    before: `${base} CREATE RULE a AS ON DELETE TO books DO INSTEAD NOTHING; CREATE RULE b AS ON INSERT TO books DO ALSO NOTHING; CREATE RULE c AS ON UPDATE TO books DO ALSO NOTHING;`,
    after: `${base} CREATE RULE a AS ON DELETE TO books WHERE old.id > 1 DO INSTEAD NOTHING; CREATE RULE b AS ON INSERT TO books DO ALSO NOTHING; ALTER TABLE books DISABLE RULE b;`,
    statements: [
      'CREATE OR REPLACE RULE a AS ON DELETE TO public.books WHERE (old.id > 1) DO INSTEAD NOTHING',
      'ALTER TABLE public.books DISABLE RULE b',
      'DROP RULE c ON public.books',
    ],
    hazards: ['DB302'],
  },
];

const types: readonly ProgramCase[] = [
  {
    title: 'adds labels at the front, in the middle and at the end, and uses one right away',
    before: `${moods} CREATE TABLE t (m mood);`,
    after: `CREATE TYPE mood AS ENUM ('lowest', 'low', 'mid', 'upper mid', 'high', 'highest'); CREATE TABLE t (m mood DEFAULT 'mid');`,
    statements: [
      "ALTER TYPE public.mood ADD VALUE 'lowest' BEFORE 'low'",
      "ALTER TYPE public.mood ADD VALUE 'mid' AFTER 'low'",
      "ALTER TYPE public.mood ADD VALUE 'upper mid' AFTER 'mid'",
      "ALTER TYPE public.mood ADD VALUE 'highest'",
      "ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'mid'::public.mood",
    ],
    hazards: ['DB103'],
  },
  {
    title: 'takes a label away by way of a new type, under a default, an index, a check, an array and a view',
    before: `CREATE TYPE mood AS ENUM ('low', 'mid', 'high'); COMMENT ON TYPE mood IS 'how'; GRANT USAGE ON TYPE mood TO program_reader;
      CREATE TABLE t (id integer, m mood DEFAULT 'low', ms mood[], CONSTRAINT c CHECK (m <> 'high')); CREATE INDEX i ON t (m) WHERE m = 'low'; CREATE VIEW v AS SELECT m FROM t;
      INSERT INTO t VALUES (1, 'low', '{high}');`,
    after: `CREATE TYPE mood AS ENUM ('low', 'high'); COMMENT ON TYPE mood IS 'how'; GRANT USAGE ON TYPE mood TO program_reader;
      CREATE TABLE t (id integer, m mood DEFAULT 'low', ms mood[], CONSTRAINT c CHECK (m <> 'high')); CREATE INDEX i ON t (m) WHERE m = 'low'; CREATE VIEW v AS SELECT m FROM t;`,
    statements: [],
    hazards: ['DB102', 'DB203'],
  },
  {
    title: 'drops a type and what goes with it in the right order',
    before: `${moods} CREATE TYPE pair AS (a mood, b integer); CREATE DOMAIN d AS mood; CREATE FUNCTION f(mood) RETURNS integer LANGUAGE sql AS 'SELECT 1';`,
    after: '',
    statements: [
      'DROP FUNCTION public.f(public.mood)',
      'DROP TYPE public.pair',
      'DROP DOMAIN public.d',
      'DROP TYPE public.mood',
    ],
    hazards: ['DB302'],
  },
  {
    title: 'alters default, nullability and checks of a domain in place',
    before: `CREATE DOMAIN d AS integer DEFAULT 1 CONSTRAINT a CHECK (VALUE > 0) CONSTRAINT gone CHECK (VALUE < 9); CREATE TABLE t (x d);`,
    after: `CREATE DOMAIN d AS integer DEFAULT 2 NOT NULL CONSTRAINT b CHECK (VALUE > 0) CONSTRAINT c CHECK (VALUE < 99); CREATE TABLE t (x d);
      COMMENT ON CONSTRAINT c ON DOMAIN d IS 'not too much';`,
    statements: [
      'ALTER DOMAIN public.d RENAME CONSTRAINT a TO b',
      'ALTER DOMAIN public.d SET DEFAULT 2',
      'ALTER DOMAIN public.d SET NOT NULL',
      'ALTER DOMAIN public.d ADD CONSTRAINT c CHECK ((VALUE < 99)) NOT VALID',
      'ALTER DOMAIN public.d VALIDATE CONSTRAINT c',
      "COMMENT ON CONSTRAINT c ON DOMAIN public.d IS 'not too much'",
      'ALTER DOMAIN public.d DROP CONSTRAINT gone',
    ],
    hazards: ['DB102', 'DB204'],
  },
  {
    title: 'gives a domain another base type by way of a new domain',
    before: `CREATE DOMAIN d AS integer CONSTRAINT a CHECK (VALUE > 0); CREATE TABLE t (x d DEFAULT 5); INSERT INTO t VALUES (3);`,
    after: `CREATE DOMAIN d AS bigint CONSTRAINT a CHECK (VALUE > 0); CREATE TABLE t (x d DEFAULT 5);`,
    statements: [],
    hazards: ['DB203'],
  },
  {
    title: 'alters attributes of a composite type in place',
    before: `CREATE TYPE pair AS (a integer, b text, c date); CREATE FUNCTION f(pair) RETURNS integer LANGUAGE sql AS 'SELECT 1';`,
    after: `CREATE TYPE pair AS (a bigint, c date, d text COLLATE "C"); CREATE FUNCTION f(pair) RETURNS integer LANGUAGE sql AS 'SELECT 1'; COMMENT ON COLUMN pair.a IS 'first';`,
    statements: [
      'ALTER TYPE public.pair DROP ATTRIBUTE b',
      'ALTER TYPE public.pair ALTER ATTRIBUTE a TYPE bigint',
      'ALTER TYPE public.pair ADD ATTRIBUTE d text COLLATE "C"',
      "COMMENT ON COLUMN public.pair.a IS 'first'",
    ],
    hazards: ['DB101'],
  },
  {
    title: 'gives an attribute another type although a column has the composite type',
    before: `CREATE TYPE pair AS (a integer, b text); CREATE TABLE t (p pair); INSERT INTO t VALUES ((1, 'x'));`,
    after: `CREATE TYPE pair AS (a bigint, b text); CREATE TABLE t (p pair);`,
    statements: [],
    hazards: ['DB203'],
  },
  {
    title: 'makes range types, and anew when what they are made of changes',
    before: `CREATE TYPE span AS RANGE (SUBTYPE = float8); CREATE FUNCTION f(span) RETURNS integer LANGUAGE sql AS 'SELECT 1';`,
    after: `CREATE TYPE span AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = float8mi, MULTIRANGE_TYPE_NAME = spans); CREATE FUNCTION f(span) RETURNS integer LANGUAGE sql AS 'SELECT 1';`,
    statements: [
      'DROP FUNCTION public.f(public.span)',
      'DROP TYPE public.span',
      'CREATE TYPE public.span AS RANGE (SUBTYPE = double precision, SUBTYPE_DIFF = float8mi, MULTIRANGE_TYPE_NAME = public.spans)',
      'CREATE FUNCTION public.f(public.span) RETURNS integer LANGUAGE sql AS $function$SELECT 1$function$',
    ],
  },
];

const access: readonly ProgramCase[] = [
  {
    title: 'grants and revokes what differs, with and without the right to pass it on',
    before: `${base} GRANT SELECT, INSERT ON books TO program_reader; GRANT UPDATE ON books TO program_writer WITH GRANT OPTION; GRANT DELETE ON books TO PUBLIC;`,
    after: `${base} GRANT SELECT ON books TO program_reader WITH GRANT OPTION; GRANT UPDATE ON books TO program_writer; GRANT UPDATE (title) ON books TO program_reader;`,
    statements: [
      'REVOKE INSERT ON TABLE public.books FROM program_reader',
      'GRANT SELECT ON TABLE public.books TO program_reader WITH GRANT OPTION',
      'REVOKE GRANT OPTION FOR UPDATE ON TABLE public.books FROM program_writer',
      'GRANT UPDATE (title) ON TABLE public.books TO program_reader',
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
      'REVOKE EXECUTE ON FUNCTION public.f() FROM PUBLIC',
      'GRANT EXECUTE ON FUNCTION public.f() TO program_reader',
      'REVOKE EXECUTE ON PROCEDURE public.p() FROM PUBLIC',
      'REVOKE TRUNCATE ON TABLE public.books FROM CURRENT_USER',
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
      'CREATE SEQUENCE s.q START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1 NO CYCLE',
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
    statements: [],
    hazards: [],
  },
  {
    title: 'alters roles and expressions of a policy in place, and makes it anew for another command',
    before: `${base} ALTER TABLE books ENABLE ROW LEVEL SECURITY; CREATE POLICY a ON books FOR SELECT TO program_reader USING (id > 1);
      CREATE POLICY b ON books FOR UPDATE USING (id > 1) WITH CHECK (id > 2); CREATE POLICY c ON books USING (true);`,
    after: `${base} ALTER TABLE books ENABLE ROW LEVEL SECURITY; CREATE POLICY a ON books FOR SELECT TO program_reader, program_writer USING (id > 2);
      CREATE POLICY b ON books FOR UPDATE USING (id > 1); CREATE POLICY c ON books AS RESTRICTIVE FOR DELETE USING (true); COMMENT ON POLICY c ON books IS 'x';`,
    statements: [
      'DROP POLICY b ON public.books',
      'DROP POLICY c ON public.books',
      'ALTER POLICY a ON public.books TO program_reader, program_writer USING ((id > 2))',
      'CREATE POLICY b ON public.books FOR UPDATE TO PUBLIC USING ((id > 1))',
      'CREATE POLICY c ON public.books AS RESTRICTIVE FOR DELETE TO PUBLIC USING (true)',
      "COMMENT ON POLICY c ON public.books IS 'x'",
    ],
    hazards: ['DB401'],
  },
];

const rest: readonly ProgramCase[] = [
  {
    title: 'sets, changes and takes away comments on all sorts of things',
    before: `${base} COMMENT ON TABLE books IS 'old'; COMMENT ON COLUMN books.id IS 'gone'; CREATE INDEX i ON books (title); CREATE STATISTICS s ON id, title FROM books;`,
    after: `${base} COMMENT ON TABLE books IS 'new'; COMMENT ON CONSTRAINT books_pkey ON books IS 'key'; COMMENT ON INDEX books_pkey IS 'its index';
      CREATE INDEX i ON books (title); COMMENT ON INDEX i IS 'plain'; CREATE STATISTICS s ON id, title FROM books; COMMENT ON STATISTICS s IS 'both'; COMMENT ON SCHEMA public IS 'ours';`,
    statements: [
      "COMMENT ON CONSTRAINT books_pkey ON public.books IS 'key'",
      "COMMENT ON INDEX public.books_pkey IS 'its index'",
      "COMMENT ON INDEX public.i IS 'plain'",
      "COMMENT ON SCHEMA public IS 'ours'",
      "COMMENT ON STATISTICS public.s IS 'both'",
      "COMMENT ON TABLE public.books IS 'new'",
      'COMMENT ON COLUMN public.books.id IS NULL',
    ],
  },
  {
    title: 'makes an extension before what uses it, and leaves what belongs to it alone',
    before: '',
    after: `CREATE SCHEMA ext; CREATE EXTENSION hstore SCHEMA ext; CREATE TABLE t (h ext.hstore); CREATE INDEX i ON t USING gin (h);`,
    statements: [
      'CREATE SCHEMA ext',
      'CREATE EXTENSION hstore SCHEMA ext',
      "COMMENT ON EXTENSION hstore IS 'data type for storing sets of (key, value) pairs'",
      'CREATE TABLE public.t ( h ext.hstore )',
      'CREATE INDEX i ON public.t USING gin (h)',
    ],
  },
  {
    title: 'moves an extension to another schema, and drops one',
    before: 'CREATE EXTENSION hstore; CREATE EXTENSION citext;',
    after: 'CREATE SCHEMA ext; CREATE EXTENSION hstore SCHEMA ext;',
    statements: ['CREATE SCHEMA ext', 'ALTER EXTENSION hstore SET SCHEMA ext', 'DROP EXTENSION citext'],
    hazards: ['DB302'],
  },
];

export const programCases: readonly ProgramCase[] = [...views, ...functions, ...triggers, ...types, ...access, ...rest];
