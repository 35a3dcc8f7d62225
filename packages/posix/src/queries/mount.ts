import type { Answer, Query } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { escapeMount, type MountEntry, mountAt, readMountTable, rootOf, unescapeMount } from '../kernel/mount-table.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks what is mounted at a path, and whether a source is there. For swap space the target is empty. */
export type MountQuery = {
  readonly kind: 'mount';
  readonly target: string;
  readonly source: string;
  /** True when the source is a path that is to be seen at the target, too. */
  readonly isBind: boolean;
};

/** The answer. */
export type MountValue = {
  /** What is mounted at the target, or the swap space that is in use; null for nothing. */
  readonly mounted: { readonly type: string; readonly source: string; readonly options: readonly string[] } | null;
  /** True when what is mounted comes from the source that was asked for. */
  readonly isSame: boolean;
  /** What stands at the target; `unasked` where looking could hang, as on a file system of another host. */
  readonly target: 'directory' | 'absent' | 'other' | 'denied' | 'unasked';
  /** False when the source is a device or a path that is not there; true when it is or nobody can look. */
  readonly hasSource: boolean;
};

/** How the types of file systems begin that another host or a program serves. */
const farTypes =
  'nfs cifs smb fuse 9p ceph glusterfs lustre afs davfs ncpfs autofs coda orangefs gpfs beegfs ocfs2'.split(' ');

/** True for a file system that another host or a program serves: whatever looks at it waits as long as that does not answer. */
export function isFarType(type: string): boolean {
  return farTypes.some((far) => type.startsWith(far));
}

/**
 * The tables of the kernel, read once, and nothing of what is mounted: a path on a file system of another host is never looked at,
 * because that hangs when the host is gone. Labels and numbers of file systems are looked up in `/dev/disk`, or by findfs.
 */
export const mountKind: QueryKind = {
  kind: 'mount',
  batchSize: 200,
  library: shRaw(
    String.raw`sp_mount_read() {
  sp_table=$(cat /proc/self/mountinfo 2>/dev/null) sp_far=$nl
  while read -r sp_id sp_parent sp_dev sp_root sp_at sp_rest; do
    sp_rest=\${sp_rest#*- }
    case $sp_rest in
      FAR) sp_far=$sp_far$sp_at$nl;;
    esac
  done </proc/self/mountinfo
}
sp_is_far() {
  case $1 in /*) ;; *) return 1;; esac
  sp_up=$1
  while [ -n "$sp_up" ]; do
    case $sp_far in *"$nl$sp_up$nl"*) return 0;; esac
    sp_up=\${sp_up%/*}
  done
  case $sp_far in *"$nl/$nl"*) return 0;; esac
  return 1
}
sp_device() {
  case $1 in
    UUID=*) sp_link=/dev/disk/by-uuid/\${1#*=};;
    LABEL=*) sp_link=/dev/disk/by-label/\${1#*=};;
    PARTUUID=*) sp_link=/dev/disk/by-partuuid/\${1#*=};;
    PARTLABEL=*) sp_link=/dev/disk/by-partlabel/\${1#*=};;
    *) sp_link=$1;;
  esac
  if [ -e "$sp_link" ]; then readlink -f -- "$sp_link" 2>/dev/null
  else case $1 in *=*) sp_has findfs && sp_timeout 20 findfs "$1" 2>/dev/null;; esac; fi
}
sp_mounted() {
  sp_mount_read
  [ -n "$sp_table" ] || return 1
  printf '%s\n=\n' "$sp_table"
  cat /proc/swaps 2>/dev/null
  printf '=\n'
  set +f
  for sp_file in /sys/block/loop*/loop/backing_file; do
    [ -r "$sp_file" ] || continue
    sp_disk=\${sp_file#/sys/block/}
    printf '/dev/%s %s\n' "\${sp_disk%%/*}" "$(cat "$sp_file" 2>/dev/null)"
  done
  set -f
  printf '=\n'
  while [ $# -gt 0 ]; do
    if [ -z "$1" ]; then printf d
    elif sp_is_far "$2"; then printf f
    elif [ -d "$1" ]; then printf d
    elif [ -e "$1" ] || [ -L "$1" ]; then printf o
    else sp_gone "$1"; fi
    if sp_is_far "$4"; then printf 'f\n'
    else case $3 in
      /*|UUID=*|LABEL=*|PARTUUID=*|PARTLABEL=*)
        sp_real=$(sp_device "$3")
        if [ -n "$sp_real" ]; then printf '+%s\n' "$sp_real"; else printf -- '-\n'; fi;;
      *) printf 'f\n';;
    esac; fi
    shift 4
  done
}
`
      .replace('FAR', farTypes.map((type) => `${type}*`).join('|'))
      .replaceAll('\\${', '${'),
  ),
  section: (queries) =>
    sh`sp_mounted ${queries.flatMap((query) => {
      const [target, source] = [queryText(query, 'target'), queryText(query, 'source')];
      return [target, escapeMount(target), source.startsWith('//') ? 'share' : source, escapeMount(source)];
    })}`,
  parse: parseMounts,
};

