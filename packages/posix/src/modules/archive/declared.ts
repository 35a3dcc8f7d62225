import type { Body, DeclarationProblem, Unknown } from '@setpoint/model';
import { type Static, Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import { readUrl } from '../../fetching/url.ts';
import { declareOwnership, type OwnershipState, ownershipProperties } from '../../ownership/ownership.ts';
import { canonicalPath } from '../../paths/absolute-path.ts';
import type { Extra } from '../../pruning/extras.ts';
import type { FileType } from '../../queries/stat.ts';
import type { DirectoryDeclared } from '../directory/declared.ts';
import { chooseMembers, type Member } from './members.ts';

/** An archive as declared, in canonical form. */
export type ArchiveDeclared = {
  /** The directory that it is unpacked into. */
  readonly path: string;
  /** The archive as it was written, for titles. */
  readonly source: string;
  /** The contents of all files of the archive, one after the other. */
  readonly body: Pick<Body, 'sha256' | 'sizeBytes'>;
  readonly members: readonly Member[];
  readonly owner: string | null;
  readonly group: string | null;
  readonly fileMode: string | null;
  readonly directoryMode: string | null;
  readonly keepNewer: boolean;
  /** What is not in the archive goes, apart from what `exclude` names. */
  readonly prune: boolean;
  readonly exclude: readonly string[];
  /** Takes the place of the archive when it is taken back. */
  readonly back: DirectoryDeclared | null;
};

/** What stands at one path. */
export type FoundMember = OwnershipState & {
  readonly type: FileType;
  readonly modified: string;
  readonly sizeBytes: number;
  /** Of a regular file. */
  readonly sha256?: string | Unknown;
  /** Of a symbolic link. */
  readonly target?: string;
};

/** The directory as found; members that are not there are missing, and a member that could not be read is unknown. */
export type ArchiveState = {
  readonly members: Readonly<Record<string, FoundMember | Unknown>>;
  /** What is not in the archive, each directory before what it holds; none where nothing is pruned. */
  readonly extras: readonly Extra[] | Unknown;
};

export const archiveSchema = Type.Object(
  {
    source: Type.Optional(
      Type.String({
        description:
          'Path of an archive beside the playbook: tar, packed by gzip, zstd, xz, bzip2 or not at all, or zip. It is read on the controller, so the node needs no program to unpack it. Reading xz and bzip2 takes the program of that name on the controller.',
        'x-body': 'archive',
        minLength: 1,
      }),
    ),
    url: Type.Optional(
      Type.String({
        description:
          'The same from an http or https URL, in the place of `source`. The machine that runs Setpoint fetches it once, keeps it in its cache, and reads it there; nodes need no way to the server. Needs `sha256`.',
        'x-body': 'fetched-archive',
        minLength: 1,
      }),
    ),
    sha256: Type.Optional(
      Type.String({
        description: 'SHA-256 of the archive of `url`, in hex. While it stays the same, nobody asks the server again.',
        'x-source-text': true,
        minLength: 1,
      }),
    ),
    strip: Type.Optional(
      Type.Integer({
        description:
          'Leave out so many directories at the beginning of each name, as `tar --strip-components` does. What has no more parts is left out. Default: 0.',
        minimum: 0,
        maximum: 100,
      }),
    ),
    include: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description:
          'Unpack only what one of these globs names, and what lies below it. Names count as they are after `strip`. A glob without a slash stands for a name in any directory; `*` stays within a name, `**` does not.',
        minItems: 1,
      }),
    ),
    exclude: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description: 'Leave out what one of these globs names, and what lies below it; written as for `include`.',
      }),
    ),
    owner: ownershipProperties.owner,
    group: ownershipProperties.group,
    file_mode: Type.Optional(
      Type.String({
        description:
          'Permission bits of all files, octal or symbolic (`go-w`). Default: as the archive tells; set-user-ID and the like never come out of it.',
        'x-source-text': true,
        minLength: 1,
      }),
    ),
    directory_mode: Type.Optional(
      Type.String({
        description:
          'Permission bits of all directories of the archive, octal or symbolic. Default: new ones as the archive tells, and those that are there keep theirs.',
        'x-source-text': true,
        minLength: 1,
      }),
    ),
    prune: Type.Optional(
      Type.Boolean({
        description:
          'Delete what stands in the directory and is not unpacked into it, apart from what `exclude` names. What other resources put there has to be excluded. Default: false.',
      }),
    ),
    keep_newer: Type.Optional(
      Type.Boolean({
        description:
          'Leave a file of the node alone when it was changed later than the one in the archive. Default: false.',
      }),
    ),
  },
  { additionalProperties: false },
);

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareArchive({
  identity,
  properties,
  body,
}: TypedInput<typeof archiveSchema>): TypedDeclaration<ArchiveDeclared> {
  const path = canonicalPath(identity);
  const { ownership, problems: ownershipFaults } = declareOwnership(properties);
  const { strip = 0, include, exclude = [] } = properties;
  const { members, problems: memberFaults } = chooseMembers(body?.members ?? [], { strip, include, exclude });
  const problems = [
    ...(path.kind === 'invalid' ? [{ property: '', detail: path.detail, hint: path.hint }] : []),
    ...ownershipFaults,
    ...modeProblems(properties),
    ...sourceProblems(properties),
    ...memberFaults,
  ];
  // An archive that could not be read has no members and is told of already.
  if (problems.length === 0 && members.length === 0 && body?.members !== undefined)
    problems.push(nothingLeft(body.members.length));
  if (problems.length > 0 || path.kind === 'invalid' || body === undefined) return { kind: 'invalid', problems };
  const { sha256, sizeBytes } = body;
  const declared = {
    path: path.path,
    body: { sha256, sizeBytes },
    members,
    owner: ownership.owner,
    group: ownership.group,
    exclude,
    ...settingsOf(properties),
    back: null,
  };
  return { kind: 'declared', identity: path.path, declared };
}

