import { type DeclarationProblem, type Edit, type EditValue, editValue } from '@setpoint/model';
import { type ShellText, sh, Type } from '@setpoint/sdk';

/** The property of what has a declared time of modification. */
export const modifiedProperty = {
  modified: Type.Optional(
    Type.String({
      description:
        'Time of the last modification, to the second and with its zone, such as `2024-05-01T12:00:00Z`. It is set after everything else. Left as it is when not declared.',
      minLength: 1,
    }),
  ),
};

type Written = { readonly modified?: string; readonly state?: string };

/** The declared time, as a member of the declaration in the form of a stat without its fraction; none where it is not declared. */
export function declareModified({ modified }: Written): { readonly modified?: string } {
  const time = modified === undefined ? undefined : readTime(modified);
  return time === undefined ? {} : { modified: time };
}

/** What is wrong with it. */
export function modifiedProblems({ modified, state }: Written): readonly DeclarationProblem[] {
  if (modified === undefined) return [];
  const property = 'modified';
  if (state === 'absent') {
    const detail = 'What is declared absent has no time.';
    return [{ property, detail, hint: 'remove modified, or state: absent' }];
  }
  if (readTime(modified) !== undefined) return [];
  const detail = `"${modified}" is no time from 1970 on with a date, a time to the second and a zone.`;
  return [{ property, detail, hint: 'write it like 2024-05-01T12:00:00Z or 2024-05-01T14:00:00+02:00' }];
}

const form = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(Z|[+-]\d\d:\d\d)$/;

/** The time in UTC as `2024-05-01 12:00:00`; undefined for what is none. A day that the calendar has not got is none. */
function readTime(text: string): string | undefined {
  const [, day = '', time = '', zone = ''] = form.exec(text) ?? [];
  const local = new Date(`${day}T${time}Z`);
  const instant = new Date(`${day}T${time}${zone}`);
  if (Number.isNaN(local.getTime()) || Number.isNaN(instant.getTime())) return undefined;
  const isWritten = local.toISOString() === `${day}T${time}.000Z`;
  return isWritten && instant.getTime() >= 0 ? instant.toISOString().slice(0, seconds).replace('T', ' ') : undefined;
}

/** Length of a time to the second. */
const seconds = 19;

/** The time as it was found or will be, to the second; the fraction that a file system keeps is not compared. */
export function diffModified(wanted: string | undefined, found: string | undefined): readonly Edit[] {
  if (wanted === undefined || found?.slice(0, seconds) === wanted) return [];
  return [{ path: 'modified', before: beforeOf(found), after: editValue(shownTime(wanted)) }];
}

function beforeOf(found: string | undefined): EditValue {
  if (found === undefined) return { kind: 'absent' };
  return editValue(found === 'pending' ? 'set by this run' : shownTime(found));
}

/** A time of a stat as it is declared and shown. */
function shownTime(time: string): string {
  return `${time.slice(0, seconds).replace(' ', 'T')}Z`;
}

/** The time that comes back, as far as it is to be restored. */
export function restoreModified(found: string, isRestored: boolean): { readonly modified?: string } {
  return isRestored && found !== 'pending' ? { modified: found.slice(0, seconds) } : {};
}

/** The title of the operation that sets it. */
export function timeTitle(path: string, wanted: string): string {
  return `set the time of ${path} to ${shownTime(wanted)}`;
}

/** What is to have the time: `at` is a word for it, the path is for messages. */
export type TimeTarget = { readonly path: string; readonly at: ShellText };

/**
 * Sets the time of what a word leads to, where it is what the plan found or what is declared; nothing is compared where `found` is
 * undefined. A number of seconds is understood by every `touch` alike and needs no time zone.
 */
export function setModified(wanted: string, found: string | undefined, { path, at }: TimeTarget): ShellText {
  const touch = sh`touch -c -m -d ${`@${Date.parse(`${wanted}Z`) / 1000}`} -- ${at}`;
  if (found === undefined || found === 'pending') return touch;
  return sh`sp_now=$(TZ=UTC0 stat -L -c %y -- ${at}) || exit
case $sp_now in ${found}*|${wanted}*) ;; *) sp_refuse ${path}" was changed at $sp_now; the plan found "${found};; esac
${touch}`;
}
