import type { Described, Diagnostic } from '@setpoint/model';
import type { Questions } from './questions.ts';
import type { ImportableType } from './request.ts';

/** One object of a node as its type describes it. */
export type FoundObject = {
  readonly of: ImportableType;
  readonly identity: string;
  readonly isNamed: boolean;
  readonly described: Described;
};

/** All objects in the order of their types, and sentences about what could not be enumerated. */
export type FoundObjects =
  | { readonly kind: 'found'; readonly objects: readonly FoundObject[]; readonly notes: readonly string[] }
  | { readonly kind: 'failed'; readonly diagnostic: Diagnostic };

/** Enumerates objects, and then reads all of them at once. */
export async function findObjects(types: readonly ImportableType[], questions: Questions): Promise<FoundObjects> {
  const lists = types.flatMap(({ isListed, importing }) =>
    isListed && importing.list !== undefined ? [importing.list] : [],
  );
  const unlisted = await questions.ask(lists.map(({ queries }) => queries));
  if (unlisted !== undefined) return { kind: 'failed', diagnostic: unlisted };
  const notes: string[] = [];
  const named = types.flatMap((of) => {
    const listed = of.isListed ? of.importing.list?.read(questions.answers(of.importing.list.queries)) : undefined;
    notes.push(...(listed?.notes ?? []).map((note) => `${of.module.type}: ${note}`));
    const others = (listed?.identities ?? []).filter((identity) => !of.named.includes(identity));
    return [
      ...of.named.map((identity) => ({ of, identity, isNamed: true })),
      ...[...new Set(others)].map((identity) => ({ of, identity, isNamed: false })),
    ];
  });
  const unread = await questions.ask(named.map(({ of, identity }) => of.importing.queries(identity)));
  if (unread !== undefined) return { kind: 'failed', diagnostic: unread };
  const objects = named.map((each): FoundObject => {
    const { importing } = each.of;
    const answers = questions.answers(importing.queries(each.identity));
    return { ...each, described: importing.describe(each.identity, answers) };
  });
  // What was enumerated and is not there after all is nothing to speak of.
  return {
    kind: 'found',
    objects: objects.filter(({ isNamed, described }) => isNamed || described.kind !== 'absent'),
    notes,
  };
}
