import { posix } from 'node:path';
import { type ArchiveMember, type DeclarationProblem, pathGlobs } from '@setpoint/model';

/** What is to stand at one path below the directory; directories that the archive does not name are there, too. */
export type Member = {
  /** Relative to the directory, without `..`. */
  readonly path: string;
  readonly modified: number | null;
} & (
  | {
      readonly type: 'file';
      readonly mode: string | null;
      readonly sizeBytes: number;
      readonly sha256: string;
      readonly offset: number;
    }
  | { readonly type: 'directory'; readonly mode: string | null }
  | { readonly type: 'link'; readonly target: string }
);

export type Choice = {
  readonly strip: number;
  readonly include: readonly string[] | undefined;
  readonly exclude: readonly string[];
};

export type MembersResult = { readonly members: readonly Member[]; readonly problems: readonly DeclarationProblem[] };

/**
 * The members that are to be unpacked, parents before children, the last of equal names alone. Whatever would lead out of the
 * directory is a problem.
 */
export function chooseMembers(stored: readonly ArchiveMember[], choice: Choice): MembersResult {
  const chosen = stored.flatMap((member) => chosenPart(member, choice));
  const problems = chosen.flatMap((member) => refuse(member));
  if (problems.length > 0) return { members: [], problems: problems.slice(0, maxTold) };
  const byPath = new Map<string, Member>();
  for (const member of chosen) {
    for (const parent of parentsOf(member.path)) {
      if (!byPath.has(parent)) byPath.set(parent, { path: parent, type: 'directory', mode: null, modified: null });
    }
    byPath.set(member.path, toMember(member));
  }
  const members = [...byPath.values()].sort((left, right) => compare(left.path, right.path));
  return { members, problems: misplaced(byPath).slice(0, maxTold) };
}

/** One problem of an archive is often that of hundreds of members. */
const maxTold = 10;

function chosenPart(member: ArchiveMember, { strip, include, exclude }: Choice): readonly ArchiveMember[] {
  const parts = member.path.split('/');
  const path =
    strip === 0
      ? member.path
      : parts
          .filter((part) => part !== '')
          .slice(strip)
          .join('/');
  if (path === '') return [];
  const isIncluded = include === undefined || pathGlobs(include)(path);
  return isIncluded && !pathGlobs(exclude)(path) ? [{ ...member, path }] : [];
}

function refuse({ path, type, what }: ArchiveMember): readonly DeclarationProblem[] {
  const hint = 'leave it out with `exclude`, or pack the archive anew';
  const refused = (why: string) => [{ property: 'source', detail: `The archive holds ${shown(path)}, ${why}.`, hint }];
  if (path.startsWith('/')) return refused('an absolute name, which leads out of the directory');
  if (path.split('/').includes('..')) return refused('which leads out of the directory');
  if (path.includes('\0')) return refused('a name with a NUL byte');
  return type === 'other' ? refused(`which is ${what ?? 'nothing that can be unpacked'}`) : [];
}

function toMember(stored: ArchiveMember): Member {
  const { path, type, target = '', sizeBytes = 0, sha256 = '', offset = 0 } = stored;
  const mode = stored.mode ?? null;
  const modified = stored.modified ?? null;
  if (type === 'directory') return { path, type, mode, modified };
  if (type === 'link') return { path, type, target, modified };
  return { path, type: 'file', mode, sizeBytes, sha256, offset, modified };
}

/** Members below one that is no directory, and links that lead out. */
function misplaced(members: ReadonlyMap<string, Member>): readonly DeclarationProblem[] {
  const hint = 'leave it out with `exclude`, or pack the archive anew';
  return [...members.values()].flatMap((member) => {
    const wrong = parentsOf(member.path).find((parent) => members.get(parent)?.type !== 'directory');
    if (wrong !== undefined) {
      const kind = members.get(wrong)?.type ?? 'file';
      const detail = `The archive holds ${shown(member.path)} and, above it, the ${kind} ${shown(wrong)}, which would lead elsewhere.`;
      return [{ property: 'source', detail, hint }];
    }
    if (member.type !== 'link' || staysInside(member, members)) return [];
    const detail = `The archive holds the link ${shown(member.path)} to ${shown(member.target)}, which leads out of the directory.`;
    return [{ property: 'source', detail, hint }];
  });
}

/** Follows the links of the archive as the node would: one that leads upwards makes another lead farther than it looks. */
function staysInside(link: Member & { readonly type: 'link' }, members: ReadonlyMap<string, Member>): boolean {
  if (link.target === '' || link.target.includes('\0')) return false;
  let at = partsOf(posix.dirname(link.path));
  let rest = link.target.split('/');
  if (link.target.startsWith('/')) return false;
  for (let hops = 0; rest.length > 0; ) {
    const [part = '', ...others] = rest;
    rest = others;
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (at.length === 0) return false;
      at = at.slice(0, -1);
      continue;
    }
    const met = members.get([...at, part].join('/'));
    if (met?.type !== 'link') {
      at = [...at, part];
      continue;
    }
    hops += 1;
    // A circle leads nowhere, so not out either.
    if (hops > 40) return true;
    if (met.target.startsWith('/')) return false;
    rest = [...met.target.split('/'), ...rest];
  }
  return true;
}

function partsOf(path: string): readonly string[] {
  return path === '.' ? [] : path.split('/');
}

function parentsOf(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

function compare(left: string, right: string): number {
  return left < right ? -1 : 1;
}

function shown(path: string): string {
  return JSON.stringify(path);
}
