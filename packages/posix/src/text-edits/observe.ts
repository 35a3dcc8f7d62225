import {
  type Answer,
  type Answers,
  type Diagnostic,
  errorDiagnostic,
  isUnknown,
  type Observed,
  type Queries,
  unknown,
} from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import { parentOf } from '../paths/absolute-path.ts';
import type { ContentQuery, ContentValue } from '../queries/content.ts';
import { type StatValue, statQuery } from '../queries/stat.ts';
import type { TextTarget } from './target.ts';
import type { TextDeclared, TextEditor, TextState } from './text-edit.ts';
import { wantedBytes } from './wanted-bytes.ts';

/** Larger files are not changed in part: the whole of them has to be read and written. */
export const editLimitBytes = 1024 * 1024;

/** The whole content of a file that is to be changed in part. */
export function editableContentQuery({ path, follow }: Pick<TextTarget, 'path' | 'follow'>): ContentQuery {
  return { kind: 'content', path, unless: '-', limitBytes: editLimitBytes, follow };
}

/** A file, its content, and its directory in case it is to be made. */
export function textQueries({ target }: TextDeclared<unknown>): Queries {
  const { path, follow, create } = target;
  return {
    stat: statQuery(path, { follow }),
    // The second look is there to be predicted: other resources ask for this path in either way.
    otherStat: statQuery(path, { follow: !follow }),
    content: editableContentQuery(target),
    ...(create ? { parent: statQuery(parentOf(path), { follow: true }) } : {}),
  };
}

/** What the answers come to, and why the part cannot be made true in the file. */
export function observeText<Part>(
  declared: TextDeclared<Part>,
  answers: Answers,
  edit: TextEditor<Part>,
): TypedObservation<TextState> {
  const observed = toObserved(answers);
  const problem = placeProblem(declared, answers, edit) ?? editProblem(declared, observed, edit);
  return { observed, problems: problem === undefined ? [] : [problem] };
}

function toObserved(answers: Answers): Observed<TextState> {
  const stat = answers['stat'] ?? { status: 'absent' };
  if (stat.status === 'unknown') return { kind: 'unknown', cause: stat.cause };
  if (stat.status === 'absent') return { kind: 'absent' };
  const { sizeBytes, mode } = stat.value as StatValue;
  return { kind: 'present', state: { sizeBytes, mode, ...contentOf(answers['content']) } };
}

function contentOf(content: Answer | undefined): Pick<TextState, 'sha256' | 'base64'> {
  if (content?.status === 'unknown') return { sha256: unknown(content.cause) };
  if (content?.status !== 'found')
    return { sha256: unknown({ kind: 'unavailable', what: 'the file vanished while it was read' }) };
  return content.value as ContentValue;
}

function placeProblem<Part>(
  declared: TextDeclared<Part>,
  answers: Answers,
  edit: TextEditor<Part>,
): Diagnostic | undefined {
  const { path, create } = declared.target;
  const stat = answers['stat'];
  if (stat?.status === 'found') return obstacleAt(path, stat.value as StatValue);
  if (stat?.status === 'unknown' || isTrueOfNothing(declared, edit)) return undefined;
  if (!create) {
    const detail = `${path} does not exist, and nothing declared before it makes it.`;
    return errorDiagnostic('SP604', { detail, hint: 'declare `create: true` to make it with only this in it' });
  }
  if (answers['parent']?.status !== 'absent') return undefined;
  const directory = parentOf(path);
  const hint = `declare \`directory: ${directory}\` before this resource`;
  return errorDiagnostic('SP604', { detail: `The directory ${directory} does not exist.`, hint });
}

/** What is to be absent from a file is, when there is no file. */
function isTrueOfNothing<Part>(declared: TextDeclared<Part>, edit: TextEditor<Part>): boolean {
  if (declared.whole !== null) return false;
  const wanted = wantedBytes(declared, Buffer.alloc(0), edit);
  return wanted.kind === 'bytes' && wanted.bytes.length === 0;
}

function obstacleAt(path: string, { type, target }: StatValue): Diagnostic | undefined {
  if (type === 'file') return undefined;
  const what = type === 'link' ? `a symbolic link to ${target ?? '?'}` : `a ${type.replace('-', ' ')}`;
  const hint = type === 'link' ? 'declare `follow: true` to change the target' : 'name a regular file';
  return errorDiagnostic('SP603', { detail: `${path} is ${what}, and a part of a text file is declared.`, hint });
}

function editProblem<Part>(
  declared: TextDeclared<Part>,
  observed: Observed<TextState>,
  edit: TextEditor<Part>,
): Diagnostic | undefined {
  if (observed.kind === 'unknown' || declared.whole !== null) return undefined;
  const { path } = declared.target;
  if (observed.kind === 'present' && isUnknown(observed.state.sha256)) return undefined;
  const bytes = bytesOf(observed);
  if (bytes === undefined) {
    const detail = `${path} is larger than 1 MiB, and files of that size are not changed in part.`;
    return errorDiagnostic('SP608', { detail, hint: 'declare the whole file with `file:`' });
  }
  const wanted = wantedBytes(declared, bytes, edit);
  if (wanted.kind === 'bytes') return undefined;
  return errorDiagnostic('SP608', { detail: `${path}: ${wanted.detail}`, hint: wanted.hint });
}

/** The bytes of the file, none when it is not there; undefined when they are not known. */
export function bytesOf(observed: Observed<TextState>): Buffer | undefined {
  if (observed.kind === 'absent') return Buffer.alloc(0);
  if (observed.kind === 'unknown' || observed.state.base64 === undefined) return undefined;
  return Buffer.from(observed.state.base64, 'base64');
}
