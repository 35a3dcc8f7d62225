import type { Answer, Query } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks what stands at a path: `stat` tells of a link at its end itself, `stat-target` of what the link leads to. */
export type StatQuery = { readonly kind: 'stat' | 'stat-target'; readonly path: string };

export type FileType =
  | 'file'
  | 'directory'
  | 'link'
  | 'fifo'
  | 'socket'
  | 'block-device'
  | 'character-device'
  | 'other';

/** The answer to a stat query. */
export type StatValue = {
  readonly type: FileType;
  /** Permission bits with setuid, setgid and sticky, four octal digits. */
  readonly mode: string;
  readonly uid: number;
  readonly gid: number;
  /** Account and group names; the number as text where the node knows no name. */
  readonly owner: string;
  readonly group: string;
  readonly sizeBytes: number;
  /** `2026-11-23 00:42:19.733325343` in UTC, or `pending` when a change of this plan will set it. */
  readonly modified: string;
  /** What `modified` will be set to, to the second, where a change of this plan makes it `pending` and its declaration says so. */
  readonly dated?: string;
  /** When `modified` was set, in the same form; told only where it lies after that, as a clock that was wrong leaves it. */
  readonly changed?: string;
  /** File system and number of the object, `DEVICE:INODE`: equal for two names of one file. */
  readonly inode: string;
  /** Target of a symbolic link, as stored. */
  readonly target?: string;
};

/** What will be answered of a file that a change of this plan makes for root, unless its declaration says otherwise. */
export const newFileStat: StatValue = {
  type: 'file',
  mode: '0644',
  uid: 0,
  gid: 0,
  owner: 'root',
  group: 'root',
  sizeBytes: 0,
  modified: 'pending',
  inode: 'pending',
};

/** The same of a directory. */
export const newDirectoryStat: StatValue = { ...newFileStat, type: 'directory', mode: '0755' };

export function statQuery(path: string, options: { readonly follow: boolean } = { follow: false }): StatQuery {
  return { kind: options.follow ? 'stat-target' : 'stat', path };
}

/**
 * One `stat` for all paths, and one `readlink` for all links unless the target of one has a newline. The first line has a mark per
 * path: `+` there, or what `sp_gone` says; then a `LENGTH:TARGET` line per symbolic link; then one record per path that is there, each
 * ending with the path itself. Names with newlines are safe because the controller knows which names to expect.
 */
export const statKind: QueryKind = {
  kind: 'stat',
  batchSize: 200,
  library: shRaw(
    String.raw`sp_stat() {
  sp_deref=$1 sp_at=0 sp_links= sp_some=
  shift
  for sp_path; do
    sp_at=$((sp_at + 1))
    if [ -z "$sp_deref" ] && [ -L "$sp_path" ]; then
      sp_some=1 sp_links=$sp_links' "\${'$sp_at'}"'
      printf %s +
    elif [ -e "$sp_path" ]; then
      sp_some=1
      printf %s +
    else sp_gone "$sp_path"; fi
  done
  printf '\n'
  [ -z "$sp_links" ] || eval "sp_targets $sp_links"
  [ -z "$sp_some" ] || TZ=UTC0 stat $sp_deref -c '%f|%s|%u|%g|%U|%G|%d:%i|%y|%z|%n' -- "$@" 2>/dev/null
}
sp_targets() {
  sp_targets= sp_read=$(readlink -- "$@" 2>/dev/null; printf x)
  for sp_path; do
    case $sp_read in *"$nl"*) ;; *) sp_read=; break;; esac
    sp_target=\${sp_read%%"$nl"*} sp_read=\${sp_read#*"$nl"}
    sp_targets=$sp_targets\${#sp_target}:$sp_target$nl
  done
  if [ "$sp_read" != x ]; then
    sp_targets=
    for sp_path; do
      sp_target=$(readlink -- "$sp_path"; printf x)
      sp_target=\${sp_target%"$nl"x}
      sp_targets=$sp_targets\${#sp_target}:$sp_target$nl
    done
  fi
  printf %s "$sp_targets"
}
`.replaceAll('\\${', '${'),
  ),
  section: (queries) => sh`sp_stat '' ${queries.map(pathOf)}`,
  parse: parseStats,
};

/** The same for what links lead to; a link that leads nowhere is absent. */
export const statTargetKind: QueryKind = {
  ...statKind,
  kind: 'stat-target',
  section: (queries) => sh`sp_stat -L ${queries.map(pathOf)}`,
};

function pathOf(query: Query): string {
  return queryText(query, 'path');
}

