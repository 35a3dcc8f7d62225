import type { Rules } from '../../compare/rule.ts';
import { checkRule } from './checks.ts';
import { columnRule } from './columns.ts';
import { eventRule } from './events.ts';
import { foreignKeyRule } from './foreign-keys.ts';
import { indexRule } from './indexes.ts';
import { partitioningRule } from './partitioning.ts';
import { periodRule } from './periods.ts';
import { functionRule, procedureRule } from './routines.ts';
import { sequenceRule } from './sequences.ts';
import { tableRule } from './tables.ts';
import { triggerRule } from './triggers.ts';
import { viewRule } from './views.ts';

export { mergeStatements } from './merge-statements.ts';

/** How facts of MySQL and MariaDB are made, dropped, altered and renamed. */
export const mysqlRules: Rules = {
  sequence: sequenceRule,
  table: tableRule,
  column: columnRule,
  period: periodRule,
  index: indexRule,
  constraint: checkRule,
  partitioning: partitioningRule,
  'foreign-key': foreignKeyRule,
  function: functionRule,
  procedure: procedureRule,
  view: viewRule,
  trigger: triggerRule,
  event: eventRule,
};
