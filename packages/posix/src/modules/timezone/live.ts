import {
  type Answers,
  type Diagnostic,
  type Edit,
  editValue,
  errorDiagnostic,
  isUnknown,
  type Operation,
  type Prediction,
  type Unknown,
  unknown,
} from '@setpoint/model';
import { type ShellText, sh } from '@setpoint/sdk';
import { runOperation } from '../../operations/run-operation.ts';
import { makeLibrary } from '../../paths/entering.ts';
import { newFileStat, type StatValue } from '../../queries/stat.ts';
import type { LiveRestoration } from '../../settings/restore.ts';
import { type TimezonePart, zonePath } from './declared.ts';

/** What stands at `/etc/localtime`: a link with its target, a copied file, or nothing, which means UTC. */
export type TimezoneLive =
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'file' }
  | { readonly kind: 'absent' };

/** Which zone the node is in, and whether it knows the declared one. */
export function observeTimezone(
  part: TimezonePart,
  answers: Answers,
): { readonly live: TimezoneLive | Unknown; readonly problems: readonly Diagnostic[] } {
  const stat = answers['localtime'];
  if (stat?.status === 'unknown') return { live: unknown(stat.cause), problems: [] };
  const found = stat?.status === 'found' ? (stat.value as StatValue) : undefined;
  const problems = found !== undefined && !['link', 'file'].includes(found.type) ? [inTheWay(found)] : [];
  const live: TimezoneLive =
    found === undefined
      ? { kind: 'absent' }
      : found.type === 'link'
        ? { kind: 'link', target: found.target ?? '' }
        : { kind: 'file' };
  return { live, problems: [...problems, ...zoneProblems(part, answers)] };
}

function inTheWay({ type }: StatValue): Diagnostic {
  const detail = `/etc/localtime is a ${type.replace('-', ' ')}, and the link to a time zone belongs there.`;
  return errorDiagnostic('SP603', { detail, hint: 'remove it' });
}

function zoneProblems({ zone }: TimezonePart, answers: Answers): readonly Diagnostic[] {
  const answer = answers['zone'];
  const isZone = answer?.status === 'found' && (answer.value as StatValue).type === 'file';
  if (isZone || zone === '' || answer?.status === 'unknown') return [];
  return [
    errorDiagnostic('SP618', {
      detail: `The node has no time zone "${zone}": there is no file ${zonePath(zone)}.`,
      hint: 'correct the name, or declare `package: tzdata` before this resource',
    }),
  ];
}

/** The zone that a link to the time zone database names; undefined for every other link. */
function zoneOf(live: TimezoneLive | undefined): string | undefined {
  if (live?.kind !== 'link') return undefined;
  return /^(?:\/|(?:\.\.\/)+)usr\/share\/zoneinfo\/(.+)$/.exec(live.target)?.[1];
}

/** The edit of the zone; names are compared as they are written, so `UTC` and `Etc/UTC` are two. */
export function diffTimezone({ zone }: TimezonePart, live: TimezoneLive | undefined): readonly Edit[] {
  if (zone === '' || zoneOf(live) === zone) return [];
  return [{ path: 'zone', before: editValue(describe(live)), after: editValue(zone) }];
}

function describe(live: TimezoneLive | undefined): string | undefined {
  if (live === undefined || live.kind === 'absent') return undefined;
  return live.kind === 'file' ? 'a copy' : (zoneOf(live) ?? `a link to ${live.target}`);
}

/** Puts the new link in the place of the old one, so that there is one at every moment. */
export function timezoneOperations({ zone }: TimezonePart, edits: readonly Edit[], live: TimezoneLive | undefined) {
  const operations: readonly Operation[] = edits.map(() =>
    runOperation({
      title: `set the time zone to ${zone}`,
      script: sh`${makeLibrary}sp_enter /etc
${unmoved(live)}sp_hide
ln -s -- ${zonePath(zone)} .setpoint-new && mv -f -- .setpoint-new ../localtime`,
      timeoutMs: 30_000,
      repeatable: true,
      compares: true,
    }),
  );
  return { order: 'before the texts', operations } as const;
}

function unmoved(live: TimezoneLive | undefined): ShellText {
  const refuse = sh`sp_refuse "/etc/localtime is $(sp_what localtime) now; the plan found something else"
`;
  switch (live?.kind) {
    case undefined:
      return sh`[ ! -d ./localtime ] || ${refuse}`;
    case 'absent':
      return sh`! sp_there localtime || ${refuse}`;
    case 'file':
      return sh`{ [ -f ./localtime ] && [ ! -L ./localtime ]; } || ${refuse}`;
    case 'link':
      return sh`[ "$(readlink -- ./localtime; printf x)" = ${live.target}"$nl"x ] || ${refuse}`;
    default:
      return live satisfies never;
  }
}

/** What the node will answer. */
export function predictTimezone({ zone }: TimezonePart, answers: Answers): Prediction {
  const { live } = observeTimezone({ zone, hardwareClock: null }, answers);
  if (isUnknown(live) || zone === '' || zoneOf(live) === zone) return { answers: {} };
  const value: StatValue = { ...link, target: zonePath(zone), sizeBytes: zonePath(zone).length };
  return { answers: { localtime: { status: 'found', value } } };
}

const link: StatValue = { ...newFileStat, type: 'link', mode: '0777' };

/** The zone that the node was in; an empty one leaves the link alone. */
export function restoreTimezone(
  part: TimezonePart,
  live: TimezoneLive | undefined,
  edited: readonly string[],
): LiveRestoration<TimezonePart> {
  const untouched = { ...part, zone: '' };
  if (!edited.includes('zone')) return { part: untouched, lacks: [] };
  const zone = zoneOf(live);
  if (zone !== undefined) return { part: { ...part, zone }, lacks: [] };
  const was = live === undefined || live.kind === 'absent' ? 'was not there' : `was ${describe(live) ?? ''}`;
  return { part: untouched, lacks: [`/etc/localtime ${was} before, and does not become that again.`] };
}
