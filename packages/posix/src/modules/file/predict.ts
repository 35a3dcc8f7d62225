import type { Answer, Answers, Prediction } from '@setpoint/model';
import { wantedMode } from '../../ownership/ownership.ts';
import { predictOwner } from '../../ownership/predict-ownership.ts';
import { observeFollowed } from '../../paths/followed.ts';
import type { FileFlags } from '../../queries/file-flags.ts';
import { foundValue } from '../../queries/query-kind.ts';
import type { StatValue } from '../../queries/stat.ts';
import { treeWithout } from '../../queries/tree.ts';
import { predictContext } from '../../selinux/context.ts';
import { predictEditable } from '../../text-edits/predict.ts';
import type { FileDeclared } from './declared.ts';
import { type FlagsDeclared, finalFlags } from './flags.ts';

/** What the node will answer once the file is as declared. */
export function predictFile(declared: FileDeclared, answers: Answers): Prediction {
  if (declared.state === 'absent') {
    const gone = {
      stat: { status: 'absent' },
      ...(isThroughLink(declared, answers) ? {} : { otherStat: { status: 'absent' } as const }),
      content: { status: 'absent' },
      ...(declared.flags === undefined ? {} : { flags: { status: 'absent' } as const }),
    } as const;
    const { leadsTo } = observeFollowed(answers);
    return { answers: gone, adjusts: [treeWithout(leadsTo?.real ?? declared.path)] };
  }
  const { check } = declared;
  const isKept = declared.createOnly && answers['stat']?.status === 'found';
  const body = isKept ? null : declared.body;
  const stat = { status: 'found', value: predictStat({ ...declared, body }, answers) } as const;
  const content = body === null ? {} : { content: { status: 'found', value: { sha256: body.sha256 } } as const };
  const other = isThroughLink(declared, answers) ? {} : { otherStat: stat };
  const proven = check === null ? {} : { unproven: { status: 'absent' } as const };
  const flags = declared.flags === undefined ? {} : { flags: predictFlags(declared.flags, answers) };
  const others = body === null ? [] : predictEditable(declared.path, body);
  return {
    answers: { stat, ...other, ...content, ...proven, ...flags, ...predictContext(declared.selinux, answers) },
    others,
  };
}

/** Following a link changes its target and leaves the link itself. */
function isThroughLink({ follow }: FileDeclared, answers: Answers): boolean {
  return follow && foundValue<StatValue>(answers['otherStat'])?.type === 'link';
}

/** A new file has what is declared; one on a file system without attributes has none, which is what can be declared there. */
function predictFlags(wanted: FlagsDeclared, { flags }: Answers): Answer {
  return { status: 'found', value: finalFlags(wanted, foundValue<FileFlags>(flags)) };
}

function predictStat({ body, ownership, modified, createMode = '0644' }: FileDeclared, answers: Answers): StatValue {
  const before = foundValue<StatValue>(answers['stat']);
  return {
    type: 'file',
    mode: ownership.mode === null ? (before?.mode ?? createMode) : wantedMode(ownership.mode, before?.mode, false),
    ...predictOwner(ownership, answers, before),
    sizeBytes: body?.sizeBytes ?? before?.sizeBytes ?? 0,
    modified: body === null ? (modified ?? before?.modified ?? 'pending') : 'pending',
    ...(body === null || modified === undefined ? {} : { dated: modified }),
    inode: 'pending',
  };
}
