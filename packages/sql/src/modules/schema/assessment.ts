import type { FactKey } from '../../catalogue/fact.ts';
import { type Allowance, isLargeTable, judgeHazards } from '../../compare/allowance.ts';
import { type Comparison, compareCatalogues } from '../../compare/index.ts';
import { cutSegments, type Segment } from '../../compare/segments.ts';
import type { SchemaReading } from '../../driver/schema-query.ts';
import type { DeclaredAllow, SchemaDeclared } from './declared.ts';
import { productRules } from './product-rules.ts';

/** What a reading comes to: the comparison and what became of its hazards. */
export type Assessment = {
  readonly comparison: Comparison;
  /** The statements as they run together. */
  readonly segments: readonly Segment[];
  readonly allowance: Allowance;
  /** Permissions whose last day is over. */
  readonly expired: readonly DeclaredAllow[];
  readonly isLarge: (table: FactKey) => boolean;
};

/** Compares a reading with its declaration; asked again for the same two, the same answer is given without comparing again. */
export function assess(declared: SchemaDeclared, reading: SchemaReading): Assessment {
  const known = assessments.get(reading);
  if (known?.declared === declared) return known.assessment;
  const assessment = assessAnew(declared, reading);
  assessments.set(reading, { declared, assessment });
  return assessment;
}

const assessments = new WeakMap<
  SchemaReading,
  { readonly declared: SchemaDeclared; readonly assessment: Assessment }
>();

function assessAnew(declared: SchemaDeclared, reading: SchemaReading): Assessment {
  const { server, live, wanted, renames, today } = reading;
  const { rules, mergeStatements } = productRules(server.product);
  const comparison = compareCatalogues({
    product: server.product,
    version: server.version,
    live,
    wanted,
    owns: declared.owns,
    prune: declared.prune,
    renames,
    online: declared.online,
    rules,
    mergeStatements,
  });
  const isLarge = (table: FactKey): boolean => isLargeTable(live.sizes[table], declared.large);
  const isOver = ({ until }: DeclaredAllow): boolean => until !== '' && until < today;
  const valid = declared.allow.filter((entry) => !isOver(entry));
  return {
    comparison,
    segments: cutSegments(comparison.statements, isLarge),
    allowance: judgeHazards(comparison.statements, valid, isLarge),
    expired: declared.allow.filter(isOver),
    isLarge,
  };
}
