import type { CellWrite } from '../../driver/action.ts';
import type { ResolvedProfile } from '../../profiles/index.ts';
import { claimsOf } from './claims.ts';
import { type Tell, writesOf } from './named-values.ts';

/** What is known of the write that a guard is for. */
export type Guarded = {
  /** Undefined where the value itself is wrong. */
  readonly own: CellWrite | undefined;
  readonly profile: ResolvedProfile | undefined;
};

/**
 * The writes of a guard. Each sets something else, none what the guard is for, and what is put back afterwards can be read; what is
 * wrong is told.
 */
export function guardWrites(
  guard: { readonly set: readonly string[]; readonly restore?: boolean } | undefined,
  { own, profile }: Guarded,
  tell: Tell,
): readonly CellWrite[] {
  const { set: texts, restore: restores = true } = guard ?? { set: [] };
  const writes = writesOf(texts, profile, tell);
  const taken = new Map(own === undefined ? [] : claimsOf(own).map((claim) => [claim, own]));
  for (const write of writes) {
    const { name, readAddress } = write.cell;
    const claims = claimsOf(write);
    const other = claims.map((claim) => taken.get(claim)).find((each) => each !== undefined);
    if (other !== undefined)
      tell(other === own ? `${name} is what the guard is for.` : `${name} and ${other.cell.name} are the same place.`);
    else if (restores && readAddress === null)
      tell(`${name} cannot be read, so it cannot be put back.`, 'Add `restore: false` to the guard.');
    for (const claim of claims) taken.set(claim, write);
  }
  return writes;
}
