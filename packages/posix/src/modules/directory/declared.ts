import type { DeclarationProblem, Unknown } from '@setpoint/model';
import { type Static, Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import {
  declareOwnership,
  type Ownership,
  type OwnershipState,
  ownershipProperties,
} from '../../ownership/ownership.ts';
import { canonicalPath } from '../../paths/absolute-path.ts';
import { keepMode } from '../../permissions/kept-mode.ts';
import { parseMode } from '../../permissions/mode.ts';
import type { TreeValue } from '../../queries/tree.ts';
import { type ContextState, selinuxProblems, selinuxProperty } from '../../selinux/context.ts';
import { declareModified, modifiedProblems } from '../../times/modified.ts';
import { type CopyDeclared, type CopyState, copyProblems, copyProperties, declareCopy } from './copy/declared.ts';

/** A directory as declared, in canonical form. */
export type DirectoryDeclared = {
  readonly path: string;
  readonly state: 'present' | 'absent';
  readonly ownership: Ownership;
  /** Missing parents are made too. */
  readonly parents: boolean;
  /** What everything below has to be; null when only the directory itself is managed. */
  readonly tree: TreeDeclared | null;
  /** Type or whole context; absent when it is not managed. */
  readonly selinux?: string;
  /** As a stat tells it, to the second; absent when it is not managed. */
  readonly modified?: string;
  /** What is brought from the project; absent when the directory has no source. */
  readonly copy?: CopyDeclared;
  readonly force: boolean;
};

/** Owner and group of everything below, the mode of directories and of files below; null leaves what is there. */
export type TreeDeclared = {
  readonly owner: string | null;
  readonly group: string | null;
  readonly directoryMode: string | null;
  readonly fileMode: string | null;
};

/** A directory as found. */
export type DirectoryState = OwnershipState &
  ContextState & {
    readonly modified?: string;
    /** Absent when what the directory holds was not asked for. */
    readonly tree?: TreeValue | Unknown;
    /** Absent when nothing is copied. */
    readonly copy?: CopyState;
  };

export const directorySchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description: 'Whether the directory is there. Default: present.',
      }),
    ),
    ...ownershipProperties,
    mode: Type.Optional(
      Type.String({
        description:
          'Permission bits, octal (`0755`) or symbolic (`u=rwx,go=rx`). Left as they are when not declared. With a `source` they hold for all directories, and symbolic ones (`u=rwX,go=rX`) for files too; `keep` gives everything the mode it has in the source.',
        'x-source-text': true,
        minLength: 1,
      }),
    ),
    modified: Type.Optional(
      Type.String({
        description:
          'Time of the last modification, as for a `file`. Every name that comes or goes in the directory changes it, so declare nothing else that is made in it.',
        minLength: 1,
      }),
    ),
    ...selinuxProperty,
    ...copyProperties,
    parents: Type.Optional(
      Type.Boolean({
        description: 'Make missing parent directories too, with mode 0755. Default: false, which refuses to guess.',
      }),
    ),
    recurse: Type.Optional(
      Type.Boolean({
        description:
          'Hold owner and group of everything below to the declared ones, and the mode of all directories below. A symbolic mode (`u=rwX,go=rX`) holds for files too. Links are not followed, other file systems not entered. Default: false.',
      }),
    ),
    file_mode: Type.Optional(
      Type.String({
        description:
          'Permission bits of all regular files below, or `keep` for those of the source. Needs `recurse: true` or a `source`.',
        'x-source-text': true,
        minLength: 1,
      }),
    ),
    force: Type.Optional(
      Type.Boolean({
        description:
          'With `state: absent`, delete everything in it too; otherwise only an empty directory is removed. Default: false.',
      }),
    ),
  },
  { additionalProperties: false },
);

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareDirectory({
  identity,
  properties,
  trees,
}: TypedInput<typeof directorySchema>): TypedDeclaration<DirectoryDeclared> {
  const path = canonicalPath(identity);
  const tree = trees?.['source'];
  const { mode } = properties;
  const { ownership, problems: ownershipFaults } = declareOwnership(keepMode(properties, tree?.mode));
  const problems = [
    ...(path.kind === 'invalid' ? [{ property: '', detail: path.detail, hint: path.hint }] : []),
    ...ownershipFaults,
    ...treeProblems(properties),
    ...copyProblems(properties),
    ...selinuxProblems(properties),
    ...timeProblems(properties),
    ...absenceProblems(properties, path.kind === 'path' ? path.path : ''),
  ];
  if (problems.length > 0 || path.kind === 'invalid') return { kind: 'invalid', problems };
  const declared = {
    path: path.path,
    state: properties.state ?? 'present',
    ownership,
    parents: properties.parents ?? false,
    tree: properties.recurse === true ? declareTree(ownership, properties.file_mode ?? null) : null,
    force: properties.force ?? false,
    ...(properties.selinux === undefined ? {} : { selinux: properties.selinux }),
    ...declareModified(properties),
    ...(tree === undefined
      ? {}
      : { copy: declareCopy(tree, properties, { path: path.path, ownership, mode, fileMode: properties.file_mode }) }),
  };
  return { kind: 'declared', identity: path.path, declared };
}

function declareTree({ owner, group, mode }: Ownership, fileMode: string | null): TreeDeclared {
  const isSymbolic = mode !== null && parseMode(mode)?.kind === 'symbolic';
  return { owner, group, directoryMode: mode, fileMode: fileMode ?? (isSymbolic ? mode : null) };
}

function treeProblems(properties: Static<typeof directorySchema>): readonly DeclarationProblem[] {
  const { owner, group, mode, file_mode: fileMode, recurse, source } = properties;
  if (fileMode !== undefined && fileMode !== 'keep' && parseMode(fileMode) === undefined) {
    return [
      {
        property: 'file_mode',
        detail: `"${fileMode}" is not a file mode.`,
        hint: 'write octal digits such as 0644, or symbols such as u=rw,go=r',
      },
    ];
  }
  if (fileMode !== undefined && recurse !== true && source === undefined) {
    return [
      {
        property: 'file_mode',
        detail: 'The files in the directory are managed only when it is recursed into or copied.',
        hint: 'add `recurse: true`, or `source:`',
      },
    ];
  }
  if (recurse === true && [owner, group, mode, fileMode].every((value) => value === undefined)) {
    return [
      {
        property: 'recurse',
        detail: 'There is nothing to hold the tree to: neither owner, group nor mode is declared.',
        hint: 'add owner, group, mode or file_mode',
      },
    ];
  }
  return [];
}

function timeProblems(properties: Static<typeof directorySchema>): readonly DeclarationProblem[] {
  if (properties.modified === undefined || properties.source === undefined) return modifiedProblems(properties);
  const detail = 'What is copied into a directory changes its time.';
  return [{ property: 'modified', detail, hint: 'remove modified, or source' }];
}

function absenceProblems(properties: Static<typeof directorySchema>, path: string): readonly DeclarationProblem[] {
  if (properties.state !== 'absent') {
    return properties.force === true
      ? [
          {
            property: 'force',
            detail: '"force" deletes what is in the directory, and the directory is declared present.',
            hint: 'remove force, or add `state: absent`',
          },
        ]
      : [];
  }
  const root = path === '/' ? [{ property: '', detail: 'The root directory cannot be removed.' }] : [];
  const useless = (['owner', 'group', 'mode', 'parents', 'recurse'] as const).filter(
    (name) => properties[name] !== undefined,
  );
  return [
    ...root,
    ...useless.map((property) => ({
      property,
      detail: `A directory that is declared absent has no ${property}.`,
      hint: `remove ${property}, or state: absent`,
    })),
  ];
}
