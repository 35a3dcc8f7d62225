import type { Answer } from '@setpoint/model';
import { shRaw } from '@setpoint/sdk';
import { managerOf, noManager, type PackageManagerName } from '../package-managers/manager.ts';
import { packageRowsLibrary } from './package-rows.ts';
import { type QueryKind, unreadable } from './query-kind.ts';

/** Asks in which state the package manager itself is. */
export type PackageManagerQuery = { readonly kind: 'package-manager' };

/** The answer. */
export type PackageManagerValue = {
  /** Which one it is; absent for apt. */
  readonly manager?: PackageManagerName;
  /**
   * The package lists: none there, older than the sources they come from, or read after them; `pending` when a change of this
   * plan refreshes them.
   */
  readonly lists: 'missing' | 'outdated' | 'read' | 'pending';
  /** Seconds since the lists were refreshed. */
  readonly ageSeconds: number;
  /** dpkg was ended in the middle of its work, and apt refuses to begin. */
  readonly interrupted: boolean;
};

export const packageManagerQuery: PackageManagerQuery = { kind: 'package-manager' };

/**
 * The times of apt's lists and of its sources. `lists/partial` is touched by every refresh, also by one that finds nothing new;
 * files with numbers in `/var/lib/dpkg/updates` are the journal of a dpkg that did not end, unless one holds the lock and is at work.
 */
export const packageManagerKind: QueryKind = {
  kind: 'package-manager',
  batchSize: 1,
  library: shRaw(
    String.raw`sp_package_manager() {
  case $sp_manager in
    apt) sp_has apt-get || return 127;;
    '') return 127;;
    *)
      printf 'manager|%s\nnow|%s\n' "$sp_manager" "$(date +%s)"
      case $sp_manager in pacman) sp_pacman_lists;; apk) sp_apk_lists;; *) sp_rpm_lists;; esac
      return 0;;
  esac
  printf 'now|%s\n' "$(date +%s)"
  sp_dir=/var/lib/apt/lists
  set +f
  for sp_file in "$sp_dir"/*_Packages "$sp_dir"/*_Packages.*; do
    if [ -e "$sp_file" ]; then printf 'present\n'; break; fi
  done
  sp_dir=/etc/apt/sources.list
  TZ=UTC0 stat -c 'time|%Y|%y|%n' -- /var/lib/apt/lists /var/lib/apt/lists/partial /var/lib/apt/periodic/update-success-stamp "$sp_dir" "$sp_dir.d" "$sp_dir.d"/* 2>/dev/null
  for sp_file in /var/lib/dpkg/updates/*; do
    case \${sp_file##*/} in *[!0-9]*) continue;; esac
    sp_inode=$(stat -c %i -- /var/lib/dpkg/lock 2>/dev/null)
    grep -q ":$sp_inode " /proc/locks 2>/dev/null || printf 'interrupted\n'
    break
  done
  set -f
  return 0
}
`.replaceAll('\\${', '${'),
  ),
  shared: packageRowsLibrary,
  before: () => shRaw('sp_find_manager'),
  section: () => shRaw('sp_package_manager'),
  parse: (output, queries, code) => {
    if (code === 127) return unreadable(queries, noManager);
    const lines = output.toString('utf8').split('\n');
    const manager = managerOf(lines);
    const value = manager === 'apt' ? readState(lines) : readPlainState(manager, lines);
    if (value === undefined) return unreadable(queries, 'the state of apt');
    return queries.map((): Answer => ({ status: 'found', value }));
  },
};

/** Its time tells of files that came with an old time of their own, or went. */
const sourcesDirectory = '/etc/apt/sources.list.d';

/** Whoever refreshes the lists for a file that is about to be put there is done with the directory a moment later. */
const settlingSeconds = 2;

function readState(lines: readonly string[]): PackageManagerValue | undefined {
  const rows = lines.map((line) => line.split('|'));
  const now = Number(rows.find(([kind]) => kind === 'now')?.[1] ?? Number.NaN);
  if (!Number.isFinite(now)) return undefined;
  const refreshed = newestOf(rows, '/var/lib/apt/');
  const changed = newestOf(
    rows.filter((row) => row[3] !== sourcesDirectory),
    '/etc/apt/',
  );
  const swapped = newestOf(rows, sourcesDirectory).seconds > refreshed.seconds + settlingSeconds;
  const isPresent = lines.includes('present');
  return {
    lists: !isPresent ? 'missing' : changed.time > refreshed.time || swapped ? 'outdated' : 'read',
    ageSeconds: Math.max(0, now - refreshed.seconds),
    interrupted: lines.includes('interrupted'),
  };
}

/** The managers beside apt notice themselves that their repositories are others than those that they have the lists of. */
function readPlainState(manager: PackageManagerName, lines: readonly string[]): PackageManagerValue | undefined {
  const secondsOf = (kind: string): readonly number[] =>
    lines.filter((line) => line.startsWith(`${kind}|`)).map((line) => Number(line.slice(kind.length + 1)));
  const now = secondsOf('now')[0] ?? Number.NaN;
  if (!Number.isFinite(now)) return undefined;
  const refreshed = secondsOf('list').reduce((newest, each) => Math.max(newest, each), 0);
  return {
    manager,
    lists: refreshed === 0 ? 'missing' : 'read',
    ageSeconds: Math.max(0, now - refreshed),
    interrupted: false,
  };
}

function newestOf(
  rows: readonly (readonly string[])[],
  directory: string,
): { readonly seconds: number; readonly time: string } {
  const times = rows
    .filter((row) => row[0] === 'time' && /^\d+$/.test(row[1] ?? '') && row[3]?.startsWith(directory))
    .map(([, seconds, time = '']) => ({ seconds: Number(seconds), time }));
  return times.reduce((newest, each) => (each.time > newest.time ? each : newest), { seconds: 0, time: '' });
}
