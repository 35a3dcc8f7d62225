import type { Rules } from '../../compare/rule.ts';
import { columnRule } from './columns.ts';
import { constraintRule } from './constraints.ts';
import { defaultRule } from './defaults.ts';
import { indexRule } from './indexes.ts';
import { schemaRule } from './schemas.ts';
import { ownedByRule, sequenceRule } from './sequences.ts';
import { statisticsRule } from './statistics.ts';
import { tableRule } from './tables.ts';

/** The rules of PostgreSQL, by kind of fact. */
export const postgresRules: Rules = {
  schema: schemaRule,
  table: tableRule,
  column: columnRule,
  default: defaultRule,
  sequence: sequenceRule,
  'owned-by': ownedByRule,
  constraint: constraintRule,
  index: indexRule,
  statistics: statisticsRule,
};
