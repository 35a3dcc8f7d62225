import type { OwnPair } from './own-pair.ts';

/** Changes that users make, each with rows where rows are at stake. */
export const mariadbPairs: readonly OwnPair[] = [
  {
    title: 'a table gets columns, an index and a check',
    current: `CREATE TABLE t (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(50) NOT NULL);`,
    desired: `CREATE TABLE t (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(60) NOT NULL, born date DEFAULT NULL, n int NOT NULL DEFAULT 0 COMMENT 'how many', CHECK (n >= 0), KEY by_born (born, name(10)));`,
    seed: `INSERT INTO t (name) VALUES ('a'), ('b');`,
  },
  {
    title: 'a foreign key with the index it needs, and one that goes with it',
    current: `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int PRIMARY KEY, p_id int, CONSTRAINT old_fk FOREIGN KEY (p_id) REFERENCES p (id)); CREATE TABLE d (p_id int);`,
    desired: `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int PRIMARY KEY, p_id int); CREATE TABLE d (p_id int, CONSTRAINT d_fk FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE CASCADE);`,
    seed: `INSERT INTO p VALUES (1); INSERT INTO c VALUES (1, 1); INSERT INTO d VALUES (1);`,
  },
  {
    title: 'tables that point to each other',
    current: ``,
    desired: `CREATE TABLE a (id int PRIMARY KEY, b_id int); CREATE TABLE b (id int PRIMARY KEY, a_id int, FOREIGN KEY (a_id) REFERENCES a (id)); ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b_id) REFERENCES b (id);`,
  },
  {
    title: 'tables that point to each other and go',
    current: `CREATE TABLE a (id int PRIMARY KEY, b_id int); CREATE TABLE b (id int PRIMARY KEY, a_id int, FOREIGN KEY (a_id) REFERENCES a (id)); ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b_id) REFERENCES b (id);`,
    desired: ``,
  },
  {
    title: 'a primary key over another column',
    current: `CREATE TABLE t (a int NOT NULL, b int NOT NULL, PRIMARY KEY (a));`,
    desired: `CREATE TABLE t (a int NOT NULL, b int NOT NULL, PRIMARY KEY (a, b), UNIQUE KEY only_b (b));`,
    seed: `INSERT INTO t VALUES (1, 2), (2, 3);`,
  },
  {
    title: 'enums and sets that get values at their end and in the middle',
    current: `CREATE TABLE t (e enum('a','c') NOT NULL DEFAULT 'a', s set('x','y'));`,
    desired: `CREATE TABLE t (e enum('a','b','c') NOT NULL DEFAULT 'b', s set('x','y','z'));`,
    seed: `INSERT INTO t VALUES ('c', 'x,y');`,
  },
  {
    title: 'generated columns, invisible ones and timestamps that follow updates',
    current: `CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) VIRTUAL);`,
    desired: `CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 3) STORED, c timestamp(3) NOT NULL DEFAULT current_timestamp(3) ON UPDATE current_timestamp(3), d int INVISIBLE DEFAULT 4);`,
    seed: `INSERT INTO t (a) VALUES (1);`,
  },
  {
    title: 'another character set and collation, of a column and of a table',
    current: `CREATE TABLE t (a varchar(20), b varchar(20) CHARACTER SET latin1) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;`,
    desired: `CREATE TABLE t (a varchar(20) COLLATE utf8mb4_bin, b varchar(20) CHARACTER SET utf8mb4) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci COMMENT = 'texts';`,
    seed: `INSERT INTO t VALUES ('ä', 'b');`,
  },
  {
    title: 'another engine and row format',
    current: `CREATE TABLE t (a int) ENGINE = MyISAM;`,
    desired: `CREATE TABLE t (a int) ENGINE = InnoDB ROW_FORMAT = DYNAMIC;`,
    seed: `INSERT INTO t VALUES (1);`,
  },
  {
    title: 'views on views, routines, triggers and events',
    current: `CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a FROM t; CREATE FUNCTION f(x int) RETURNS int DETERMINISTIC RETURN x + 1;`,
    desired: `CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a, b FROM t; CREATE VIEW w AS SELECT b FROM v WHERE b > 0; CREATE FUNCTION f(x int) RETURNS int DETERMINISTIC RETURN x + 2;
      CREATE PROCEDURE p(IN n int) BEGIN DECLARE i int DEFAULT 0; WHILE i < n DO INSERT INTO t VALUES (i, i); SET i = i + 1; END WHILE; END;
      CREATE TRIGGER before_t BEFORE INSERT ON t FOR EACH ROW SET NEW.b = coalesce(NEW.b, 1);
      CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM t WHERE a < 0;`,
    seed: `INSERT INTO t VALUES (1, 1);`,
  },
  {
    title: 'partitions that come and one that goes',
    current: `CREATE TABLE t (d date NOT NULL, n int) PARTITION BY RANGE (year(d)) (PARTITION p25 VALUES LESS THAN (2026));`,
    desired: `CREATE TABLE t (d date NOT NULL, n int) PARTITION BY RANGE (year(d)) (PARTITION p25 VALUES LESS THAN (2026), PARTITION p26 VALUES LESS THAN (2027), PARTITION rest VALUES LESS THAN MAXVALUE);`,
    seed: `INSERT INTO t VALUES ('2025-01-01', 1);`,
  },
  {
    title: 'declared renames of a table, a column and an index',
    current: `CREATE TABLE purchase (id int PRIMARY KEY, mail varchar(50), KEY by_mail (mail));`,
    desired: `-- setpoint:renamed_from purchase
CREATE TABLE orders (
  id int PRIMARY KEY,
  email varchar(50), -- setpoint:renamed_from mail
  KEY by_email (email) -- setpoint:renamed_from by_mail
);`,
    seed: `INSERT INTO purchase VALUES (1, 'a@b');`,
  },
  {
    title: 'names that try to be something else',
    current: `CREATE TABLE \`a\`\`b\` (\`c;d\` int);`,
    desired: `CREATE TABLE \`a\`\`b\` (\`c;d\` bigint, \`e'f\` varchar(20) DEFAULT 'it''s; -- x', \`${'ü'.repeat(60)}\` int COMMENT 'a ''quote'' and \\\\'); CREATE VIEW \`v'v\` AS SELECT \`c;d\` AS \`x y\` FROM \`a\`\`b\`;`,
  },
  {
    title: 'everything goes',
    current: `CREATE TABLE t (a int PRIMARY KEY); CREATE VIEW v AS SELECT a FROM t; CREATE FUNCTION f() RETURNS int DETERMINISTIC RETURN 1; CREATE TRIGGER tr AFTER DELETE ON t FOR EACH ROW SET @x = 1;`,
    desired: ``,
  },
];

