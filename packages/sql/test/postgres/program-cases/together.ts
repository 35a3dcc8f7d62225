import type { ProgramCase } from './program-case.ts';

/** What goes through several kinds of objects. */
export const togetherCases: readonly ProgramCase[] = [
  {
    title: 'follows a renamed column into parsed bodies, policies, triggers and views that keep their labels',
    before: `CREATE TABLE t (id int primary key, a int, b text);
      CREATE VIEW v AS SELECT id, a FROM t;
      CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT a FROM t; END;
      CREATE POLICY p ON t USING (a > 1);
      CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
      CREATE TRIGGER g BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (new.a > 1) EXECUTE FUNCTION tf();`,
    after: `CREATE TABLE t (id int primary key,
  aa int, -- setpoint:renamed_from a
  b text);
      CREATE VIEW v AS SELECT id, aa AS a FROM t;
      CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT aa FROM t; END;
      CREATE POLICY p ON t USING (aa > 1);
      CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
      CREATE TRIGGER g BEFORE UPDATE OF aa ON t FOR EACH ROW WHEN (new.aa > 1) EXECUTE FUNCTION tf();`,
    statements: [
      'ALTER TABLE public.t RENAME COLUMN a TO aa',
      'CREATE OR REPLACE FUNCTION public.f() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT t.aa FROM public.t; END',
    ],
    hazards: ['DB302'],
  },
  {
    title:
      'makes views anew whose own columns are renamed with the column that they show, and no materialised view that keeps its label',
    before: `CREATE TABLE t (id int primary key, a int, b text);
      CREATE VIEW v AS SELECT DISTINCT a, id FROM t WHERE a > 1 GROUP BY a, id;
      CREATE VIEW w AS SELECT v.a FROM v;
      CREATE MATERIALIZED VIEW mv AS SELECT t.a FROM t;
      CREATE INDEX mi ON mv (a);`,
    after: `CREATE TABLE t (id int primary key,
  aa int, -- setpoint:renamed_from a
  b text);
      CREATE VIEW v AS SELECT DISTINCT aa, id FROM t WHERE aa > 1 GROUP BY aa, id;
      CREATE VIEW w AS SELECT v.aa FROM v;
      CREATE MATERIALIZED VIEW mv AS SELECT t.aa AS a FROM t;
      CREATE INDEX mi ON mv (a);`,
    statements: [
      'ALTER TABLE public.t RENAME COLUMN a TO aa',
      'DROP VIEW public.w',
      'DROP VIEW public.v',
      'CREATE VIEW public.v AS SELECT DISTINCT t.aa, t.id FROM public.t WHERE (t.aa > 1) GROUP BY t.aa, t.id',
      'CREATE VIEW public.w AS SELECT v.aa FROM public.v',
    ],
    hazards: ['DB302'],
  },
  {
    title: 'follows a renamed table into views and signatures, and not into bodies of text',
    before: `CREATE TABLE t (id int primary key, a int, b text);
      CREATE VIEW v AS SELECT id, a FROM t;
      CREATE FUNCTION f() RETURNS SETOF t LANGUAGE sql AS 'select * from t';
      COMMENT ON FUNCTION f() IS 'x';
      GRANT SELECT ON t TO program_reader;
      CREATE RULE r AS ON DELETE TO t DO ALSO SELECT 1;
      COMMENT ON COLUMN t.a IS 'c';
      GRANT UPDATE (a) ON t TO program_reader;`,
    after: `-- setpoint:renamed_from t
CREATE TABLE tt (id int, a int, b text, CONSTRAINT t_pkey PRIMARY KEY (id));
      CREATE VIEW v AS SELECT id, a FROM tt;
      CREATE FUNCTION f() RETURNS SETOF tt LANGUAGE sql AS 'select * from tt';
      COMMENT ON FUNCTION f() IS 'x';
      GRANT SELECT ON tt TO program_reader;
      CREATE RULE r AS ON DELETE TO tt DO ALSO SELECT 1;
      COMMENT ON COLUMN tt.a IS 'c';
      GRANT UPDATE (a) ON tt TO program_reader;`,
    statements: [
      'ALTER TABLE public.t RENAME TO tt',
      'CREATE OR REPLACE FUNCTION public.f() RETURNS SETOF public.tt LANGUAGE sql AS $function$select * from tt$function$',
    ],
    hazards: ['DB302'],
  },
  {
    title: 'follows a renamed type into signatures, arrays and defaults',
    before: `CREATE TYPE m AS ENUM ('a');
      CREATE TABLE x (c m DEFAULT 'a', d m[]);
      CREATE FUNCTION f(m) RETURNS m LANGUAGE sql AS 'select $1';
      CREATE VIEW v AS SELECT c FROM x WHERE c = 'a';
      GRANT USAGE ON TYPE m TO program_reader;`,
    after: `-- setpoint:renamed_from m
CREATE TYPE mm AS ENUM ('a');
      CREATE TABLE x (c mm DEFAULT 'a', d mm[]);
      CREATE FUNCTION f(mm) RETURNS mm LANGUAGE sql AS 'select $1';
      CREATE VIEW v AS SELECT c FROM x WHERE c = 'a';
      GRANT USAGE ON TYPE mm TO program_reader;`,
    statements: ['ALTER TYPE public.m RENAME TO mm'],
  },
  {
    title: 'follows a renamed schema into all that names it',
    before: `CREATE SCHEMA a;
      CREATE TYPE a.e AS ENUM ('x');
      CREATE TABLE a.t (c a.e);
      CREATE FUNCTION a.f(a.e, t a.t) RETURNS a.e LANGUAGE sql AS 'select $1';
      CREATE VIEW v AS SELECT c FROM a.t;
      CREATE FUNCTION g(a.e) RETURNS int LANGUAGE sql AS 'select 1';
      COMMENT ON FUNCTION g(a.e) IS 'x';
      GRANT EXECUTE ON FUNCTION a.f(a.e, a.t) TO program_reader;`,
    after: `-- setpoint:renamed_from a
CREATE SCHEMA b;
      CREATE TYPE b.e AS ENUM ('x');
      CREATE TABLE b.t (c b.e);
      CREATE FUNCTION b.f(b.e, t b.t) RETURNS b.e LANGUAGE sql AS 'select $1';
      CREATE VIEW v AS SELECT c FROM b.t;
      CREATE FUNCTION g(b.e) RETURNS int LANGUAGE sql AS 'select 1';
      COMMENT ON FUNCTION g(b.e) IS 'x';
      GRANT EXECUTE ON FUNCTION b.f(b.e, b.t) TO program_reader;`,
    statements: ['ALTER SCHEMA a RENAME TO b'],
    hazards: ['DB302'],
  },
  {
    title: 'renames a function as declared, and what calls it follows',
    before: `CREATE FUNCTION old_f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'select 1';
      CREATE VIEW v AS SELECT old_f(1) AS x;
      COMMENT ON FUNCTION old_f(int) IS 'c';
      CREATE TABLE t (id int primary key, a int, b text);
      CREATE INDEX i ON t (old_f(id));
      CREATE TABLE u (a int DEFAULT old_f(1) CHECK (old_f(a) > 1));
      CREATE FUNCTION h() RETURNS int LANGUAGE sql RETURN old_f(3);`,
    after: `-- setpoint:renamed_from old_f
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'select 1';
      CREATE VIEW v AS SELECT f(1) AS x;
      COMMENT ON FUNCTION f(int) IS 'c';
      CREATE TABLE t (id int primary key, a int, b text);
      CREATE INDEX i ON t (f(id));
      CREATE TABLE u (a int DEFAULT f(1) CHECK (f(a) > 1));  CREATE FUNCTION h() RETURNS int LANGUAGE sql RETURN f(3);`,
    statements: ['ALTER FUNCTION public.old_f(integer) RENAME TO f'],
    hazards: ['DB302'],
  },
  {
    title:
      'turns a function into a procedure, a view into a materialised one, an enum into a domain, a table into a type',
    before: `CREATE FUNCTION f(a int) RETURNS void LANGUAGE sql AS 'select 1';
      CREATE VIEW w AS SELECT 1 AS a;
      CREATE TYPE ty AS ENUM ('x');
      CREATE TABLE nt (a int);`,
    after: `CREATE PROCEDURE f(a int) LANGUAGE sql AS 'select 1';
      CREATE MATERIALIZED VIEW w AS SELECT 1 AS a;
      CREATE DOMAIN ty AS text;
      CREATE TYPE nt AS (a int);`,
    statements: [
      'DROP VIEW public.w',
      'CREATE MATERIALIZED VIEW public.w AS SELECT 1 AS a',
      'DROP FUNCTION public.f(integer)',
      'CREATE PROCEDURE public.f(IN a integer) LANGUAGE sql AS $procedure$select 1$procedure$',
      'DROP TABLE public.nt',
      'CREATE TYPE public.nt AS (a integer)',
      'DROP TYPE public.ty',
      'CREATE DOMAIN public.ty AS text',
    ],
    hazards: ['DB101', 'DB302'],
  },
  {
    title: 'makes a chain of views, functions of their rows and parsed bodies anew under a column of another type',
    before: `CREATE TABLE t (id int primary key, a int, b text);
      CREATE VIEW a AS SELECT id, a FROM t;
      CREATE MATERIALIZED VIEW b AS SELECT * FROM a;
      CREATE INDEX bi ON b (id);
      CREATE VIEW c AS SELECT * FROM b;
      GRANT SELECT ON c TO program_reader;
      CREATE FUNCTION f() RETURNS SETOF c LANGUAGE sql AS 'select * from c';
      CREATE FUNCTION h() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM c; END;
      CREATE VIEW d AS SELECT h() AS n;`,
    after: `CREATE TABLE t (id int primary key, a bigint, b text);
      CREATE VIEW a AS SELECT id, a FROM t;
      CREATE MATERIALIZED VIEW b AS SELECT * FROM a;
      CREATE INDEX bi ON b (id);
      CREATE VIEW c AS SELECT * FROM b;
      GRANT SELECT ON c TO program_reader;
      CREATE FUNCTION f() RETURNS SETOF c LANGUAGE sql AS 'select * from c';
      CREATE FUNCTION h() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM c; END;
      CREATE VIEW d AS SELECT h() AS n;`,
    statements: [
      'DROP VIEW public.d',
      'DROP FUNCTION public.f()',
      'DROP FUNCTION public.h()',
      'DROP VIEW public.c',
      'DROP MATERIALIZED VIEW public.b',
      'DROP VIEW public.a',
      'ALTER TABLE public.t ALTER COLUMN a TYPE bigint',
      'ANALYZE public.t (a)',
      'CREATE VIEW public.a AS SELECT t.id, t.a FROM public.t',
      'CREATE MATERIALIZED VIEW public.b AS SELECT a.id, a.a FROM public.a',
      'CREATE VIEW public.c AS SELECT b.id, b.a FROM public.b',
      'CREATE FUNCTION public.f() RETURNS SETOF public.c LANGUAGE sql AS $function$select * from c$function$',
      'CREATE FUNCTION public.h() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) AS count FROM public.c; END',
      'CREATE VIEW public.d AS SELECT public.h() AS n',
      'CREATE INDEX bi ON public.b USING btree (id)',
      'GRANT SELECT ON TABLE public.c TO program_reader',
    ],
    hazards: ['DB203', 'DB302'],
  },
  {
    title: 'makes a view anew that calls a function whose place another overload takes',
    before: `CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'select 1';
      CREATE VIEW v AS SELECT f(1) AS x;
      GRANT EXECUTE ON FUNCTION f(int) TO program_reader;`,
    after: `CREATE FUNCTION f(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql AS 'select 1';
      CREATE VIEW v AS SELECT f(1) AS x;
      GRANT EXECUTE ON FUNCTION f(int,int) TO program_reader;`,
    statements: [
      'CREATE FUNCTION public.f(a integer, b integer DEFAULT 1) RETURNS integer LANGUAGE sql AS $function$select 1$function$',
      'GRANT EXECUTE ON FUNCTION public.f(integer, integer) TO program_reader',
      'DROP VIEW public.v',
      'DROP FUNCTION public.f(integer)',
      'CREATE VIEW public.v AS SELECT public.f(1) AS x',
    ],
    hazards: ['DB302'],
  },
  {
    title: 'leaves a function that gives rows of a table alone when a column of it goes',
    before: `CREATE TABLE t (id int primary key, a int, b text);
      CREATE FUNCTION f() RETURNS SETOF t LANGUAGE sql AS 'select * from t';`,
    after: `CREATE TABLE t (id int primary key, b text);
      CREATE FUNCTION f() RETURNS SETOF t LANGUAGE sql AS 'select * from t';`,
    statements: ['ALTER TABLE public.t DROP COLUMN a'],
    hazards: ['DB101', 'DB302'],
  },
  {
    title: 'makes functions anew whose rows get more columns, and replaces one that is only marked otherwise',
    before: `CREATE FUNCTION f(OUT a int, OUT b text) LANGUAGE sql AS $$select 1, 'x'$$;
      CREATE FUNCTION g() RETURNS TABLE (x int) LANGUAGE sql AS 'select 1';
      CREATE FUNCTION va(VARIADIC a int[]) RETURNS int LANGUAGE sql AS 'select 1';`,
    after: `CREATE FUNCTION f(OUT a int, OUT b text, OUT c int) LANGUAGE sql AS $$select 1, 'x', 2$$;
      CREATE FUNCTION g() RETURNS TABLE (x int, y int) LANGUAGE sql AS 'select 1, 2';
      CREATE FUNCTION va(VARIADIC a int[]) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 5 AS 'select 1';`,
    statements: [
      'CREATE OR REPLACE FUNCTION public.va(VARIADIC a integer[]) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 5 AS $function$select 1$function$',
      'DROP FUNCTION public.f()',
      "CREATE FUNCTION public.f(OUT a integer, OUT b text, OUT c integer) RETURNS record LANGUAGE sql AS $function$select 1, 'x', 2$function$",
      'DROP FUNCTION public.g()',
      'CREATE FUNCTION public.g() RETURNS TABLE(x integer, y integer) LANGUAGE sql AS $function$select 1, 2$function$',
    ],
  },
  {
    title: 'makes checks of domains and generated columns anew with the function that they call',
    before: `CREATE FUNCTION ok(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'select true';
      CREATE DOMAIN d AS int CHECK (ok(VALUE));
      CREATE TABLE x (a d, b int GENERATED ALWAYS AS (abs(1)) STORED, c boolean GENERATED ALWAYS AS (ok(1)) STORED);`,
    after: `CREATE FUNCTION ok(v int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'select true';
      CREATE DOMAIN d AS int CHECK (ok(VALUE));
      CREATE TABLE x (a d, b int GENERATED ALWAYS AS (abs(1)) STORED, c boolean GENERATED ALWAYS AS (ok(1)) STORED);`,
    statements: [
      'ALTER TABLE public.x DROP COLUMN c',
      'ALTER DOMAIN public.d DROP CONSTRAINT d_check',
      'DROP FUNCTION public.ok(integer)',
      'CREATE FUNCTION public.ok(v integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $function$select true$function$',
      'ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK (public.ok(VALUE)) NOT VALID',
      'ALTER DOMAIN public.d VALIDATE CONSTRAINT d_check',
      'ALTER TABLE public.x ADD COLUMN c boolean GENERATED ALWAYS AS (public.ok(1)) STORED',
    ],
    hazards: ['DB102', 'DB203', 'DB301', 'DB302'],
  },
  {
    title: 'moves and drops labels under keys, policies, triggers, statistics, views and functions',
    before: `CREATE TYPE m AS ENUM ('a','b','c');
      CREATE TABLE x (id int primary key, c m NOT NULL DEFAULT 'a', UNIQUE (c));
      CREATE TABLE y (c m REFERENCES x(c));
      CREATE FUNCTION f(p m DEFAULT 'a') RETURNS m LANGUAGE sql AS 'select $1';
      CREATE POLICY p ON x USING (c = 'a');
      CREATE MATERIALIZED VIEW mv AS SELECT c FROM x;
      CREATE STATISTICS st ON id, c FROM x;
      CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
      CREATE TRIGGER tg BEFORE UPDATE ON x FOR EACH ROW WHEN (new.c = 'a') EXECUTE FUNCTION tf();
      INSERT INTO x VALUES (1,'a');
      INSERT INTO y VALUES ('a');`,
    after: `CREATE TYPE m AS ENUM ('c','a');
      CREATE TABLE x (id int primary key, c m NOT NULL DEFAULT 'a', UNIQUE (c));
      CREATE TABLE y (c m REFERENCES x(c));
      CREATE FUNCTION f(p m DEFAULT 'a') RETURNS m LANGUAGE sql AS 'select $1';
      CREATE POLICY p ON x USING (c = 'a');
      CREATE MATERIALIZED VIEW mv AS SELECT c FROM x;
      CREATE STATISTICS st ON id, c FROM x;
      CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
      CREATE TRIGGER tg BEFORE UPDATE ON x FOR EACH ROW WHEN (new.c = 'a') EXECUTE FUNCTION tf();`,
    statements: [
      'DROP POLICY p ON public.x',
      'DROP TRIGGER tg ON public.x',
      'DROP STATISTICS public.st',
      'DROP MATERIALIZED VIEW public.mv',
      'DROP FUNCTION public.f(public.m)',
      'ALTER TABLE public.y DROP CONSTRAINT y_c_fkey',
      'ALTER TABLE public.x ALTER COLUMN c DROP DEFAULT',
      'ALTER TYPE public.m RENAME TO _setpoint_type_f6a47637651a',
      "CREATE TYPE public.m AS ENUM ('c', 'a')",
      'ALTER TABLE public.x ALTER COLUMN c TYPE public.m USING c::text::public.m',
      'ALTER TABLE public.y ALTER COLUMN c TYPE public.m USING c::text::public.m',
      'DROP TYPE public._setpoint_type_f6a47637651a',
      "ALTER TABLE public.x ALTER COLUMN c SET DEFAULT 'a'::public.m",
      "CREATE FUNCTION public.f(p public.m DEFAULT 'a'::public.m) RETURNS public.m LANGUAGE sql AS $function$select $1$function$",
      'ALTER TABLE public.y ADD CONSTRAINT y_c_fkey FOREIGN KEY (c) REFERENCES public.x(c)',
      'CREATE MATERIALIZED VIEW public.mv AS SELECT x.c FROM public.x',
      'CREATE STATISTICS public.st ON id, c FROM public.x',
      "CREATE TRIGGER tg BEFORE UPDATE ON public.x FOR EACH ROW WHEN ((new.c = 'a'::public.m)) EXECUTE FUNCTION public.tf()",
      "CREATE POLICY p ON public.x TO PUBLIC USING ((c = 'a'::public.m))",
    ],
    hazards: ['DB102', 'DB202', 'DB203', 'DB401'],
  },
  {
    title: 'grants and comments on a partition and its columns',
    before: `CREATE TABLE p (a int) PARTITION BY RANGE (a);
      CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2);`,
    after: `CREATE TABLE p (a int) PARTITION BY RANGE (a);
      CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2);
      COMMENT ON COLUMN p1.a IS 'x';
      GRANT SELECT (a) ON p1 TO program_reader;
      GRANT SELECT ON p TO program_reader;
      COMMENT ON TABLE p1 IS 'y';`,
    statements: [
      "COMMENT ON COLUMN public.p1.a IS 'x'",
      "COMMENT ON TABLE public.p1 IS 'y'",
      'GRANT SELECT ON TABLE public.p TO program_reader',
      'GRANT SELECT (a) ON TABLE public.p1 TO program_reader',
    ],
    hazards: ['DB401'],
  },
  {
    title: 'grants on the sequences of identity and serial columns',
    before: `CREATE TABLE i (id int GENERATED ALWAYS AS IDENTITY, s serial);`,
    after: `CREATE TABLE i (id int GENERATED ALWAYS AS IDENTITY, s serial);
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO program_reader;`,
    statements: [
      'GRANT USAGE ON SEQUENCE public.i_id_seq TO program_reader',
      'GRANT USAGE ON SEQUENCE public.i_s_seq TO program_reader',
    ],
    hazards: ['DB401'],
  },
  {
    title: 'takes back what default privileges give away of the sequences of identity and serial columns',
    before: `ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO program_reader;`,
    after: `CREATE TABLE i (id int GENERATED ALWAYS AS IDENTITY, s serial);
      ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO program_reader;`,
    statements: [
      'CREATE SEQUENCE public.i_s_seq AS integer',
      'REVOKE USAGE ON SEQUENCE public.i_s_seq FROM program_reader',
      'CREATE TABLE public.i ( id integer GENERATED ALWAYS AS IDENTITY NOT NULL, s integer NOT NULL )',
      'REVOKE USAGE ON SEQUENCE public.i_id_seq FROM program_reader',
      "ALTER TABLE public.i ALTER COLUMN s SET DEFAULT nextval('public.i_s_seq'::regclass)",
      'ALTER SEQUENCE public.i_s_seq OWNED BY public.i.s',
    ],
  },
  {
    title: 'grants what declared default privileges gave to what was declared after them',
    before: ``,
    after: `ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO program_reader;
      CREATE SCHEMA s;
      ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT EXECUTE ON FUNCTIONS TO program_reader;
      CREATE TABLE k (a int);
      CREATE FUNCTION s.f() RETURNS int LANGUAGE sql AS 'select 1';
      CREATE TYPE s.e AS ENUM ('a');`,
    statements: [
      'CREATE SCHEMA s',
      "CREATE TYPE s.e AS ENUM ('a')",
      'CREATE TABLE public.k ( a integer )',
      'CREATE FUNCTION s.f() RETURNS integer LANGUAGE sql AS $function$select 1$function$',
      'GRANT EXECUTE ON FUNCTION s.f() TO program_reader',
      'GRANT SELECT ON TABLE public.k TO program_reader',
      'ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO program_reader',
      'ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT EXECUTE ON FUNCTIONS TO program_reader',
    ],
    hazards: ['DB401'],
  },
];
