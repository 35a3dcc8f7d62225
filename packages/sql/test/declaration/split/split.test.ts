import { assert } from 'chai';
import { splitFiles, splitStatements } from '../../../src/declaration/split/split.ts';
import type { Product } from '../../../src/session/session.ts';

function textsOf(product: Product, text: string): readonly string[] {
  const { statements, problems } = splitStatements(product, { path: 'a.sql', text });
  assert.deepEqual(problems, []);
  return statements.map((statement) => statement.text);
}

function problemsOf(product: Product, text: string): readonly string[] {
  const { problems } = splitStatements(product, { path: 'a.sql', text });
  return problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}

type Case = { readonly title: string; readonly text: string; readonly statements: readonly string[] };

const postgresCases: readonly Case[] = [
  { title: 'statements end with semicolons', text: 'SELECT 1; SELECT 2', statements: ['SELECT 1', 'SELECT 2'] },
  { title: 'nothing stands between two semicolons', text: ';; SELECT 1;;', statements: ['SELECT 1'] },
  { title: 'a comment is no statement', text: '-- one;\n/* two; */', statements: [] },
  { title: 'comments nest', text: '/* a /* b; */ c; */ SELECT 1;', statements: ['SELECT 1'] },
  { title: 'a comment inside stays', text: 'SELECT /* ; */ 1 -- ;\n;', statements: ['SELECT /* ; */ 1'] },
  {
    title: "a string may hold ';' and ''",
    text: "SELECT 'a;''b;'; SELECT 2",
    statements: ["SELECT 'a;''b;'", 'SELECT 2'],
  },
  { title: 'a backslash is a character', text: "SELECT 'a\\'; SELECT 2", statements: ["SELECT 'a\\'", 'SELECT 2'] },
  {
    title: "a backslash escapes in E''",
    text: "SELECT E'a\\';b'; SELECT 2",
    statements: ["SELECT E'a\\';b'", 'SELECT 2'],
  },
  {
    title: 'a quoted name may hold all',
    text: 'SELECT "a;""b--"; SELECT 2',
    statements: ['SELECT "a;""b--"', 'SELECT 2'],
  },
  { title: 'dollar quotes', text: 'SELECT $$a;b$$; SELECT 2', statements: ['SELECT $$a;b$$', 'SELECT 2'] },
  {
    title: 'tagged dollar quotes hold others',
    text: 'SELECT $q$ $$;$$ $r$;$r$ $q$; SELECT 2',
    statements: ['SELECT $q$ $$;$$ $r$;$r$ $q$', 'SELECT 2'],
  },
  {
    title: 'a dollar inside a name quotes nothing',
    text: 'SELECT a$b$c; SELECT $1;',
    statements: ['SELECT a$b$c', 'SELECT $1'],
  },
  {
    title: 'BEGIN ATOMIC holds statements, with CASE in them',
    text: 'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END; SELECT 3;',
    statements: [
      'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END',
      'SELECT 3',
    ],
  },
  {
    title: 'a rule holds statements in parentheses',
    text: 'CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2); SELECT 3;',
    statements: ['CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)', 'SELECT 3'],
  },
  {
    title: 'what pg_dump writes around a schema is left out',
    text: [
      '\\restrict abc',
      'SET statement_timeout = 0;',
      "SET client_encoding = 'UTF8';",
      'BEGIN;',
      'CREATE TABLE t ();',
      'COMMIT;',
      '\\unrestrict abc',
    ].join('\n'),
    statements: ['CREATE TABLE t ()'],
  },
];

