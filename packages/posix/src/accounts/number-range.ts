import type { DeclarationProblem } from '@setpoint/model';

/** The numbers that a new account or group may get in the place of those of login.defs(5); null leaves what stands there. */
export type NumberRange = { readonly min: number | null; readonly max: number | null };

/** No range. */
export const anyNumber: NumberRange = { min: null, max: null };

/** True when the range says anything. */
export function isRange({ min, max }: NumberRange): boolean {
  return min !== null || max !== null;
}

/** What is wrong with a range of uids or gids: an end before its start, or an exact number beside it. */
export function rangeProblems(
  kind: 'uid' | 'gid',
  { min, max }: NumberRange,
  exact: number | undefined,
): readonly DeclarationProblem[] {
  const first = min === null ? `${kind}_max` : `${kind}_min`;
  if (exact !== undefined && isRange({ min, max }))
    return [
      {
        property: first,
        detail: `"${kind}" is the number itself, and "${first}" says where one is to be looked for.`,
        hint: `remove ${kind}, or ${kind}_min and ${kind}_max`,
      },
    ];
  if (min === null || max === null || min <= max) return [];
  return [
    {
      property: `${kind}_max`,
      detail: `There is no number from ${min} to ${max}.`,
      hint: `${kind}_max is the largest number, so it cannot be less than ${kind}_min`,
    },
  ];
}

/** The options of useradd(8) and groupadd(8) that put the range in the place of that of login.defs(5). */
export function rangeFlags(kind: 'UID' | 'GID', { min, max }: NumberRange, isSystem: boolean): readonly string[] {
  const name = isSystem ? `SYS_${kind}` : kind;
  return [...(min === null ? [] : ['-K', `${name}_MIN=${min}`]), ...(max === null ? [] : ['-K', `${name}_MAX=${max}`])];
}
