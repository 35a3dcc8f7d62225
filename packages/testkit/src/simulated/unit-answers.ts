import type { Answer } from '@setpoint/model';
import { type AnswerKind, found, textOf } from './answer-kind.ts';
import type { SimulatedHost, Unit } from './host.ts';
import { momentText } from './moment.ts';

/** Answers of systemd. It has read the unit files that were there when it was last told to. */
export const unitAnswers: Readonly<Record<string, AnswerKind>> = {
  unit: (host, query) => {
    const name = textOf(query, 'name');
    const unit = host.units.get(name) ?? unseen(host, name);
    return unit === undefined ? { status: 'absent' } : unitAnswer(host, name, unit);
  },
  'unit-near': () => ({ status: 'absent' }),
};

/** Where the unit file lies: the administrator's comes before that of a package. */
export function unitFile(host: SimulatedHost, name: string): string | undefined {
  return [`/etc/systemd/system/${name}`, `/lib/systemd/system/${name}`].find(
    (path) => host.files.find(path, true) !== undefined,
  );
}

/** A unit whose file is there and that nobody asked for before: systemd reads it when it is asked. */
function unseen(host: SimulatedHost, name: string): Unit | undefined {
  if (unitFile(host, name) === undefined) return undefined;
  const loadedAt = host.files.tick();
  return { isActive: false, isEnabled: false, isMasked: false, activeSince: 0, changedSince: 0, loadedAt };
}

function unitAnswer(host: SimulatedHost, name: string, unit: Unit): Answer {
  const path = unitFile(host, name);
  if (path === undefined && !unit.isActive && !unit.isMasked) return { status: 'absent' };
  const file = path === undefined ? undefined : host.files.find(path, true);
  const time = (ticks: number): string => (ticks === 0 ? '' : momentText(ticks).slice(0, -3));
  return found({
    id: name,
    loadState: unit.isMasked ? 'masked' : 'loaded',
    loadError: '',
    activeState: unit.isActive ? 'active' : 'inactive',
    subState: unit.isActive ? 'running' : 'dead',
    fileState: unit.isMasked ? 'masked' : unit.isEnabled ? 'enabled' : 'disabled',
    canBeEnabled: true,
    needsReload: !unit.isMasked && (file?.modified ?? 0) > unit.loadedAt,
    loadedSince: '',
    fragmentPath: unit.isMasked ? `/etc/systemd/system/${name}` : (path ?? ''),
    dropIns: [],
    type: 'simple',
    result: 'success',
    mainPid: unit.isActive ? 1000 : 0,
    canReload: true,
    reloadFailed: false,
    triggeredBy: [],
    remainsAfterExit: false,
    activeSince: time(unit.activeSince),
    changedSince: time(unit.changedSince),
  });
}
