import type { Answer, Query } from '@setpoint/model';
import { type ShellText, sh, shRaw } from '@setpoint/sdk';
import { initServicesText } from './init-services.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks systemd for a unit by its full name. */
export type UnitQuery = { readonly kind: 'unit'; readonly name: string };

/** The answer, in systemd's own words; absent when there is no unit file of that name. */
export type UnitValue = {
  /** The name that the declared one is an alias of, or the name itself. */
  readonly id: string;
  /** What starts services where that is not systemd, whose words are used all the same. */
  readonly manager?: 'openrc' | 'sysv';
  readonly loadState: string;
  readonly loadError: string;
  /** `offline` where systemd does not run, as in the image of a machine: then only unit files can be told. */
  readonly activeState: string;
  readonly subState: string;
  /** As `is-enabled` says it: a unit that is generated from an init script is enabled when the links of its script are. */
  readonly fileState: string;
  /** False for an indirect unit, which enables other units and never itself. */
  readonly canBeEnabled: boolean;
  readonly needsReload: boolean;
  /** `pending` when a change of this plan makes systemd read the unit files again; empty otherwise. */
  readonly loadedSince: '' | 'pending';
  readonly fragmentPath: string;
  /** The drop-ins that systemd has read. */
  readonly dropIns: readonly string[];
  readonly type: string;
  readonly result: string;
  readonly mainPid: number;
  readonly canReload: boolean;
  /** The last reload failed, so that the unit runs on with what it read before. */
  readonly reloadFailed: boolean;
  /** Units, such as a socket or a timer, that may start it. */
  readonly triggeredBy: readonly string[];
  readonly remainsAfterExit: boolean;
  /**
   * When it became active, and when its state last changed, which a reload does too: UTC in the form of a stat's `modified`;
   * empty for never, `pending` when a change of this plan does it.
   */
  readonly activeSince: string;
  readonly changedSince: string;
};

export function unitQuery(name: string): UnitQuery {
  return { kind: 'unit', name };
}

/**
 * One `systemctl show` for all units; its answers stand in the order of the names, parted by empty lines. Before systemd 247
 * there are no times to the microsecond: they are counted from the boot then. After `#more` stand the files that a unit is enabled
 * by: unit files and drop-ins with an `[Install]` section for themselves, and init scripts with links in a runlevel.
 */
export const unitsLibrary: ShellText = shRaw(
  String.raw`${initServicesText}sp_units() {
  [ $# -gt 0 ] || return 0
  sp_find_init
  if [ -n "$sp_init" ]; then sp_init_services "$@"; return; fi
  sp_has systemctl || return 127
  if ! [ -d /run/systemd/system ]; then sp_units_offline "$@"; return; fi
  sp_asked=Id,LoadState,LoadError,ActiveState,SubState,UnitFileState,NeedDaemonReload,FragmentPath,DropInPaths,SourcePath,TriggeredBy,Type,Result,ReloadResult,MainPID,CanReload,RemainAfterExit,ActiveEnterTimestamp,StateChangeTimestamp,ActiveEnterTimestampMonotonic,StateChangeTimestampMonotonic
  if ! sp_shown=$(systemctl show --no-pager --timestamp=us+utc -p "$sp_asked" -- "$@" 2>/dev/null); then
    printf '#clock %s %s\n' "$(date +%s.%N)" "$(cat /proc/uptime)"
    sp_shown=$(systemctl show --no-pager -p "$sp_asked" -- "$@" 2>/dev/null)
  fi
  printf '%s\n' "$sp_shown"
  case $sp_shown in *UnitFileState=indirect*|*SourcePath=/etc/init.d/*) printf '\n#more\n'; sp_units_more;; esac
}
sp_units_more() {
  sp_paths=$(printf '%s\n' "$sp_shown" | sed -n 's/^FragmentPath=//p; s/^DropInPaths=//p')
  [ -z "$sp_paths" ] || grep -l -s -E '^(WantedBy|RequiredBy|UpheldBy|Alias)=' -- $sp_paths
  for sp_path in $(printf '%s\n' "$sp_shown" | sed -n 's/^SourcePath=//p'); do
    set +f
    for sp_link in /etc/rc[2-5].d/S[0-9][0-9]"\${sp_path##*/}"; do
      if [ -e "$sp_link" ]; then printf '%s\n' "$sp_path"; break; fi
    done
    set -f
  done
  return 0
}
sp_units_offline() {
  for sp_unit; do
    sp_state=$(systemctl is-enabled -- "$sp_unit" 2>/dev/null)
    case $sp_state in
      ''|not-found) sp_load=not-found sp_state=;;
      masked*) sp_load=masked;;
      *) sp_load=loaded;;
    esac
    printf 'Id=%s\nLoadState=%s\nActiveState=offline\nUnitFileState=%s\n\n' "$sp_unit" "$sp_load" "$sp_state"
  done
}
`.replaceAll('\\${', '${'),
);

