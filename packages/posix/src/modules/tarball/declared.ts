import type { DeclarationProblem, Unknown } from '@setpoint/model';
import { type Static, Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import { declareOwnership, type Ownership, ownershipProperties } from '../../ownership/ownership.ts';
import { canonicalPath } from '../../paths/absolute-path.ts';
import type { TarballFormat } from '../../queries/tarball.ts';
import type { FileDeclared, FileState } from '../file/declared.ts';
import { isRefName } from '../git/declaration-problems.ts';

/** An archive of a tree of the node as declared, in canonical form. */
export type TarballDeclared = {
  readonly path: string;
  readonly tree: string;
  /** The commit of the repository in `tree` that is packed, and what is put before each name; null packs the directory. */
  readonly commit: { readonly name: string; readonly prefix: string } | null;
  readonly format: TarballFormat;
  readonly exclude: readonly string[];
  readonly ownership: Ownership;
  readonly timeoutSeconds: number;
  /** Takes the place of the archive when it is taken back. */
  readonly back: FileDeclared | null;
};

/** The file as found, the tar that it holds, and the one that the tree would be. */
export type TarballState = FileState & {
  readonly found: string | null;
  /** Unknown where something in the tree is changed before, or could not be read. */
  readonly wanted: string | Unknown;
  /** The commit that the name stands for, and the one that the file says it holds. */
  readonly commits?: CommitPair;
  /** Packed by this plan, so there is nothing to compare. */
  readonly isFresh?: true;
};

/** Both with all their digits; null where the file says none. */
export type CommitPair = { readonly wanted: string; readonly found: string | null };

export const tarballSchema = Type.Object(
  {
    tree: Type.String({
      description:
        'Absolute path of the directory of the node that is packed; with `commit`, of the working copy or bare repository.',
      minLength: 1,
    }),
    commit: Type.Optional(
      Type.String({
        description:
          'Pack what a commit of the repository holds, by `git archive`, in the place of the files that lie there: a branch, a tag, `HEAD`, or all digits of a commit. The plan shows the commit that the name stands for. What `export-ignore` of `.gitattributes` names is left out; submodules are empty directories, and filters do not run: of a file of git-lfs what git itself holds is packed.',
        minLength: 1,
      }),
    ),
    prefix: Type.Optional(
      Type.String({
        description: 'Directory in the archive that everything of the commit lies in, such as `app-1.2/`.',
        minLength: 1,
      }),
    ),
    exclude: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description:
          'Leave out what one of these patterns names, and what lies below it: `*.log` fits names wherever they are; with a slash, `cache/*` fits the path from the tree, and `*` takes slashes, too.',
      }),
    ),
    format: Type.Optional(
      Type.Union([Type.Literal('tar'), Type.Literal('tar.gz'), Type.Literal('tar.zst'), Type.Literal('tar.xz')], {
        description: 'How it is packed. Default: what the name of the file ends with.',
      }),
    ),
    ...ownershipProperties,
    timeout_seconds: Type.Optional(
      Type.Integer({
        description: 'How long reading the tree may take, in every plan, and packing it. Default: 60.',
        minimum: 1,
        maximum: 86_400,
      }),
    ),
  },
  { additionalProperties: false },
);

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareTarball({
  identity,
  properties,
}: TypedInput<typeof tarballSchema>): TypedDeclaration<TarballDeclared> {
  const path = canonicalPath(identity);
  const tree = canonicalPath(properties.tree);
  const format = formatOf(identity, properties);
  const { ownership, problems: ownershipFaults } = declareOwnership(properties);
  const problems: readonly DeclarationProblem[] = [
    ...(path.kind === 'invalid' ? [{ property: '', detail: path.detail, hint: path.hint }] : []),
    ...(tree.kind === 'invalid' ? [{ property: 'tree', detail: tree.detail, hint: tree.hint }] : []),
    ...(path.kind === 'path' && tree.kind === 'path' ? placeProblems(path.path, tree.path) : []),
    ...commitProblems(properties),
    ...(format === undefined ? [formatProblem] : []),
    ...ownershipFaults,
  ];
  if (problems.length > 0 || path.kind === 'invalid' || tree.kind === 'invalid' || format === undefined)
    return { kind: 'invalid', problems };
  const declared: TarballDeclared = {
    path: path.path,
    tree: tree.path,
    commit: properties.commit === undefined ? null : { name: properties.commit, prefix: properties.prefix ?? '' },
    format,
    exclude: properties.exclude ?? [],
    ownership,
    timeoutSeconds: properties.timeout_seconds ?? 60,
    back: null,
  };
  return { kind: 'declared', identity: path.path, declared };
}

function placeProblems(path: string, tree: string): readonly DeclarationProblem[] {
  if (path !== tree && !path.startsWith(tree === '/' ? '/' : `${tree}/`)) return [];
  const detail =
    'An archive that lies in its own tree would be another one each time it is packed, or wait for itself.';
  return [{ property: 'tree', detail, hint: `put the archive outside of ${tree}` }];
}

function commitProblems({ commit, prefix, exclude }: Static<typeof tarballSchema>): readonly DeclarationProblem[] {
  if (commit === undefined) {
    const detail = 'A prefix is put before the names of a commit, and none is declared.';
    return prefix === undefined ? [] : [{ property: 'prefix', detail, hint: 'add commit, or remove prefix' }];
  }
  const noName = `"${commit}" is no name that git allows for a branch or a tag.`;
  const noPrefix = `"${prefix ?? ''}" is no directory in an archive.`;
  const detail = 'A commit says itself what is left out of its archive.';
  return [
    ...(isRefName(commit) ? [] : [{ property: 'commit', detail: noName }]),
    ...(prefix === undefined || isPrefix(prefix)
      ? []
      : [{ property: 'prefix', detail: noPrefix, hint: 'write one that ends with a slash, such as `app-1.2/`' }]),
    ...(exclude === undefined
      ? []
      : [
          {
            property: 'exclude',
            detail,
            hint: 'give these paths `export-ignore` in .gitattributes, or remove exclude',
          },
        ]),
  ];
}

/** Names with a slash behind each of them, none of which leads anywhere else. */
function isPrefix(text: string): boolean {
  return (
    text.endsWith('/') &&
    text
      .slice(0, -1)
      .split('/')
      .every((part) => !/^\.{0,2}$|\p{Cc}/u.test(part))
  );
}

const formatProblem: DeclarationProblem = {
  property: 'format',
  detail: 'The name of the file does not tell how it is packed.',
  hint: 'add format, or end the name with .tar, .tar.gz, .tgz, .tar.zst, .tar.xz or .txz',
};

function formatOf(identity: string, { format }: Static<typeof tarballSchema>): TarballFormat | undefined {
  const ending = format === undefined ? identity : `.${format}`;
  return endings.find(([pattern]) => pattern.test(ending))?.[1];
}

const endings: readonly (readonly [RegExp, TarballFormat])[] = [
  [/\.tar$/, 'tar'],
  [/\.(tar\.gz|tgz)$/, 'gz'],
  [/\.tar\.zst$/, 'zst'],
  [/\.(tar\.xz|txz)$/, 'xz'],
];
