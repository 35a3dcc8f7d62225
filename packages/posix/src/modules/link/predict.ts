import type { Answer, Answers, Prediction } from '@setpoint/model';
import { predictOwner } from '../../ownership/predict-ownership.ts';
import { foundValue } from '../../queries/query-kind.ts';
import type { StatValue } from '../../queries/stat.ts';
import { treeWithout } from '../../queries/tree.ts';
import type { LinkDeclared } from './declared.ts';

/** What the node will answer once the link is as declared: the link itself, and through it what it leads to. */
export function predictLink(declared: LinkDeclared, answers: Answers): Prediction {
  if (declared.state === 'absent') {
    const gone = { stat: { status: 'absent' }, leadsTo: { status: 'absent' } } as const;
    return { answers: gone, adjusts: [treeWithout(declared.path)] };
  }
  const leadsTo: Answer = answers['destination'] ?? { status: 'absent' };
  if (declared.hard === true) return { answers: { stat: leadsTo, leadsTo } };
  const found = foundValue<StatValue>(answers['stat']);
  const before = found?.type === 'link' ? found : undefined;
  const isSame = before !== undefined && before.target === declared.target;
  const value: StatValue = {
    type: 'link',
    mode: '0777',
    ...predictOwner(declared.ownership, answers, before),
    sizeBytes: Buffer.byteLength(declared.target),
    modified: isSame ? before.modified : 'pending',
    inode: isSame ? before.inode : 'pending',
    target: declared.target,
  };
  return { answers: { stat: { status: 'found', value }, leadsTo } };
}
