import { randomBytes } from 'node:crypto';
import { isJsonArray, isJsonObject, type Json } from '@setpoint/model';

/**
 * Stand-ins for secret texts. An expression that touches a secret is evaluated a second time with stand-ins in their place; where
 * they come out again unaltered, that part of the result is the secret and the rest may be shown.
 */
export type Masks = {
  /** The stand-in for a secret text; the same text gets the same one. */
  readonly standInFor: (secret: string) => string;
  /** Puts the secrets back where stand-ins are. */
  readonly reveal: (value: Json) => Json;
  /** True when a stand-in occurs in the value. */
  readonly occursIn: (value: Json) => boolean;
};

/** Makes an empty set of stand-ins. They are unguessable, so that no file can hold one by chance or by intent. */
export function createMasks(): Masks {
  // Made with the first of them: most projects need none, and loading cryptography takes long.
  let prefix = '';
  const secrets: string[] = [];
  const numbers = new Map<string, number>();
  const revealIn = (value: Json): Json => {
    const pattern = new RegExp(`${prefix}(\\d+)-`, 'g');
    return mapTexts(value, (text) => text.replace(pattern, (_, number) => secrets[Number(number)] ?? ''));
  };
  return {
    standInFor: (secret) => {
      if (prefix === '') prefix = `setpoint-${randomBytes(16).toString('hex')}-`;
      const number = numbers.get(secret) ?? secrets.push(secret) - 1;
      numbers.set(secret, number);
      return `${prefix}${number}-`;
    },
    reveal: (value) => (secrets.length > 0 ? revealIn(value) : value),
    occursIn: (value) => secrets.length > 0 && JSON.stringify(value).includes(prefix),
  };
}

/** The value with every text in it replaced; keys of objects included. */
export function mapTexts(value: Json, replace: (text: string) => string): Json {
  if (typeof value === 'string') return replace(value);
  if (isJsonArray(value)) return value.map((item) => mapTexts(item, replace));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [replace(key), mapTexts(member, replace)]));
}

/** All texts in a value, at any depth, keys left out. */
export function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap((member) => textsIn(member as Json));
}
