import type { Answer, Answers, Prediction } from '@setpoint/model';
import { foundValue } from '../queries/query-kind.ts';
import { newDirectoryStat, newFileStat, type StatValue } from '../queries/stat.ts';
import { treeWithout } from '../queries/tree.ts';
import { predictEditable } from '../text-edits/predict.ts';
import { findTexts } from './observe.ts';
import type { SettingDeclared, SettingText, SettingWriter } from './setting.ts';
import { type Wanted, wantedText } from './wanted.ts';

/** What the node will answer of the texts once they are as declared; a text that is not known yet stays unknown. */
export function predictTexts<Part>(
  declared: SettingDeclared<Part>,
  answers: Answers,
  write: SettingWriter<Part>,
): Required<Pick<Prediction, 'answers' | 'others' | 'adjusts'>> {
  const found = findTexts(declared.texts, answers);
  const parts = Object.entries(declared.texts).map(([name, text]) =>
    predictOne({ name, text, answers }, wantedText(declared, { name, texts: found }, write)),
  );
  return {
    answers: Object.assign({}, ...parts.map((part) => part.answers)) as Answers,
    others: parts.flatMap((part) => part.others ?? []),
    adjusts: parts.flatMap((part) => part.adjusts ?? []),
  };
}

type Place = { readonly name: string; readonly text: SettingText; readonly answers: Answers };

function predictOne({ name, text, answers }: Place, wanted: Wanted): Prediction {
  if (wanted.kind === 'gone') {
    const gone: Answer = { status: 'absent' };
    return {
      answers: { [`${name} stat`]: gone, [`${name} other stat`]: gone, [`${name} content`]: gone },
      others: predictEditable(text.path, null),
      adjusts: [treeWithout(text.path)],
    };
  }
  if (wanted.kind !== 'content') return { answers: {} };
  const before = foundValue<StatValue>(answers[`${name} stat`]);
  const value: StatValue = { ...(before ?? newFileStat), sizeBytes: wanted.sizeBytes, modified: 'pending' };
  const stat: Answer = { status: 'found', value };
  // Following a link changes its target and leaves the link itself.
  const other =
    text.follow && answers[`${name} other stat`]?.status === 'found' ? {} : { [`${name} other stat`]: stat };
  const base64 = wanted.bytes?.toString('base64') ?? (wanted.text && Buffer.from(wanted.text).toString('base64'));
  const content: Answer = {
    status: 'found',
    value: { sha256: wanted.sha256, ...(base64 === undefined ? {} : { base64 }) },
  };
  const isMade = text.isOwn && answers[`${name} parent`]?.status === 'absent';
  return {
    answers: {
      [`${name} stat`]: stat,
      ...other,
      [`${name} content`]: content,
      ...(isMade ? { [`${name} parent`]: { status: 'found', value: newDirectoryStat } } : {}),
    },
  };
}
