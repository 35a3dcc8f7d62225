import type { SimulatedHost, Unit } from './host.ts';
import type { Job } from './perform.ts';
import { unitFile } from './unit-answers.ts';

type Act = { readonly verb: string; readonly id: string };

/** Jobs of systemctl: the acts that stand beside the script, in their order. */
export function performUnits(host: SimulatedHost, { action }: Job): string | undefined {
  const acts = action['acts'] as readonly Act[] | undefined;
  for (const act of acts ?? []) {
    const failure = doAct(host, act);
    if (failure !== '') return failure;
  }
  return acts === undefined ? undefined : '';
}

function doAct(host: SimulatedHost, { verb, id }: Act): string {
  const now = host.files.tick();
  if (verb === 'daemon-reload') {
    for (const [name, unit] of host.units) host.units.set(name, { ...unit, loadedAt: now });
    return '';
  }
  const isThere = unitFile(host, id) !== undefined;
  if (!isThere && verb !== 'mask' && verb !== 'unmask') return `Unit ${id} not found.`;
  const before = host.units.get(id) ?? stopped(now);
  if (before.isMasked && ['start', 'restart', 'enable'].includes(verb)) return `Unit ${id} is masked.`;
  host.units.set(id, { ...before, ...after(verb, before, now) });
  return '';
}

function stopped(now: number): Unit {
  return { isActive: false, isEnabled: false, isMasked: false, activeSince: 0, changedSince: 0, loadedAt: now };
}

function after(verb: string, before: Unit, now: number): Partial<Unit> {
  switch (verb) {
    case 'start':
      return before.isActive ? {} : { isActive: true, activeSince: now, changedSince: now };
    case 'restart':
      return { isActive: true, activeSince: now, changedSince: now };
    case 'reload':
      return before.isActive ? { changedSince: now } : { isActive: true, activeSince: now, changedSince: now };
    case 'stop':
      return { isActive: false, activeSince: 0, changedSince: now };
    case 'enable':
      return { isEnabled: true };
    case 'disable':
      return { isEnabled: false };
    case 'mask':
      return { isMasked: true, isEnabled: false };
    default:
      return { isMasked: false, loadedAt: now };
  }
}