export const unitKind: QueryKind = {
  kind: 'unit',
  batchSize: 200,
  library: unitsLibrary,
  section: (queries) => sh`sp_units ${queries.map(nameOf).filter(isUnitName)}`,
  parse: (output, queries, code) => {
    if (code === 127) return unreadable(queries, 'the node has no `systemctl`');
    return readUnits(output.toString('utf8'), queries);
  },
};

/** The answers in what `sp_units` printed of the units of the queries; those without the name of a unit are absent. */
export function readUnits(text: string, queries: readonly Query[]): readonly Answer[] {
  const names = queries.map(nameOf).filter(isUnitName);
  const clock = /^#clock (\d+\.\d+) (\d+\.\d+)[^\n]*\n/m.exec(text);
  const [shown = '', more = ''] = (clock === null ? text : text.slice(clock.index + clock[0].length)).split(
    '\n#more\n',
  );
  const blocks = readBlocks(shown);
  const enabling = new Set(more.split('\n'));
  if (blocks.length !== names.length) return unreadable(queries, 'the output of `systemctl show`');
  const bootSeconds = clock === null ? undefined : Number(clock[1]) - Number(clock[2]);
  const byName = new Map(names.map((name, index) => [name, toAnswer(blocks[index], { bootSeconds, enabling })]));
  return queries.map((query) => byName.get(nameOf(query)) ?? { status: 'absent' });
}

/** True for a full unit name that stands for one unit: no pattern, no template without its instance. */
export function isUnitName(name: string): boolean {
  return /^[A-Za-z0-9:_.\\@-]{1,255}$/.test(name) && !name.startsWith('-') && /[^@.]\.[a-z]+$/.test(name);
}

function nameOf(query: Query): string {
  return queryText(query, 'name');
}

type Block = ReadonlyMap<string, string>;

function readBlocks(text: string): readonly Block[] {
  return text
    .split('\n\n')
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => new Map(block.split('\n').map(readProperty)));
}

function readProperty(line: string): readonly [string, string] {
  const equals = line.indexOf('=');
  return equals < 0 ? [line, ''] : [line.slice(0, equals), line.slice(equals + 1)];
}

/** What is known beside the block of a unit: when the node was booted, and the files that enable units. */
type Surroundings = { readonly bootSeconds: number | undefined; readonly enabling: ReadonlySet<string> };

function toAnswer(block: Block | undefined, { bootSeconds, enabling }: Surroundings): Answer {
  const text = (name: string): string => block?.get(name) ?? '';
  if (text('LoadState') === '') {
    return { status: 'unknown', cause: { kind: 'unavailable', what: 'the output of `systemctl show`' } };
  }
  if (text('LoadState') === 'not-found') return { status: 'absent' };
  const time = (name: string): string =>
    bootSeconds === undefined ? toTime(text(name)) : fromBoot(text(`${name}Monotonic`), bootSeconds);
  const words = (name: string): readonly string[] =>
    text(name)
      .split(' ')
      .filter((word) => word !== '');
  const dropIns = words('DropInPaths');
  const isMaskedFile = text('UnitFileState').startsWith('masked');
  const isInitScript = text('UnitFileState') === 'generated' && text('SourcePath').startsWith('/etc/init.d/');
  const isItself = [text('FragmentPath'), ...dropIns].some((path) => enabling.has(path));
  const manager = text('Manager');
  const value: UnitValue = {
    id: text('Id'),
    ...(manager === 'openrc' || manager === 'sysv' ? { manager } : {}),
    loadState: text('LoadState'),
    loadError: text('LoadError'),
    activeState: text('ActiveState'),
    subState: text('SubState'),
    fileState: isInitScript ? (enabling.has(text('SourcePath')) ? 'enabled' : 'disabled') : text('UnitFileState'),
    canBeEnabled: text('UnitFileState') !== 'indirect' || isItself,
    // Of a masked unit with drop-ins systemd always says that it must be read again.
    needsReload: text('NeedDaemonReload') === 'yes' && !(text('LoadState') === 'masked' && isMaskedFile),
    loadedSince: '',
    fragmentPath: text('FragmentPath'),
    dropIns,
    type: text('Type'),
    result: text('Result'),
    mainPid: Number(text('MainPID')) || 0,
    canReload: text('CanReload') === 'yes',
    reloadFailed: !['', 'success'].includes(text('ReloadResult')),
    triggeredBy: words('TriggeredBy'),
    remainsAfterExit: text('RemainAfterExit') === 'yes',
    activeSince: time('ActiveEnterTimestamp'),
    changedSince: time('StateChangeTimestamp'),
  };
  return { status: 'found', value };
}

/** `Mon 2026-11-23 01:25:49.578144 UTC` without the day and the zone. */
function toTime(text: string): string {
  return /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?/.exec(text)?.[0] ?? '';
}

/** Microseconds since the boot as a time of day. */
function fromBoot(text: string, bootSeconds: number): string {
  const microseconds = Number(text);
  if (!Number.isFinite(microseconds) || microseconds === 0) return '';
  const date = new Date(bootSeconds * 1000 + microseconds / 1000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().replace('T', ' ').replace('Z', '');
}
