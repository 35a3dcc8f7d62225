import type { ProgramCase } from './program-case.ts';

const base = `CREATE TABLE books (id integer PRIMARY KEY, title text, pages integer);`;

/** Views and materialised views. */
export const viewCases: readonly ProgramCase[] = [
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
