import type { WayCase } from '../way-case.ts';

/** Tables, their character sets and options, sequences. */
export const tableCases: readonly WayCase[] = [
  {
    title: 'turns a table and its columns into another character set',
    before: `CREATE TABLE t (id int, a varchar(20), c enum('x','y'), d char(3) CHARACTER SET ascii) DEFAULT CHARSET=latin1`,
    after: `CREATE TABLE t (id int, a varchar(20), c enum('x','y'), d char(3) CHARACTER SET ascii) DEFAULT CHARSET=utf8mb4`,
    rows: `INSERT INTO t VALUES (1, 'ä', 'x', 'c')`,
    ask: 'SELECT * FROM t',
    statements: [
      "ALTER TABLE `t` DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci, MODIFY COLUMN `a` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci DEFAULT NULL, MODIFY COLUMN `c` enum('x','y') CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci DEFAULT NULL",
    ],
    hazards: ['DB202', 'DB203'],
    answer: [{ id: 1, a: 'ä', c: 'x', d: 'c' }],
  },
  {
    title: 'changes the default of a table and leaves its columns',
    before: 'CREATE TABLE t (a varchar(20) CHARACTER SET latin1) DEFAULT CHARSET=latin1',
    after:
      'CREATE TABLE t (a varchar(20) CHARACTER SET latin1, z varchar(3)) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci',
    statements: [
      'ALTER TABLE `t` ADD COLUMN `z` varchar(3) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci DEFAULT NULL AFTER `a`, DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_unicode_ci, ALGORITHM=INSTANT',
    ],
  },
  {
    title: 'loses characters only with leave',
    before: 'CREATE TABLE t (a varchar(20)) DEFAULT CHARSET=utf8mb4',
    after: 'CREATE TABLE t (a varchar(20)) DEFAULT CHARSET=latin1',
    statements: [
      'ALTER TABLE `t` DEFAULT CHARACTER SET=latin1 COLLATE=latin1_swedish_ci, MODIFY COLUMN `a` varchar(20) CHARACTER SET latin1 COLLATE latin1_swedish_ci DEFAULT NULL',
    ],
    hazards: ['DB101', 'DB202', 'DB203'],
  },
  {
    title: 'changes comment, row format and other options',
    before: `CREATE TABLE t (id int PRIMARY KEY) COMMENT='one' ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8 STATS_PERSISTENT=1`,
    after: `CREATE TABLE t (id int PRIMARY KEY) COMMENT='tw''o' AVG_ROW_LENGTH=100`,
    statements: [
      "ALTER TABLE `t` COMMENT='tw''o', AVG_ROW_LENGTH=100, KEY_BLOCK_SIZE=0, ROW_FORMAT=DEFAULT, STATS_PERSISTENT=DEFAULT, DROP PRIMARY KEY, ADD PRIMARY KEY (`id`)",
    ],
    hazards: ['DB202', 'DB203'],
  },
  {
    title: 'changes the engine',
    before: 'CREATE TABLE t (id int PRIMARY KEY, a text, FULLTEXT x (a)) ENGINE=MyISAM CHECKSUM=1',
    after: 'CREATE TABLE t (id int PRIMARY KEY, a text, FULLTEXT x (a)) ENGINE=InnoDB',
    rows: `INSERT INTO t VALUES (1, 'a')`,
    ask: 'SELECT * FROM t',
    statements: ['ALTER TABLE `t` ENGINE=InnoDB, CHECKSUM=0'],
    hazards: ['DB202', 'DB203', 'DB302'],
    answer: [{ id: 1, a: 'a' }],
  },
  {
    title: 'renames a table with all that refers to it',
    before:
      'CREATE TABLE p (id int PRIMARY KEY, a int, KEY k (a), CHECK (a > 0)); CREATE TABLE c (pid int, CONSTRAINT f FOREIGN KEY (pid) REFERENCES p (id)); CREATE VIEW v AS SELECT a FROM p',
    after: `CREATE TABLE people ( -- @renamed from=p
 id int PRIMARY KEY, a int, KEY k (a), CHECK (a > 0)); CREATE TABLE c (pid int, CONSTRAINT f FOREIGN KEY (pid) REFERENCES people (id)); CREATE VIEW v AS SELECT a FROM people`,
    rows: 'INSERT INTO p VALUES (1, 1)',
    ask: 'SELECT * FROM people',
    statements: [
      'RENAME TABLE `p` TO `people`',
      'CREATE OR REPLACE VIEW `v` AS select `people`.`a` AS `a` from `people`',
    ],
    hazards: ['DB302'],
    answer: [{ id: 1, a: 1 }],
  },
  {
    title: 'begins to keep the history of a table',
    before: 'CREATE TABLE t (id int PRIMARY KEY, a int)',
    after: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int WITHOUT SYSTEM VERSIONING) WITH SYSTEM VERSIONING',
    rows: 'INSERT INTO t VALUES (1, 1)',
    ask: 'SELECT id, a FROM t',
    statements: [
      'ALTER TABLE `t` ADD SYSTEM VERSIONING',
      'SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE `t` ADD COLUMN `b` int(11) DEFAULT NULL WITHOUT SYSTEM VERSIONING AFTER `a`, ALGORITHM=INSTANT',
    ],
    hazards: ['DB202', 'DB203'],
    answer: [{ id: 1, a: 1 }],
  },
  {
    title: 'ends keeping the history of a table',
    before: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int) WITH SYSTEM VERSIONING',
    after: 'CREATE TABLE t (id int PRIMARY KEY, a bigint)',
    statements: [
      'ALTER TABLE `t` DROP SYSTEM VERSIONING',
      'SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE `t` MODIFY COLUMN `a` bigint(20) DEFAULT NULL, DROP COLUMN `b`',
    ],
    hazards: ['DB101', 'DB202', 'DB203'],
  },
  {
    title: 'gives a table a period',
    before: 'CREATE TABLE t (id int, s date NOT NULL, e date NOT NULL)',
    after:
      'CREATE TABLE t (id int, s date NOT NULL, e date NOT NULL, PERIOD FOR app (s, e), UNIQUE u (id, app WITHOUT OVERLAPS))',
    statements: ['ALTER TABLE `t` ADD PERIOD FOR `app` (`s`, `e`), ADD UNIQUE KEY `u` (`id`,`app` WITHOUT OVERLAPS)'],
    hazards: ['DB102', 'DB202', 'DB203', 'DB205'],
  },
  {
    title: 'changes sequences and what takes values from them',
    before: 'CREATE SEQUENCE s1; CREATE TABLE t (id bigint NOT NULL DEFAULT nextval(s1) PRIMARY KEY)',
    after:
      'CREATE SEQUENCE s1 INCREMENT 3 CACHE 20 CYCLE MAXVALUE 1000; CREATE SEQUENCE s2 NOCACHE MINVALUE -5 START -5; CREATE TABLE t (id bigint NOT NULL DEFAULT nextval(s2) PRIMARY KEY); CREATE VIEW v AS SELECT nextval(s1) AS n, id FROM t',
    statements: [
      'ALTER SEQUENCE `s1` MAXVALUE 1000 INCREMENT BY 3 CACHE 20 CYCLE',
      'CREATE SEQUENCE `s2` START WITH -5 MINVALUE -5 MAXVALUE 9223372036854775806 INCREMENT BY 1 NOCACHE NOCYCLE ENGINE=InnoDB',
      'ALTER TABLE `t` ALTER COLUMN `id` SET DEFAULT nextval(`s2`), ALGORITHM=INSTANT',
      'CREATE VIEW `v` AS select nextval(`s1`) AS `n`,`t`.`id` AS `id` from `t`',
    ],
  },
];
