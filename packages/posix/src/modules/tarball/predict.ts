import type { Answer, Answers, Prediction } from '@setpoint/model';
import { foundValue } from '../../queries/query-kind.ts';
import type { StatValue } from '../../queries/stat.ts';
import type { TarballValue } from '../../queries/tarball.ts';
import { editableContentQuery } from '../../text-edits/observe.ts';
import { predictFile } from '../file/predict.ts';
import type { TarballDeclared } from './declared.ts';
import { fileOf } from './observe.ts';

/** What the node will answer once the tree is packed: which bytes that gives, nobody can tell before. */
export function predictTarball(declared: TarballDeclared, answers: Answers): Prediction {
  const file = predictFile(fileOf(declared), answers);
  const value: TarballValue = { kind: 'told', wanted: '', found: null, isFresh: true };
  const unread: Answer = { status: 'unknown', cause: { kind: 'after', address: `tarball:${declared.path}` } };
  const isNew = foundValue<StatValue>(answers['stat']) === undefined;
  const others = [true, false].map((follow) => ({
    query: editableContentQuery({ path: declared.path, follow }),
    answer: unread,
  }));
  return {
    answers: { ...file.answers, packed: { status: 'found', value } },
    others: isNew ? [] : others,
  };
}
