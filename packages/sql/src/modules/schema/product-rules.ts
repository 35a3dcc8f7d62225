import type { Rules } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { mysqlRules } from '../../mysql/rules/index.ts';
import { mergeStatements } from '../../mysql/rules/merge-statements.ts';
import { postgresRules } from '../../postgres/rules/index.ts';
import type { Product } from '../../session/session.ts';

/** What differs between products once their catalogues are facts. */
export type ProductRules = {
  readonly rules: Rules;
  readonly mergeStatements?: (statements: readonly Statement[]) => readonly Statement[];
};

/** The rules of a product. */
export function productRules(product: Product): ProductRules {
  return product === 'postgres' ? { rules: postgresRules } : { rules: mysqlRules, mergeStatements };
}
