/** A branch or a tag that is not what it is to be; null is one that is not there. */
export type RefChange = {
  /** Whole name, such as `refs/heads/main`. */
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
};

type Refs = Readonly<Record<string, string>>;

/** What is to be done to make one set of branches and tags another one, by name. */
export function refChanges(found: Refs, wanted: Refs): readonly RefChange[] {
  const names = [...new Set([...Object.keys(found), ...Object.keys(wanted)])].sort();
  return names.flatMap((name) => {
    const before = found[name] ?? null;
    const after = wanted[name] ?? null;
    return before === after ? [] : [{ name, before, after }];
  });
}
