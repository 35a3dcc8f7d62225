import { isUnknown, type Observed } from '@setpoint/model';
import { type ShellText, sh, shJoin } from '@setpoint/sdk';
import { wantedMode } from '../../ownership/ownership.ts';
import { exactMode } from '../../ownership/set-ownership.ts';
import { nameOf, parentOf } from '../../paths/absolute-path.ts';
import { enterLibrary } from '../../paths/entering.ts';
import type { MemberChange } from './compare.ts';
import type { ArchiveDeclared, ArchiveState, FoundMember } from './declared.ts';
import type { Member } from './members.ts';
import { unpackLibrary } from './unpack-library.ts';

/**
 * Brings the members that differ. First everything is compared with what the plan found; then all files are made whole, with owner,
 * mode and time, in a directory that nobody else may enter, and their digests are checked; then they are renamed to their places.
 * The contents come on standard input; those of members that stay as they are are skipped.
 */
export function unpackScript(
  declared: ArchiveDeclared,
  changes: readonly MemberChange[],
  observed: Observed<ArchiveState>,
): ShellText {
  const { path } = declared;
  const made = changes.filter(isPut).map((change, index) => ({ ...change, at: `m${index}` }));
  return sh`${enterLibrary}${unpackLibrary}${observed.kind === 'present' ? sh`` : makeTop(declared)}sp_enter ${path}
sp_top=$PWD
${checks(changes)}sp_stage ${path}
${contents(made, declared.body.sizeBytes)}${links(made)}${dressing(declared, made)}${digests(made)}${moves(declared, changes, made)}`;
}

/** A member that is made anew and moved to its place. */
type Put = MemberChange & { readonly at: string };

/** Whatever differs in a file or a link, it is made anew: so its owner and mode are never changed where others could put a link. */
function isPut({ member }: MemberChange): boolean {
  return member.type !== 'directory';
}

function makeTop({ path, directoryMode, ...owning }: ArchiveDeclared): ShellText {
  const mode = directoryMode === null ? '0755' : wantedMode(directoryMode, undefined, true);
  return sh`[ -d ${path} ] || ( sp_enter ${parentOf(path)} && sp_mkdir ${[nameOf(path), mode, ownerWord(owning)]} ) || exit\n`;
}

/** The words of each directory, entered once for all that stands in it. */
function byDirectory<Item extends { readonly member: Member }>(
  items: readonly Item[],
): readonly (readonly [string, readonly Item[]])[] {
  return [...Map.groupBy(items, ({ member }) => directoryOf(member.path))];
}

function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

function enter(directory: string): ShellText {
  return sh`sp_in ${directory === '' ? [] : directory.split('/')}\n`;
}

/** Directories that the plan did not find hold nothing to compare; that they are not there is compared where they would stand. */
function checks(changes: readonly MemberChange[]): ShellText {
  const missing = new Set(
    changes
      .filter(({ member, found }) => member.type === 'directory' && found === undefined)
      .map(({ member }) => member.path),
  );
  const known = changes.filter(
    ({ member, found }) => !missing.has(directoryOf(member.path)) && !(found !== undefined && isUnknown(found)),
  );
  return shJoin(
    byDirectory(known).map(([directory, items]) => sh`${enter(directory)}${shJoin(items.map(check), '')}`),
    '',
  );
}

function check({ member, found }: MemberChange): ShellText {
  const name = nameOf(`/${member.path}`);
  if (found === undefined || isUnknown(found)) return sh`sp_none ${name}\n`;
  if (found.type === 'directory') return sh`sp_directory ${name}\n`;
  if (found.type === 'link') return sh`sp_link ${name} ${found.target ?? ''}\n`;
  return typeof found.sha256 === 'string' ? sh`sp_file ${name} ${found.sha256}\n` : sh``;
}

