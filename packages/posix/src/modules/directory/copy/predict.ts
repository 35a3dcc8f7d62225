import { type Answer, type Answers, type Prediction, queryKey } from '@setpoint/model';
import { foundValue } from '../../../queries/query-kind.ts';
import { statQuery } from '../../../queries/stat.ts';
import { type TreeValue, treeWithout } from '../../../queries/tree.ts';
import type { DirectoryDeclared } from '../declared.ts';
import { answersByPart, copyQueries, observeCopy, queryName } from './observe.ts';
import { workOf } from './parts.ts';

const absent: Answer = { status: 'absent' };

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
  const pruned = predictPrune(declared, answers);
  return {
    answers: { ...predicted, ...pruned.answers },
    others: [...others, ...(pruned.others ?? [])],
    adjusts: [...adjusts, ...(pruned.adjusts ?? [])],
  };
}

function predictPrune({ path, copy }: DirectoryDeclared, answers: Answers): Prediction {
  if (copy?.prune !== true) return { answers: {} };
  const { extras } = observeCopy(copy, answers).state;
  const names = new Set('kind' in extras ? [] : extras.map(({ name }) => name));
  const tree = foundValue<TreeValue>(answers['listing']);
  const groups = (tree?.groups ?? []).map((group) => {
    const rest = group.names.filter((name) => !names.has(name));
    return { ...group, names: rest, count: rest.length };
  });
  const listing: Answer = {
    status: 'found',
    value: { groups: groups.filter(({ count }) => count > 0), mounts: tree?.mounts ?? [], isWhole: true },
  };
  const paths = [...names].map((name) => `${path === '/' ? '' : path}/${name}`);
  return {
    answers: { listing },
    others: paths.flatMap((each) => [
      { query: statQuery(each), answer: absent },
      { query: statQuery(each, { follow: true }), answer: absent },
    ]),
    adjusts: paths.map(treeWithout),
  };
}
