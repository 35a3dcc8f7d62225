import type { ProgramCase } from './program-case.ts';

const base = `CREATE TABLE books (id integer PRIMARY KEY, title text, pages integer);`;

/** Triggers and rewrite rules. */
export const triggerCases: readonly ProgramCase[] = [
  {
    title: 'replaces a trigger, and sets when it fires',
    before: `${base} CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
      CREATE TRIGGER tg BEFORE INSERT ON books FOR EACH ROW EXECUTE FUNCTION tf(); CREATE TRIGGER tx AFTER DELETE ON books EXECUTE FUNCTION tf();`,
    after: `${base} CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
      CREATE TRIGGER tg BEFORE INSERT OR UPDATE OF pages ON books FOR EACH ROW WHEN (new.pages > 0) EXECUTE FUNCTION tf('x');
      CREATE TRIGGER tx AFTER DELETE ON books EXECUTE FUNCTION tf(); ALTER TABLE books ENABLE ALWAYS TRIGGER tg; ALTER TABLE books DISABLE TRIGGER tx;`,
    statements: [
      "CREATE OR REPLACE TRIGGER tg BEFORE INSERT OR UPDATE OF pages ON public.books FOR EACH ROW WHEN ((new.pages > 0)) EXECUTE FUNCTION public.tf('x')",
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
