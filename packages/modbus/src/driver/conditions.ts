import type { Json } from '@setpoint/model';
import { compareDecimals, parseDecimal } from '../values/decimal.ts';
import { decodeValue } from '../values/index.ts';
import { type Condition, describeCell } from './action.ts';
import { isSame } from './write-request.ts';

/** Judges a condition against the words that were read: undefined when it holds, else a phrase that says what was found. */
export function unmetCondition(condition: Condition, words: readonly number[]): string | undefined {
  const { cell, test } = condition;
  const decoded = decodeValue(cell.format, words);
  if (decoded.kind !== 'value') {
    const raw = cell.isSensitive ? '' : ` (${decoded.raw})`;
    return `${describeCell(cell)} ${phraseFor(test)} and has no value${raw}`;
  }
  const found = `${describeCell(cell)} ${phraseFor(test)} and is ${cell.isSensitive ? 'another value' : decoded.text}`;
  if (test.kind === 'between') return isBetween(decoded.value, test) ? undefined : found;
  return isSame(words, test.words, test.mask) === (test.kind === 'is') ? undefined : found;
}

/** What a condition asks for: `must be remote (1)`. */
export function phraseFor(test: Condition['test']): string {
  switch (test.kind) {
    case 'is':
      return `must be ${test.text}`;
    case 'not':
      return `must not be ${test.text}`;
    case 'between':
      if (test.min === null) return `must be at most ${test.max}`;
      return test.max === null ? `must be at least ${test.min}` : `must be ${test.min} to ${test.max}`;
    default:
      return test satisfies never;
  }
}

function isBetween(value: Json, { min, max }: { readonly min: string | null; readonly max: string | null }): boolean {
  const number = typeof value === 'number' || typeof value === 'string' ? parseDecimal(value) : undefined;
  if (number === undefined) return false;
  const [low, high] = [min, max].map((limit) => (limit === null ? undefined : parseDecimal(limit)));
  return (
    (low === undefined || compareDecimals(number, low) >= 0) &&
    (high === undefined || compareDecimals(number, high) <= 0)
  );
}
