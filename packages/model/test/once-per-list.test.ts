import { assert } from 'chai';
import { oncePerList } from '../src/once-per-list.ts';

type Item = { readonly name: string };

const [a, b]: readonly [Item, Item] = [{ name: 'a' }, { name: 'b' }];

/** Each list is made of the names, and counted. */
function counting(): { readonly make: (items: readonly Item[]) => string; readonly made: string[] } {
  const made: string[] = [];
  const make = oncePerList((items: readonly Item[]) => {
    const text = items.map(({ name }) => name).join(' ');
    made.push(text);
    return text;
  });
  return { make, made };
}

describe('what is made of a list', () => {
  const cases: readonly (readonly [string, readonly (readonly Item[])[], readonly string[]])[] = [
    [
      'is made once for lists of the same items',
      [
        [a, b],
        [a, b],
      ],
      ['a b'],
    ],
    [
      'is made anew for another item, though it looks the same',
      [
        [a, b],
        [a, { name: 'b' }],
      ],
      ['a b', 'a b'],
    ],
    [
      'is made anew for another order',
      [
        [a, b],
        [b, a],
      ],
      ['a b', 'b a'],
    ],
    ['is made anew for a shorter list and for a longer one', [[a, b], [a], [a, b]], ['a b', 'a', 'a b']],
    ['is made each time of nothing', [[], []], ['', '']],
  ];
  for (const [title, lists, expected] of cases) {
    it(title, () => {
      const { make, made } = counting();
      const results = lists.map((list) => make(list));
      assert.deepEqual(
        results,
        lists.map((list) => list.map(({ name }) => name).join(' ')),
      );
      assert.deepEqual(made, expected);
    });
  }
});
