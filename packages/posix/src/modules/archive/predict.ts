import { type Answer, type Answers, isUnknown, type Prediction } from '@setpoint/model';
import { wantedMode } from '../../ownership/ownership.ts';
import { predictOwner } from '../../ownership/predict-ownership.ts';
import { predictPrune } from '../../pruning/predict-prune.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { type StatValue, statQuery } from '../../queries/stat.ts';
import { compareMembers, type MemberChange } from './compare.ts';
import type { ArchiveDeclared } from './declared.ts';
import { extrasOf, memberNames, observeArchive, placeOf } from './observe.ts';

/** What the node will answer once the archive is unpacked. */
export function predictArchive(declared: ArchiveDeclared, answers: Answers): Prediction {
  const { observed } = observeArchive(declared, answers);
  const changes = compareMembers(declared, observed);
  const told = changes.map((change) => ({ change, stat: statOf(declared, change, answers) }));
  const own: readonly (readonly [string, Answer])[] = told.flatMap(({ change: { member }, stat }) => [
    [memberNames.stat(member), stat] as const,
    ...(member.type === 'file' ? [[memberNames.content(member), found({ sha256: member.sha256 })] as const] : []),
  ]);
  // Where a link leads is not worked out: whoever asks for it gets an answer when it is there.
  const others = told.flatMap(({ change: { member }, stat }) =>
    member.type === 'link'
      ? []
      : [{ query: statQuery(placeOf(declared.path, member), { follow: true }), answer: stat }],
  );
  const directory = directoryAnswer(declared, answers);
  const itself = directory['directory'];
  const place = itself === undefined ? [] : [{ query: statQuery(declared.path), answer: itself }];
  const pruned: Prediction = declared.prune
    ? predictPrune(declared.path, extrasOf(declared, observed), answers['listing'])
    : { answers: {} };
  return {
    answers: { ...directory, ...Object.fromEntries(own), ...pruned.answers },
    others: [...place, ...others, ...(pruned.others ?? [])],
    ...(pruned.adjusts === undefined ? {} : { adjusts: pruned.adjusts }),
  };
}

function directoryAnswer(declared: ArchiveDeclared, answers: Answers): Answers {
  const directory = answers['directory'];
  if (directory?.status === 'found') return {};
  const mode = declared.directoryMode === null ? '0755' : wantedMode(declared.directoryMode, undefined, true);
  const { owner, group } = declared;
  const ownership = predictOwner({ owner, group, mode }, answers, undefined);
  return { directory: found({ type: 'directory', mode, ...ownership, ...pending }) };
}

const pending = { sizeBytes: 0, modified: 'pending', inode: 'pending' };

function statOf(
  { owner, group }: ArchiveDeclared,
  { member, found: state, mode }: MemberChange,
  answers: Answers,
): Answer {
  const before = foundValue<StatValue>(answers[memberNames.stat(member)]);
  const kept = state !== undefined && !isUnknown(state) ? before : undefined;
  const value: StatValue = {
    type: member.type,
    mode: mode ?? '0777',
    ...predictOwner({ owner, group, mode }, answers, kept),
    ...pending,
    ...(member.type === 'file' ? { sizeBytes: member.sizeBytes } : {}),
    ...(member.type === 'link' ? { target: member.target } : {}),
  };
  return found(value);
}

function found(value: StatValue | { readonly sha256: string }): Answer {
  return { status: 'found', value };
}
