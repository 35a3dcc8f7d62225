import type { GrantObject, HeldPrivilege } from '../../driver/objects/grants.ts';
import type { GrantDeclared } from './declared.ts';

/** What has to be given and taken on one object; the privileges in upper case, sorted. */
export type ObjectChange = {
  readonly object: GrantObject;
  /** Given, with the grant option where it is declared. */
  readonly given: readonly string[];
  readonly taken: readonly string[];
  /** Kept, but without the right to give them to others. */
  readonly kept: readonly string[];
};

/** Compares what is held on an object with what is declared. */
export function changeOf(declared: GrantDeclared, object: GrantObject): ObjectChange {
  const { state, grantOption, exclusive } = declared;
  const wanted = wantedOn(declared, object);
  const held = new Map(object.held.map((each) => [each.privilege, each.grantable]));
  if (state === 'absent') {
    return { object, given: [], kept: [], taken: [...held.keys()].filter((each) => wanted.includes(each)).sort() };
  }
  return {
    object,
    given: wanted.filter((each) => !held.has(each) || (grantOption === true && held.get(each) !== true)),
    kept: grantOption === false ? wanted.filter((each) => held.get(each) === true) : [],
    taken: exclusive ? [...held.keys()].filter((each) => !wanted.includes(each)).sort() : [],
  };
}

/** True when something is to be given or taken. */
export function isNeeded({ given, taken, kept }: ObjectChange): boolean {
  return given.length + taken.length + kept.length > 0;
}

/** The privileges that are declared, for one object. */
export function wantedOn({ privileges }: GrantDeclared, { all }: GrantObject): readonly string[] {
  return privileges === null ? [...all].sort() : privileges.map(serverWord);
}

/** A short word that the server knows for one of its own. */
export function serverWord(privilege: string): string {
  return privilege === 'TEMP' ? 'TEMPORARY' : privilege;
}

/** What is held on an object after the change. */
export function heldAfter(
  { grantOption }: GrantDeclared,
  { object, given, taken, kept }: ObjectChange,
): readonly HeldPrivilege[] {
  const stays = object.held
    .filter(({ privilege }) => !taken.includes(privilege) && !given.includes(privilege))
    .map((each) => (kept.includes(each.privilege) ? { ...each, grantable: false } : each));
  const before = new Map(object.held.map((each) => [each.privilege, each.grantable]));
  const gained = given.map((privilege) => ({ privilege, grantable: grantOption ?? before.get(privilege) ?? false }));
  return [...stays, ...gained].sort((left, right) => (left.privilege < right.privilege ? -1 : 1));
}
