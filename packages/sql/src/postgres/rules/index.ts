import type { Rules } from '../../compare/rule.ts';

/** The rules of PostgreSQL, by kind of fact. */
export const postgresRules: Rules = {};
