import type { Json, JsonObject } from '@setpoint/model';
import fc from 'fast-check';

/** A value of a generated document with all that a writer may put around it. */
export type Written =
  | { readonly kind: 'scalar'; readonly source: string; readonly json: Json }
  | WrittenMap
  | { readonly kind: 'list'; readonly style: Style; readonly items: readonly WrittenItem[] };

export type WrittenMap = { readonly kind: 'map'; readonly style: Style; readonly entries: readonly WrittenEntry[] };

/** Within a line, or spread over several. */
export type Style = 'line' | 'spread';

export type WrittenItem = {
  readonly value: Written;
  /** A comment in a line of its own above it. */
  readonly above: boolean;
  /** A comment behind it. */
  readonly behind: boolean;
};

export type WrittenEntry = WrittenItem & { readonly key: string };

/** A value as a language writes it, and what that means. */
export type Scalar = { readonly source: string; readonly json: Json };

type Shape = { readonly keys: readonly string[]; readonly scalars: readonly Scalar[] };

/** Documents of a language: a map of maps, lists and scalars, each written in some way. */
export function writtenDocuments({ keys, scalars }: Shape): fc.Arbitrary<WrittenMap> {
  const scalar = fc.constantFrom(...scalars).map((each): Written => ({ kind: 'scalar', ...each }));
  const style = fc.constantFrom<Style>('line', 'spread');
  const around = { above: fc.boolean(), behind: fc.boolean() };
  const { map } = fc.letrec<{ value: Written; map: WrittenMap; list: Written }>((tie) => ({
    value: fc.oneof({ maxDepth: 3 }, scalar, tie('map'), tie('list')),
    map: fc.record({
      kind: fc.constant('map' as const),
      style,
      entries: fc.uniqueArray(fc.record({ key: fc.constantFrom(...keys), value: tie('value'), ...around }), {
        maxLength: 4,
        selector: ({ key }) => key,
      }),
    }),
    list: fc.record({
      kind: fc.constant('list' as const),
      style,
      items: fc.array(fc.record({ value: tie('value'), ...around }), { maxLength: 3 }),
    }),
  }));
  return map.map((root) => ({ ...root, style: 'spread' as const }));
}

/** What a generated value means. */
export function meaning(written: Written): Json {
  switch (written.kind) {
    case 'scalar':
      return written.json;
    case 'list':
      return written.items.map(({ value }) => meaning(value));
    case 'map':
      return Object.fromEntries(written.entries.map(({ key, value }) => [key, meaning(value)])) as JsonObject;
    default:
      return written satisfies never;
  }
}
