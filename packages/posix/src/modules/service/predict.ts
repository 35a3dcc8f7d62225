import { type Answers, formatAddress, type Prediction } from '@setpoint/model';
import { foundValue } from '../../queries/query-kind.ts';
import type { StatValue } from '../../queries/stat.ts';
import type { UnitValue } from '../../queries/unit.ts';
import { ownUnitFile, type ServiceDeclared } from './declared.ts';
import { diffService } from './diff.ts';
import { observeService, unitAnswer } from './observe.ts';

/** What the node will answer once the unit is as declared. */
export function predictService(declared: ServiceDeclared, answers: Answers): Prediction {
  const before = foundValue<UnitValue>(unitAnswer(declared, answers)) ?? newUnit(declared.unit);
  const { observed } = observeService(declared, answers);
  const paths = new Set(diffService(declared, observed).map((edit) => edit.path));
  const isStarted = paths.has('restart_on') || (paths.has('running') && declared.running === true);
  const isTouched = isStarted || paths.has('running') || paths.has('reload_on');
  const value: UnitValue = {
    ...before,
    ...maskAfter(declared, before),
    ...(paths.has('running') ? activityAfter(declared) : {}),
    ...(paths.has('enabled') ? { fileState: declared.enabled === true ? 'enabled' : 'disabled' } : {}),
    ...(declared.masked === true ? { loadState: 'masked', fileState: 'masked' } : {}),
    needsReload: false,
    reloadFailed: isTouched ? false : before.reloadFailed,
    loadedSince: paths.has('unit_file') ? 'pending' : before.loadedSince,
    activeSince: isStarted ? 'pending' : before.activeSince,
    changedSince: isTouched ? 'pending' : before.changedSince,
  };
  return { answers: { unit: { status: 'found', value }, ...linkAfter(declared, answers, paths) } };
}

/** A mask is a link in the place of the unit file. */
function linkAfter(declared: ServiceDeclared, answers: Answers, edited: ReadonlySet<string>): Answers {
  const path = ownUnitFile(declared);
  if (!edited.has('masked') || path === undefined) return {};
  const address = formatAddress('file', path);
  if (declared.masked === true) return { [address]: { status: 'found', value: maskLink } };
  const found = foundValue<StatValue>(answers[address]);
  return found?.type === 'link' ? { [address]: { status: 'absent' } } : {};
}

const maskLink: StatValue = {
  type: 'link',
  target: '/dev/null',
  mode: '0777',
  uid: 0,
  gid: 0,
  owner: 'root',
  group: 'root',
  sizeBytes: 9,
  modified: '',
  inode: 'pending',
};

function activityAfter({ running }: ServiceDeclared): Pick<UnitValue, 'activeState' | 'subState'> {
  return running === true
    ? { activeState: 'active', subState: 'running' }
    : { activeState: 'inactive', subState: 'dead' };
}

function maskAfter({ masked, unit }: ServiceDeclared, before: UnitValue): Partial<UnitValue> {
  if (masked !== false || before.loadState !== 'masked') return {};
  return { loadState: 'loaded', fileState: 'disabled', loadError: '', fragmentPath: `/lib/systemd/system/${unit}` };
}

/** What systemd says of a unit that has just come and of which nothing more is known. */
export function newUnit(unit: string): UnitValue {
  return {
    id: unit,
    loadState: 'loaded',
    loadError: '',
    activeState: 'inactive',
    subState: 'dead',
    fileState: 'disabled',
    needsReload: false,
    loadedSince: '',
    fragmentPath: `/lib/systemd/system/${unit}`,
    dropIns: [],
    type: 'simple',
    result: 'success',
    mainPid: 0,
    canReload: true,
    canBeEnabled: true,
    reloadFailed: false,
    triggeredBy: [],
    remainsAfterExit: false,
    activeSince: '',
    changedSince: '',
  };
}