function parseStats(output: Buffer, queries: readonly Query[], code: number): readonly Answer[] {
  if (code === 127) return unreadable(queries, 'the node has no `stat`');
  // The node counts bytes, so the output is taken as one character per byte and names are brought into that form.
  const text = output.toString('latin1');
  const marks = text.slice(0, queries.length);
  if (!/^[-+!/]*$/.test(marks) || text[queries.length] !== '\n') return unreadable(queries, 'the output of `stat`');
  const { targets, end } = readTargets(text, queries.length + 1);
  const nextRecord = recordsOf(text, end);
  return queries.map((query, index) => answerFor(marks[index] ?? '', toBytes(pathOf(query)), { nextRecord, targets }));
}

/** The UTF-8 bytes of a text, one character per byte. */
function toBytes(text: string): string {
  return /[^\0-\x7f]/.test(text) ? Buffer.from(text, 'utf8').toString('latin1') : text;
}

/** What follows the marks: records in the order of the paths, and the targets of links among them. */
type Printed = { readonly nextRecord: (path: string) => StatRecord | undefined; readonly targets: string[] };

function answerFor(mark: string, path: string, { nextRecord, targets }: Printed): Answer {
  // Taken for each path, because one that was not there when it was marked may have come before it was read.
  const record = nextRecord(path);
  if (mark === '-' || mark === '/') return { status: 'absent' };
  if (mark === '!') return { status: 'unknown', cause: { kind: 'denied', what: 'a parent directory' } };
  // A path that was there when it was marked and gone when it was read has just been removed.
  if (record === undefined) return { status: 'absent' };
  const target = record.type === 'link' ? targets.shift() : undefined;
  return { status: 'found', value: target === undefined ? record : { ...record, target } };
}

type StatRecord = Omit<StatValue, 'target'>;

/** Reads the targets of links; `end` is where they end. */
function readTargets(text: string, start: number): { readonly targets: string[]; readonly end: number } {
  const targets: string[] = [];
  const length = /(\d+):/y;
  let end = start;
  length.lastIndex = end;
  for (let match = length.exec(text); match !== null; match = length.exec(text)) {
    const first = length.lastIndex;
    const last = first + Number(match[1]);
    targets.push(Buffer.from(text.slice(first, last), 'latin1').toString('utf8'));
    end = last + 1;
    length.lastIndex = end;
  }
  return { targets, end };
}

/** Gives the record of each path in turn; undefined for a path whose record is missing. */
function recordsOf(text: string, start: number): Printed['nextRecord'] {
  const fields =
    /([0-9a-f]+)\|(\d+)\|(\d+)\|(\d+)\|([^|]*)\|([^|]*)\|(\d+:\d+)\|([^|]*?)(?: [+-]\d{4})?\|([^|]*?)(?: [+-]\d{4})?\|/y;
  let next = start;
  return (path) => {
    fields.lastIndex = next;
    const match = fields.exec(text);
    const end = fields.lastIndex + path.length;
    if (match === null || !text.startsWith(path, fields.lastIndex) || text[end] !== '\n') return undefined;
    next = end + 1;
    return toRecord(match);
  };
}

function toRecord(match: RegExpExecArray): StatRecord {
  const [, rawMode = '0', size, uid = '0', gid = '0', owner = '', group = '', inode = '', modified = ''] = match;
  const changed = match[9] ?? '';
  const ownership = readOwnership({ rawMode, uid, gid, owner, group });
  const stat = { ...ownership, sizeBytes: Number(size), modified, inode };
  return modified > changed ? { ...stat, changed } : stat;
}

/** What `stat` prints for the formats `%f`, `%u`, `%g`, `%U` and `%G`. */
type PrintedOwnership = {
  readonly rawMode: string;
  readonly uid: string;
  readonly gid: string;
  readonly owner: string;
  readonly group: string;
};

/** Reads them as answers have them. */
export function readOwnership({
  rawMode,
  uid,
  gid,
  owner,
  group,
}: PrintedOwnership): Pick<StatValue, 'type' | 'mode' | 'uid' | 'gid' | 'owner' | 'group'> {
  const mode = Number.parseInt(rawMode, 16);
  return {
    type: fileTypeOf(mode),
    mode: (mode & 0o7777).toString(8).padStart(4, '0'),
    uid: Number(uid),
    gid: Number(gid),
    owner: owner === 'UNKNOWN' ? uid : owner,
    group: group === 'UNKNOWN' ? gid : group,
  };
}

/** The type that the bits of `st_mode` tell. */
export function fileTypeOf(mode: number): FileType {
  return fileTypes[mode & 0o170000] ?? 'other';
}

/** File type bits of `st_mode`, as POSIX-like systems number them. */
const fileTypes: Readonly<Record<number, FileType>> = {
  [0o100000]: 'file',
  [0o040000]: 'directory',
  [0o120000]: 'link',
  [0o010000]: 'fifo',
  [0o140000]: 'socket',
  [0o060000]: 'block-device',
  [0o020000]: 'character-device',
};
