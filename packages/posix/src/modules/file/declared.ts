import { type Body, type DeclarationProblem, textEncodings, type Unknown } from '@setpoint/model';
import { type Static, Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import {
  declareOwnership,
  type Ownership,
  type OwnershipState,
  ownershipProperties,
} from '../../ownership/ownership.ts';
import { canonicalPath } from '../../paths/absolute-path.ts';
import type { FollowedState } from '../../paths/followed.ts';
import { keepMode, keptMode } from '../../permissions/kept-mode.ts';
import type { FileFlags } from '../../queries/file-flags.ts';
import { type ContextState, selinuxProblems, selinuxProperty } from '../../selinux/context.ts';
import { declareModified, modifiedProblems, modifiedProperty } from '../../times/modified.ts';
import { declareFlags, type FlagsDeclared, flagsProblems, flagsProperties } from './flags.ts';

/** A file as declared, in canonical form. */
export type FileDeclared = {
  readonly path: string;
  readonly state: 'present' | 'absent';
  /** Null when the content is not managed. */
  readonly body: Body | null;
  /** A file that is there keeps its content. */
  readonly createOnly: boolean;
  readonly ownership: Ownership;
  readonly backup: boolean;
  readonly check: string | null;
  readonly follow: boolean;
  readonly inPlace: boolean;
  /** Absent when its attributes are not managed. */
  readonly flags?: FlagsDeclared;
  /** Type or whole context; absent when it is not managed. */
  readonly selinux?: string;
  /** As a stat tells it, to the second; absent when it is not managed. */
  readonly modified?: string;
  /** Mode of a new file where none is declared; absent for 0644. */
  readonly createMode?: string;
};

/** A regular file as found. */
export type FileState = OwnershipState &
  ContextState &
  FollowedState & {
    readonly sizeBytes: number;
    readonly modified: string;
    /** Absent when the content was not asked for. */
    readonly sha256?: string | Unknown;
    /** Absent when they are not managed. */
    readonly flags?: FileFlags | Unknown;
    /** A run that wrote the content was killed before its check had succeeded. */
    readonly isUnproven?: true;
    /** The bytes, when they differ from the declared ones and are small enough to show. */
    readonly base64?: string;
  };

export const fileSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description: 'Whether the file is there. Default: present.',
      }),
    ),
    content: Type.Optional(
      Type.String({
        description: 'The whole content, written in the playbook.',
        'x-body': 'text',
        'x-encoding': 'encoding',
      }),
    ),
    source: Type.Optional(
      Type.String({
        description: 'Path of a file beside the playbook, copied byte by byte.',
        'x-body': 'file',
        minLength: 1,
      }),
    ),
    template: Type.Optional(
      Type.String({
        description: 'Path of a Jinja template beside the playbook, rendered for each node.',
        'x-body': 'template',
        'x-encoding': 'encoding',
        minLength: 1,
      }),
    ),
    fragments: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description:
          'Paths and patterns of text files beside the playbook that are joined to the content: in the order of the list, those of one pattern sorted by name, none twice. Each begins on a line of its own.',
        'x-body': 'fragments',
        'x-between': 'separator',
        'x-encoding': 'encoding',
        minItems: 1,
      }),
    ),
    separator: Type.Optional(
      Type.String({ description: 'Lines between two `fragments`. Default: none.', minLength: 1 }),
    ),
    encoding: Type.Optional(
      Type.Union(
        textEncodings.map((name) => Type.Literal(name)),
        {
          description:
            'Encoding in which `content`, `template` or `fragments`, themselves UTF-8, are written. A character that it has not got is an error. Default: UTF-8.',
        },
      ),
    ),
    create_only: Type.Optional(
      Type.Boolean({
        description:
          'Write the content only when the file is not there; one that is there keeps its own. Owner, group and mode are held to in either case. Default: false.',
      }),
    ),
    ...ownershipProperties,
    mode: Type.Optional(
      Type.String({
        description:
          'Permission bits, octal (`0644`) or symbolic (`u=rw,go=r`). Left as they are when not declared. With a `source`, `keep` takes those of the source.',
        'x-source-text': true,
        minLength: 1,
      }),
    ),
    ...modifiedProperty,
    ...flagsProperties,
    ...selinuxProperty,
    backup: Type.Optional(
      Type.Boolean({ description: 'Keep the replaced file beside the new one, named by its digest. Default: false.' }),
    ),
    check: Type.Optional(
      Type.String({
        description:
          'Shell command that must succeed with the new file in place; otherwise the old file comes back. When a run is killed in between, the new file stays and the next plan runs the check again.',
        minLength: 1,
      }),
    ),
    follow: Type.Optional(
      Type.Boolean({
        description:
          'Manage the target when the path is a symbolic link; otherwise a link is refused. The plan names the file that it leads to. A link of an account that is neither root, nor the one that Setpoint acts as, nor the owner of the directory of the target is an error. Default: false.',
      }),
    ),
    in_place: Type.Optional(
      Type.Boolean({
        description:
          'Write into the existing file instead of replacing it. Needed for mount points such as a container’s /etc/hosts; not atomic. Default: false.',
      }),
    ),
  },
  { additionalProperties: false },
);

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareFile({
  identity,
  properties,
  body,
  bodyMode,
}: TypedInput<typeof fileSchema>): TypedDeclaration<FileDeclared> {
  const path = canonicalPath(identity);
  const { ownership, problems: ownershipFaults } = declareOwnership(keepMode(properties, bodyMode));
  const problems = [
    ...(path.kind === 'invalid' ? [{ property: '', detail: path.detail, hint: path.hint }] : []),
    ...(identity.endsWith('/')
      ? [{ property: '', detail: 'A file path cannot end with a slash.', hint: 'declare `directory:` instead' }]
      : []),
    ...ownershipFaults,
    ...contentProblems(properties),
    ...flagsProblems(properties),
    ...selinuxProblems(properties),
    ...modifiedProblems(properties),
  ];
  if (problems.length > 0 || path.kind === 'invalid') return { kind: 'invalid', problems };
  const declared = {
    path: path.path,
    state: properties.state ?? 'present',
    body: body ?? null,
    createOnly: properties.create_only ?? false,
    ownership,
    backup: properties.backup ?? false,
    check: properties.check ?? null,
    follow: properties.follow ?? false,
    inPlace: properties.in_place ?? false,
    ...declareFlags(properties),
    ...declareModified(properties),
    ...(properties.selinux === undefined ? {} : { selinux: properties.selinux }),
  };
  return { kind: 'declared', identity: path.path, declared };
}

