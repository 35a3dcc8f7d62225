import { type DeclarationProblem, isJsonArray, isJsonObject, type Json } from '@setpoint/model';
import { type Static, Type } from '@setpoint/sdk';
import { targetProperties } from '../target.ts';
import { type PathStep, parseValuePath } from './value-path.ts';

/** One value of a structured file as declared. */
export type ValuePart = {
  readonly state: 'present' | 'absent';
  readonly steps: readonly PathStep[];
  /** Null and absent are different: a value may be null. */
  readonly value: { readonly json: Json } | null;
  /** The value stands at the path, is an item of the list there, or keys of the map there. */
  readonly how: 'value' | 'item' | 'merge';
};

/** The properties of every resource type that sets a value in a structured file. */
export const valueProperties = {
  state: Type.Optional(
    Type.Union([Type.Literal('present'), Type.Literal('absent')], {
      description: 'Whether the value is there. Default: present.',
    }),
  ),
  at: Type.Optional(
    Type.String({
      description:
        'Where the value stands: keys with dots between them, positions in brackets, items of a list by a key of theirs: `servers[0].port`, `users[name=ann].shell`, `"a key.with dots".x`. What is missing on the way is made. Default, with `merge`: the document.',
      minLength: 1,
    }),
  ),
  value: Type.Optional(Type.Unknown({ description: 'The value: text, number, true, false, null, a list or a map.' })),
  item: Type.Optional(
    Type.Unknown({ description: 'An item that the list at the path holds, added at its end when it is not there.' }),
  ),
  merge: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), {
      description:
        'Keys that the map at the path holds, at any depth; its other keys stay. Lists are replaced as a whole.',
      minProperties: 1,
    }),
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
  const { state = 'present', at, value, item, merge } = properties;
  const path = at === undefined ? ({ kind: 'path', steps: [] } as const) : parseValuePath(at);
  const given = (['value', 'item', 'merge'] as const).filter((name) => name in properties);
  const part: ValuePart = {
    state,
    steps: path.kind === 'path' ? path.steps : [],
    value: given.length === 0 ? null : { json: (value ?? item ?? merge ?? null) as Json },
    how: given[0] ?? 'value',
  };
  return {
    part,
    problems: [
      ...(path.kind === 'invalid' ? [{ property: 'at', detail: path.detail }] : []),
      ...shapeProblems(part, given),
      ...(at === undefined && part.how !== 'merge' ? [noPlace] : []),
      ...(hasLostDigits(part.value?.json ?? null) ? [{ property: part.how, ...lostDigits }] : []),
    ],
  };
}

const noPlace: DeclarationProblem = {
  property: 'at',
  detail: 'Nothing says where the value stands.',
  hint: 'add `at:`, or declare keys of the whole document with `merge:`',
};

/** Whole numbers beyond 2^53 have been rounded before they come here. */
function hasLostDigits(value: Json): boolean {
  if (isJsonArray(value)) return value.some(hasLostDigits);
  if (isJsonObject(value)) return Object.values(value).some(hasLostDigits);
  return Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(Number(value)) < 1e21;
}

const lostDigits = {
  detail: 'It holds a whole number beyond 9007199254740991, which would be rounded.',
  hint: 'declare the whole file with `file:`, or write the number as a text if its reader takes one',
};

function shapeProblems({ state, how }: ValuePart, given: readonly string[]): readonly DeclarationProblem[] {
  if (given.length > 1) {
    const detail = `${given.map((name) => `\`${name}\``).join(' and ')} cannot both be declared.`;
    return [{ property: given[1] ?? '', detail, hint: 'keep one of them' }];
  }
  if (state === 'present' && given.length === 0) {
    const detail = 'Nothing says what stands there.';
    return [{ property: 'at', detail, hint: 'add `value:`, `item:` or `merge:`, or `state: absent`' }];
  }
  if (state === 'absent' && given.length > 0 && how !== 'item') {
    const detail = 'A value that is to be absent is named by its place only.';
    return [{ property: how, detail, hint: 'remove it, or declare the `item:` of a list that is to go' }];
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
