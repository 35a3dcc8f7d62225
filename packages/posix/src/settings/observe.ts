import {
  type Answer,
  type Answers,
  type Diagnostic,
  errorDiagnostic,
  isUnknown,
  type Queries,
  type Unknown,
  unknown,
} from '@setpoint/model';
import { parentOf } from '../paths/absolute-path.ts';
import type { ContentValue } from '../queries/content.ts';
import { type StatValue, statQuery } from '../queries/stat.ts';
import { editableContentQuery } from '../text-edits/observe.ts';
import type { FoundText, SettingDeclared, SettingTexts, SettingWriter } from './setting.ts';
import { wantedText } from './wanted.ts';

/** Each text, what stands at its path, and its directory. */
export function textQueries(texts: SettingTexts): Queries {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, { path, follow }]) => [
      [`${name} stat`, statQuery(path, { follow })],
      // The second look is there to be predicted: other resources ask for this path in either way.
      [`${name} other stat`, statQuery(path, { follow: !follow })],
      [`${name} content`, editableContentQuery({ path, follow })],
      [`${name} parent`, statQuery(parentOf(path), { follow: true })],
    ]),
  );
}

/** What the answers tell of each text. */
export function findTexts(texts: SettingTexts, answers: Answers): Readonly<Record<string, FoundText>> {
  return Object.fromEntries(
    Object.keys(texts).map((name) => [name, findText(answers[`${name} stat`], answers[`${name} content`])]),
  );
}

function findText(stat: Answer | undefined, content: Answer | undefined): FoundText {
  if (stat?.status === 'unknown') return { kind: 'unknown', cause: stat.cause };
  if (stat?.status !== 'found') return { kind: 'absent' };
  if (content?.status === 'unknown') return { kind: 'unknown', cause: content.cause };
  if (content?.status !== 'found')
    return { kind: 'unknown', cause: { kind: 'unavailable', what: 'the file vanished while it was read' } };
  const { sha256, base64 } = content.value as ContentValue;
  const { sizeBytes } = stat.value as StatValue;
  return { kind: 'present', sha256, sizeBytes, ...(base64 === undefined ? {} : { base64 }) };
}

/** Why a text cannot become as declared: something else stands there, its directory is missing, or its content forbids it. */
export function textProblems<Part>(
  declared: SettingDeclared<Part>,
  answers: Answers,
  write: SettingWriter<Part>,
): readonly Diagnostic[] {
  const found = findTexts(declared.texts, answers);
  return Object.entries(declared.texts).flatMap(([name, { path, isOwn }]) => {
    const stat = answers[`${name} stat`];
    const obstacle = stat?.status === 'found' ? obstacleAt(path, stat.value as StatValue) : undefined;
    if (obstacle !== undefined) return [obstacle];
    const wanted = wantedText(declared, { name, texts: found }, write);
    if (wanted.kind === 'impossible')
      return [errorDiagnostic('SP608', { detail: `${path}: ${wanted.detail}`, hint: wanted.hint })];
    if (wanted.kind !== 'content' || isOwn || answers[`${name} parent`]?.status !== 'absent') return [];
    const hint = `declare \`directory: ${parentOf(path)}\` before this resource`;
    return [errorDiagnostic('SP604', { detail: `The directory ${parentOf(path)} does not exist.`, hint })];
  });
}

function obstacleAt(path: string, { type, target }: StatValue): Diagnostic | undefined {
  if (type === 'file') return undefined;
  const what = type === 'link' ? `a symbolic link to ${target ?? '?'}` : `a ${type.replace('-', ' ')}`;
  const hint = type === 'link' ? 'remove the link, or name the file that it leads to' : 'name a regular file';
  return errorDiagnostic('SP603', { detail: `${path} is ${what}, and a text file is declared there.`, hint });
}

/** The value of an answer, or why there is none; `absent` stands for an answer that says so. */
export function answerValue<Value>(answer: Answer | undefined, absent: Value): Value | Unknown {
  if (answer?.status === 'unknown') return unknown(answer.cause);
  return answer?.status === 'found' ? (answer.value as Value) : absent;
}

/** The value, or undefined while it is not known. */
export function known<Value>(value: Value | Unknown): Value | undefined {
  return isUnknown(value) ? undefined : value;
}
