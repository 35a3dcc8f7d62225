import type { WayCase } from '../way-case.ts';

/** Views, routines, triggers and events. */
export const programCases: readonly WayCase[] = [
  {
    title: 'makes views anew in the order of what they read',
    before:
      'CREATE TABLE t (id int, code int); CREATE VIEW a AS SELECT id, code FROM t; CREATE VIEW b AS SELECT * FROM a',
    after:
      'CREATE TABLE t (id int, name int); CREATE FUNCTION f(x int) RETURNS int DETERMINISTIC RETURN x + 1; CREATE VIEW z AS SELECT id, name FROM t; CREATE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW a AS SELECT id, name, f(id) AS q FROM z WHERE id > 1 WITH LOCAL CHECK OPTION; CREATE VIEW c (one, two) AS WITH q AS (SELECT id, q FROM a) SELECT x.id, x.q FROM q x LEFT JOIN z AS y ON x.id = y.id',
    statements: [
      'ALTER TABLE `t` ADD COLUMN `name` int(11) DEFAULT NULL AFTER `id`, DROP COLUMN `code`, ALGORITHM=INSTANT',
      'CREATE FUNCTION `f`(x int) RETURNS int(11) DETERMINISTIC RETURN x + 1',
      'CREATE VIEW `z` AS select `t`.`id` AS `id`,`t`.`name` AS `name` from `t`',
      'DROP VIEW `b`',
      'CREATE OR REPLACE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW `a` AS select `z`.`id` AS `id`,`z`.`name` AS `name`,`f`(`z`.`id`) AS `q` from `z` where `z`.`id` > 1 WITH LOCAL CHECK OPTION',
      'CREATE VIEW `c` AS with q as (select `a`.`id` AS `id`,`a`.`q` AS `q` from `a`)select `x`.`id` AS `one`,`x`.`q` AS `two` from (`q` `x` left join `z` `y` on(`x`.`id` = `y`.`id`))',
    ],
    hazards: ['DB101', 'DB301', 'DB302'],
  },
  {
    title: 'lets a table and a view change names',
    before: 'CREATE TABLE a (id int); CREATE VIEW b AS SELECT id FROM a',
    after: 'CREATE TABLE b (id int); CREATE VIEW a AS SELECT id FROM b',
    statements: [
      'DROP VIEW `b`',
      'CREATE TABLE `b` ( `id` int(11) DEFAULT NULL ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci',
      'DROP TABLE `a`',
      'CREATE VIEW `a` AS select `b`.`id` AS `id` from `b`',
    ],
    hazards: ['DB101', 'DB301', 'DB302'],
  },
  {
    title: 'replaces routines under the modes that they were declared in',
    before:
      'CREATE FUNCTION f(x int) RETURNS int DETERMINISTIC RETURN x + 1; CREATE PROCEDURE p(IN a int) BEGIN SET @b = a; END; CREATE PROCEDURE gone() SELECT 1',
    after: `CREATE FUNCTION f(x int, y varchar(10) CHARSET latin1) RETURNS varchar(20) CHARSET latin1 READS SQL DATA COMMENT 'it''s' RETURN concat(x, y); SET @mode = @@sql_mode, sql_mode = 'ANSI_QUOTES'; CREATE FUNCTION "odd name"() RETURNS int DETERMINISTIC RETURN (SELECT count(*) FROM "information_schema"."TABLES"); SET sql_mode = @mode; CREATE PROCEDURE p(INOUT a int) SQL SECURITY INVOKER BEGIN DECLARE v int DEFAULT 1; IF a > v THEN SET a = v; END IF; END`,
    statements: [
      'SET SESSION sql_mode = \'ANSI_QUOTES\'; CREATE FUNCTION `odd name`() RETURNS int(11) DETERMINISTIC RETURN (SELECT count(*) FROM "information_schema"."TABLES"); SET SESSION sql_mode = \'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION\'',
      "CREATE OR REPLACE FUNCTION `f`(x int, y varchar(10) CHARSET latin1) RETURNS varchar(20) CHARSET latin1 COLLATE latin1_swedish_ci READS SQL DATA COMMENT 'it''s' RETURN concat(x, y)",
      'CREATE OR REPLACE PROCEDURE `p`(INOUT a int) SQL SECURITY INVOKER BEGIN DECLARE v int DEFAULT 1; IF a > v THEN SET a = v; END IF; END',
      'DROP PROCEDURE `gone`',
    ],
    hazards: ['DB302'],
  },
  {
    title: 'puts triggers into their order',
    before:
      'CREATE TABLE t (a int, b int); CREATE TRIGGER t1 BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1; CREATE TRIGGER t2 BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 2; CREATE TRIGGER t3 BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 3',
    after:
      'CREATE TABLE t (a int, c int); CREATE TRIGGER t2 BEFORE INSERT ON t FOR EACH ROW SET NEW.c = 2; CREATE TRIGGER t1 BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1; CREATE TRIGGER t4 AFTER UPDATE ON t FOR EACH ROW BEGIN IF OLD.c <> NEW.c THEN SET @x = 1; END IF; END',
    statements: [
      'ALTER TABLE `t` ADD COLUMN `c` int(11) DEFAULT NULL AFTER `a`, DROP COLUMN `b`, ALGORITHM=INSTANT',
      'CREATE TRIGGER t4 AFTER UPDATE ON t FOR EACH ROW BEGIN IF OLD.c <> NEW.c THEN SET @x = 1; END IF; END',
      'DROP TRIGGER `t3`',
      'CREATE OR REPLACE TRIGGER t2 BEFORE INSERT ON t FOR EACH ROW PRECEDES `t1` SET NEW.c = 2',
      'CREATE OR REPLACE TRIGGER t1 BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1',
    ],
    hazards: ['DB101', 'DB301'],
  },
  {
    title: 'replaces the first trigger and leaves those behind it',
    before:
      'CREATE TABLE t (a int); CREATE TRIGGER t1 BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1; CREATE TRIGGER t2 BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 2',
    after:
      'CREATE TABLE t (a int); CREATE TRIGGER t1 BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 11; CREATE TRIGGER t2 BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 2',
    statements: ['CREATE OR REPLACE TRIGGER t1 BEFORE INSERT ON t FOR EACH ROW PRECEDES `t2` SET NEW.a = 11'],
  },
  {
    title: 'moves a trigger to another table',
    before:
      'CREATE TABLE t (a int); CREATE TABLE u (a int); CREATE TRIGGER t1 BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1',
    after:
      'CREATE TABLE t (a int); CREATE TABLE u (a int); CREATE TRIGGER t1 BEFORE INSERT ON u FOR EACH ROW SET NEW.a = 1',
    statements: ['DROP TRIGGER `t1`', 'CREATE TRIGGER t1 BEFORE INSERT ON u FOR EACH ROW SET NEW.a = 1'],
  },
  {
    title: 'changes events, with and without a start',
    before: `CREATE EVENT e1 ON SCHEDULE EVERY 1 HOUR DO SELECT 1; CREATE EVENT e2 ON SCHEDULE EVERY 1 DAY STARTS '2035-01-01 00:00:00' DO SELECT 2`,
    after: `CREATE EVENT e1 ON SCHEDULE EVERY '1:30' HOUR_MINUTE ON COMPLETION PRESERVE DISABLE COMMENT 'it''s' DO BEGIN SELECT 1; SELECT 2; END; CREATE EVENT e2 ON SCHEDULE EVERY 1 DAY DO SELECT 2; CREATE EVENT e3 ON SCHEDULE AT '2037-01-01 00:00:00' DO SELECT 3`,
    statements: [
      "CREATE OR REPLACE EVENT `e1` ON SCHEDULE EVERY '1:30' HOUR_MINUTE ON COMPLETION PRESERVE DISABLE COMMENT 'it''s' DO BEGIN SELECT 1; SELECT 2; END",
      'CREATE OR REPLACE EVENT `e2` ON SCHEDULE EVERY 1 DAY ON COMPLETION NOT PRESERVE ENABLE DO SELECT 2',
      "CREATE EVENT `e3` ON SCHEDULE AT '2037-01-01 00:00:00' ON COMPLETION NOT PRESERVE ENABLE DO SELECT 3",
    ],
  },
];
