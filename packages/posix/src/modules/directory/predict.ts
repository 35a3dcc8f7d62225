import type { Answer, Answers, Prediction } from '@setpoint/model';
import { wantedMode } from '../../ownership/ownership.ts';
import { predictOwner } from '../../ownership/predict-ownership.ts';
import { foundValue } from '../../queries/query-kind.ts';
import type { StatValue } from '../../queries/stat.ts';
import { type TreeGroup, type TreeValue, treeWithout } from '../../queries/tree.ts';
import { predictContext } from '../../selinux/context.ts';
import type { DirectoryDeclared, TreeDeclared } from './declared.ts';
import { emptyTree, missingParents, parentName } from './observe.ts';

/** What the node will answer once the directory, and the parents made for it, are as declared. */
export function predictDirectory(declared: DirectoryDeclared, answers: Answers): Prediction {
  if (declared.state === 'absent') {
    const gone = { stat: { status: 'absent' }, target: { status: 'absent' }, tree: { status: 'absent' } } as const;
    return { answers: gone, adjusts: [treeWithout(declared.path)] };
  }
  const { ownership, tree } = declared;
  const before = foundValue<StatValue>(answers['stat']);
  const stat: Answer = {
    status: 'found',
    value: {
      ...newDirectory,
      ...before,
      ...predictOwner(ownership, answers, before),
      mode: ownership.mode === null ? (before?.mode ?? '0755') : wantedMode(ownership.mode, before?.mode, true),
      ...(declared.modified === undefined ? {} : { dated: declared.modified }),
    },
  };
  const parents = missingParents(declared, answers).map((ancestor): [string, Answer] => [
    parentName(ancestor),
    { status: 'found', value: newDirectory },
  ]);
  return {
    answers: {
      stat,
      target: stat,
      ...Object.fromEntries(parents),
      ...(tree === null ? {} : { tree: predictTree(declared, tree, answers) }),
      ...predictContext(declared.selinux, answers),
    },
  };
}

const newDirectory: StatValue = {
  type: 'directory',
  mode: '0755',
  owner: 'root',
  group: 'root',
  uid: 0,
  gid: 0,
  sizeBytes: 0,
  modified: 'pending',
  inode: 'pending',
};

function predictTree(declared: DirectoryDeclared, wanted: TreeDeclared, answers: Answers): Answer {
  const tree = foundValue<TreeValue>(answers['tree']) ?? emptyTree;
  const groups = tree.groups.map((group): TreeGroup => {
    const owner = predictOwner(declared.ownership, answers, { ...newDirectory, ...group });
    return { ...group, ...owner, mode: predictMode(wanted, group) };
  });
  return { status: 'found', value: { ...tree, groups, isWhole: true } };
}

function predictMode({ directoryMode, fileMode }: TreeDeclared, group: TreeGroup): string {
  if (group.type === 'directory')
    return directoryMode === null ? group.mode : wantedMode(directoryMode, group.mode, true);
  return group.type === 'file' && fileMode !== null ? wantedMode(fileMode, group.mode, false) : group.mode;
}