function parseMounts(output: Buffer, queries: readonly Query[]): readonly Answer[] {
  const [mounts, swaps, loops, rest] = output.toString('utf8').split(/(?:^|(?<=\n))=\n/);
  const lines = rest?.split('\n').slice(0, -1);
  if (lines?.length !== queries.length || !lines.every((line) => /^[dfo\-!/][f+-]/.test(line)))
    return unreadable(queries, 'what is mounted');
  const tables: Tables = {
    mounts: readMountTable(mounts ?? ''),
    swaps: (swaps ?? '')
      .split('\n')
      .slice(1)
      .flatMap((line) => /^\S+/.exec(line)?.[0] ?? []),
    loops: new Map(
      (loops ?? '').split('\n').map((line) => [line.split(' ', 1)[0] ?? '', line.slice(line.indexOf(' ') + 1)]),
    ),
  };
  return queries.map((query, index) => ({ status: 'found', value: valueOf(query, lines[index] ?? '', tables) }));
}

type Tables = {
  readonly mounts: readonly MountEntry[];
  readonly swaps: readonly string[];
  /** The file behind each loop device. */
  readonly loops: ReadonlyMap<string, string>;
};

function valueOf(query: Query, line: string, tables: Tables): MountValue {
  const [target, source] = [queryText(query, 'target'), queryText(query, 'source')];
  const real = line[1] === '+' ? line.slice(2) : source;
  const places = { hasSource: line[1] !== '-', target: targets[line[0] ?? ''] ?? 'absent' };
  if (target === '') {
    const used = tables.swaps.map(unescapeMount).find((path) => path === source || path === real);
    const mounted = used === undefined ? null : { type: 'swap', source: used, options: [] };
    return { ...places, mounted, isSame: used !== undefined };
  }
  const entry = mountAt(tables.mounts, target);
  if (entry === undefined) return { ...places, mounted: null, isSame: false };
  const { type, options } = entry;
  const mounted = { type, source: entry.source, options: [...new Set(options)] };
  return { ...places, mounted, isSame: isFrom(entry, { source, real, isBind: query['isBind'] === true }, tables) };
}

const targets: Readonly<Record<string, MountValue['target']>> = {
  d: 'directory',
  f: 'unasked',
  o: 'other',
  '!': 'denied',
  '/': 'other',
};

function isFrom(
  entry: MountEntry,
  { source, real, isBind }: { readonly source: string; readonly real: string; readonly isBind: boolean },
  { mounts, loops }: Tables,
): boolean {
  if (isBind) {
    const root = rootOf(mounts.slice(0, mounts.indexOf(entry)), real);
    return root !== undefined && root.device === entry.device && root.root === entry.root;
  }
  const names = [source, real].map(trimSlash);
  return [entry.source, loops.get(entry.source) ?? entry.source].some((name) => names.includes(trimSlash(name)));
}

function trimSlash(text: string): string {
  return text.length > 1 ? text.replace(/\/+$/, '') : text;
}
