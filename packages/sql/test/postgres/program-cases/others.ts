import type { ProgramCase } from './program-case.ts';

const base = `CREATE TABLE books (id integer PRIMARY KEY, title text, pages integer);`;

/** Comments and extensions. */
export const otherCases: readonly ProgramCase[] = [
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
