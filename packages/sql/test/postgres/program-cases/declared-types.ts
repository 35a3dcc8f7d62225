import type { ProgramCase } from './program-case.ts';

const moods = `CREATE TYPE mood AS ENUM ('low', 'high');`;

/** Enumerated types, domains, composite types and ranges. */
export const typeCases: readonly ProgramCase[] = [
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
    title: 'gives a label another name as declared, and knows its defaults and views by it',
    before: `CREATE TYPE mood AS ENUM ('low', 'tall'); CREATE TABLE t (m mood DEFAULT 'tall', CHECK (m <> 'tall')); CREATE VIEW v AS SELECT m FROM t WHERE m = 'tall';`,
    after: `CREATE TYPE mood AS ENUM (
  'low',
  'high' -- setpoint:renamed_from tall
);
CREATE TABLE t (m mood DEFAULT 'high', CHECK (m <> 'high')); CREATE VIEW v AS SELECT m FROM t WHERE m = 'high';`,
    statements: ["ALTER TYPE public.mood RENAME VALUE 'tall' TO 'high'"],
    hazards: ['DB302'],
  },
  {
    title: 'takes a label away by way of a new type, under a default, an index, a check, an array and a view',
    before: `CREATE TYPE mood AS ENUM ('low', 'mid', 'high'); COMMENT ON TYPE mood IS 'how'; GRANT USAGE ON TYPE mood TO program_reader;
      CREATE TABLE t (id integer, m mood DEFAULT 'low', ms mood[], CONSTRAINT c CHECK (m <> 'high')); CREATE INDEX i ON t (m) WHERE m = 'low'; CREATE VIEW v AS SELECT m FROM t;
      INSERT INTO t VALUES (1, 'low', '{high}');`,
    after: `CREATE TYPE mood AS ENUM ('low', 'high'); COMMENT ON TYPE mood IS 'how'; GRANT USAGE ON TYPE mood TO program_reader;
      CREATE TABLE t (id integer, m mood DEFAULT 'low', ms mood[], CONSTRAINT c CHECK (m <> 'high')); CREATE INDEX i ON t (m) WHERE m = 'low'; CREATE VIEW v AS SELECT m FROM t;`,
    statements: [
      'DROP INDEX public.i',
      'DROP VIEW public.v',
      'ALTER TABLE public.t DROP CONSTRAINT c',
      'ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT',
      'ALTER TYPE public.mood RENAME TO _setpoint_type_8b00f7f1b935',
      "CREATE TYPE public.mood AS ENUM ('low', 'high')",
      'ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood',
      'ALTER TABLE public.t ALTER COLUMN ms TYPE public.mood[] USING ms::text[]::public.mood[]',
      'DROP TYPE public._setpoint_type_8b00f7f1b935',
      "COMMENT ON TYPE public.mood IS 'how'",
      'GRANT USAGE ON TYPE public.mood TO program_reader',
      "ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'low'::public.mood",
      "ALTER TABLE public.t ADD CONSTRAINT c CHECK ((m <> 'high'::public.mood))",
      'CREATE VIEW public.v AS SELECT t.m FROM public.t',
      "CREATE INDEX i ON public.t USING btree (m) WHERE (m = 'low'::public.mood)",
    ],
    hazards: ['DB102', 'DB202', 'DB203', 'DB204', 'DB205', 'DB501'],
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
      'ALTER DOMAIN public.d DROP CONSTRAINT gone',
      'ALTER DOMAIN public.d SET DEFAULT 2',
      'ALTER DOMAIN public.d SET NOT NULL',
      'ALTER DOMAIN public.d ADD CONSTRAINT c CHECK ((VALUE < 99)) NOT VALID',
      'ALTER DOMAIN public.d VALIDATE CONSTRAINT c',
      "COMMENT ON CONSTRAINT c ON DOMAIN public.d IS 'not too much'",
    ],
    hazards: ['DB102', 'DB204'],
  },
  {
    title: 'gives a domain another base type by way of a new domain',
    before: `CREATE DOMAIN d AS integer CONSTRAINT a CHECK (VALUE > 0); CREATE TABLE t (x d DEFAULT 5); INSERT INTO t VALUES (3);`,
    after: `CREATE DOMAIN d AS bigint CONSTRAINT a CHECK (VALUE > 0); CREATE TABLE t (x d DEFAULT 5);`,
    statements: [
      'ALTER TABLE public.t ALTER COLUMN x DROP DEFAULT',
      'ALTER TYPE public.d RENAME TO _setpoint_type_26cc73f70aca',
      'CREATE DOMAIN public.d AS bigint CONSTRAINT a CHECK ((VALUE > 0))',
      'ALTER TABLE public.t ALTER COLUMN x TYPE public.d USING x::text::public.d',
      'DROP TYPE public._setpoint_type_26cc73f70aca',
      'ALTER TABLE public.t ALTER COLUMN x SET DEFAULT 5',
    ],
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
    statements: [
      'ALTER TYPE public.pair RENAME TO _setpoint_type_c40be736cfa4',
      'CREATE TYPE public.pair AS (a bigint, b text)',
      'ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING p::text::public.pair',
      'DROP TYPE public._setpoint_type_c40be736cfa4',
    ],
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
