import type { Edit, Hazard, Operation } from '@setpoint/model';
import { type ShellText, sh, shRaw } from '@setpoint/sdk';
import { escapeMount } from '../../kernel/mount-table.ts';
import { refusedExitCode } from '../../operations/library.ts';
import { runOperation } from '../../operations/run-operation.ts';
import type { MountPart } from './declared.ts';
import type { MountLive } from './live.ts';
import { isCredential } from './options.ts';

/** A server that does not answer lets `mount` wait for minutes; what takes longer than this is given up. */
const deadlineMs = 90_000;

/** Mounts what is in /etc/fstab by its mount point alone, so that no password of its options stands in a process list. */
export function mountOperations(part: MountPart, edits: readonly Edit[], live: MountLive | undefined) {
  const operations = edits.map(({ path }) => {
    if (path === 'mounted_options') return remount(part);
    const isWanted = part.state === 'mounted' || part.state === 'ephemeral';
    return isWanted ? mount(part) : unmount(part, live);
  });
  return { order: 'after the texts', operations } as const;
}

/** A line that changed while its file system is mounted: the new options are brought into force. */
export function followFstab(part: MountPart, live: MountLive | undefined): readonly Operation[] {
  const isMounted = live !== undefined && live !== null && live.mounted !== null;
  if (part.state === 'mounted' && isMounted && part.target !== '') return [remount(part)];
  return [
    runOperation({
      title: 'let systemd read /etc/fstab again',
      script: reloadSystemd,
      timeoutMs: 60_000,
      repeatable: true,
    }),
  ];
}

/** systemd makes a unit of each line of /etc/fstab, and keeps the old one until it is told. */
const reloadSystemd = shRaw(
  'if [ -d /run/systemd/system ] && command -v systemctl >/dev/null 2>&1; then systemctl daemon-reload; fi',
);

function mount(part: MountPart): Operation {
  const { target, source } = part;
  if (target === '') {
    return runOperation({
      title: `use ${source} as swap space`,
      script: sh`${reloadSystemd}
swapon${swapOptions(part)} ${source}`,
      timeoutMs: deadlineMs,
      repeatable: true,
    });
  }
  const { type, options, state } = part;
  const settings = (options ?? []).join(',') || 'defaults';
  const command =
    state === 'ephemeral' ? sh`mount -t ${type} -o ${settings} -- ${source} ${target}` : sh`mount ${target}`;
  return runOperation({
    title: `mount ${source} at ${target}`,
    script: sh`${state === 'ephemeral' ? sh`` : reloadSystemd}
${isMounted(target)} && { echo "something was mounted at "${target}" since the plan was made"; exit ${refusedExitCode}; }
[ -e ${target} ] || mkdir -p -- ${target} || exit 1
${command}`,
    timeoutMs: deadlineMs,
    repeatable: false,
    compares: true,
  });
}

/** A condition: something is mounted at the path. The table is read, and the path is not looked at. */
function isMounted(target: string): ShellText {
  return sh`( while read -r a b c d e f; do if [ "$e" = ${escapeMount(target)} ]; then exit 0; fi; done </proc/self/mountinfo; exit 1 )`;
}

function swapOptions({ options }: MountPart): ShellText {
  const priority = options?.find((option) => /^pri=\d+$/.test(option))?.slice('pri='.length);
  return priority === undefined ? sh`` : sh` -p ${priority}`;
}

/** The options are named, because not every `mount` looks them up in /etc/fstab; those that only tools read are not for the kernel. */
function remount({ target, options, state }: MountPart): Operation {
  const settings = (options ?? []).filter((option) => !isForTools(option) && !isCredential(option));
  return runOperation({
    title: `mount ${target} again with its options`,
    script: sh`${state === 'ephemeral' ? sh`` : reloadSystemd}
mount -o ${['remount', ...settings].join(',')} ${target}`,
    timeoutMs: deadlineMs,
    repeatable: true,
  });
}

function isForTools(option: string): boolean {
  return /^(defaults|(no)?auto|nofail|_netdev|(no)?users?|owner|group|x-.*|comment=.*)$/.test(option);
}

function unmount({ target, source, state }: MountPart, live: MountLive | undefined): Operation {
  const message = `What uses files ${target === '' ? 'in this swap space' : `below ${target}`} keeps the node from doing this, or loses them`;
  const hazards: readonly Hazard[] = [{ kind: 'service-interruption', message }];
  if (target === '') {
    return runOperation({
      title: `stop using ${source} as swap space`,
      script: sh`${reloadSystemd}
swapoff ${live?.mounted?.source ?? source}`,
      timeoutMs: deadlineMs,
      repeatable: false,
      hazards,
    });
  }
  return runOperation({
    title: `unmount ${target}`,
    script: sh`${state === 'absent' ? reloadSystemd : sh``}
umount -- ${target}`,
    timeoutMs: deadlineMs,
    repeatable: false,
    hazards,
  });
}
