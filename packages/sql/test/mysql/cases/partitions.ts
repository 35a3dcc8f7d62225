import type { WayCase } from '../way-case.ts';

/** Partitions. */
export const partitionCases: readonly WayCase[] = [
  {
    title: 'adds a partition at the end',
    before:
      'CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (year(d)) (PARTITION p0 VALUES LESS THAN (2020))',
    after:
      'CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (year(d)) (PARTITION p0 VALUES LESS THAN (2020), PARTITION p1 VALUES LESS THAN (2021))',
    statements: ['ALTER TABLE `t` ADD PARTITION (PARTITION `p1` VALUES LESS THAN (2021) ENGINE = InnoDB)'],
  },
  {
    title: 'drops the oldest partition only with leave and adds a new one',
    before:
      'CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (year(d)) (PARTITION p0 VALUES LESS THAN (2020), PARTITION p1 VALUES LESS THAN (2021))',
    after:
      'CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (year(d)) (PARTITION p1 VALUES LESS THAN (2021), PARTITION p2 VALUES LESS THAN (2022))',
    rows: `INSERT INTO t VALUES (1, '2020-05-05')`,
    ask: 'SELECT id FROM t',
    statements: [
      'ALTER TABLE `t` DROP PARTITION `p0`',
      'ALTER TABLE `t` ADD PARTITION (PARTITION `p2` VALUES LESS THAN (2022) ENGINE = InnoDB)',
    ],
    hazards: ['DB101'],
    answer: [{ id: 1 }],
  },
  {
    title: 'cuts the last partition without losing a row',
    before:
      'CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (year(d)) (PARTITION p0 VALUES LESS THAN (2020), PARTITION px VALUES LESS THAN MAXVALUE)',
    after:
      'CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (year(d)) (PARTITION p0 VALUES LESS THAN (2020), PARTITION p1 VALUES LESS THAN (2021), PARTITION px VALUES LESS THAN MAXVALUE)',
    rows: `INSERT INTO t VALUES (1, '2020-01-01'), (2, '2030-01-01')`,
    ask: 'SELECT id FROM t PARTITION (px)',
    statements: [
      'ALTER TABLE `t` REORGANIZE PARTITION `px` INTO (PARTITION `p1` VALUES LESS THAN (2021) ENGINE = InnoDB, PARTITION `px` VALUES LESS THAN MAXVALUE ENGINE = InnoDB)',
    ],
    hazards: ['DB102', 'DB202', 'DB203'],
    answer: [{ id: 2 }],
  },
  {
    title: 'cuts partitions anew where their ends differ',
    before:
      'CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (year(d)) (PARTITION p0 VALUES LESS THAN (2020), PARTITION p1 VALUES LESS THAN (2030), PARTITION px VALUES LESS THAN MAXVALUE)',
    after:
      'CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (year(d)) (PARTITION a VALUES LESS THAN (2010), PARTITION b VALUES LESS THAN (2025), PARTITION c VALUES LESS THAN (2030))',
    rows: `INSERT INTO t VALUES (1, '2020-01-01')`,
    ask: 'SELECT id FROM t PARTITION (b)',
    statements: [
      'ALTER TABLE `t` PARTITION BY RANGE (year(`d`)) (PARTITION `a` VALUES LESS THAN (2010) ENGINE = InnoDB, PARTITION `b` VALUES LESS THAN (2025) ENGINE = InnoDB, PARTITION `c` VALUES LESS THAN (2030) ENGINE = InnoDB)',
    ],
    hazards: ['DB102', 'DB202', 'DB203'],
    answer: [{ id: 1 }],
  },
  {
    title: 'begins to partition a table when its key allows it',
    before: 'CREATE TABLE t (id int NOT NULL PRIMARY KEY, d date NOT NULL)',
    after:
      'CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (year(d)) (PARTITION p0 VALUES LESS THAN (2020), PARTITION px VALUES LESS THAN MAXVALUE)',
    rows: `INSERT INTO t VALUES (1, '2020-01-01')`,
    ask: 'SELECT id FROM t PARTITION (px)',
    statements: [
      'ALTER TABLE `t` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`,`d`), ALGORITHM=INPLACE, LOCK=NONE',
      'ALTER TABLE `t` PARTITION BY RANGE (year(`d`)) (PARTITION `p0` VALUES LESS THAN (2020) ENGINE = InnoDB, PARTITION `px` VALUES LESS THAN MAXVALUE ENGINE = InnoDB)',
    ],
    hazards: ['DB102', 'DB202', 'DB203', 'DB205'],
    answer: [{ id: 1 }],
  },
  {
    title: 'ends it before the key changes',
    before:
      'CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (year(d)) (PARTITION p0 VALUES LESS THAN (2020), PARTITION px VALUES LESS THAN MAXVALUE)',
    after: 'CREATE TABLE t (id int NOT NULL PRIMARY KEY, d date NOT NULL)',
    rows: `INSERT INTO t VALUES (1, '2020-01-01')`,
    ask: 'SELECT id FROM t',
    statements: ['ALTER TABLE `t` REMOVE PARTITIONING', 'ALTER TABLE `t` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`)'],
    hazards: ['DB102', 'DB202', 'DB203', 'DB205'],
    answer: [{ id: 1 }],
  },
  {
    title: 'partitions by another column together with another key',
    before:
      'CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (year(d)) (PARTITION px VALUES LESS THAN MAXVALUE)',
    after: `CREATE TABLE t (id int NOT NULL, d date NOT NULL, e int NOT NULL, PRIMARY KEY (id, e)) PARTITION BY LIST (e) (PARTITION a VALUES IN (0, 1), PARTITION b VALUES IN (3) COMMENT = 'x')`,
    rows: `INSERT INTO t VALUES (1, '2020-01-01')`,
    ask: 'SELECT id FROM t PARTITION (a)',
    statements: [
      'ALTER TABLE `t` ADD COLUMN `e` int(11) NOT NULL AFTER `d`',
      'ALTER TABLE `t` REMOVE PARTITIONING',
      'ALTER TABLE `t` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`,`e`)',
      "ALTER TABLE `t` PARTITION BY LIST (`e`) (PARTITION `a` VALUES IN (0,1) ENGINE = InnoDB, PARTITION `b` VALUES IN (3) COMMENT = 'x' ENGINE = InnoDB)",
    ],
    hazards: ['DB102', 'DB202', 'DB203', 'DB205', 'DB302'],
    answer: [{ id: 1 }],
  },
  {
    title: 'distributes the values of lists anew',
    before:
      'CREATE TABLE t (e int NOT NULL) PARTITION BY LIST (e) (PARTITION a VALUES IN (1, 2), PARTITION b VALUES IN (3))',
    after:
      'CREATE TABLE t (e int NOT NULL) PARTITION BY LIST (e) (PARTITION a VALUES IN (1), PARTITION c VALUES IN (2, 3))',
    rows: 'INSERT INTO t VALUES (1), (2), (3)',
    ask: 'SELECT count(*) AS n FROM t PARTITION (c)',
    statements: [
      'ALTER TABLE `t` REORGANIZE PARTITION `a`,`b` INTO (PARTITION `a` VALUES IN (1) ENGINE = InnoDB, PARTITION `c` VALUES IN (2,3) ENGINE = InnoDB)',
    ],
    hazards: ['DB102', 'DB202', 'DB203'],
    answer: [{ n: '2' }],
  },
  {
    title: 'distributes by hash otherwise',
    before: 'CREATE TABLE t (e int NOT NULL) PARTITION BY HASH (e) PARTITIONS 4',
    after: 'CREATE TABLE t (e int NOT NULL) PARTITION BY KEY (e) PARTITIONS 3',
    statements: ['ALTER TABLE `t` PARTITION BY KEY (`e`) PARTITIONS 3'],
    hazards: ['DB102', 'DB202', 'DB203'],
  },
];
