import { type DeclarationProblem, isJsonArray, type Json } from '@setpoint/model';
import { type Static, Type } from '@setpoint/sdk';
import { targetProperties } from '../target.ts';
import { type PathStep, parseValuePath } from './value-path.ts';

/** One value of a structured file as declared. */
export type ValuePart = {
  readonly state: 'present' | 'absent';
  readonly steps: readonly PathStep[];
  /** Null and absent are different: a value may be null. */
  readonly value: { readonly json: Json } | null;
  /** The value is an item of the list at the path. */
  readonly isItem: boolean;
};

/** The properties of every resource type that sets a value in a structured file. */
export const valueProperties = {
  state: Type.Optional(
    Type.Union([Type.Literal('present'), Type.Literal('absent')], {
      description: 'Whether the value is there. Default: present.',
    }),
  ),
  at: Type.String({
    description:
      'Where the value stands: keys with dots between them, positions in brackets, items of a list by a key of theirs: `servers[0].port`, `users[name=ann].shell`, `"a key.with dots".x`. What is missing on the way is made.',
    minLength: 1,
  }),
  value: Type.Optional(Type.Unknown({ description: 'The value: text, number, true, false, null, a list or a map.' })),
  item: Type.Optional(
    Type.Unknown({ description: 'An item that the list at the path holds, added at its end when it is not there.' }),
  ),
  ...targetProperties,
};

type ValueProperties = {
  readonly [Name in keyof typeof valueProperties]?: Static<(typeof valueProperties)[Name]>;
};

/** The part that the properties declare. */
export function declareValue(properties: ValueProperties): {
  readonly part: ValuePart;
  readonly problems: readonly DeclarationProblem[];
} {
  const { state = 'present', at = '', value, item } = properties;
  const path = parseValuePath(at);
  const json = (value ?? item) as Json | undefined;
  const isItem = item !== undefined;
  const isNull = 'value' in properties || 'item' in properties;
  const part: ValuePart = {
    state,
    steps: path.kind === 'path' ? path.steps : [],
    value: json === undefined && !isNull ? null : { json: json ?? null },
    isItem,
  };
  return {
    part,
    problems: [
      ...(path.kind === 'invalid' ? [{ property: 'at', detail: path.detail }] : []),
      ...shapeProblems(part, value !== undefined && isItem),
    ],
  };
}

function shapeProblems({ state, value, isItem }: ValuePart, isBoth: boolean): readonly DeclarationProblem[] {
  if (isBoth)
    return [{ property: 'item', detail: '`value` and `item` cannot both be declared.', hint: 'keep one of them' }];
  if (state === 'present' && value === null) {
    const detail = 'Nothing says what stands there.';
    return [{ property: 'at', detail, hint: 'add `value:` or `item:`, or `state: absent`' }];
  }
  if (state === 'absent' && value !== null && !isItem) {
    const detail = 'A value that is to be absent is named by its place only.';
    return [{ property: 'value', detail, hint: 'remove `value:`, or declare the `item:` of a list that is to go' }];
  }
  return [];
}

/** True for values that mean the same; the order of keys does not count. */
export function isSameValue(left: Json, right: Json): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (isJsonArray(left) || isJsonArray(right)) {
    if (!isJsonArray(left) || !isJsonArray(right) || left.length !== right.length) return false;
    return left.every((each, index) => isSameValue(each, right[index] ?? null));
  }
  const [one, other] = [Object.entries(left), new Map(Object.entries(right))];
  return (
    one.length === other.size && one.every(([key, each]) => other.has(key) && isSameValue(each, other.get(key) ?? null))
  );
}