const mysqlCases: readonly Case[] = [
  {
    title: 'a backslash escapes',
    text: 'SELECT \'a\\\';b\'; SELECT "c\\";"',
    statements: ["SELECT 'a\\';b'", 'SELECT "c\\";"'],
  },
  { title: 'names in backquotes', text: 'SELECT `a;``b`; SELECT 2', statements: ['SELECT `a;``b`', 'SELECT 2'] },
  { title: 'comments with # and with --', text: '# a;\n-- b;\n--\nSELECT 1--1;', statements: ['SELECT 1--1'] },
  {
    title: 'comments that the server runs stay',
    text: '/*!40101 CREATE */ VIEW v AS SELECT 1;',
    statements: ['/*!40101 CREATE */ VIEW v AS SELECT 1'],
  },
  {
    title: 'the first line of mariadb-dump',
    text: '/*M!999999\\- enable the sandbox mode */ \nSELECT 1;',
    statements: ['SELECT 1'],
  },
  {
    title: 'DELIMITER lines',
    text: 'DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END//\ndelimiter ;\nSELECT 3;',
    statements: ['CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END', 'SELECT 3'],
  },
  {
    title: 'a delimiter of dollars right behind END',
    text: 'DELIMITER $$\nCREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN SET @a = 1; END$$\nDELIMITER ;',
    statements: ['CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN SET @a = 1; END'],
  },
  {
    title: 'bodies without DELIMITER: blocks, CASE, IF, loops',
    text: [
      'CREATE PROCEDURE p(IN a INT)',
      'BEGIN',
      '  DECLARE CONTINUE HANDLER FOR NOT FOUND SET @done = 1;',
      '  IF a > 1 THEN SELECT IF(a, 1, 2); ELSEIF a = 0 THEN SELECT 2; END IF;',
      '  CASE a WHEN 1 THEN SELECT 1; ELSE BEGIN END; END CASE;',
      '  l: WHILE a > 0 DO SET a = CASE WHEN a THEN 1 END; END WHILE l;',
      '  REPEAT SET a = a + 1; UNTIL a > 3 END REPEAT;',
      "  SELECT REPEAT('x', 3);",
      'END;',
      'SELECT 2;',
    ].join('\n'),
    statements: [
      [
        'CREATE PROCEDURE p(IN a INT)',
        'BEGIN',
        '  DECLARE CONTINUE HANDLER FOR NOT FOUND SET @done = 1;',
        '  IF a > 1 THEN SELECT IF(a, 1, 2); ELSEIF a = 0 THEN SELECT 2; END IF;',
        '  CASE a WHEN 1 THEN SELECT 1; ELSE BEGIN END; END CASE;',
        '  l: WHILE a > 0 DO SET a = CASE WHEN a THEN 1 END; END WHILE l;',
        '  REPEAT SET a = a + 1; UNTIL a > 3 END REPEAT;',
        "  SELECT REPEAT('x', 3);",
        'END',
      ].join('\n'),
      'SELECT 2',
    ],
  },
  {
    title: 'an IF that is the whole body',
    text: 'CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW IF NEW.a THEN SET NEW.b = 1; END IF; SELECT 2;',
    statements: ['CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW IF NEW.a THEN SET NEW.b = 1; END IF', 'SELECT 2'],
  },
  {
    title: 'CREATE TABLE IF NOT EXISTS opens nothing',
    text: 'CREATE TABLE IF NOT EXISTS t (a INT); SELECT 1;',
    statements: ['CREATE TABLE IF NOT EXISTS t (a INT)', 'SELECT 1'],
  },
  {
    title: 'a column called after a routine',
    text: 'CREATE TABLE t (event INT, `begin` INT); SELECT 1;',
    statements: ['CREATE TABLE t (event INT, `begin` INT)', 'SELECT 1'],
  },
  {
    title: 'what mysqldump writes around a schema is left out',
    text: [
      '/*!40101 SET @saved_cs_client     = @@character_set_client */;',
      'LOCK TABLES `t` WRITE;',
      '/*!40000 ALTER TABLE `t` DISABLE KEYS */;',
      'UNLOCK TABLES;',
      'CREATE TABLE t (a INT);',
    ].join('\n'),
    statements: ['CREATE TABLE t (a INT)'],
  },
];

