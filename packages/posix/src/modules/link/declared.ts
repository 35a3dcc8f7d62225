import { posix } from 'node:path';
import type { DeclarationProblem, Unknown } from '@setpoint/model';
import { type Static, Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import { declareOwnership, type Ownership, ownershipProperties } from '../../ownership/ownership.ts';
import { canonicalPath, parentOf } from '../../paths/absolute-path.ts';
import type { FileType } from '../../queries/stat.ts';

/** A link as declared, in canonical form. */
export type LinkDeclared = {
  readonly path: string;
  readonly state: 'present' | 'absent';
  /** As written, relative or not; empty for a link declared absent. */
  readonly target: string;
  /** Of the link itself; a link has no mode. */
  readonly ownership: Ownership;
  readonly force: boolean;
  /** A file that is replaced is kept beside the link; absent when it is not. */
  readonly backup?: true;
  /** The path is another name of the target itself; absent for a symbolic link. */
  readonly hard?: true;
};

/** What was found at the path: a link, or with `force` what it replaces. */
export type LinkState = {
  readonly type: FileType;
  readonly target: string | null;
  readonly owner: string;
  readonly group: string;
  readonly uid: number;
  readonly gid: number;
  readonly sizeBytes: number;
  readonly modified: string;
  /** Number of entries of a directory that stands at the path; absent for anything else. */
  readonly entries?: number | Unknown;
  /** Whether a regular file at the path and the target of a hard link are one file; absent for everything else. */
  readonly isTarget?: boolean | Unknown;
  /** Digest of a regular file that is to be kept; absent for everything else. */
  readonly sha256?: string | Unknown;
};

export const linkSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description: 'Whether the link is there. Default: present.',
      }),
    ),
    target: Type.Optional(
      Type.String({
        description:
          'Where the link leads, kept as written. A relative target counts from the directory of the link. It need not exist, unless the link is `hard`.',
        minLength: 1,
      }),
    ),
    hard: Type.Optional(
      Type.Boolean({
        description:
          'Make the path another name of the target, which must be a regular file on the same file system, instead of a symbolic link to it. Where the target gets new content by a resource it becomes a new file, and the link follows it with `force: true`. Default: false.',
      }),
    ),
    owner: ownershipProperties.owner,
    group: ownershipProperties.group,
    force: Type.Optional(
      Type.Boolean({
        description:
          'Replace a regular file or an empty directory that stands at the path; otherwise that is an error. Default: false.',
      }),
    ),
    backup: Type.Optional(
      Type.Boolean({
        description:
          'Keep the regular file that `force` replaces beside the link, with its owner and mode, named by its digest. Default: false.',
      }),
    ),
  },
  { additionalProperties: false },
);

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareLink({ identity, properties }: TypedInput<typeof linkSchema>): TypedDeclaration<LinkDeclared> {
  const path = canonicalPath(identity);
  const { ownership, problems: ownershipFaults } = declareOwnership(properties);
  const problems = [
    ...(path.kind === 'invalid' ? [{ property: '', detail: path.detail, hint: path.hint }] : []),
    ...(identity.endsWith('/') ? [{ property: '', detail: 'The path of a link cannot end with a slash.' }] : []),
    ...ownershipFaults,
    ...targetProblems(properties, identity),
    ...hardProblems(properties),
    ...backupProblems(properties),
  ];
  if (problems.length > 0 || path.kind === 'invalid') return { kind: 'invalid', problems };
  const declared = {
    path: path.path,
    state: properties.state ?? 'present',
    target: properties.target ?? '',
    ownership,
    force: properties.force ?? false,
    ...(properties.backup === true ? ({ backup: true } as const) : {}),
    ...(properties.hard === true ? ({ hard: true } as const) : {}),
  };
  return { kind: 'declared', identity: path.path, declared };
}

/** Where the file that the link replaces is kept; undefined when none is, or when its digest is not known. */
export function backupOf({ path, backup }: LinkDeclared, found: LinkState | undefined): string | undefined {
  if (backup !== true || found?.type !== 'file' || found.isTarget === true) return undefined;
  return typeof found.sha256 === 'string' ? `${path}.${found.sha256.slice(0, 12)}.bak` : undefined;
}

/** The path that the link leads to, counted from its own directory. */
export function targetOf({ path, target }: Pick<LinkDeclared, 'path' | 'target'>): string {
  return posix.resolve(parentOf(path), target);
}

function targetProblems(
  { state, target, force, backup }: Static<typeof linkSchema>,
  path: string,
): readonly DeclarationProblem[] {
  if (state === 'absent') {
    const given = { target, force: force === true, backup: backup === true };
    const [useless] = Object.entries(given).filter(([, value]) => value !== undefined && value !== false);
    if (useless === undefined) return [];
    const [property] = useless;
    const detail = `A link that is declared absent has no ${property}.`;
    return [{ property, detail, hint: `remove ${property}, or state: absent` }];
  }
  if (target === undefined) {
    return [{ property: 'target', detail: 'Where the link leads is not declared.', hint: 'add `target:`' }];
  }
  if (target.includes('\0')) return [{ property: 'target', detail: 'A path cannot hold a NUL byte.' }];
  if (target.startsWith('~')) {
    return [
      {
        property: 'target',
        detail: `"${target}" starts with ~, which nobody expands in a link.`,
        hint: 'write the whole path, such as /home/deploy',
      },
    ];
  }
  if (target === path) return [{ property: 'target', detail: 'The link leads to itself.' }];
  return [];
}

function hardProblems({ hard, state, owner, group }: Static<typeof linkSchema>): readonly DeclarationProblem[] {
  if (hard !== true) return [];
  if (state === 'absent') {
    const detail = 'A hard link is a file like any other, and only `file:` removes files.';
    return [{ property: 'hard', detail, hint: 'declare `file:` with `state: absent` instead' }];
  }
  const owned = Object.entries({ owner, group }).filter(([, value]) => value !== undefined);
  return owned.map(([property]) => ({
    property,
    detail: `A hard link has no ${property} of its own: it is the same file as its target.`,
    hint: `declare the ${property} of the target with \`file:\``,
  }));
}

function backupProblems({ backup, force, state }: Static<typeof linkSchema>): readonly DeclarationProblem[] {
  if (backup !== true || force === true || state === 'absent') return [];
  const detail = 'There is nothing to keep: only with `force: true` a link replaces a file.';
  return [{ property: 'backup', detail, hint: 'remove backup, or add `force: true`' }];
}
