import type { Answer, Prediction, Unknown } from '@setpoint/model';
import { foundValue } from '../queries/query-kind.ts';
import { statQuery } from '../queries/stat.ts';
import { type TreeValue, treeWithout } from '../queries/tree.ts';
import type { Extra } from './extras.ts';

const absent: Answer = { status: 'absent' };

/** What the node will answer once what does not belong into a directory is gone; the listing was asked for under the name `listing`. */
export function predictPrune(
  path: string,
  extras: readonly Extra[] | Unknown,
  listing: Answer | undefined,
): Prediction {
  const names = new Set('kind' in extras ? [] : extras.map(({ name }) => name));
  const tree = foundValue<TreeValue>(listing);
  // What belongs there does not matter, and where it is not known what does not, nothing of that will be left.
  const known = 'kind' in extras ? [] : (tree?.groups ?? []);
  const groups = known.map((group) => {
    const rest = group.names.filter((name) => !names.has(name));
    return { ...group, names: rest, count: rest.length };
  });
  const foreseen: Answer = {
    status: 'found',
    value: { groups: groups.filter(({ count }) => count > 0), mounts: tree?.mounts ?? [], isWhole: true },
  };
  const paths = [...names].map((name) => `${path === '/' ? '' : path}/${name}`);
  return {
    answers: { listing: foreseen },
    others: paths.flatMap((each) => [
      { query: statQuery(each), answer: absent },
      { query: statQuery(each, { follow: true }), answer: absent },
    ]),
    adjusts: paths.map(treeWithout),
  };
}
