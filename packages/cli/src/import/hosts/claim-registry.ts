import { readClaim } from '@setpoint/model';

/** Who manages what of a node, so that no two resources of a playbook contradict each other. */
export type ClaimRegistry = {
  /** Takes the address and the claims; the address of whoever has one of them already, and then nothing is taken. */
  readonly take: (address: string, claims: readonly string[]) => string | undefined;
};

/** Starts with nothing managed. */
export function claimRegistry(): ClaimRegistry {
  const owners = new Map<string, { readonly address: string; readonly isShared: boolean }>();
  return {
    take: (address, texts) => {
      const claims = [address, ...texts].map(readClaim);
      for (const { claim, isShared } of claims) {
        const owner = owners.get(claim);
        if (owner !== undefined && !(isShared && owner.isShared)) return owner.address;
      }
      for (const { claim, isShared } of claims) if (!owners.has(claim)) owners.set(claim, { address, isShared });
      return undefined;
    },
  };
}
