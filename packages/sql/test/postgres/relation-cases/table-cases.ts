import type { RelationCase } from './relation-case.ts';

const careful = { indexes: 'concurrently', constraints: 'not_valid' } as const;

export const tableCases: readonly RelationCase[] = [
  {
    title: 'changes what is said of a table',
    before: 'CREATE TABLE t (a int) WITH (fillfactor = 70, autovacuum_enabled = off);',
    after:
      'CREATE UNLOGGED TABLE t (a int) WITH (fillfactor = 80, toast.autovacuum_enabled = off); ALTER TABLE t ENABLE ROW LEVEL SECURITY; ALTER TABLE t FORCE ROW LEVEL SECURITY; ALTER TABLE t REPLICA IDENTITY NOTHING;',
    statements: [
      'ALTER TABLE public.t SET UNLOGGED',
      `ALTER TABLE public.t SET (fillfactor='80')`,
      'ALTER TABLE public.t RESET (autovacuum_enabled)',
      'ALTER TABLE public.t ENABLE ROW LEVEL SECURITY',
      'ALTER TABLE public.t FORCE ROW LEVEL SECURITY',
      'ALTER TABLE public.t REPLICA IDENTITY NOTHING',
    ],
    hazards: ['DB203', 'DB401', 'DB602'],
  },
  {
    title: 'makes a table with all there is',
    before: '',
    after:
      'CREATE TYPE pt AS (a int, b text); CREATE TABLE ty OF pt (a WITH OPTIONS DEFAULT 4, PRIMARY KEY (a)); CREATE UNLOGGED TABLE t (a int DEFAULT 1, b text COMPRESSION pglz COLLATE "C", CONSTRAINT k CHECK (a > 0) NO INHERIT) WITH (fillfactor = 70); ALTER TABLE t ALTER b SET STORAGE external, ALTER a SET STATISTICS 5, ENABLE ROW LEVEL SECURITY; ALTER TABLE t REPLICA IDENTITY FULL; CREATE TABLE h (c int) INHERITS (t); CREATE TABLE e ();',
    statements: [
      'CREATE TYPE public.pt AS (a integer, b text)',
      'CREATE TABLE public.e ()',
      `CREATE UNLOGGED TABLE public.t ( a integer DEFAULT 1, b text COMPRESSION pglz COLLATE pg_catalog."C", CONSTRAINT k CHECK ((a > 0)) NO INHERIT ) WITH (fillfactor='70')`,
      'ALTER TABLE public.t ALTER COLUMN a SET STATISTICS 5',
      'ALTER TABLE public.t ALTER COLUMN b SET STORAGE EXTERNAL',
      'ALTER TABLE public.t ENABLE ROW LEVEL SECURITY',
      'ALTER TABLE public.t REPLICA IDENTITY FULL',
      'CREATE TABLE public.h ( c integer ) INHERITS (public.t)',
      'CREATE TABLE public.ty OF public.pt ( a WITH OPTIONS DEFAULT 4 NOT NULL, CONSTRAINT ty_pkey PRIMARY KEY (a) )',
    ],
  },
  {
    title: 'renames a table with what belongs to it',
    before:
      'CREATE TABLE old (id serial PRIMARY KEY, n int CHECK (n > 0)); CREATE INDEX old_n_idx ON old (n); INSERT INTO old (n) VALUES (1), (2);',
    after: `-- setpoint:renamed_from old
CREATE TABLE new (id serial PRIMARY KEY, n int CHECK (n > 0)); CREATE INDEX new_n_idx ON new (n);`,
    statements: [
      'ALTER TABLE public.old RENAME TO new',
      'ALTER TABLE public.new RENAME CONSTRAINT old_n_check TO new_n_check',
      'ALTER TABLE public.new RENAME CONSTRAINT old_pkey TO new_pkey',
      'ALTER INDEX public.old_n_idx RENAME TO new_n_idx',
      'ALTER SEQUENCE public.old_id_seq RENAME TO new_id_seq',
      `ALTER TABLE public.new ALTER COLUMN id SET DEFAULT nextval('public.new_id_seq'::regclass)`,
    ],
    hazards: ['DB302'],
  },
  {
    title: 'makes heirs and orphans',
    before:
      'CREATE TABLE b (a int); CREATE TABLE b2 (z int); CREATE TABLE h (c int) INHERITS (b); CREATE TABLE o (a int);',
    after:
      'CREATE TABLE b (a int, n text); CREATE TABLE b2 (z int); CREATE TABLE h (c int, z int) INHERITS (b, b2); CREATE TABLE o (a int, n text) INHERITS (b);',
    statements: [
      'ALTER TABLE public.h ADD COLUMN z integer',
      'ALTER TABLE public.h INHERIT public.b2',
      'ALTER TABLE public.o ADD COLUMN n text',
      'ALTER TABLE public.o INHERIT public.b',
      'ALTER TABLE public.b ADD COLUMN n text',
    ],
  },
  {
    title: 'makes a partitioned table with parts of parts',
    before: '',
    after: `CREATE TABLE p (k int NOT NULL, d date, t text, PRIMARY KEY (k, d)) PARTITION BY RANGE (d); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY LIST (k); CREATE TABLE p1a PARTITION OF p1 FOR VALUES IN (1, 2); CREATE TABLE pd PARTITION OF p DEFAULT; CREATE INDEX pi ON p (t); CREATE TABLE r (k int, d date, FOREIGN KEY (k, d) REFERENCES p);`,
    statements: [
      'CREATE TABLE public.p ( k integer NOT NULL, d date NOT NULL, t text, CONSTRAINT p_pkey PRIMARY KEY (k, d) ) PARTITION BY RANGE (d)',
      `CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY LIST (k)`,
      'CREATE TABLE public.p1a PARTITION OF public.p1 FOR VALUES IN (1, 2)',
      'CREATE TABLE public.pd PARTITION OF public.p DEFAULT',
      'CREATE TABLE public.r ( k integer, d date )',
      'ALTER TABLE public.r ADD CONSTRAINT r_k_d_fkey FOREIGN KEY (k, d) REFERENCES public.p(k, d)',
      'CREATE INDEX pi ON public.p USING btree (t)',
    ],
  },
  {
    title: 'adds and drops partitions',
    before:
      'CREATE TABLE p (k int) PARTITION BY LIST (k); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE INDEX ON p (k);',
    after:
      'CREATE TABLE p (k int) PARTITION BY LIST (k); CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2); CREATE INDEX ON p (k);',
    statements: ['DROP TABLE public.p1', 'CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES IN (2)'],
    hazards: ['DB101'],
  },
  {
    title: 'attaches and detaches tables',
    before:
      'CREATE TABLE p (k int DEFAULT 3, t text, CHECK (k > 0)) PARTITION BY LIST (k); CREATE TABLE out PARTITION OF p FOR VALUES IN (1); CREATE TABLE "in" (k int DEFAULT 3, t text, CONSTRAINT p_k_check CHECK (k > 0)); INSERT INTO "in" VALUES (2);',
    after:
      'CREATE TABLE p (k int DEFAULT 3, t text, CHECK (k > 0)) PARTITION BY LIST (k); CREATE TABLE out (k int DEFAULT 3, t text, CONSTRAINT p_k_check CHECK (k > 0)); CREATE TABLE "in" PARTITION OF p FOR VALUES IN (2);',
    statements: [
      'ALTER TABLE public.p DETACH PARTITION public."out"',
      'ALTER TABLE public.p ATTACH PARTITION public."in" FOR VALUES IN (2)',
    ],
    hazards: ['DB102', 'DB204', 'DB302'],
  },
  {
    title: 'moves the bounds of a partition',
    before:
      'CREATE TABLE p (k int) PARTITION BY RANGE (k); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (10);',
    after: 'CREATE TABLE p (k int) PARTITION BY RANGE (k); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (20);',
    statements: [
      'ALTER TABLE public.p DETACH PARTITION public.p1',
      'ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES FROM (1) TO (20)',
    ],
    hazards: ['DB102', 'DB204', 'DB302'],
  },
  {
    title: 'adds an index and constraints to a partitioned table in use',
    before:
      'CREATE TABLE o (id int PRIMARY KEY); CREATE TABLE p (k int, t text) PARTITION BY LIST (k); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
    after:
      'CREATE TABLE o (id int PRIMARY KEY); CREATE TABLE p (k int REFERENCES o, t text, UNIQUE (k), CHECK (k > 0)) PARTITION BY LIST (k); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE INDEX pi ON p (t);',
    online: careful,
    statements: [
      'ALTER TABLE public.p ADD CONSTRAINT p_k_check CHECK ((k > 0)) NOT VALID',
      'ALTER TABLE public.p VALIDATE CONSTRAINT p_k_check',
      'ALTER TABLE public.p ADD CONSTRAINT p_k_fkey FOREIGN KEY (k) REFERENCES public.o(id)',
      'ALTER TABLE public.p ADD CONSTRAINT p_k_key UNIQUE (k)',
      'CREATE INDEX pi ON ONLY public.p USING btree (t)',
      'CREATE INDEX CONCURRENTLY p1_t_idx ON public.p1 USING btree (t)',
      'ALTER INDEX public.pi ATTACH PARTITION public.p1_t_idx',
    ],
    hazards: ['DB102', 'DB201', 'DB202', 'DB205', 'DB206'],
  },
  {
    title: 'makes, changes and drops sequences',
    before:
      'CREATE SEQUENCE gone; CREATE SEQUENCE s AS smallint CACHE 5; CREATE SEQUENCE d INCREMENT -1; CREATE TABLE t (a int); CREATE SEQUENCE o OWNED BY t.a;',
    after:
      'CREATE SEQUENCE s AS int START 5 MINVALUE 2 CYCLE; CREATE SEQUENCE d INCREMENT -2 MINVALUE -100; CREATE TABLE t (a int, b int); CREATE SEQUENCE o OWNED BY t.b; CREATE SEQUENCE n AS int INCREMENT 3 CACHE 2 NO CYCLE;',
    statements: [
      'ALTER SEQUENCE public.d INCREMENT BY -2 MINVALUE -100',
      'CREATE SEQUENCE public.n AS integer INCREMENT BY 3 CACHE 2',
      `SELECT pg_catalog.setval('public.s', 5, false) FROM public.s WHERE last_value < 2`,
      'ALTER SEQUENCE public.s AS integer MINVALUE 2 MAXVALUE 2147483647 START WITH 5 CACHE 1 CYCLE',
      'ALTER TABLE public.t ADD COLUMN b integer',
      'ALTER SEQUENCE public.o OWNED BY public.t.b',
      'DROP SEQUENCE public.gone',
    ],
    hazards: ['DB101'],
  },
  {
    title: 'makes, changes and drops extended statistics',
    before:
      'CREATE TABLE t (a int, b int, c text); CREATE STATISTICS gone ON a, b FROM t; CREATE STATISTICS s ON a, c FROM t; CREATE STATISTICS k (mcv) ON a, b FROM t;',
    after:
      'CREATE TABLE t (a int, b int, c text); CREATE STATISTICS s (ndistinct) ON a, lower(c) FROM t; CREATE STATISTICS k (mcv) ON a, b FROM t; ALTER STATISTICS k SET STATISTICS 50;',
    statements: [
      'ALTER STATISTICS public.k SET STATISTICS 50',
      'DROP STATISTICS public.gone',
      'DROP STATISTICS public.s',
      'CREATE STATISTICS public.s (ndistinct) ON a, lower(c) FROM public.t',
    ],
  },
  {
    title: 'makes and drops schemas with what is in them',
    before: 'CREATE SCHEMA gone; CREATE TABLE gone.t (a int); CREATE TABLE r (a int);',
    after:
      'CREATE SCHEMA "New one"; CREATE TABLE "New one".t (a int PRIMARY KEY); CREATE TABLE r (a int REFERENCES "New one".t);',
    statements: [
      'CREATE SCHEMA "New one"',
      'CREATE TABLE "New one".t ( a integer NOT NULL, CONSTRAINT t_pkey PRIMARY KEY (a) )',
      'ALTER TABLE public.r ADD CONSTRAINT r_a_fkey FOREIGN KEY (a) REFERENCES "New one".t(a)',
      'DROP TABLE gone.t',
      'DROP SCHEMA gone',
    ],
    hazards: ['DB101', 'DB102', 'DB202'],
  },
  {
    title: 'calls functions in defaults, checks, indexes and generated columns',
    before: '',
    after: `CREATE FUNCTION f(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1 + 1'; CREATE DOMAIN pos AS int CHECK (VALUE > 0); CREATE TABLE t (a int DEFAULT f(1) CHECK (f(a) > 0), b int GENERATED ALWAYS AS (f(a)) STORED, c pos); CREATE INDEX i ON t (f(a));`,
    statements: [
      'CREATE DOMAIN public.pos AS integer CONSTRAINT pos_check CHECK ((VALUE > 0))',
      'CREATE FUNCTION public.f(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $function$SELECT $1 + 1$function$',
      'CREATE TABLE public.t ( a integer DEFAULT public.f(1), b integer GENERATED ALWAYS AS (public.f(a)) STORED, c public.pos, CONSTRAINT t_a_check CHECK ((public.f(a) > 0)) )',
      'CREATE INDEX i ON public.t USING btree (public.f(a))',
    ],
  },
  {
    title: 'keeps columns whose type goes, and partitions whose table goes',
    before: `CREATE TYPE mood AS ENUM ('a', 'b'); CREATE SEQUENCE s; CREATE TABLE t (m mood DEFAULT 'a', n int DEFAULT nextval('s')); INSERT INTO t VALUES ('b'); CREATE TABLE p (k int) PARTITION BY LIST (k); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);`,
    after: `CREATE TABLE t (m text DEFAULT 'a', n int DEFAULT 3); CREATE TABLE p1 (k int);`,
    statements: [
      'ALTER TABLE public.p DETACH PARTITION public.p1',
      'ALTER TABLE public.t ALTER COLUMN n SET DEFAULT 3',
      'ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT',
      'ALTER TABLE public.t ALTER COLUMN m TYPE text',
      'ANALYZE public.t (m)',
      'DROP TABLE public.p',
      'DROP SEQUENCE public.s',
      'DROP TYPE public.mood',
      `ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'a'::text`,
    ],
    hazards: ['DB101', 'DB203', 'DB302'],
  },
  {
    title: 'puts one partition in the place of others',
    before:
      'CREATE TABLE p (k int) PARTITION BY RANGE (k); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (5); CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (5) TO (9);',
    after:
      'CREATE TABLE p (k int) PARTITION BY RANGE (k); CREATE TABLE a PARTITION OF p FOR VALUES FROM (1) TO (9); CREATE TABLE p2 (k int);',
    statements: [
      'ALTER TABLE public.p DETACH PARTITION public.p2',
      'DROP TABLE public.p1',
      'CREATE TABLE public.a PARTITION OF public.p FOR VALUES FROM (1) TO (9)',
    ],
    hazards: ['DB101', 'DB302'],
  },
  {
    title: 'renames a schema with what is in it',
    before:
      'CREATE SCHEMA old; CREATE TABLE old.t (id serial PRIMARY KEY, n int REFERENCES old.t); CREATE INDEX i ON old.t (n); CREATE VIEW old.v AS SELECT id FROM old.t; INSERT INTO old.t VALUES (1, 1);',
    after: `-- setpoint:renamed_from old
CREATE SCHEMA fresh; CREATE TABLE fresh.t (id serial PRIMARY KEY, n int REFERENCES fresh.t); CREATE INDEX i ON fresh.t (n); CREATE VIEW fresh.v AS SELECT id FROM fresh.t;`,
    statements: [
      'ALTER SCHEMA old RENAME TO fresh',
      `ALTER TABLE fresh.t ALTER COLUMN id SET DEFAULT nextval('fresh.t_id_seq'::regclass)`,
    ],
    hazards: ['DB302'],
  },
  {
    title: 'gives partitions defaults and NOT NULLs of their own',
    before:
      'CREATE TABLE p (k int DEFAULT 1, n int DEFAULT 2, t text) PARTITION BY LIST (k); CREATE TABLE p1 PARTITION OF p (n DEFAULT 5, t NOT NULL) FOR VALUES IN (1); CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);',
    after: `CREATE TABLE p (k int DEFAULT 1, n int DEFAULT 2, t text) PARTITION BY LIST (k); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2); ALTER TABLE p2 ALTER n DROP DEFAULT, ALTER t SET NOT NULL, ALTER t SET DEFAULT 'x'; CREATE TABLE p3 PARTITION OF p (k DEFAULT 3, t NOT NULL) FOR VALUES IN (3);`,
    statements: [
      'CREATE TABLE public.p3 PARTITION OF public.p FOR VALUES IN (3)',
      'ALTER TABLE public.p2 ALTER COLUMN n DROP DEFAULT',
      `ALTER TABLE public.p2 ALTER COLUMN t SET DEFAULT 'x'::text`,
      'ALTER TABLE public.p2 ALTER COLUMN t SET NOT NULL',
      'ALTER TABLE public.p3 ALTER COLUMN k SET DEFAULT 3',
      'ALTER TABLE public.p3 ALTER COLUMN t SET NOT NULL',
      'ALTER TABLE public.p1 ALTER COLUMN n SET DEFAULT 2',
      'ALTER TABLE public.p1 ALTER COLUMN t DROP NOT NULL',
    ],
    hazards: ['DB102', 'DB204'],
  },
  {
    title: 'asks for duplicates before it builds a unique index',
    before: `CREATE TABLE t (a int, b text); INSERT INTO t VALUES (NULL, 'x'), (NULL, 'x'), (-1, 'y'), (-1, 'z');`,
    after: 'CREATE TABLE t (a int, b text); CREATE UNIQUE INDEX u ON t (a, lower(b)) WHERE a > 0 OR a IS NULL;',
    online: careful,
    statements: [
      'CREATE UNIQUE INDEX CONCURRENTLY u ON public.t USING btree (a, lower(b)) WHERE ((a > 0) OR (a IS NULL))',
    ],
    hazards: ['DB102', 'DB205', 'DB206'],
  },
  {
    title: 'builds a unique index over parts of parts carefully',
    before: `
      CREATE TABLE p (k int, t text) PARTITION BY LIST (k); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1) PARTITION BY RANGE (t);
      CREATE TABLE p1a PARTITION OF p1 DEFAULT; CREATE TABLE "P 2" PARTITION OF p FOR VALUES IN (2);`,
    after: `
      CREATE TABLE p (k int, t text) PARTITION BY LIST (k); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1) PARTITION BY RANGE (t);
      CREATE TABLE p1a PARTITION OF p1 DEFAULT; CREATE TABLE "P 2" PARTITION OF p FOR VALUES IN (2);
      CREATE UNIQUE INDEX pu ON p (k, t);`,
    online: careful,
    statements: [
      'CREATE UNIQUE INDEX pu ON ONLY public.p USING btree (k, t)',
      'CREATE UNIQUE INDEX CONCURRENTLY "P 2_k_t_idx" ON public."P 2" USING btree (k, t)',
      'ALTER INDEX public.pu ATTACH PARTITION public."P 2_k_t_idx"',
      'CREATE UNIQUE INDEX p1_k_t_idx ON ONLY public.p1 USING btree (k, t)',
      'CREATE UNIQUE INDEX CONCURRENTLY p1a_k_t_idx ON public.p1a USING btree (k, t)',
      'ALTER INDEX public.p1_k_t_idx ATTACH PARTITION public.p1a_k_t_idx',
      'ALTER INDEX public.pu ATTACH PARTITION public.p1_k_t_idx',
    ],
    hazards: ['DB102', 'DB205', 'DB206'],
  },
  {
    title: 'builds an index at once beside partitions that come and go',
    before: 'CREATE TABLE p (k int) PARTITION BY LIST (k); CREATE TABLE gone PARTITION OF p FOR VALUES IN (5);',
    after:
      'CREATE TABLE p (k int) PARTITION BY LIST (k); CREATE TABLE p3 PARTITION OF p FOR VALUES IN (3); CREATE INDEX pi ON p (k);',
    online: careful,
    statements: [
      'CREATE INDEX pi ON public.p USING btree (k)',
      'DROP TABLE public.gone',
      'CREATE TABLE public.p3 PARTITION OF public.p FOR VALUES IN (3)',
    ],
    hazards: ['DB101', 'DB202', 'DB205'],
  },
  {
    title: 'leaves a column to the heir that declares it for itself',
    before:
      'CREATE TABLE b (a int, e int DEFAULT 4); CREATE TABLE h (c int) INHERITS (b); CREATE TABLE k () INHERITS (b);',
    after:
      'CREATE TABLE b (a int); CREATE TABLE h (c int, e int DEFAULT 4) INHERITS (b); CREATE TABLE k () INHERITS (b);',
    statements: [
      'ALTER TABLE public.h ALTER COLUMN e SET DEFAULT 4',
      'ALTER TABLE ONLY public.b DROP COLUMN e',
      'ALTER TABLE public.k DROP COLUMN e',
    ],
    hazards: ['DB101', 'DB302'],
  },
];
