import type { DeclarationProblem } from '@setpoint/model';
import { type Static, Type } from '@setpoint/sdk';
import { canonicalPath } from '../../paths/absolute-path.ts';
import type { DeclaredPart } from '../../settings/define-setting.ts';
import { isCredential } from './options.ts';

/** A mount or swap space as declared. */
export type MountPart = {
  /** Empty for swap space. */
  readonly target: string;
  readonly source: string;
  readonly type: string;
  readonly state: 'mounted' | 'present' | 'unmounted' | 'ephemeral' | 'absent';
  /** Null leaves the options of a line that is there. */
  readonly options: readonly string[] | null;
  readonly dump: number | null;
  readonly pass: number | null;
  readonly backup: boolean;
};

export const mountSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union(
        [
          Type.Literal('mounted'),
          Type.Literal('present'),
          Type.Literal('ephemeral'),
          Type.Literal('unmounted'),
          Type.Literal('absent'),
        ],
        {
          description:
            '`mounted`: in /etc/fstab and mounted now. `present`: in /etc/fstab alone. `ephemeral`: mounted now, and /etc/fstab is left alone. `unmounted`: not mounted now, and /etc/fstab is left alone. `absent`: neither. Default: mounted.',
        },
      ),
    ),
    source: Type.Optional(
      Type.String({
        description:
          'What is mounted: a device, `UUID=…`, `LABEL=…`, a directory with the option `bind`, `host:/path`, or a name such as `tmpfs`. Not for swap space, whose source is the identity.',
        minLength: 1,
      }),
    ),
    type: Type.Optional(
      Type.String({
        description: 'Type of the file system, such as `ext4`, `nfs`, `tmpfs`, `none` for `bind`, or `swap`.',
        minLength: 1,
      }),
    ),
    options: Type.Optional(
      Type.Union([Type.String({ minLength: 1 }), Type.Array(Type.String({ minLength: 1 }))], {
        description:
          'Options, as a list or with commas between them. What is mounted with others is mounted again in place. `noauto` leaves it out of the start. A password belongs into a file that `credentials=…` names, or comes from `secret()`. Left as they are in a line that is there when not declared; otherwise `defaults`.',
      }),
    ),
    dump: Type.Optional(
      Type.Integer({ description: 'Fifth field of the line. Default: 0, or what is there.', minimum: 0 }),
    ),
    pass: Type.Optional(
      Type.Integer({
        description: 'Sixth field, the order of checks at the start. Default: 0, or what is there.',
        minimum: 0,
      }),
    ),
    backup: Type.Optional(
      Type.Boolean({
        description: 'Keep the replaced /etc/fstab beside the new one, named by its digest. Default: false.',
      }),
    ),
  },
  { additionalProperties: false },
);

type MountProperties = Static<typeof mountSchema>;

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareMount(identity: string, properties: MountProperties): DeclaredPart<MountPart> {
  const { state = 'mounted', type = '', source, dump = null, pass = null, backup = false } = properties;
  const isSwap = type === 'swap';
  const isTag = /^(UUID|LABEL|PARTUUID|PARTLABEL)=[^\s]+$/.test(identity);
  const path = canonicalPath(identity);
  const options = optionsOf(properties.options);
  const problems = [
    ...(path.kind === 'invalid' && !(isSwap && isTag) ? [{ property: '', detail: path.detail, hint: path.hint }] : []),
    ...(isSwap ? swapProblems(properties) : sourceProblems({ state, source, type })),
    ...optionProblems(options ?? [], state),
    ...[identity, source ?? '', type].flatMap((text) => signProblem(text)),
  ];
  const canonical = path.kind === 'path' ? path.path : identity;
  if (problems.length > 0) return { kind: 'invalid', problems };
  const place = isSwap ? { target: '', source: canonical } : { target: canonical, source: source ?? '' };
  return { kind: 'part', identity: canonical, part: { ...place, type, state, options, dump, pass, backup } };
}

function optionsOf(options: MountProperties['options']): readonly string[] | null {
  if (options === undefined) return null;
  const list = (Array.isArray(options) ? options : [options as string]).flatMap((option) => option.split(','));
  return list.map((option) => option.trim()).filter((option) => option !== '');
}

function swapProblems({ source, state }: MountProperties): readonly DeclarationProblem[] {
  if (source !== undefined) {
    const detail = 'Swap space has no mount point: its identity is the device or the file.';
    return [{ property: 'source', detail, hint: 'remove source, and declare `mount: DEVICE`' }];
  }
  return state === 'ephemeral'
    ? [{ property: 'state', detail: 'Swap space is declared `mounted`, `present`, `unmounted` or `absent`.' }]
    : [];
}

function sourceProblems(given: {
  readonly state: MountPart['state'];
  readonly source: string | undefined;
  readonly type: string;
}): readonly DeclarationProblem[] {
  if (given.state === 'absent' || given.state === 'unmounted') return [];
  return [
    ...(given.source === undefined
      ? [{ property: 'source', detail: 'Nothing says what is mounted.', hint: 'add `source:`' }]
      : []),
    ...(given.type === ''
      ? [{ property: 'type', detail: 'The type of the file system is missing.', hint: 'add `type:`' }]
      : []),
  ];
}

function optionProblems(options: readonly string[], state: MountPart['state']): readonly DeclarationProblem[] {
  const word = options.find((option) => /[\s\0]/.test(option));
  if (word !== undefined) return [{ property: 'options', detail: `The option "${word}" has a space in it.` }];
  if (state !== 'ephemeral' || !options.some(isCredential)) return [];
  const detail = 'A password in the options of a mount that is not in /etc/fstab can be seen by everybody on the node.';
  return [{ property: 'options', detail, hint: 'put it into a file, and declare `credentials=/path/of/the/file`' }];
}

function signProblem(text: string): readonly DeclarationProblem[] {
  return /[\n\r\0]/.test(text) ? [{ property: '', detail: 'A line of /etc/fstab cannot hold a line end.' }] : [];
}
