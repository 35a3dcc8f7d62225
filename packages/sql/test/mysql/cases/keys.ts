import type { WayCase } from '../way-case.ts';

/** Indexes, primary and foreign keys, checks. */
export const keyCases: readonly WayCase[] = [
  {
    title: 'adds a counting column with its key',
    before: 'CREATE TABLE t (a int NOT NULL)',
    after: 'CREATE TABLE t (id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, a int NOT NULL)',
    rows: 'INSERT INTO t VALUES (7), (8)',
    ask: 'SELECT count(DISTINCT id) AS n, sum(a) AS total FROM t',
    statements: ['ALTER TABLE `t` ADD COLUMN `id` bigint(20) NOT NULL AUTO_INCREMENT FIRST, ADD PRIMARY KEY (`id`)'],
    hazards: ['DB102', 'DB202', 'DB203', 'DB205'],
    answer: [{ n: '2', total: '15' }],
  },
  {
    title: 'moves the primary key and the counter at once',
    before: 'CREATE TABLE t (a int NOT NULL AUTO_INCREMENT PRIMARY KEY, b int NOT NULL)',
    after: 'CREATE TABLE t (a int NOT NULL AUTO_INCREMENT, b int NOT NULL, PRIMARY KEY (b, a), KEY a (a))',
    rows: 'INSERT INTO t VALUES (1, 1), (2, 2)',
    ask: 'SELECT * FROM t',
    statements: [
      'ALTER TABLE `t` DROP PRIMARY KEY, ADD PRIMARY KEY (`b`,`a`), ADD KEY `a` (`a`), ALGORITHM=INPLACE, LOCK=NONE',
    ],
    hazards: ['DB102', 'DB203', 'DB205'],
    answer: [
      { a: 1, b: 1 },
      { a: 2, b: 2 },
    ],
  },
  {
    title: 'takes the counter and the key away together',
    before: 'CREATE TABLE t (id int NOT NULL AUTO_INCREMENT PRIMARY KEY)',
    after: 'CREATE TABLE t (id int NOT NULL)',
    statements: ['ALTER TABLE `t` DROP PRIMARY KEY, MODIFY COLUMN `id` int(11) NOT NULL'],
    hazards: ['DB202', 'DB203'],
  },
  {
    title: 'changes the types on both sides of a foreign key',
    before:
      'CREATE TABLE parents (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, code varchar(20) NOT NULL, UNIQUE KEY codes (code));CREATE TABLE c (p int unsigned, CONSTRAINT f FOREIGN KEY (p) REFERENCES parents (id))',
    after:
      'CREATE TABLE parents (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, code varchar(20) NOT NULL, UNIQUE KEY codes (code));CREATE TABLE c (p bigint unsigned, CONSTRAINT f FOREIGN KEY (p) REFERENCES parents (id))',
    rows: `INSERT INTO parents VALUES (1, 'a'); INSERT INTO c VALUES (1)`,
    ask: 'SELECT p FROM c',
    statements: [
      'ALTER TABLE `c` DROP FOREIGN KEY `f`, ALGORITHM=INSTANT',
      'ALTER TABLE `c` MODIFY COLUMN `p` bigint(20) unsigned DEFAULT NULL',
      'ALTER TABLE `parents` MODIFY COLUMN `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT',
      'ALTER TABLE `c` ADD CONSTRAINT `f` FOREIGN KEY (`p`) REFERENCES `parents` (`id`)',
    ],
    hazards: ['DB102', 'DB202', 'DB203'],
    answer: [{ p: '1' }],
  },
  {
    title: 'replaces the index that the server made for a foreign key',
    before:
      'CREATE TABLE parents (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, code varchar(20) NOT NULL, UNIQUE KEY codes (code));CREATE TABLE c (p int unsigned, q int, FOREIGN KEY (p) REFERENCES parents (id))',
    after:
      'CREATE TABLE parents (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, code varchar(20) NOT NULL, UNIQUE KEY codes (code));CREATE TABLE c (p int unsigned, q int, KEY pq (p, q), FOREIGN KEY (p) REFERENCES parents (id))',
    statements: ['ALTER TABLE `c` ADD KEY `pq` (`p`,`q`), DROP INDEX `p`, ALGORITHM=INPLACE, LOCK=NONE'],
    hazards: ['DB205'],
  },
  {
    title: 'keeps the index that the server made for a foreign key beside a new one',
    before:
      'CREATE TABLE parents (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, code varchar(20) NOT NULL, UNIQUE KEY codes (code));CREATE TABLE c (p int unsigned, q int, FOREIGN KEY (p) REFERENCES parents (id))',
    after:
      'CREATE TABLE parents (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, code varchar(20) NOT NULL, UNIQUE KEY codes (code));CREATE TABLE c (p int unsigned, q int, KEY p (p), KEY pq (p, q), FOREIGN KEY (p) REFERENCES parents (id))',
    statements: [
      'ALTER TABLE `c` DROP INDEX `p`, ADD KEY `p` (`p`), ADD KEY `pq` (`p`,`q`), ALGORITHM=INPLACE, LOCK=NONE',
    ],
    hazards: ['DB205'],
  },
  {
    title: 'lets a foreign key refer to another table',
    before:
      'CREATE TABLE parents (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, code varchar(20) NOT NULL, UNIQUE KEY codes (code));CREATE TABLE others (id int unsigned PRIMARY KEY); CREATE TABLE c (p int unsigned, FOREIGN KEY (p) REFERENCES others (id))',
    after:
      'CREATE TABLE parents (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, code varchar(20) NOT NULL, UNIQUE KEY codes (code));CREATE TABLE c (p int unsigned, FOREIGN KEY (p) REFERENCES parents (id))',
    statements: [
      'ALTER TABLE `c` DROP FOREIGN KEY `c_ibfk_1`, ALGORITHM=INSTANT',
      'DROP TABLE `others`',
      'ALTER TABLE `c` DROP INDEX `p`, ADD KEY `p` (`p`), ADD CONSTRAINT `c_ibfk_1` FOREIGN KEY (`p`) REFERENCES `parents` (`id`)',
    ],
    hazards: ['DB101', 'DB102', 'DB202', 'DB203'],
  },
  {
    title: 'makes tables that refer to each other',
    before: '',
    after:
      'CREATE TABLE a (id int PRIMARY KEY, b int, KEY fa (b)); CREATE TABLE b (id int PRIMARY KEY, a int, CONSTRAINT fb FOREIGN KEY (a) REFERENCES a (id)); ALTER TABLE a ADD CONSTRAINT fa FOREIGN KEY (b) REFERENCES b (id)',
    statements: [
      'CREATE TABLE `a` ( `id` int(11) NOT NULL, `b` int(11) DEFAULT NULL, PRIMARY KEY (`id`), KEY `fa` (`b`) ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci',
      'CREATE TABLE `b` ( `id` int(11) NOT NULL, `a` int(11) DEFAULT NULL, PRIMARY KEY (`id`), KEY `fb` (`a`) ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci',
      'ALTER TABLE `a` ADD CONSTRAINT `fa` FOREIGN KEY (`b`) REFERENCES `b` (`id`)',
      'ALTER TABLE `b` ADD CONSTRAINT `fb` FOREIGN KEY (`a`) REFERENCES `a` (`id`)',
    ],
    hazards: ['DB102', 'DB202', 'DB203'],
  },
  {
    title: 'drops tables that refer to each other',
    before:
      'CREATE TABLE a (id int PRIMARY KEY, b int); CREATE TABLE b (id int PRIMARY KEY, a int, CONSTRAINT fb FOREIGN KEY (a) REFERENCES a (id)); ALTER TABLE a ADD CONSTRAINT fa FOREIGN KEY (b) REFERENCES b (id)',
    after: 'CREATE TABLE rest (a int)',
    statements: [
      'ALTER TABLE `a` DROP FOREIGN KEY `fa`, ALGORITHM=INSTANT',
      'ALTER TABLE `b` DROP FOREIGN KEY `fb`, ALGORITHM=INSTANT',
      'CREATE TABLE `rest` ( `a` int(11) DEFAULT NULL ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci',
      'DROP TABLE `a`',
      'DROP TABLE `b`',
    ],
    hazards: ['DB101'],
  },
  {
    title: 'drops a table whose key stands in the way of another change',
    before:
      'CREATE TABLE users (id int PRIMARY KEY); CREATE TABLE tags (user int, FOREIGN KEY (user) REFERENCES users (id))',
    after: 'CREATE TABLE users (login varchar(9) PRIMARY KEY)',
    statements: [
      'ALTER TABLE `users` ADD COLUMN `login` varchar(9) NOT NULL FIRST, ALGORITHM=INSTANT',
      'DROP TABLE `tags`',
      'ALTER TABLE `users` DROP PRIMARY KEY, ADD PRIMARY KEY (`login`), DROP COLUMN `id`, ALGORITHM=INPLACE, LOCK=NONE',
    ],
    hazards: ['DB101', 'DB102', 'DB203', 'DB205', 'DB302'],
  },
  {
    title: 'renames and hides indexes, and changes those of every kind',
    before:
      'CREATE TABLE t (a varchar(100), b text, g point NOT NULL, KEY k1 (a), KEY k2 (a(10)), UNIQUE k3 (a), KEY k4 (b(3)))',
    after: `CREATE TABLE t (a varchar(100), b text, g point NOT NULL, UNIQUE k1 (a), KEY k2 (a(20), b(5) DESC) COMMENT 'x', KEY four (b(3)), FULLTEXT ft (b), SPATIAL KEY sp (g))`,
    statements: [
      'ALTER TABLE `t` RENAME INDEX `k4` TO `four`, ALGORITHM=INSTANT',
      "ALTER TABLE `t` DROP INDEX `k1`, ADD UNIQUE KEY `k1` (`a`), DROP INDEX `k2`, ADD KEY `k2` (`a`(20),`b`(5) DESC) COMMENT 'x', ADD SPATIAL KEY `sp` (`g`), ADD FULLTEXT KEY `ft` (`b`), DROP INDEX `k3`",
    ],
    hazards: ['DB102', 'DB202', 'DB203', 'DB205'],
  },
  {
    title: 'hides an index and shows it again by itself',
    before: 'CREATE TABLE t (a int, b int, KEY a (a), KEY b (b) IGNORED)',
    after: 'CREATE TABLE t (a int, b int, KEY a (a) IGNORED, KEY b (b))',
    statements: ['ALTER TABLE `t` ALTER INDEX `a` IGNORED, ALTER INDEX `b` NOT IGNORED, ALGORITHM=INSTANT'],
  },
  {
    title: 'changes checks of tables and of columns',
    before: 'CREATE TABLE t (a int CHECK (a > 0), b int, CONSTRAINT c1 CHECK (b > 0), CONSTRAINT c2 CHECK (a < b))',
    after:
      'CREATE TABLE t (a int CHECK (a > 1), b int CHECK (b <> 3), CONSTRAINT c2 CHECK (a <= b), CONSTRAINT c3 CHECK (b < 100))',
    rows: 'INSERT INTO t VALUES (5, 6)',
    ask: 'SELECT * FROM t',
    statements: [
      'ALTER TABLE `t` MODIFY COLUMN `a` int(11) DEFAULT NULL CHECK (`a` > 1), DROP CONSTRAINT `c1`, MODIFY COLUMN `b` int(11) DEFAULT NULL CHECK (`b` <> 3), DROP CONSTRAINT `c2`, ADD CONSTRAINT `c2` CHECK (`a` <= `b`), ADD CONSTRAINT `c3` CHECK (`b` < 100)',
    ],
    hazards: ['DB102', 'DB202', 'DB203'],
    answer: [{ a: 5, b: 6 }],
  },
];
