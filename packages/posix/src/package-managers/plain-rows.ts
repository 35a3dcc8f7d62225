import type { PackageManagerName } from './manager.ts';
import { newestFirst } from './versions.ts';

/** A package as a manager beside apt tells of it. */
export type PlainRow = {
  readonly name: string;
  readonly version: string;
  /** UTC, in the form of a stat's `modified`; empty when it is not told. */
  readonly changed: string;
  /** False when it came only because another package needs it; true where the manager does not tell. */
  readonly manual: boolean;
  /** True when a change of it went wrong: a script failed, or files could not be written. */
  readonly isBroken: boolean;
};

/** What was printed of installed packages. */
export type PlainFacts = {
  readonly rows: ReadonlyMap<string, PlainRow>;
  /** Provided name to the packages that provide it. */
  readonly providers: ReadonlyMap<string, readonly string[]>;
  readonly locked: ReadonlySet<string>;
};

/** Reads the lines of `rpmQueries`, `pacmanQueries` or `apkQueries`. */
export function readPlainFacts(lines: readonly string[]): PlainFacts {
  const rows = new Map<string, PlainRow>();
  const providers = new Map<string, string[]>();
  const locked = new Set<string>();
  for (const line of [...lines, ...infoLines(lines)]) {
    const [kind, first = '', second = '', third = '', fourth = '', fifth = '', sixth = ''] = line.split('|');
    if (kind === 'pkg') {
      const row = {
        name: first,
        version: third,
        changed: timeText(Number(fourth)),
        manual: fifth !== 'auto',
        isBroken: sixth === 'broken',
      };
      const before = rows.get(first);
      // A kernel may be installed in several versions: the newest stands for it.
      if (before === undefined || newestFirst('dnf', before.version, row.version) > 0) rows.set(first, row);
    } else if (kind === 'prov' && first !== second) providers.set(first, [...(providers.get(first) ?? []), second]);
    else if (kind === 'lock') locked.add(first);
  }
  return { rows, providers, locked };
}

/** The versions of each name in the repositories, highest first. */
export function readPlainCandidates(
  manager: PackageManagerName,
  lines: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const versions = new Map<string, string[]>();
  const add = (name: string, version: string): void => {
    const plain = version.replace(/^0:/, '');
    versions.set(name, [...(versions.get(name) ?? []), plain]);
  };
  for (const line of lines) {
    const [kind, name = '', version = ''] = line.split('|').map((word) => word.trim());
    if (kind === 'cand') add(name, version);
    // zypper prints a table: status, name, type, version, architecture, repository.
    const cells = line.split('|').map((cell) => cell.trim());
    if (manager === 'zypper' && cells.length === 6 && cells[2] === 'package' && cells[5] !== '(System Packages)')
      add(cells[1] ?? '', cells[3] ?? '');
  }
  for (const { name, version } of readInfo(lines)) add(name, version);
  return new Map(
    [...versions].map(([name, all]) => [
      name,
      [...new Set(all)].sort((one, other) => newestFirst(manager, one, other)),
    ]),
  );
}

/** The packages of the repositories that provide a name without bearing it. */
export function readPlainOffers(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const offers = new Map<string, readonly string[]>();
  for (const line of lines) {
    const [kind, name = '', provider = ''] = line.split('|');
    if (kind === 'offer' && name !== provider)
      offers.set(name, [...new Set([...(offers.get(name) ?? []), provider])].sort());
  }
  return offers;
}

function timeText(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds <= 0) return '';
  return `${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')}.000000000`;
}

/** Brings what pacman tells in paragraphs into the lines that rpm prints. */
function infoLines(lines: readonly string[]): readonly string[] {
  const zone = lines.find((line) => line.startsWith('zone|'))?.slice(5) ?? '+0000';
  return readInfo(lines).flatMap(({ name, version, installed, reason, provides }) => [
    `pkg|${name}||${version}|${secondsOf(installed, zone)}|${reason.includes('dependency') ? 'auto' : 'manual'}`,
    ...provides
      .split(/\s+/)
      .filter((each) => each !== '' && each !== 'None')
      .map((each) => `prov|${each.split(/[<>=]/)[0]}|${name}`),
  ]);
}

type Info = Record<'name' | 'version' | 'installed' | 'reason' | 'provides', string>;

const infoFields: ReadonlyMap<string, keyof Info> = new Map([
  ['Name', 'name'],
  ['Version', 'version'],
  ['Install Date', 'installed'],
  ['Install Reason', 'reason'],
  ['Provides', 'provides'],
]);

function readInfo(lines: readonly string[]): readonly Info[] {
  const all: Info[] = [];
  for (const line of lines) {
    const [kind, label = '', ...rest] = line.split('|');
    const field = kind === 'info' ? infoFields.get(label) : undefined;
    if (field === undefined) continue;
    if (field === 'name') all.push({ name: '', version: '', installed: '', reason: '', provides: '' });
    const last = all.at(-1);
    if (last !== undefined) last[field] = rest.join('|').trim();
  }
  return all;
}

/** `Mon Nov 23 14:11:12 2026`, in the zone of the node. */
function secondsOf(date: string, zone: string): number {
  return Math.floor(Date.parse(`${date} ${zone}`) / 1000);
}