function settingsOf(properties: Static<typeof archiveSchema>) {
  return {
    source: properties.source ?? properties.url ?? '',
    fileMode: properties.file_mode ?? null,
    directoryMode: properties.directory_mode ?? null,
    keepNewer: properties.keep_newer ?? false,
    prune: properties.prune ?? false,
  };
}

function sourceProblems({ source, url, sha256 }: Static<typeof archiveSchema>): readonly DeclarationProblem[] {
  if (url === undefined) {
    if (sha256 !== undefined)
      return [{ property: 'sha256', detail: 'The checksum is that of an archive from a URL.', hint: 'remove sha256' }];
    return source === undefined ? [{ property: '', detail: 'An archive needs a `source` or a `url`.' }] : [];
  }
  const { problems } = readUrl('url', url);
  if (sha256 === undefined)
    return [...problems, { property: 'url', detail: 'An archive from a URL needs `sha256`, by which it is known.' }];
  if (/^[0-9a-f]{64}$/i.test(sha256)) return problems;
  return [...problems, { property: 'sha256', detail: `"${sha256}" is no SHA-256.`, hint: 'it has 64 digits in hex' }];
}

function modeProblems({ file_mode, directory_mode }: Static<typeof archiveSchema>): readonly DeclarationProblem[] {
  return Object.entries({ file_mode, directory_mode }).flatMap(([property, mode]) => {
    const { problems } = declareOwnership(mode === undefined ? {} : { mode });
    return problems.map((problem) => ({ ...problem, property }));
  });
}

function nothingLeft(memberCount: number): DeclarationProblem {
  if (memberCount === 0) return { property: 'source', detail: 'The archive is empty.' };
  return {
    property: 'source',
    detail: `None of the ${memberCount} entries of the archive is left to be unpacked.`,
    hint: 'check `strip`, `include` and `exclude`',
  };
}
