import type { Rules } from '../../compare/rule.ts';

/** The rules of MySQL and MariaDB, by kind of fact. */
export const mysqlRules: Rules = {};
