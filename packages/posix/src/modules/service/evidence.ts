import {
  type Address,
  type Answer,
  type Answers,
  formatAddress,
  parseAddress,
  type Queries,
  type UnknownCause,
} from '@setpoint/model';
import { type PackageValue, packageQuery } from '../../queries/package.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { type StatValue, statQuery } from '../../queries/stat.ts';
import type { UnitValue } from '../../queries/unit.ts';
import { targetPath, textEditTypes } from '../../text-edits/target.ts';
import { readUnitName, unitDirectory } from '../unit/unit-name.ts';
import { homeOf } from '../user/declared.ts';
import type { NewerInput, ServiceDeclared } from './declared.ts';

/** Queries for the times at which the inputs of a unit changed, each under a name that begins with its address. */
export function evidenceQueries(addresses: readonly Address[]): Queries {
  return Object.assign({}, ...addresses.map(queriesOf)) as Queries;
}

function queriesOf(address: Address): Queries {
  const { type = '', identity = '' } = parseAddress(address) ?? {};
  if (type === 'package') return { [address]: packageQuery(identity) };
  const path = type === 'unit' ? unitPath(identity) : textEditTypes.has(type) ? targetPath(identity) : identity;
  // A link has two times: its own, and that of what it leads to.
  return { [address]: statQuery(path), [`${address} target`]: statQuery(path, { follow: true }) };
}

function unitPath(identity: string): string {
  const name = readUnitName(identity);
  return 'path' in name ? name.path : identity;
}

/** What the evidence comes to: the inputs newer than a time, or why one of them cannot be told. */
export type Evidence =
  | { readonly kind: 'known'; readonly newer: readonly NewerInput[] }
  | { readonly kind: 'unknown'; readonly cause: UnknownCause };

/**
 * Compares the inputs with the time at which the unit read them; both are UTC in the form of a stat's `modified`. A unit that
 * starts in this run reads what this run changes.
 */
export function readEvidence(addresses: readonly Address[], since: string, answers: Answers): Evidence {
  const newer: NewerInput[] = [];
  if (since === 'pending') return { kind: 'known', newer };
  for (const address of addresses) {
    const found = [answers[address], answers[`${address} target`]];
    const unread = found.find((answer) => answer?.status === 'unknown');
    if (unread?.status === 'unknown') return { kind: 'unknown', cause: unread.cause };
    const times = found.map(changeTime);
    if (times.includes('pending'))
      newer.push({ address, when: 'later', ...(found.some(isDated) ? { isDated: true } : {}) });
    else if (times.some((time) => time > since)) newer.push({ address, when: 'before' });
  }
  return { kind: 'known', newer };
}

function isDated(answer: Answer | undefined): boolean {
  return foundValue<Partial<StatValue>>(answer)?.dated !== undefined;
}

function changeTime(answer: Answer | undefined): string {
  if (answer?.status !== 'found') return '';
  const value = answer.value as Partial<StatValue & PackageValue>;
  if (value.modified === 'pending') return 'pending';
  return value.changed ?? value.modified ?? '';
}

/** Queries for the unit files that a resource of the same play may write, by the address of that resource. */
export function unitFileQueries(declared: ServiceDeclared): Queries {
  return Object.fromEntries(unitFilePaths(declared).map((path) => [formatAddress('file', path), statQuery(path)]));
}

/** The resource whose change in this run makes systemd read the unit files again; undefined when there is none. */
export function changingUnitFile(declared: ServiceDeclared, answers: Answers): Address | undefined {
  return unitFilePaths(declared)
    .map((path) => formatAddress('file', path))
    .find((address) => changeTime(answers[address]) === 'pending');
}

/**
 * True when a unit file or drop-in is there that systemd has not read. NeedDaemonReload does not tell: systemd looks for drop-ins
 * only in directories that were there when it last read everything (measured with systemd 252).
 */
export function hasUnreadUnitFile(declared: ServiceDeclared, unit: UnitValue, answers: Answers): boolean {
  const paths = unitFilePaths(declared);
  return paths.some((path) => {
    const answer = answers[formatAddress('file', path)];
    if (answer?.status !== 'found' || (answer.value as StatValue).type !== 'file') return false;
    const [name = '', parent = ''] = path.split('/').reverse();
    // An account may have a file of its own in the place of the one for all accounts.
    if (name === declared.unit && declared.scope !== 'system') return !paths.includes(unit.fragmentPath);
    if (name === declared.unit) return unit.fragmentPath !== path;
    const isDropIn = parent === `${declared.unit}.d` && name.endsWith('.conf');
    return isDropIn && !unit.dropIns.some((dropIn) => dropIn.endsWith(`/${name}`));
  });
}

/** Where administrators and accounts put units and drop-ins, systemd.unit(5), and the inputs that are named and lie there. */
export function unitFilePaths(declared: ServiceDeclared): readonly string[] {
  const { unit, restartOn, reloadOn } = declared;
  const template = unit.replace(/@[^.]*(?=\.)/, '@');
  const named = [...restartOn, ...reloadOn].flatMap((address) => {
    const { type, identity = '' } = parseAddress(address) ?? {};
    if (type === 'unit') return [unitPath(identity)];
    return type === 'file' && isUnitFile.test(identity) ? [identity] : [];
  });
  const usual = unitPlaces(declared).flatMap((place) =>
    [unit, template].flatMap((name) => [`${place}/${name}`, `${place}/${name}.d/override.conf`]),
  );
  return [...new Set([...usual, ...named])];
}

function unitPlaces({ scope, account }: ServiceDeclared): readonly string[] {
  if (scope === 'system') return [unitDirectory('system')];
  const own = account === null ? [] : [`${homeOf({ name: account, home: null })}/.config/systemd/user`];
  return [unitDirectory('user'), ...own];
}

const isUnitFile = /^\/(etc|run|usr\/local\/lib|usr\/lib|lib)\/systemd\/(system|user)\/|\/\.config\/systemd\/user\//;
