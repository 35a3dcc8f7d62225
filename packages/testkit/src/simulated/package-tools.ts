import type { Installed, SimulatedHost } from './host.ts';
import type { Job } from './perform.ts';

type Change = {
  readonly name: string;
  readonly act: string;
  readonly version: string | null;
  readonly hold: string | null;
};

/** Jobs of apt: the transaction that stands beside the script. A refused package leaves all others as they were. */
export function performPackages(host: SimulatedHost, { action }: Job): string | undefined {
  const transaction = action['transaction'] as { readonly changes: readonly Change[] } | undefined;
  if (transaction === undefined) return undefined;
  const missing = transaction.changes.find(({ name, act }) => isFetched(act) && !host.archive.has(name));
  if (missing !== undefined) return `E: Unable to locate package ${missing.name}`;
  for (const change of transaction.changes) changePackage(host, change);
  return '';
}

function isFetched(act: string): boolean {
  return act === 'install' || act === 'upgrade' || act === 'downgrade';
}

function changePackage(host: SimulatedHost, { name, act, version, hold }: Change): void {
  const old = host.packages.get(name);
  const held = hold === 'hold' ? true : hold === 'unhold' ? false : (old?.held ?? false);
  if (isFetched(act)) host.unpack(name, version ?? host.archive.get(name)?.versions[0] ?? '', held);
  else if (old !== undefined && (act === 'remove' || act === 'purge'))
    takeAway(host, name, { old, purge: act === 'purge' });
  else if (old !== undefined) host.packages.set(name, { ...old, held });
}

function takeAway(
  host: SimulatedHost,
  name: string,
  { old, purge }: { readonly old: Installed; readonly purge: boolean },
): void {
  const offer = host.archive.get(name);
  for (const path of Object.keys(offer?.files ?? {})) if (purge || !path.startsWith('/etc/')) host.files.remove(path);
  for (const unit of offer?.units ?? []) {
    host.files.remove(`/lib/systemd/system/${unit}`);
    loseUnit(host, unit);
  }
  if (purge) host.packages.delete(name);
  else host.packages.set(name, { ...old, isRemoved: true, changed: host.files.tick() });
}

/** A mask is a link of the administrator's, which stays when the package goes. */
function loseUnit(host: SimulatedHost, name: string): void {
  const unit = host.units.get(name);
  if (unit?.isMasked === true) host.units.set(name, { ...unit, isActive: false, isEnabled: false });
  else host.units.delete(name);
}
