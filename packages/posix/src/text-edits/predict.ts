import { createHash } from 'node:crypto';
import type { Answer, Answers, Body, Prediction } from '@setpoint/model';
import type { ContentValue } from '../queries/content.ts';
import { foundValue } from '../queries/query-kind.ts';
import { newFileStat, type StatValue } from '../queries/stat.ts';
import { bytesOf, editableContentQuery, observeText } from './observe.ts';
import type { TextDeclared, TextEditor } from './text-edit.ts';
import { wantedBytes } from './wanted-bytes.ts';

/** What the node will answer once the part is as declared; a file that is not known yet stays unknown. */
export function predictText<Part>(declared: TextDeclared<Part>, answers: Answers, edit: TextEditor<Part>): Prediction {
  const { observed } = observeText(declared, answers, edit);
  const value = declared.whole === null ? undefined : contentOfBody(declared.whole);
  const found = bytesOf(observed);
  const wanted = found === undefined ? undefined : wantedBytes(declared, found, edit);
  const content = value ?? (wanted?.kind === 'bytes' ? contentOf(wanted.bytes) : undefined);
  if (content === undefined) return { answers: {} };
  const before = foundValue<StatValue>(answers['stat']);
  const sizeBytes = declared.whole?.sizeBytes ?? Buffer.from(content.base64 ?? '', 'base64').length;
  const stat: Answer = { status: 'found', value: { ...(before ?? newFileStat), sizeBytes, modified: 'pending' } };
  const { follow } = declared.target;
  // Following a link changes its target and leaves the link itself.
  const other = follow && answers['otherStat']?.status === 'found' ? {} : { otherStat: stat };
  return { answers: { stat, ...other, content: { status: 'found', value: content } } };
}

/**
 * What somebody who changes a part of a file will find there once the file was written as a whole; null is a file that is gone.
 * Content that is no text is not known before it is there.
 */
export function predictEditable(path: string, body: Body | null): NonNullable<Prediction['others']> {
  return [true, false].map((follow) => ({
    query: editableContentQuery({ path, follow }),
    answer: body === null ? { status: 'absent' } : { status: 'found', value: contentOfBody(body) },
  }));
}

function contentOfBody({ sha256, text }: Body): ContentValue {
  return text === undefined ? { sha256 } : { sha256, base64: Buffer.from(text).toString('base64') };
}

function contentOf(bytes: Buffer): ContentValue {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), base64: bytes.toString('base64') };
}
