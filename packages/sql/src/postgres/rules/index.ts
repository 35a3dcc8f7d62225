import type { Rules } from '../../compare/rule.ts';
import { collationRule } from './collations.ts';
import { columnRule } from './columns.ts';
import { commentRule } from './comments.ts';
import { compositeRule } from './composites.ts';
import { constraintRule } from './constraints.ts';
import { defaultPrivilegeRule } from './default-privileges.ts';
import { defaultRule } from './defaults.ts';
import { domainConstraintRule, domainRule } from './domains.ts';
import { enumRule } from './enums.ts';
import { extensionRule, versionRule } from './extensions.ts';
import { functionRule } from './functions.ts';
import { grantRule } from './grants.ts';
import { indexRule } from './indexes.ts';
import { materializedViewRule } from './materialized-views.ts';
import { notNullRule } from './not-nulls.ts';
import { ownerRule } from './owners.ts';
import { policyRule } from './policies.ts';
import { rangeRule } from './ranges.ts';
import { rewriteRuleRule } from './rewrite-rules.ts';
import { schemaRule } from './schemas.ts';
import { ownedByRule, sequenceRule } from './sequences.ts';
import { statisticsRule } from './statistics.ts';
import { withoutStrayGrants } from './stray-grants.ts';
import { tableRule } from './tables.ts';
import { triggerRule } from './triggers.ts';
import { viewRule } from './views.ts';

/** The rules of PostgreSQL, by kind of fact. */
export const postgresRules: Rules = {
  schema: withoutStrayGrants(schemaRule),
  table: withoutStrayGrants(tableRule),
  column: withoutStrayGrants(columnRule),
  default: defaultRule,
  'not-null': notNullRule,
  sequence: withoutStrayGrants(sequenceRule),
  'owned-by': ownedByRule,
  constraint: constraintRule,
  index: indexRule,
  statistics: statisticsRule,
  extension: extensionRule,
  version: versionRule,
  collation: collationRule,
  enum: withoutStrayGrants(enumRule),
  domain: withoutStrayGrants(domainRule),
  'domain-constraint': domainConstraintRule,
  composite: withoutStrayGrants(compositeRule),
  range: withoutStrayGrants(rangeRule),
  view: withoutStrayGrants(viewRule),
  'materialized-view': withoutStrayGrants(materializedViewRule),
  function: withoutStrayGrants(functionRule),
  trigger: triggerRule,
  rule: rewriteRuleRule,
  policy: policyRule,
  comment: commentRule,
  owner: ownerRule,
  grant: grantRule,
  'default-privilege': defaultPrivilegeRule,
};
