import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { type Diagnostic, errorDiagnostic, warningDiagnostic } from '@setpoint/model';
import type { CommandIo, ParsedArguments } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { createReport, type Report } from '../output/report.ts';
import { type ApiAnswer, createApi } from './api.ts';
import { apiHeaders, type CommentThread, commentThread } from './comment-threads.ts';
import { findReviewPlace } from './review-place.ts';

/**
 * Writes a preview as a comment of the review that a job works for, or puts it in the place of the last one with the same marker. A
 * token that may not write is told and no failure; a comment that stays old although it should not is one.
 */
export async function writeComment(
  given: ParsedArguments,
  io: CommandIo,
  pausesMs?: readonly number[],
): Promise<ExitCode> {
  const report = createReport(given, io, io.cwd);
  const path = given.positional[1] ?? '';
  const preview = readPreview(resolve(io.cwd, path), relative(io.cwd, resolve(io.cwd, path)));
  if ('code' in preview) return fail(report, preview);
  const place = findReviewPlace(io.env);
  if (place.kind === 'none') return skip(report, place.why);
  if (place.kind === 'wrong') return fail(report, cannotComment(place.why));
  const { token, api: address } = place;
  const hide = (text: string): string => text.replaceAll(token, '(secret)');
  io.stdout.redactWith(hide);
  io.stderr.redactWith(hide);
  const api = createApi({ api: address, headers: apiHeaders(place), signal: io.signal, pausesMs });
  const { answer, isNew } = await upsert(commentThread(place, api), preview);
  if (answer.kind === 'denied') return skip(report, `The token may not write comments. ${answer.why}`);
  if (answer.kind === 'failed') return fail(report, cannotComment(answer.why));
  await report.talk(
    isNew ? 'The preview was added as a comment.\n' : 'The comment with the preview was brought up to date.\n',
  );
  return exitCodes.done;
}

type Preview = { readonly text: string; readonly marker: string };

/** A marker is the first line, as `--format markdown` writes it. */
const markerPattern = /^<!-- setpoint:[^\r\n]* -->(?=\r?\n)/;

function readPreview(path: string, name: string): Preview | Diagnostic {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return errorDiagnostic('SP801', { detail: `The preview ${name} does not exist or cannot be read.` });
  }
  const [marker] = markerPattern.exec(text) ?? [];
  if (marker !== undefined) return { text, marker };
  return errorDiagnostic('SP856', {
    detail: `${name} does not begin with the marker of a preview, so it could not be found again and each run would add one.`,
    hint: 'Write it with `setpoint plan --format markdown`.',
  });
}

async function upsert(
  thread: CommentThread,
  { text, marker }: Preview,
): Promise<{ readonly answer: ApiAnswer; readonly isNew: boolean }> {
  if (text.length > thread.mostCharacters) {
    const why = `The preview has ${text.length} characters, and the server takes ${thread.mostCharacters}.`;
    return { answer: { kind: 'failed', why }, isNew: false };
  }
  const own = await thread.own();
  if (own.kind !== 'found') return { answer: own, isNew: false };
  const last = own.comments.findLast((comment) => comment.text.startsWith(marker));
  return last === undefined
    ? { answer: await thread.add(text), isNew: true }
    : { answer: await thread.change(last.id, text), isNew: false };
}

async function skip(report: Report, why: string): Promise<ExitCode> {
  await report.diagnostics([
    warningDiagnostic('SP857', {
      detail: `No comment was written. ${why}`,
      hint: 'Read the preview in the summary of the job.',
    }),
  ]);
  return exitCodes.done;
}

async function fail(report: Report, diagnostic: Diagnostic): Promise<ExitCode> {
  await report.diagnostics([diagnostic]);
  return exitCodes.error;
}

function cannotComment(why: string): Diagnostic {
  return errorDiagnostic('SP856', {
    detail: `The comment could not be written, so an older one may still stand there. ${why}`,
    hint: 'Run the job again.',
  });
}
