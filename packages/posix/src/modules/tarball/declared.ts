import type { DeclarationProblem, Unknown } from '@setpoint/model';
import { type Static, Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import { declareOwnership, type Ownership, ownershipProperties } from '../../ownership/ownership.ts';
import { canonicalPath } from '../../paths/absolute-path.ts';
import type { TarballFormat } from '../../queries/tarball.ts';
import type { FileDeclared, FileState } from '../file/declared.ts';

/** An archive of a tree of the node as declared, in canonical form. */
export type TarballDeclared = {
  readonly path: string;
  readonly tree: string;
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
  /** Packed by this plan, so there is nothing to compare. */
  readonly isFresh?: true;
};

export const tarballSchema = Type.Object(
  {
    tree: Type.String({ description: 'Absolute path of the directory of the node that is packed.', minLength: 1 }),
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
    ...(format === undefined ? [formatProblem] : []),
    ...ownershipFaults,
  ];
  if (problems.length > 0 || path.kind === 'invalid' || tree.kind === 'invalid' || format === undefined)
    return { kind: 'invalid', problems };
  const declared: TarballDeclared = {
    path: path.path,
    tree: tree.path,
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
  const detail = 'An archive that lies in its own tree would be another one each time it is packed.';
  return [{ property: 'tree', detail, hint: `put the archive outside of ${tree}` }];
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
