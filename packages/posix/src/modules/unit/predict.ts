import type { Answer, AnswerAdjustment, Answers, Prediction, Query } from '@setpoint/model';
import { foundValue, queryText } from '../../queries/query-kind.ts';
import { newDirectoryStat, statQuery } from '../../queries/stat.ts';
import type { UnitValue } from '../../queries/unit.ts';
import { predictFile } from '../file/predict.ts';
import { newUnit } from '../service/predict.ts';
import type { UnitDeclared } from './declared.ts';
import { answersForFile, lookOf, observeUnit } from './observe.ts';
import { isTemplate, isUnitOf, kindOf, unitDirectory } from './unit-name.ts';
import { readUnit, type UnitFacts } from './unit-text.ts';

/** What the node will answer once the file is as declared and systemd has read it. */
export function predictUnit(declared: UnitDeclared, answers: Answers): Prediction {
  const { scope, unit, dropIn, file } = declared;
  const predicted = predictFile(file, answersForFile(declared, answers));
  const look = lookOf(observeUnit(declared, answers).observed);
  const vendor = look?.vendor ?? null;
  const after = (answer: Answer): Answer => unitAfter(declared, answer, vendor);
  const directory = { status: 'found', value: newDirectoryStat } as const;
  const isMadeDirectory = dropIn !== null && file.state === 'present' && answers['directory']?.status !== 'found';
  return {
    ...predicted,
    answers: {
      ...predicted.answers,
      ...(answers['unit'] === undefined ? {} : { unit: after(answers['unit']) }),
      ...(isMadeDirectory ? { directory, parent: directory } : {}),
    },
    others: [
      ...(predicted.others ?? []),
      ...(isMadeDirectory
        ? [{ query: statQuery(`${unitDirectory(scope)}/${unit}.d`, { follow: true }), answer: directory }]
        : []),
    ],
    adjusts: [...(predicted.adjusts ?? []), adjustOthers(declared, after)],
  };
}

/** The instances of a template are as it says, and so is what accounts run of a unit that is theirs. */
function adjustOthers({ scope, unit }: UnitDeclared, after: (answer: Answer) => Answer): AnswerAdjustment {
  const isMeant = (query: Query): boolean =>
    (isTemplate(unit) || scope === 'user') && isUnitOf(queryText(query, 'name'), unit);
  return {
    kind: scope === 'user' ? 'user-unit' : 'unit',
    adjust: (query, answer) => (isMeant(query) ? withName(after(answer), query) : answer),
  };
}

function withName(answer: Answer, query: Query): Answer {
  if (answer.status !== 'found') return answer;
  const id = queryText(query, 'name');
  return { status: 'found', value: { ...answer.value, id } };
}

/** What systemd will say of the unit; of one that nothing is known of, only what its file tells. */
function unitAfter(declared: UnitDeclared, answer: Answer, vendor: string | null): Answer {
  const { scope, unit, dropIn, file, running, enabled } = declared;
  const before = foundValue<UnitValue>(answer);
  if (dropIn !== null && before === undefined) return answer;
  if (file.state === 'absent' && dropIn === null && vendor === null) return { status: 'absent' };
  const known = before ?? { ...newUnit(unit), canReload: false };
  // The manager of an account is told by the service that it starts.
  const isRead = known.activeState !== 'offline' && scope === 'system';
  const text = file.state === 'absent' ? undefined : file.body?.text;
  const facts = text === undefined ? {} : factsOf(declared, readUnit(text), known);
  const value: UnitValue = {
    ...known,
    ...placeAfter(declared, known, vendor),
    ...facts,
    ...(running === true ? { activeState: 'active', subState: 'running', activeSince: 'pending' } : {}),
    ...(enabled === true ? { fileState: 'enabled' } : {}),
    needsReload: false,
    loadedSince: isRead ? 'pending' : known.loadedSince,
  };
  return { status: 'found', value };
}

function placeAfter(
  { dropIn, file }: UnitDeclared,
  known: UnitValue,
  vendor: string | null,
): Pick<UnitValue, 'loadState' | 'loadError' | 'fragmentPath' | 'dropIns' | 'fileState'> {
  const { loadState, loadError, fragmentPath, dropIns, fileState } = known;
  const isAbsent = file.state === 'absent';
  if (dropIn !== null) {
    const others = dropIns.filter((path) => path !== file.path);
    return { loadState, loadError, fragmentPath, fileState, dropIns: isAbsent ? others : [...others, file.path] };
  }
  const isMasked = loadState === 'masked' || fileState.startsWith('masked');
  return {
    loadState: 'loaded',
    loadError: '',
    fragmentPath: isAbsent ? (vendor ?? '') : file.path,
    dropIns,
    fileState: isMasked ? 'disabled' : fileState,
  };
}

/** A drop-in adds to what its unit says; a unit file says everything. */
function factsOf({ unit, dropIn }: UnitDeclared, facts: UnitFacts, known: UnitValue): Partial<UnitValue> {
  const isWhole = dropIn === null;
  const hasExec = (name: string): boolean => facts.values('Service', name).length > 0;
  const type = facts.option('Service', 'Type') ?? (isWhole ? defaultType(unit, facts) : known.type);
  const remains = facts.option('Service', 'RemainAfterExit');
  return {
    type,
    canReload: hasExec('ExecReload') || type === 'notify-reload' || (!isWhole && known.canReload),
    remainsAfterExit: remains === undefined ? !isWhole && known.remainsAfterExit : /^(yes|true|on|1)$/i.test(remains),
    ...installAfter(facts, known, isWhole),
  };
}

function defaultType(unit: string, facts: UnitFacts): string {
  if (kindOf(unit) !== 'service') return '';
  if (facts.option('Service', 'BusName') !== undefined) return 'dbus';
  return facts.option('Service', 'ExecStart') === undefined ? 'oneshot' : 'simple';
}

/** systemctl(1), is-enabled: without an [Install] section a unit is static, with nothing but Also= it is indirect. */
function installAfter(
  facts: UnitFacts,
  known: UnitValue,
  isWhole: boolean,
): Partial<Pick<UnitValue, 'fileState' | 'canBeEnabled'>> {
  const has = (name: string): boolean => facts.values('Install', name).length > 0;
  const isOwn = ['WantedBy', 'RequiredBy', 'UpheldBy', 'Alias'].some(has);
  if (!isWhole && !isOwn) return {};
  const state = known.fileState.startsWith('masked') ? 'disabled' : known.fileState;
  if (isOwn) return { canBeEnabled: true, fileState: state.startsWith('enabled') ? state : 'disabled' };
  return { canBeEnabled: false, fileState: has('Also') ? 'indirect' : 'static' };
}
