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
import { sh } from '@setpoint/sdk';
import { localeKey } from '../../locales/name.ts';
import { runOperation } from '../../operations/run-operation.ts';
import type { LocaleValue } from '../../queries/locale.ts';
import type { LiveRestoration } from '../../settings/restore.ts';
import type { LocalePart } from './declared.ts';

/** Whether the C library of the node has the locale; null where it can neither be told nor changed. */
export type LocaleLive = { readonly isGenerated: boolean } | null;

/** A locale of a large language takes seconds on a small machine, and the tool may make all of them. */
const deadlineMs = 600_000;

/** Whether the node has the locale, and whether it could make it. */
export function observeLocale(
  part: LocalePart,
  answers: Answers,
): { readonly live: LocaleLive | Unknown; readonly problems: readonly Diagnostic[] } {
  const answer = answers['locale'];
  if (answer?.status === 'unknown') return { live: unknown(answer.cause), problems: [] };
  if (answer?.status === 'found') {
    const { isGenerated } = answer.value as LocaleValue;
    return { live: { isGenerated }, problems: [] };
  }
  if (part.state === 'absent') return { live: { isGenerated: false }, problems: [] };
  const detail = `The node does not have the locale ${part.name}, and nothing to make it from: there is no ${part.source} in /usr/share/i18n/locales.`;
  const hint = 'correct the name, or declare `package: locales` before this resource';
  return { live: null, problems: [errorDiagnostic('SP619', { detail, hint })] };
}

/** The edit of what the C library has. */
export function diffLocale({ state }: LocalePart, live: LocaleLive | undefined): readonly Edit[] {
  const isWanted = state === 'present';
  if (live === null || live?.isGenerated === isWanted) return [];
  return [{ path: 'available', before: editValue(live?.isGenerated), after: editValue(isWanted) }];
}

/** Makes the locale from its source, after it was listed; others that are there are not made again. */
export function localeOperations({ name, source, charset, state }: LocalePart, edits: readonly Edit[]) {
  const make = sh`if [ -e /etc/locale.gen ] && command -v locale-gen >/dev/null 2>&1; then locale-gen --keep-existing || locale-gen
else localedef -c -i ${source} -f ${charset} ${name}; fi
locale -a | grep -i -q -x -- ${localeKey(name).replaceAll('.', String.raw`\.`)} || { echo ${`${name} is not there afterwards`}; exit 1; }`;
  const remove = sh`! command -v localedef >/dev/null 2>&1 || localedef --delete-from-archive -- ${localeKey(name)} >/dev/null 2>&1
rm -rf -- ${`/usr/lib/locale/${localeKey(name)}`} ${`/usr/lib/locale/${name}`}`;
  const operations = edits.map(
    (): Operation =>
      runOperation({
        title: `${state === 'present' ? 'make' : 'remove'} the locale ${name}`,
        script: state === 'present' ? make : remove,
        timeoutMs: deadlineMs,
        repeatable: true,
      }),
  );
  return { order: 'after the texts', operations } as const;
}

/** What the node will answer. */
export function predictLocale(part: LocalePart, answers: Answers): Prediction {
  const { live } = observeLocale(part, answers);
  if (live === null || (isUnknown(live) && live.cause.kind !== 'after')) return { answers: {} };
  const value: LocaleValue = { isGenerated: part.state === 'present', maker: 'locale-gen' };
  return { answers: { locale: { status: 'found', value } } };
}

/** There or not, as it was. */
export function restoreLocale(
  part: LocalePart,
  live: LocaleLive | undefined,
  edited: readonly string[],
): LiveRestoration<LocalePart> {
  if (edited.includes('available') && live !== undefined && live !== null)
    return { part: { ...part, variables: [], state: live.isGenerated ? 'present' : 'absent' }, lacks: [] };
  const lacks = edited.includes('available')
    ? [`Nobody could tell whether the locale ${part.name} was there before.`]
    : [];
  return { part, lacks };
}