describe('cutting SQL into statements', () => {
  describe('of PostgreSQL', () => {
    for (const { title, text, statements } of postgresCases) {
      it(title, () => assert.deepEqual(textsOf('postgres', text), statements));
    }
  });

  describe('of MySQL and MariaDB', () => {
    for (const { title, text, statements } of mysqlCases) {
      it(title, () => assert.deepEqual(textsOf('mariadb', text), statements));
    }
  });

  it('tells where each statement begins', () => {
    const text = '-- head\r\n\nSELECT 1;\n  SELECT\n 2;';
    const { statements } = splitStatements('postgres', { path: 'a.sql', text });
    assert.deepEqual(
      statements.map(({ line, column, offset }) => ({ line, column, at: text.slice(offset, offset + 6) })),
      [
        { line: 3, column: 1, at: 'SELECT' },
        { line: 4, column: 3, at: 'SELECT' },
      ],
    );
  });

  it('keeps the settings that are in force with each statement, and forgets them with the file', () => {
    const { statements } = splitFiles('postgres', [
      {
        path: 'a.sql',
        text: 'SELECT 1; SET search_path = app; SELECT 2; SET search_path TO crm; SELECT 3; RESET search_path; SELECT 4;',
      },
      { path: 'b.sql', text: "SELECT pg_catalog.set_config('search_path', '', false); SELECT 5;" },
      { path: 'c.sql', text: 'SELECT 6;' },
    ]);
    assert.deepEqual(
      statements.map(({ settings }) => settings),
      [
        [],
        ['SET search_path = app'],
        ['SET search_path TO crm'],
        [],
        ["SELECT pg_catalog.set_config('search_path', '', false)"],
        [],
      ],
    );
  });

  it('keeps the sql_mode of routines in a dump of MariaDB, until the former is put back', () => {
    const { statements } = splitStatements('mariadb', {
      path: 'a.sql',
      text: [
        '/*!50003 SET @saved_sql_mode = @@sql_mode */ ;',
        "/*!50003 SET sql_mode = 'ANSI' */ ;",
        'CREATE VIEW a AS SELECT 1;',
        '/*!50003 SET sql_mode = @saved_sql_mode */ ;',
        'CREATE VIEW b AS SELECT 1;',
      ].join('\n'),
    });
    assert.deepEqual(
      statements.map(({ settings }) => settings),
      [["/*!50003 SET sql_mode = 'ANSI' */"], []],
    );
  });

  it('takes \\i and \\ir of files that the declaration has anyway', () => {
    const { problems } = splitFiles('postgres', [
      { path: 'schema/all.sql', text: '\\i schema/a.sql\n\\ir a.sql\n\\ir ../types/b.sql\n\\i a.sql' },
      { path: 'schema/a.sql', text: 'SELECT 1;' },
      { path: 'types/b.sql', text: 'SELECT 2;' },
    ]);
    assert.deepEqual(problems, []);
  });

  it('refuses what a declaration cannot hold, at its place', () => {
    assert.deepEqual(problemsOf('postgres', 'SELECT 1;\n\\i other.sql'), [
      'a.sql:2:1 other.sql is not a file of this declaration, so it is not loaded.',
    ]);
    assert.deepEqual(problemsOf('postgres', '\\connect app'), [
      'a.sql:1:1 \\connect has no place in a declaration: the database is the one of the resource.',
    ]);
    assert.deepEqual(problemsOf('postgres', '\\set ON_ERROR_STOP on'), [
      'a.sql:1:1 \\set is a command of psql, which does not read this file.',
    ]);
    assert.deepEqual(problemsOf('postgres', 'COPY t (a) FROM stdin;\n1\n;\n\\.\nSELECT 1;\nSET ROLE x;'), [
      'a.sql:1:1 A declaration says what the database looks like, not which rows it holds.',
      'a.sql:6:1 SET ROLE has no place in a declaration: objects belong to the account that applies it.',
    ]);
    assert.deepEqual(problemsOf('mariadb', 'USE app;\nROLLBACK;'), [
      'a.sql:1:1 USE has no place in a declaration: the database is the one of the resource.',
      'a.sql:2:1 A declaration takes nothing back.',
    ]);
  });

  it('tells what is opened and never closed', () => {
    assert.deepEqual(problemsOf('postgres', "SELECT 1;\nSELECT 'a;"), ['a.sql:2:8 This string is never closed.']);
    assert.deepEqual(problemsOf('postgres', 'DO $do$ x $$'), ['a.sql:1:4 This string $do$ is never closed.']);
    assert.deepEqual(problemsOf('postgres', '/* /* */ SELECT 1;'), ['a.sql:1:1 This comment is never closed.']);
    assert.deepEqual(problemsOf('mariadb', 'SELECT `a'), ['a.sql:1:8 This quoted name is never closed.']);
  });

  it('cuts a large file without getting slow', () => {
    const body = "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT 'x;' $$;\n";
    const text = body.repeat(20_000);
    const before = performance.now();
    const { statements } = splitStatements('postgres', { path: 'a.sql', text });
    assert.lengthOf(statements, 20_000);
    assert.isBelow(performance.now() - before, 5_000);
  });
});
