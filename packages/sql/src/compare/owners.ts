import type { JsonObject } from '@setpoint/model';
import type { Fact, FactKey } from '../catalogue/fact.ts';
import { factKey } from '../catalogue/fact-key.ts';
import type { Owns } from '../declaration/declaration.ts';

/** To whom objects belong now and by the declaration. */
export type OwnerInput = {
  readonly live: readonly Fact[];
  readonly wanted: readonly Fact[];
  /** The accounts that read the two sides: what they make belongs to them, unless it is said otherwise. */
  readonly accounts: { readonly live?: string | undefined; readonly wanted?: string | undefined };
  readonly owners: Owns['owners'];
};

/**
 * The facts that tell to whom objects belong, on both sides. Nobody has declared an owner who merely loaded the declaration: the
 * object keeps the one that it has, also where it is made anew, or goes to the account when all owners are managed.
 */
export function ownerFacts(input: OwnerInput): { readonly live: readonly Fact[]; readonly wanted: readonly Fact[] } {
  const present = new Map(input.live.map((fact) => [fact.key, fact]));
  const live: Fact[] = [];
  const wanted: Fact[] = [];
  for (const object of input.wanted) {
    if (!hasOwnOwner(object)) continue;
    const before = present.get(object.key);
    const kept = before === undefined ? undefined : ownerOf(before);
    const owner = declaredOwner(object, input) ?? kept;
    if (owner === undefined || (kept === undefined && owner === input.accounts.live)) continue;
    wanted.push(ownerFact(object, owner));
    if (kept !== undefined) live.push(ownerFact(object, kept));
  }
  return { live, wanted };
}

/** Facts with the owners that they have once the plan is done. */
export function withNextOwners(facts: readonly Fact[], owners: readonly Fact[]): readonly Fact[] {
  const next = new Map<FactKey, JsonObject>(owners.map(({ parent = '', payload }) => [parent, payload]));
  return facts.map((fact) => {
    const given = next.get(fact.key);
    return given === undefined ? fact : { ...fact, info: { ...fact.info, ...given } };
  });
}

/** What belongs to a column goes with its table. */
function hasOwnOwner({ kind, info }: Fact): boolean {
  return info !== undefined && typeof info['owner'] === 'string' && !satellites.includes(kind) && !isSerial(info);
}

/** Grants tell the owner of their object. */
const satellites: readonly string[] = ['grant', 'comment', 'owner'];

function isSerial(info: NonNullable<Fact['info']>): boolean {
  return typeof info['ownedBy'] === 'string';
}

function declaredOwner(object: Fact, { accounts, owners = false }: OwnerInput): string | undefined {
  if (owners === false || object.info?.['isUsualOwner'] === true) return undefined;
  const owner = ownerOf(object);
  if (owner !== accounts.wanted) return owner;
  return owners === true ? accounts.live : undefined;
}

function ownerOf({ info }: Fact): string | undefined {
  const owner = info?.['owner'];
  return typeof owner === 'string' ? owner : undefined;
}

function ownerFact({ key, kind, name }: Fact, owner: string): Fact {
  const path = [kind, ...name];
  return { key: factKey('owner', path), kind: 'owner', name: path, parent: key, payload: { owner }, needs: [] };
}