/** Several members of equal content get it from the same place of the input, which can be read once only. */
function contents(made: readonly Put[], totalBytes: number): ShellText {
  const files = made.flatMap(({ member, at }) => (member.type === 'file' ? [{ member, at }] : []));
  const lines: ShellText[] = [];
  let position = 0;
  const sorted = files.toSorted((left, right) => left.member.offset - right.member.offset);
  const first = new Map<string, string>();
  for (const { member, at } of sorted) {
    const same = first.get(member.sha256);
    if (member.sizeBytes === 0) lines.push(sh`: >${at}\n`);
    else if (same !== undefined) lines.push(sh`cp -- ${same} ${at} || exit\n`);
    else {
      first.set(member.sha256, at);
      if (member.offset > position) lines.push(sh`sp_take ${member.offset - position} /dev/null\n`);
      lines.push(sh`sp_take ${member.sizeBytes} ${at}\n`);
      position = member.offset + member.sizeBytes;
    }
  }
  if (position < totalBytes) lines.push(sh`cat >/dev/null\n`);
  return shJoin(lines, '');
}

function links(made: readonly Put[]): ShellText {
  return shJoin(
    made.flatMap(({ member, at }) => (member.type === 'link' ? [sh`ln -s -- ${member.target} ${at} || exit\n`] : [])),
    '',
  );
}

/** Owners first, because chown clears mode bits; commands are shared by all members that get the same. */
function dressing(declared: ArchiveDeclared, made: readonly Put[]): ShellText {
  const files = made.filter(({ member }) => member.type === 'file');
  const owned = (word: (put: Put) => string, items: readonly Put[]) =>
    [...Map.groupBy(items, word)].filter(([value]) => value !== '-');
  const ownerOf = ({ found, member }: Put): string => ownerWord(declared, keptOwner(found, member));
  const commands = [
    ...owned(({ member }) => (member.modified === null ? '-' : `@${member.modified}`), files).map(
      ([time, items]) => sh`touch -d ${time} -- ${names(items)} 2>/dev/null`,
    ),
    ...owned(ownerOf, made).map(([owner, items]) => sh`chown -h -- ${owner} ${names(items)} || exit`),
    ...owned(({ mode }) => mode ?? '-', files).map(([mode, items]) => sh`chmod -- ${mode} ${names(items)} || exit`),
  ];
  return shJoin(
    commands.map((command) => sh`${command}\n`),
    '',
  );
}

function names(items: readonly Put[]): readonly string[] {
  return items.map(({ at }) => at);
}

/** What is replaced keeps its owner where none is declared. */
function keptOwner(found: MemberChange['found'], { type }: Member): FoundMember | undefined {
  return found === undefined || isUnknown(found) || found.type !== type ? undefined : found;
}

function ownerWord({ owner, group }: Pick<ArchiveDeclared, 'owner' | 'group'>, kept?: FoundMember): string {
  const user = owner ?? (kept === undefined ? '' : String(kept.uid));
  const own = group ?? (kept === undefined ? '' : String(kept.gid));
  return user === '' && own === '' ? '-' : `${user}${own === '' ? '' : `:${own}`}`;
}

function digests(made: readonly Put[]): ShellText {
  const files = made.flatMap(({ member, at }) => (member.type === 'file' ? [{ sha256: member.sha256, at }] : []));
  if (files.length === 0) return sh``;
  const sums = files.map(({ sha256 }) => sha256).join('\n');
  return sh`[ "$(sp_digests ${files.map(({ at }) => at)})" = ${sums} ] || sp_fail 'the contents did not arrive whole'\n`;
}

/** Parents come before children, so a directory is there when it is entered. */
function moves(declared: ArchiveDeclared, changes: readonly MemberChange[], made: readonly Put[]): ShellText {
  const places = new Map(made.map(({ member, at }) => [member.path, at]));
  const move = ({ member, found, mode }: MemberChange): ShellText => {
    const name = nameOf(`/${member.path}`);
    const at = places.get(member.path);
    if (at !== undefined) return sh`sp_put ${at} ${name}\n`;
    const exact = exactMode(mode ?? '0755');
    if (found === undefined || isUnknown(found)) return sh`sp_mkdir ${[name, exact, ownerWord(declared)]} || exit\n`;
    return sh`( sp_into ${name} && sp_own ${exact} ${ownerWord(declared)} ) || exit\n`;
  };
  const directories = byDirectory(changes);
  return sh`sync -f -- . 2>/dev/null || sync
${shJoin(
  directories.map(([directory, items]) => sh`${enter(directory)}${shJoin(items.map(move), '')}`),
  '',
)}`;
}
