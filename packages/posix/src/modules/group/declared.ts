import type { DeclarationProblem } from '@setpoint/model';
import { type Static, Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import { accountNameFault, maxAccountNumber } from '../../accounts/name.ts';
import { type NumberRange, rangeProblems } from '../../accounts/number-range.ts';

/** A group as declared, in canonical form. */
export type GroupDeclared = {
  readonly name: string;
  readonly state: 'present' | 'absent';
  /** Null when any number will do. */
  readonly gid: number | null;
  /** Where a new group's number is looked for. */
  readonly gids: NumberRange;
  readonly system: boolean;
  /** Sorted, without repeats; null when the members are not managed. */
  readonly members: readonly string[] | null;
  readonly append: boolean;
  readonly nonUnique: boolean;
  readonly force: boolean;
};

/** A group as found. */
export type GroupState = { readonly gid: number | null; readonly members: readonly string[] };

function rangeEnd(which: 'Smallest' | 'Largest') {
  return Type.Optional(
    Type.Integer({
      description: `${which} number that the group may get when it is made, in the place of what \`/etc/login.defs\` says; a group that is there keeps its number. Not together with \`gid\`.`,
      minimum: 0,
      maximum: maxAccountNumber,
    }),
  );
}

export const groupSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description: 'Whether the group is there. Default: present.',
      }),
    ),
    gid: Type.Optional(
      Type.Integer({
        description: 'Number of the group. Left to the node when not declared.',
        minimum: 0,
        maximum: maxAccountNumber,
      }),
    ),
    gid_min: rangeEnd('Smallest'),
    gid_max: rangeEnd('Largest'),
    system: Type.Optional(
      Type.Boolean({ description: 'Take a number of the system range when the group is made. Default: false.' }),
    ),
    members: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description:
          'Accounts that the group lists: exactly these, or with `append` at least these. Not managed when not declared.',
      }),
    ),
    append: Type.Optional(
      Type.Boolean({ description: 'Keep members of the group that are not declared. Default: false.' }),
    ),
    non_unique: Type.Optional(
      Type.Boolean({ description: 'Allow a `gid` that another group has too. Default: false.' }),
    ),
    force: Type.Optional(
      Type.Boolean({ description: 'With `state: absent`: delete it even if it is a primary group. Default: false.' }),
    ),
  },
  { additionalProperties: false },
);

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareGroup({
  identity,
  properties,
}: TypedInput<typeof groupSchema>): TypedDeclaration<GroupDeclared> {
  const gids = { min: properties.gid_min ?? null, max: properties.gid_max ?? null };
  const problems = [
    ...nameProblems(identity, properties.members ?? []),
    ...combinationProblems(properties),
    ...rangeProblems('gid', gids, properties.gid),
  ];
  if (problems.length > 0) return { kind: 'invalid', problems };
  const declared: GroupDeclared = {
    name: identity,
    state: properties.state ?? 'present',
    gid: properties.gid ?? null,
    gids,
    system: properties.system ?? false,
    members: properties.members === undefined ? null : [...new Set(properties.members)].sort(),
    append: properties.append ?? false,
    nonUnique: properties.non_unique ?? false,
    force: properties.force ?? false,
  };
  return { kind: 'declared', identity, declared };
}

function nameProblems(identity: string, members: readonly string[]): readonly DeclarationProblem[] {
  const fault = accountNameFault(identity);
  return [
    ...(fault === undefined ? [] : [{ property: '', detail: fault }]),
    ...members.flatMap((member) => {
      const detail = accountNameFault(member);
      return detail === undefined ? [] : [{ property: 'members', detail }];
    }),
  ];
}

function combinationProblems(properties: Static<typeof groupSchema>): readonly DeclarationProblem[] {
  const problems: DeclarationProblem[] = [];
  if (properties.non_unique === true && properties.gid === undefined) {
    problems.push({
      property: 'non_unique',
      detail: '"non_unique" allows a number twice, and no number is declared.',
      hint: 'add gid',
    });
  }
  if (properties.append === true && properties.members === undefined) {
    problems.push({
      property: 'append',
      detail: '"append" keeps further members, and no members are declared.',
      hint: 'add members',
    });
  }
  if (properties.state === 'absent' && properties.members !== undefined) {
    problems.push({
      property: 'members',
      detail: 'A group that is declared absent has no members.',
      hint: 'remove members, or state: absent',
    });
  }
  if (properties.force === true && properties.state !== 'absent') {
    problems.push({
      property: 'force',
      detail: '"force" is about deleting the group.',
      hint: 'remove force, or add state: absent',
    });
  }
  return problems;
}
