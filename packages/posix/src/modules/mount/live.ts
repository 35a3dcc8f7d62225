import {
  type Answers,
  type Diagnostic,
  type Edit,
  editValue,
  errorDiagnostic,
  isUnknown,
  type Prediction,
  type Unknown,
  unknown,
  warningDiagnostic,
} from '@setpoint/model';
import type { MountValue } from '../../queries/mount.ts';
import type { LiveRestoration } from '../../settings/restore.ts';
import type { MountPart } from './declared.ts';
import { contradictedOptions } from './options.ts';

/** What is mounted; null where only /etc/fstab is managed. */
export type MountLive = MountValue | null;

/** What is mounted at the place, and why that cannot become as declared. */
export function observeMount(
  part: MountPart,
  answers: Answers,
): { readonly live: MountLive | Unknown; readonly problems: readonly Diagnostic[] } {
  const answer = answers['mount'];
  if (part.state === 'present' || answer === undefined) return { live: null, problems: [] };
  if (answer.status === 'unknown') return { live: unknown(answer.cause), problems: [] };
  if (answer.status === 'absent') return { live: unknown({ kind: 'unavailable', what: 'mounts' }), problems: [] };
  const live = answer.value as MountValue;
  const isWanted = part.state === 'mounted' || part.state === 'ephemeral';
  return { live, problems: isWanted ? problemsOf(part, live) : [] };
}

function problemsOf(part: MountPart, { mounted, isSame, target, hasSource }: MountValue): readonly Diagnostic[] {
  const { target: place, source, type } = part;
  if (mounted !== null && !isSame && !isNameOnly(part)) {
    const detail = `${place} carries ${mounted.source} (${mounted.type}), and ${source} is declared there.`;
    return [
      errorDiagnostic('SP624', { detail, hint: `unmount it first: \`mount: ${place}\` with \`state: unmounted\`` }),
    ];
  }
  if (mounted !== null && isNameOnly(part) && mounted.type !== type) {
    const detail = `${place} carries a file system of the type ${mounted.type}, and ${type} is declared there.`;
    return [
      errorDiagnostic('SP624', { detail, hint: `unmount it first: \`mount: ${place}\` with \`state: unmounted\`` }),
    ];
  }
  if (mounted !== null) return [];
  return [
    ...(target === 'other' && place !== '' && !isBind(part)
      ? [errorDiagnostic('SP625', { detail: `${place} is no directory, so nothing can be mounted on it.` })]
      : []),
    ...(hasSource
      ? []
      : [
          warningDiagnostic('SP625', {
            detail: `${source} is not there yet, so mounting it fails unless something before it makes it.`,
            hint: 'correct `source`, or declare what makes it before this resource',
          }),
        ]),
  ];
}

/** File systems without a source are told apart by their type; their name means nothing. */
export function isNameOnly({ type, source }: MountPart): boolean {
  return type !== 'swap' && !/[/:=]/.test(source) && type !== 'zfs' && type !== '9p' && type !== 'virtiofs';
}

export function isBind({ options }: MountPart): boolean {
  return options?.some((option) => option === 'bind' || option === 'rbind') === true;
}

/** The edits of what is mounted, and of options that it contradicts. */
export function diffMount(part: MountPart, live: MountLive | undefined): readonly Edit[] {
  if (part.state === 'present' || live === null) return [];
  const isMounted = live !== undefined && live.mounted !== null;
  const isWanted = part.state === 'mounted' || part.state === 'ephemeral';
  if (live === undefined || isMounted !== isWanted)
    return [{ path: 'mounted', before: editValue(isMounted), after: editValue(isWanted) }];
  if (!isWanted || live.mounted === null || part.options === null) return [];
  const contradicted = contradictedOptions(part.options, live.mounted.options);
  if (contradicted.length === 0) return [];
  return [{ path: 'mounted_options', before: editValue(live.mounted.options), after: editValue(contradicted) }];
}

/** What the node will answer. */
export function predictMount(part: MountPart, answers: Answers): Prediction {
  const { live } = observeMount(part, answers);
  if (live === null || (isUnknown(live) && live.cause.kind !== 'after')) return { answers: {} };
  const isWanted = part.state === 'mounted' || part.state === 'ephemeral';
  const before = isUnknown(live) ? undefined : live;
  const mounted = { type: part.type, source: part.source, options: mountedOptions(part, before) };
  const value: MountValue = {
    mounted: isWanted
      ? before?.mounted === null || before === undefined
        ? mounted
        : { ...before.mounted, options: mounted.options }
      : null,
    isSame: isWanted,
    target: before?.target === 'absent' || before === undefined ? 'directory' : before.target,
    hasSource: true,
  };
  return { answers: { mount: { status: 'found', value } } };
}

function mountedOptions({ options }: MountPart, before: MountValue | undefined): readonly string[] {
  const found = before?.mounted?.options ?? [];
  const wanted = contradictedOptions(options ?? [], found);
  const names = new Set(wanted.map((option) => option.split('=', 1)[0] ?? ''));
  const contrary = new Set(wanted.map((option) => (option.startsWith('no') ? option.slice(2) : `no${option}`)));
  if (names.has('rw')) contrary.add('ro');
  if (names.has('ro')) contrary.add('rw');
  return [...wanted, ...found.filter((option) => !names.has(option.split('=', 1)[0] ?? '') && !contrary.has(option))];
}

/** Mounted again or unmounted again; options that were changed in place do not come back by themselves. */
export function restoreMount(
  part: MountPart,
  live: MountLive | undefined,
  edited: readonly string[],
): LiveRestoration<MountPart> {
  const untouched: MountPart = { ...part, state: 'present' };
  if (edited.includes('mounted_options'))
    return { part: untouched, lacks: [`${part.target} keeps its options until it is mounted again.`] };
  if (!edited.includes('mounted')) return { part: untouched, lacks: [] };
  if (live === undefined || live === null)
    return { part: untouched, lacks: [`Nobody could tell what was mounted at ${part.target} before.`] };
  if (live.mounted === null) return { part: { ...part, state: 'unmounted' }, lacks: [] };
  const { type, source } = live.mounted;
  return { part: { ...part, state: 'mounted', type, source, options: null }, lacks: [] };
}
