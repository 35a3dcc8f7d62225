import { createHash } from 'node:crypto';
import type { Fact, FactKey } from '../../catalogue/fact.ts';
import type { SchemaHazard, SchemaHazardCode } from '../../compare/hazard.ts';
import type { Statement } from '../../compare/statement.ts';

/** A statement that blocks nobody and runs inside a transaction, but for what `rest` says. */
export function statement(text: string, rest: Partial<Omit<Statement, 'text'>> = {}): Statement {
  return { text, blocks: 'nothing', transaction: 'within', hazards: [], ...rest };
}

/** One hazard of one object. */
export function hazard(code: SchemaHazardCode, object: FactKey, message: string): SchemaHazard {
  return { code, object, message };
}

/**
 * A name for what exists only between two statements of one plan: the same for the same purpose and object, so that a plan that
 * was broken off knows its leftovers.
 */
export function temporaryName(purpose: string, fact: Fact): string {
  const digest = createHash('sha256').update(`${purpose} ${fact.key}`).digest('hex').slice(0, 12);
  return `_setpoint_${purpose}_${digest}`;
}
