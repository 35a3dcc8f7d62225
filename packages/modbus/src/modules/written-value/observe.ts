import { type Answer, type Answers, type Diagnostic, errorDiagnostic, type Observed } from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import { type Cell, type Condition, describeCell } from '../../driver/action.ts';
import { phraseFor, unmetCondition } from '../../driver/conditions.ts';
import { wordsOfAnswer } from '../../driver/query.ts';
import { absoluteDecimal, compareDecimals, parseDecimal, subtractDecimals } from '../../values/decimal.ts';
import { decodeValue, wordCount } from '../../values/index.ts';
import type { ValueDeclared, ValueState } from './declared.ts';
import { differs } from './diff.ts';

/** What the device holds, and what stands in the way of writing it if it has to be written. */
export function observeValue(declared: ValueDeclared, answers: Answers): TypedObservation<ValueState> {
  const { write, when, expect, pending } = declared;
  const isUncommitted = pending !== null && holds(pending, answers['pending']);
  const seen = when.kind === 'state' ? look(write.cell, answers['value'], isUncommitted) : needOf(when.unless, answers);
  if (seen.problems.length > 0 || !differs(declared, seen.observed)) return seen;
  const unmet = expect.flatMap((condition, index) => judge(condition, answers[`expect ${index}`]));
  return { observed: seen.observed, problems: [...unmet, ...stepProblems(declared, seen.observed)] };
}

/** True only when the device was heard to say so. */
function holds(condition: Condition, answer: Answer | undefined): boolean {
  const words = readWords(condition.cell, answer);
  return !('kind' in words) && unmetCondition(condition, words.words) === undefined;
}

function look(cell: Cell, answer: Answer | undefined, isUncommitted: boolean): TypedObservation<ValueState> {
  if (answer?.status === 'absent') return { observed: { kind: 'absent' }, problems: [missing(cell)] };
  const words = readWords(cell, answer);
  if ('kind' in words) return { observed: words, problems: [] };
  const decoded = decodeValue(cell.format, words.words);
  if (decoded.kind === 'not-available') {
    const what = `${describeCell(cell)} says that it has no value (${decoded.raw})`;
    return { observed: { kind: 'unknown', cause: { kind: 'unavailable', what } }, problems: [] };
  }
  const value = decoded.kind === 'value' ? { value: decoded.value, text: decoded.text } : { value: null, text: null };
  return { observed: { kind: 'present', state: { ...words, ...value, isUncommitted } }, problems: [] };
}

/** An act is needed as long as one of the conditions that make it needless does not hold; it then counts as absent. */
function needOf(unless: readonly Condition[], answers: Answers): TypedObservation<ValueState> {
  for (const [index, condition] of unless.entries()) {
    const answer = answers[`unless ${index}`];
    if (answer?.status === 'absent') return { observed: { kind: 'absent' }, problems: [missing(condition.cell)] };
    const words = readWords(condition.cell, answer);
    if ('kind' in words) return { observed: words, problems: [] };
    if (unmetCondition(condition, words.words) !== undefined) return { observed: { kind: 'absent' }, problems: [] };
  }
  if (unless.length === 0) return { observed: { kind: 'absent' }, problems: [] };
  return {
    observed: { kind: 'present', state: { words: [], value: null, text: null, isUncommitted: false } },
    problems: [],
  };
}

function readWords(
  cell: Cell,
  answer: Answer | undefined,
): { readonly words: readonly number[] } | Extract<Observed<ValueState>, { readonly kind: 'unknown' }> {
  if (answer?.status === 'unknown') return { kind: 'unknown', cause: answer.cause };
  const words = answer?.status === 'found' ? wordsOfAnswer(answer.value) : undefined;
  if (words !== undefined && words.length === wordCount(cell.format)) return { words };
  return { kind: 'unknown', cause: { kind: 'unavailable', what: `${describeCell(cell)} was not answered whole` } };
}

function judge(condition: Condition, answer: Answer | undefined): readonly Diagnostic[] {
  if (answer?.status === 'absent') return [missing(condition.cell)];
  const words = readWords(condition.cell, answer);
  // What an earlier resource changes is not known yet; it is read again right before the write.
  if ('kind' in words && words.cause.kind === 'after') return [];
  const unmet =
    'kind' in words
      ? `${describeCell(condition.cell)} ${phraseFor(condition.test)} and cannot be read`
      : unmetCondition(condition, words.words);
  if (unmet === undefined) return [];
  return [
    errorDiagnostic('SP652', {
      detail: `${unmet}.`,
      hint: 'bring the device into the state that `expect` asks for',
    }),
  ];
}

function stepProblems(
  { write, value, maxStep, isSensitive }: ValueDeclared,
  observed: Observed<ValueState>,
): readonly Diagnostic[] {
  if (maxStep === null || observed.kind !== 'present') return [];
  const [wanted, found] = [value, observed.state.value].map((each) =>
    typeof each === 'number' || typeof each === 'string' ? parseDecimal(each) : undefined,
  );
  const limit = parseDecimal(maxStep);
  if (wanted === undefined || found === undefined || limit === undefined) return [];
  if (compareDecimals(absoluteDecimal(subtractDecimals(wanted, found)), limit) <= 0) return [];
  const current = isSensitive ? 'another value' : observed.state.text;
  return [
    errorDiagnostic('SP653', {
      detail: `${describeCell(write.cell)} holds ${current} and is declared ${write.text}; one run may move it by ${maxStep}.`,
      hint: 'declare a value between and apply it first',
    }),
  ];
}

function missing(cell: Cell): Diagnostic {
  return errorDiagnostic('SP651', {
    detail: `The device has no ${cell.table} ${cell.readAddress ?? cell.address}, where ${cell.name} is read.`,
    hint: 'compare table and address with the manual, which may count from 1',
  });
}
