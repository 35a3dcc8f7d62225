import type { WayCase } from '../way-case.ts';

/** Columns: places, types, defaults, generated ones, names. */
export const columnCases: readonly WayCase[] = [
  {
    title: 'adds columns at their places, and tells those that inserts must name from then on',
    before: 'CREATE TABLE t (id int PRIMARY KEY, z int)',
    after: `CREATE TABLE t (first int, id int PRIMARY KEY, a varchar(5) DEFAULT 'x', b int NOT NULL, z int, c timestamp NOT NULL DEFAULT current_timestamp())`,
    rows: 'INSERT INTO t VALUES (1, 2)',
    ask: 'SELECT id, a, b, z FROM t',
    statements: [
      "ALTER TABLE `t` ADD COLUMN `first` int(11) DEFAULT NULL FIRST, ADD COLUMN `a` varchar(5) DEFAULT 'x' AFTER `id`, ADD COLUMN `b` int(11) NOT NULL AFTER `a`, ADD COLUMN `c` timestamp NOT NULL DEFAULT current_timestamp() AFTER `z`, ALGORITHM=INSTANT",
    ],
    hazards: ['DB302'],
    answer: [{ id: 1, a: 'x', b: 0, z: 2 }],
  },
  {
    title: 'changes a default by itself, and nothing else of the column',
    before: `CREATE TABLE t (a int DEFAULT 1, b varchar(9) DEFAULT 'x', c int DEFAULT 3, j json)`,
    after: `CREATE TABLE t (a int DEFAULT -2, b varchar(9) DEFAULT 'it''s \\\\', c int, j json DEFAULT '[]')`,
    statements: [
      "ALTER TABLE `t` ALTER COLUMN `a` SET DEFAULT -2, ALTER COLUMN `b` SET DEFAULT 'it''s \\\\', ALTER COLUMN `c` SET DEFAULT NULL, ALTER COLUMN `j` SET DEFAULT '[]', ALGORITHM=INSTANT",
    ],
  },
  {
    title: 'widens a text instantly, but not across the byte of its length',
    before: 'CREATE TABLE t (a varchar(20), b varchar(50), c varbinary(300))',
    after: 'CREATE TABLE t (a varchar(500), b varchar(100), c varbinary(400))',
    rows: `INSERT INTO t VALUES ('a', 'b', 'c')`,
    ask: 'SELECT a, b FROM t',
    statements: [
      'ALTER TABLE `t` MODIFY COLUMN `a` varchar(500) DEFAULT NULL, MODIFY COLUMN `b` varchar(100) DEFAULT NULL, MODIFY COLUMN `c` varbinary(400) DEFAULT NULL',
    ],
    hazards: ['DB202', 'DB203'],
    answer: [{ a: 'a', b: 'b' }],
  },
  {
    title: 'narrows only with leave',
    before: 'CREATE TABLE t (id bigint PRIMARY KEY, a varchar(50), b int)',
    after: `CREATE TABLE t (id int PRIMARY KEY, a varchar(10) NOT NULL DEFAULT '', b smallint unsigned)`,
    rows: `INSERT INTO t VALUES (1, 'x', 2)`,
    ask: 'SELECT * FROM t',
    statements: [
      "ALTER TABLE `t` MODIFY COLUMN `id` int(11) NOT NULL, MODIFY COLUMN `a` varchar(10) NOT NULL DEFAULT '', MODIFY COLUMN `b` smallint(5) unsigned DEFAULT NULL",
    ],
    hazards: ['DB101', 'DB102', 'DB202', 'DB203'],
    answer: [{ id: 1, a: 'x', b: 2 }],
  },
  {
    title: 'appends members to enum and set instantly, and copies for others',
    before: `CREATE TABLE t (s enum('a','b') NOT NULL, z set('x'), o enum('a','b'))`,
    after: `CREATE TABLE t (s enum('a','b','c,d','e''f') NOT NULL, z set('x','y'), o enum('b','a'))`,
    rows: `INSERT INTO t VALUES ('a','x','b')`,
    ask: 'SELECT * FROM t',
    statements: [
      "ALTER TABLE `t` MODIFY COLUMN `s` enum('a','b','c,d','e''f') NOT NULL, MODIFY COLUMN `z` set('x','y') DEFAULT NULL, MODIFY COLUMN `o` enum('b','a') DEFAULT NULL",
    ],
    hazards: ['DB202', 'DB203'],
    answer: [{ s: 'a', z: 'x', o: 'b' }],
  },
  {
    title: 'makes columns of generated ones anew where the server cannot change them',
    before:
      'CREATE TABLE t (id int PRIMARY KEY, a int, g int AS (a + 1) VIRTUAL, h int AS (a + 2) STORED, KEY g (g), KEY h (h))',
    after:
      'CREATE TABLE t (id int PRIMARY KEY, a int, g int AS (a + 1) STORED, h int AS (a + 2) VIRTUAL, KEY g (g), KEY h (h))',
    rows: 'INSERT INTO t (id, a) VALUES (1, 1)',
    ask: 'SELECT * FROM t',
    statements: [
      'ALTER TABLE `t` ADD COLUMN `g` int(11) GENERATED ALWAYS AS (`a` + 1) STORED AFTER `a`, ADD COLUMN `h` int(11) GENERATED ALWAYS AS (`a` + 2) VIRTUAL AFTER `g`, DROP INDEX `g`, DROP INDEX `h`, DROP COLUMN `g`, ADD KEY `g` (`g`), DROP COLUMN `h`, ADD KEY `h` (`h`)',
    ],
    hazards: ['DB202', 'DB203', 'DB205'],
    answer: [{ id: 1, a: 1, g: 2, h: 3 }],
  },
  {
    title: 'changes expressions of generated columns to new columns',
    before: 'CREATE TABLE t (id int PRIMARY KEY, a int, g int AS (a + 1) VIRTUAL, h int AS (a + 2) STORED, KEY g (g))',
    after:
      'CREATE TABLE t (id int PRIMARY KEY, b int, a int, g int AS (a + b) VIRTUAL, h int AS (a * b) STORED, KEY g (g))',
    statements: [
      'ALTER TABLE `t` ADD COLUMN `b` int(11) DEFAULT NULL AFTER `id`, MODIFY COLUMN `g` int(11) GENERATED ALWAYS AS (`a` + `b`) VIRTUAL, MODIFY COLUMN `h` int(11) GENERATED ALWAYS AS (`a` * `b`) STORED',
    ],
    hazards: ['DB202', 'DB203'],
  },
  {
    title: 'makes a stored column plain and keeps its values',
    before: 'CREATE TABLE t (id int PRIMARY KEY, h int AS (id + 2) STORED)',
    after: 'CREATE TABLE t (id int PRIMARY KEY, h int)',
    rows: 'INSERT INTO t (id) VALUES (1)',
    ask: 'SELECT * FROM t',
    statements: ['ALTER TABLE `t` MODIFY COLUMN `h` int(11) DEFAULT NULL'],
    hazards: ['DB202', 'DB203'],
    answer: [{ id: 1, h: 3 }],
  },
  {
    title: 'renames columns, with keys of other tables, triggers and views, and leaves equal words alone',
    before: `CREATE TABLE p (user_id int PRIMARY KEY, mail varchar(9) COMMENT 'mail', CHECK (mail <> '')); CREATE TABLE c (pid int, CONSTRAINT f FOREIGN KEY (pid) REFERENCES p (user_id)); CREATE TRIGGER g BEFORE INSERT ON p FOR EACH ROW SET NEW.mail = 'mail'; CREATE VIEW v AS SELECT mail FROM p`,
    after: `CREATE TABLE p (id int PRIMARY KEY, -- @renamed from=user_id
 email varchar(9) COMMENT 'mail', -- @renamed from=mail
 CHECK (email <> '')); CREATE TABLE c (pid int, CONSTRAINT f FOREIGN KEY (pid) REFERENCES p (id)); CREATE TRIGGER g BEFORE INSERT ON p FOR EACH ROW SET NEW.email = 'mail'; CREATE VIEW v AS SELECT email FROM p`,
    rows: `INSERT INTO p VALUES (1, 'a')`,
    ask: 'SELECT id, email FROM p',
    statements: [
      'ALTER TABLE `p` RENAME COLUMN `user_id` TO `id`',
      'ALTER TABLE `p` RENAME COLUMN `mail` TO `email`',
      'CREATE OR REPLACE VIEW `v` AS select `p`.`email` AS `email` from `p`',
      `CREATE OR REPLACE TRIGGER g BEFORE INSERT ON p FOR EACH ROW SET NEW.email = 'mail'`,
    ],
    hazards: ['DB302'],
    answer: [{ id: 1, email: 'mail' }],
  },
  {
    title: 'takes names and values with quotes of every sort',
    before:
      "CREATE TABLE `a``b` (`x``y` int PRIMARY KEY, `select` int, q varchar(3) DEFAULT '`q`', KEY `k'1` (`select`))",
    after:
      "CREATE TABLE `a``b` (`x``y` bigint PRIMARY KEY, `from;` int COMMENT 'a;b''c`d\"e', q varchar(4) DEFAULT ';`''', KEY `k'1` (`from;`, q(2)), CONSTRAINT `c``k` CHECK (`from;` <> 3)) COMMENT = '/* */ -- x'; CREATE TABLE `日本語のテーブル名は長い` (a int)",
    statements: [
      "ALTER TABLE `a``b` ADD COLUMN `from;` int(11) DEFAULT NULL COMMENT 'a;b''c`d\"e' AFTER `x``y`, COMMENT='/* */ -- x', MODIFY COLUMN `x``y` bigint(20) NOT NULL, MODIFY COLUMN `q` varchar(4) DEFAULT ';`''', DROP INDEX `k'1`, ADD KEY `k'1` (`from;`,`q`(2)), ADD CONSTRAINT `c``k` CHECK (`from;` <> 3), DROP COLUMN `select`",
      'CREATE TABLE `日本語のテーブル名は長い` ( `a` int(11) DEFAULT NULL ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci',
    ],
    hazards: ['DB101', 'DB102', 'DB202', 'DB203', 'DB205'],
  },
];
