import type { Answer, Answers, Prediction } from '@setpoint/model';
import { type Condition, textWords } from '../../driver/action.ts';
import { wordsOfAnswer } from '../../driver/query.ts';
import type { ValueDeclared } from './declared.ts';

/** The device will hold the value; the bits of the register that belong to others stay. */
export function predictValue(declared: ValueDeclared, answers: Answers): Prediction {
  const { write, when, pending } = declared;
  const committed = pending === null ? {} : unmeet(pending, answers['pending']);
  if (when.kind === 'state') {
    return { answers: { value: found(mergeInto(answers['value'], write)), ...committed } };
  }
  const met = when.unless.flatMap(({ test }, index): readonly (readonly [string, Answer])[] => {
    const name = `unless ${index}`;
    return test.kind === 'is' ? [[name, found(mergeInto(answers[name], test))]] : [];
  });
  return { answers: Object.fromEntries(met) };
}

/** What makes the condition not hold any more, where one can tell; what is not known keeps its answer. */
function unmeet({ test }: Condition, answer: Answer | undefined): Answers {
  if (test.kind === 'between') return {};
  if (test.kind === 'not') return { pending: found(mergeInto(answer, test)) };
  const words = mergeInto(answer, test).map((word, index) => word ^ (test.mask[index] ?? 0));
  return { pending: found(words) };
}

function mergeInto(
  answer: Answer | undefined,
  { words, mask }: { readonly words: string; readonly mask: readonly number[] },
): readonly number[] {
  const current = answer?.status === 'found' ? (wordsOfAnswer(answer.value) ?? []) : [];
  return textWords(words).map((word, index) => {
    const own = mask[index] ?? 0xffff;
    return (word & own) | ((current[index] ?? 0) & ~own & 0xffff);
  });
}

function found(words: readonly number[]): Answer {
  return { status: 'found', value: { words } };
}