/** Spellings of the same thing: nothing may be planned. */
export const mariadbSpellings: readonly OwnPair[] = [
  [
    'widths of integers',
    'CREATE TABLE t (a int, b bigint unsigned, c tinyint(1));',
    'CREATE TABLE t (a int(11), b bigint(20) unsigned, c bool);',
  ],
  [
    'NULL and DEFAULT NULL',
    'CREATE TABLE t (a int, b timestamp NULL);',
    'CREATE TABLE t (a int NULL DEFAULT NULL, b timestamp NULL DEFAULT NULL);',
  ],
  [
    'the default of a timestamp',
    'CREATE TABLE t (a timestamp NOT NULL DEFAULT now());',
    'CREATE TABLE t (a timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP());',
  ],
  [
    'json and what it stands for',
    'CREATE TABLE t (j json);',
    'CREATE TABLE t (j longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin CHECK (json_valid(j)));',
  ],
  ['the order of columns', 'CREATE TABLE t (a int, b text);', 'CREATE TABLE t (b text, a int);'],
  [
    'a key in the column and in the table',
    'CREATE TABLE t (a int PRIMARY KEY, b int UNIQUE);',
    'CREATE TABLE t (a int NOT NULL, b int DEFAULT NULL, PRIMARY KEY (a), UNIQUE KEY b (b));',
  ],
  [
    'quotes and case of words',
    'CREATE TABLE t (a varchar(3) DEFAULT "x");',
    "create table `t` (`a` VARCHAR(3) default 'x');",
  ],
  [
    'where the counter stands',
    'CREATE TABLE t (a int AUTO_INCREMENT PRIMARY KEY);',
    'CREATE TABLE t (a int AUTO_INCREMENT PRIMARY KEY) AUTO_INCREMENT = 500;',
  ],
  [
    'a view with a star',
    'CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT * FROM t;',
    'CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT t.a, t.b FROM t;',
  ],
].map(([title = '', current = '', desired = '']) => ({ title, current, desired, isSame: true }));
