import type { RelationCase } from './relation-case.ts';

const careful = { indexes: 'concurrently', constraints: 'not_valid' } as const;

export const constraintCases: readonly RelationCase[] = [
  {
    title: 'adds constraints carefully',
    before: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (a int NOT NULL, b int, c int4range);',
    after:
      'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (a int NOT NULL PRIMARY KEY, b int REFERENCES p ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, c int4range, CONSTRAINT k CHECK (b > 0), CONSTRAINT u UNIQUE NULLS NOT DISTINCT (b) INCLUDE (a) WITH (fillfactor = 70), CONSTRAINT x EXCLUDE USING gist (c WITH &&) WHERE (a > 0));',
    online: careful,
    statements: [
      'ALTER TABLE public.t ADD CONSTRAINT k CHECK ((b > 0)) NOT VALID',
      'ALTER TABLE public.t VALIDATE CONSTRAINT k',
      'ALTER TABLE public.t ADD CONSTRAINT t_b_fkey FOREIGN KEY (b) REFERENCES public.p(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED NOT VALID',
      'ALTER TABLE public.t VALIDATE CONSTRAINT t_b_fkey',
      'CREATE UNIQUE INDEX CONCURRENTLY t_pkey ON public.t (a)',
      'ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey',
      `CREATE UNIQUE INDEX CONCURRENTLY u ON public.t (b) INCLUDE (a) NULLS NOT DISTINCT WITH (fillfactor='70')`,
      'ALTER TABLE public.t ADD CONSTRAINT u UNIQUE USING INDEX u',
      'ALTER TABLE public.t ADD CONSTRAINT x EXCLUDE USING gist (c WITH &&) WHERE ((a > 0))',
    ],
    hazards: ['DB102', 'DB201', 'DB205', 'DB206'],
  },
  {
    title: 'adds constraints plainly',
    before: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (a int, b int);',
    after:
      'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES p, CONSTRAINT k CHECK (b > 0), UNIQUE (b));',
    statements: [
      'ALTER TABLE public.t ALTER COLUMN a SET NOT NULL',
      'ALTER TABLE public.t ADD CONSTRAINT k CHECK ((b > 0))',
      'ALTER TABLE public.t ADD CONSTRAINT t_b_fkey FOREIGN KEY (b) REFERENCES public.p(id)',
      'ALTER TABLE public.t ADD CONSTRAINT t_b_key UNIQUE (b)',
      'ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (a)',
    ],
    hazards: ['DB102', 'DB201', 'DB202', 'DB204', 'DB205'],
  },
  {
    title: 'renames constraints and indexes of equal definition',
    before:
      'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (a int CONSTRAINT k1 CHECK (a > 0), b int CONSTRAINT f1 REFERENCES p, CONSTRAINT u1 UNIQUE (a)); CREATE INDEX i1 ON t (b); CREATE STATISTICS s1 ON a, b FROM t;',
    after:
      'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (a int CONSTRAINT k2 CHECK (a > 0), b int CONSTRAINT f2 REFERENCES p, CONSTRAINT u2 UNIQUE (a)); CREATE INDEX i2 ON t (b); CREATE STATISTICS s2 ON a, b FROM t;',
    statements: [
      'ALTER TABLE public.t RENAME CONSTRAINT f1 TO f2',
      'ALTER TABLE public.t RENAME CONSTRAINT k1 TO k2',
      'ALTER TABLE public.t RENAME CONSTRAINT u1 TO u2',
      'ALTER INDEX public.i1 RENAME TO i2',
      'ALTER STATISTICS public.s1 RENAME TO s2',
    ],
  },
  {
    title: 'gives constraints another definition carefully',
    before:
      'CREATE TABLE p (id int, z int, CONSTRAINT p_pkey PRIMARY KEY (id)); CREATE TABLE t (a int, b int, CONSTRAINT k CHECK (a > 0), CONSTRAINT f FOREIGN KEY (a) REFERENCES p);',
    after:
      'CREATE TABLE p (id int, z int, CONSTRAINT p_pkey PRIMARY KEY (id) INCLUDE (z)); CREATE TABLE t (a int, b int, CONSTRAINT k CHECK (a > 1), CONSTRAINT f FOREIGN KEY (a) REFERENCES p ON UPDATE CASCADE);',
    online: careful,
    statements: [
      'ALTER TABLE public.t DROP CONSTRAINT f',
      'CREATE UNIQUE INDEX CONCURRENTLY _setpoint_key_3ffdd450d744 ON public.p (id) INCLUDE (z)',
      'ALTER TABLE public.p DROP CONSTRAINT p_pkey, ADD CONSTRAINT p_pkey PRIMARY KEY USING INDEX _setpoint_key_3ffdd450d744',
      'ALTER TABLE public.t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES public.p(id) ON UPDATE CASCADE NOT VALID',
      'ALTER TABLE public.t VALIDATE CONSTRAINT f',
      'ALTER TABLE public.t DROP CONSTRAINT k',
      'ALTER TABLE public.t ADD CONSTRAINT k CHECK ((a > 1)) NOT VALID',
      'ALTER TABLE public.t VALIDATE CONSTRAINT k',
    ],
    hazards: ['DB102', 'DB205', 'DB206'],
  },
  {
    title: 'gives a primary key other columns carefully',
    before: 'CREATE TABLE t (a int PRIMARY KEY, b int NOT NULL);',
    after: 'CREATE TABLE t (a int NOT NULL, b int NOT NULL, PRIMARY KEY (b, a));',
    online: careful,
    statements: [
      'CREATE UNIQUE INDEX CONCURRENTLY _setpoint_key_0be30d199a91 ON public.t (b, a)',
      'ALTER TABLE public.t DROP CONSTRAINT t_pkey, ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX _setpoint_key_0be30d199a91',
    ],
    hazards: ['DB102', 'DB205', 'DB206'],
  },
  {
    title: 'gives constraints another definition plainly',
    before: 'CREATE TABLE t (a int, b int NOT NULL, PRIMARY KEY (a), CONSTRAINT k CHECK (a > 0));',
    after: 'CREATE TABLE t (a int NOT NULL, b int NOT NULL, PRIMARY KEY (b), CONSTRAINT k CHECK (a > 1));',
    statements: [
      'ALTER TABLE public.t DROP CONSTRAINT k',
      'ALTER TABLE public.t ADD CONSTRAINT k CHECK ((a > 1))',
      'ALTER TABLE public.t DROP CONSTRAINT t_pkey',
      'ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (b)',
    ],
    hazards: ['DB102', 'DB201', 'DB204', 'DB205', 'DB501'],
  },
  {
    title: 'changes when a constraint is checked, and whether it is',
    before:
      'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (a int REFERENCES p, b int UNIQUE, c int, d int); ALTER TABLE t ADD CONSTRAINT k CHECK (c > 0) NOT VALID, ADD CONSTRAINT l CHECK (d > 0);',
    after:
      'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (a int REFERENCES p DEFERRABLE INITIALLY DEFERRED, b int UNIQUE DEFERRABLE, c int, d int); ALTER TABLE t ADD CONSTRAINT k CHECK (c > 0), ADD CONSTRAINT l CHECK (d > 0) NOT VALID;',
    statements: [
      'ALTER TABLE public.t VALIDATE CONSTRAINT k',
      'ALTER TABLE public.t ALTER CONSTRAINT t_a_fkey DEFERRABLE INITIALLY DEFERRED',
      'ALTER TABLE public.t DROP CONSTRAINT l',
      'ALTER TABLE public.t ADD CONSTRAINT l CHECK ((d > 0)) NOT VALID',
      'ALTER TABLE public.t DROP CONSTRAINT t_b_key',
      'ALTER TABLE public.t ADD CONSTRAINT t_b_key UNIQUE (b) DEFERRABLE',
    ],
    hazards: ['DB102', 'DB201', 'DB205', 'DB501'],
  },
  {
    title: 'drops a primary key and lets its column be NULL',
    before: 'CREATE TABLE t (a int PRIMARY KEY);',
    after: 'CREATE TABLE t (a int);',
    statements: ['ALTER TABLE public.t DROP CONSTRAINT t_pkey', 'ALTER TABLE public.t ALTER COLUMN a DROP NOT NULL'],
  },
  {
    title: 'makes tables that refer to each other and to themselves',
    before: '',
    after:
      'CREATE TABLE a (id int PRIMARY KEY, b int, up int REFERENCES a); CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a); ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b;',
    statements: [
      'CREATE TABLE public.a ( id integer NOT NULL, b integer, up integer, CONSTRAINT a_pkey PRIMARY KEY (id), CONSTRAINT a_up_fkey FOREIGN KEY (up) REFERENCES public.a(id) )',
      'CREATE TABLE public.b ( id integer NOT NULL, a integer, CONSTRAINT b_pkey PRIMARY KEY (id) )',
      'ALTER TABLE public.a ADD CONSTRAINT a_b_fkey FOREIGN KEY (b) REFERENCES public.b(id)',
      'ALTER TABLE public.b ADD CONSTRAINT b_a_fkey FOREIGN KEY (a) REFERENCES public.a(id)',
    ],
  },
  {
    title: 'drops tables that refer to each other',
    before:
      'CREATE TABLE a (id int PRIMARY KEY, b int, up int REFERENCES a); CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a); ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b;',
    after: '',
    statements: [
      'ALTER TABLE public.a DROP CONSTRAINT a_b_fkey',
      'ALTER TABLE public.b DROP CONSTRAINT b_a_fkey',
      'DROP TABLE public.a',
      'DROP TABLE public.b',
    ],
    hazards: ['DB101'],
  },
  {
    title: 'replaces the key that a foreign key stands on',
    before:
      'CREATE TABLE p (id int NOT NULL, CONSTRAINT u UNIQUE (id)); CREATE TABLE t (a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id));',
    after:
      'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id));',
    statements: [
      'ALTER TABLE public.p ADD CONSTRAINT p_pkey PRIMARY KEY (id)',
      'ALTER TABLE public.t DROP CONSTRAINT f',
      'ALTER TABLE public.p DROP CONSTRAINT u',
      'ALTER TABLE public.t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES public.p(id)',
    ],
    hazards: ['DB102', 'DB201', 'DB202', 'DB205'],
  },
  {
    title: 'builds, changes and drops indexes carefully',
    before: 'CREATE TABLE t (a int, b text); CREATE INDEX old ON t (a); CREATE UNIQUE INDEX same ON t (a);',
    after:
      'CREATE TABLE t (a int, b text); CREATE INDEX new ON t (lower(b) text_pattern_ops DESC NULLS LAST) INCLUDE (a) WITH (fillfactor = 80) WHERE a > 0; CREATE UNIQUE INDEX same ON t (a, b) NULLS NOT DISTINCT;',
    online: careful,
    statements: [
      `CREATE INDEX CONCURRENTLY new ON public.t USING btree (lower(b) text_pattern_ops DESC NULLS LAST) INCLUDE (a) WITH (fillfactor='80') WHERE (a > 0)`,
      'CREATE UNIQUE INDEX CONCURRENTLY _setpoint_index_896fc7b4825e ON public.t USING btree (a, b) NULLS NOT DISTINCT',
      'DROP INDEX public.same',
      'ALTER INDEX public._setpoint_index_896fc7b4825e RENAME TO same',
      'DROP INDEX CONCURRENTLY public.old',
    ],
    hazards: ['DB102', 'DB205', 'DB206'],
  },
  {
    title: 'builds, changes and drops indexes plainly',
    before: 'CREATE TABLE t (a int, b text, live boolean); CREATE INDEX old ON t (a); CREATE INDEX same ON t (a);',
    after:
      'CREATE TABLE t (a int, b text, live boolean); CREATE INDEX new ON t USING hash (b) WHERE live; CREATE INDEX same ON t USING brin (a) WITH (pages_per_range = 4);',
    statements: [
      'CREATE INDEX new ON public.t USING hash (b) WHERE live',
      `CREATE INDEX _setpoint_index_896fc7b4825e ON public.t USING brin (a) WITH (pages_per_range='4')`,
      'DROP INDEX public.same',
      'ALTER INDEX public._setpoint_index_896fc7b4825e RENAME TO same',
      'DROP INDEX public.old',
    ],
    hazards: ['DB202', 'DB205'],
  },
  {
    title: 'changes what is said of an index',
    before:
      'CREATE TABLE t (a int NOT NULL, b int NOT NULL); CREATE INDEX i ON t (a) WITH (fillfactor = 70); CREATE UNIQUE INDEX u ON t (b); CREATE INDEX c ON t (a, b); CLUSTER t USING c; ALTER TABLE t REPLICA IDENTITY FULL;',
    after:
      'CREATE TABLE t (a int NOT NULL, b int NOT NULL); CREATE INDEX i ON t (a) WITH (deduplicate_items = off); CREATE UNIQUE INDEX u ON t (b); CREATE INDEX c ON t (a, b); CLUSTER t USING i; ALTER TABLE t REPLICA IDENTITY USING INDEX u;',
    statements: [
      'ALTER TABLE public.t SET WITHOUT CLUSTER',
      `ALTER INDEX public.i SET (deduplicate_items='off')`,
      'ALTER INDEX public.i RESET (fillfactor)',
      'ALTER TABLE public.t CLUSTER ON i',
      'ALTER TABLE public.t REPLICA IDENTITY USING INDEX u',
    ],
    hazards: ['DB602'],
  },
  {
    title: 'gives back the usual replica identity',
    before:
      'CREATE TABLE t (b int NOT NULL); CREATE UNIQUE INDEX u ON t (b); ALTER TABLE t REPLICA IDENTITY USING INDEX u, CLUSTER ON u;',
    after: 'CREATE TABLE t (b int NOT NULL); CREATE UNIQUE INDEX u ON t (b);',
    statements: ['ALTER TABLE public.t REPLICA IDENTITY DEFAULT', 'ALTER TABLE public.t SET WITHOUT CLUSTER'],
    hazards: ['DB602'],
  },
  {
    title: 'turns a unique index into a constraint and back',
    before: 'CREATE TABLE t (a int, b int CONSTRAINT t_b_key UNIQUE); CREATE UNIQUE INDEX t_a_key ON t (a);',
    after: 'CREATE TABLE t (a int CONSTRAINT t_a_key UNIQUE, b int); CREATE UNIQUE INDEX t_b_key ON t (b);',
    statements: [
      'DROP INDEX public.t_a_key',
      'ALTER TABLE public.t ADD CONSTRAINT t_a_key UNIQUE (a)',
      'ALTER TABLE public.t DROP CONSTRAINT t_b_key',
      'CREATE UNIQUE INDEX t_b_key ON public.t USING btree (b)',
    ],
    hazards: ['DB102', 'DB201', 'DB202', 'DB205'],
  },
  {
    title: 'keeps indexes, grants and comments of a materialised view',
    before: `CREATE TABLE t (a int); CREATE MATERIALIZED VIEW m AS SELECT a FROM t; CREATE INDEX mi ON m (a); COMMENT ON MATERIALIZED VIEW m IS 'kept';`,
    after: `CREATE TABLE t (a bigint); CREATE MATERIALIZED VIEW m AS SELECT a FROM t; CREATE INDEX mi ON m (a); COMMENT ON MATERIALIZED VIEW m IS 'kept';`,
    online: careful,
    statements: [
      'DROP MATERIALIZED VIEW public.m',
      'ALTER TABLE public.t ALTER COLUMN a TYPE bigint',
      'ANALYZE public.t (a)',
      'CREATE MATERIALIZED VIEW public.m AS SELECT t.a FROM public.t',
      'CREATE INDEX mi ON public.m USING btree (a)',
      `COMMENT ON MATERIALIZED VIEW public.m IS 'kept'`,
    ],
    hazards: ['DB203', 'DB302'],
  },
  {
    title: 'clears away what a broken-off change of an index and of a key left',
    before: `
      CREATE TABLE t (a int CONSTRAINT k PRIMARY KEY, b int NOT NULL); CREATE INDEX i ON t (a);
      CREATE INDEX _setpoint_index_13d32d24f05b ON t (b, a); CREATE UNIQUE INDEX _setpoint_key_683fdcc1c52c ON t (a, b);`,
    after: 'CREATE TABLE t (a int, b int NOT NULL, CONSTRAINT k PRIMARY KEY (a, b)); CREATE INDEX i ON t (b);',
    online: careful,
    statements: [
      'DROP INDEX CONCURRENTLY public._setpoint_key_683fdcc1c52c',
      'CREATE UNIQUE INDEX CONCURRENTLY _setpoint_key_683fdcc1c52c ON public.t (a, b)',
      'ALTER TABLE public.t DROP CONSTRAINT k, ADD CONSTRAINT k PRIMARY KEY USING INDEX _setpoint_key_683fdcc1c52c',
      'DROP INDEX CONCURRENTLY public._setpoint_index_13d32d24f05b',
      'CREATE INDEX CONCURRENTLY _setpoint_index_13d32d24f05b ON public.t USING btree (b)',
      'DROP INDEX public.i',
      'ALTER INDEX public._setpoint_index_13d32d24f05b RENAME TO i',
    ],
    hazards: ['DB102', 'DB205', 'DB206'],
  },
];
