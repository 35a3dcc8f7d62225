/**
 * Makes something of a list once for all lists of the very same items: a thousand nodes mostly bear the same resources, and then share
 * what is made of them. What was made of the latest list that begins with an item is kept as long as that item lives, so `make` must
 * depend on nothing but the list.
 */
export function oncePerList<Item extends object, Made>(
  make: (items: readonly Item[]) => Made,
): (items: readonly Item[]) => Made {
  const latest = new WeakMap<Item, { readonly items: readonly Item[]; readonly made: Made }>();
  return (items) => {
    const [first] = items;
    const known = first === undefined ? undefined : latest.get(first);
    if (known !== undefined && isSame(known.items, items)) return known.made;
    const made = make(items);
    if (first !== undefined) latest.set(first, { items, made });
    return made;
  };
}

function isSame(left: readonly object[], right: readonly object[]): boolean {
  return left === right || (left.length === right.length && left.every((item, index) => item === right[index]));
}
