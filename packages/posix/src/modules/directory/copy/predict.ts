import { type Answer, type Answers, type Prediction, queryKey } from '@setpoint/model';
import { predictPrune } from '../../../pruning/predict-prune.ts';
import type { DirectoryDeclared } from '../declared.ts';
import { answersByPart, copyQueries, observeCopy, queryName } from './observe.ts';
import { workOf } from './parts.ts';

/** What the node will answer once everything is copied; a link is predicted from what the parts before it come to. */
export function predictCopy(declared: DirectoryDeclared, answers: Answers): Prediction {
  const { copy } = declared;
  if (copy === undefined) return { answers: {} };
  const queries = copyQueries(declared);
  const foreseen = new Map<string, Answer>();
  const predicted: Record<string, Answer> = {};
  const others: NonNullable<Prediction['others']>[number][] = [];
  const adjusts: NonNullable<Prediction['adjusts']>[number][] = [];
  for (const [index, own] of answersByPart(copy, answers).entries()) {
    const part = copy.parts[index];
    if (part === undefined) continue;
    const keys = new Map(
      Object.keys(own).flatMap((name) => {
        const query = queries[queryName(index, name)];
        return query === undefined ? [] : [[name, queryKey(query)] as const];
      }),
    );
    const seen = Object.entries(own).map(([name, answer]) => [name, foreseen.get(keys.get(name) ?? '') ?? answer]);
    const prediction = workOf(part).predict(Object.fromEntries(seen));
    for (const [name, answer] of Object.entries(prediction.answers)) {
      predicted[queryName(index, name)] = answer;
      const key = keys.get(name);
      if (key !== undefined) foreseen.set(key, answer);
    }
    others.push(...(prediction.others ?? []));
    adjusts.push(...(prediction.adjusts ?? []));
  }
  const pruned = copy.prune
    ? predictPrune(declared.path, observeCopy(copy, answers).state.extras, answers['listing'])
    : { answers: {} };
  return {
    answers: { ...predicted, ...pruned.answers },
    others: [...others, ...(pruned.others ?? [])],
    adjusts: [...adjusts, ...(pruned.adjusts ?? [])],
  };
}