function contentProblems(properties: Static<typeof fileSchema>): readonly DeclarationProblem[] {
  if (properties.mode === 'keep' && properties.source === undefined) return [keptMode('mode')];
  const sources = (['content', 'source', 'template', 'fragments'] as const).filter(
    (name) => properties[name] !== undefined,
  );
  const [first, second] = sources;
  if (second !== undefined) {
    return [
      {
        property: second,
        detail: `"${second}" and "${first}" both give the content; only one can.`,
        hint: `remove ${first} or ${second}`,
      },
    ];
  }
  if (properties.state === 'absent' && first !== undefined) {
    return [
      {
        property: first,
        detail: `A file that is declared absent has no ${first}.`,
        hint: `remove ${first}, or state: absent`,
      },
    ];
  }
  const hint = 'add content, source, template or fragments';
  const useless: DeclarationProblem[] = [];
  if (properties.separator !== undefined && properties.fragments === undefined) {
    const detail = 'There is nothing to separate: no fragments are declared.';
    useless.push({ property: 'separator', detail, hint: 'add fragments' });
  }
  if (properties.encoding !== undefined && (first === undefined || first === 'source')) {
    const detail =
      first === undefined
        ? 'There is no text to write in it.'
        : 'A source is copied byte by byte, whatever its encoding is.';
    useless.push({ property: 'encoding', detail, hint: 'remove encoding, or give the text by content or template' });
  }
  if (first === undefined && properties.check !== undefined) {
    const detail = 'There is nothing to check: the content of the file is not declared.';
    useless.push({ property: 'check', detail, hint });
  }
  if (first === undefined && properties.create_only === true) {
    const detail = 'There is nothing to create the file with: its content is not declared.';
    useless.push({ property: 'create_only', detail, hint });
  }
  return useless;
}
