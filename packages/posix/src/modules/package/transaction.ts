import { type Hazard, invariant, type Operation } from '@setpoint/model';
import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { runOperation } from '../../operations/run-operation.ts';
import type { PackageManagerName } from '../../package-managers/manager.ts';
import { aptLibrary } from './apt-library.ts';
import { bodiesOf, broughtLines, isOfFile } from './brought-files.ts';
import type { TransactionOptions } from './declared.ts';
import { fileName, type LocalFile } from './local-file.ts';
import { lockWaitSeconds } from './lock-wait.ts';
import { plainScript } from './managers/plain-script.ts';
import { setLibraryFor, setLine } from './set/script.ts';
import { isRange } from './wanted-version.ts';

/** What becomes of one package in a transaction. */
export type PackageChange = {
  readonly name: string;
  readonly act: PackageAct;
  /** Version or pattern to install; null for what apt chooses. */
  readonly version: string | null;
  /** The version as it was declared, for the title. */
  readonly declaredVersion: string | null;
  /** The file that it is installed from; null for a package of the repositories. */
  readonly file: LocalFile | null;
  readonly marksManual: boolean;
  /** dpkg calls for a reinstallation; it removes the package only when that demand is overridden. */
  readonly isHalfInstalled?: true;
  readonly hold: 'hold' | 'unhold' | null;
  readonly options: TransactionOptions;
  /** The name stands for packages that the node finds when the change is made. */
  readonly set?: { readonly latest: boolean; readonly onlyUpgrade: boolean };
};

/** The acts and how a title tells them; titles group packages by act. */
const actTitles = {
  install: 'install',
  upgrade: 'upgrade',
  downgrade: 'downgrade',
  complete: 'complete the installation of',
  reinstall: 'reinstall',
  remove: 'remove',
  purge: 'purge',
  hold: 'hold',
  release: 'release the hold of',
  mark: 'mark as manually installed',
} as const satisfies Record<string, string>;

export type PackageAct = keyof typeof actTitles;

/** One use of the package manager: the lists are refreshed first when asked to, then all packages are changed. */
export type Transaction = {
  readonly manager: PackageManagerName;
  readonly refresh: boolean;
  readonly changes: readonly PackageChange[];
};

/** A transaction takes minutes on a slow mirror; half an hour is the usual bound. */
export const changeTimeoutMs = 1_800_000;
const refreshTimeoutMs = 600_000;

/** Makes the operation; the transaction stands beside the script, so that operations can be fused. */
export function transactionOperation(transaction: Transaction): Operation {
  const [stdin, ...others] = bodiesOf(transaction.changes);
  invariant(others.length === 0, 'A script has one standard input');
  const operation = runOperation({
    title: titleOf(transaction),
    script: scriptOf(transaction),
    timeoutMs: lockWaitSeconds * 1000 + (transaction.changes.length > 0 ? changeTimeoutMs : refreshTimeoutMs),
    repeatable: true,
    hazards: transaction.changes.flatMap(hazardsOf),
    ...(stdin === undefined ? {} : { stdin }),
  });
  return { ...operation, action: { ...operation.action, transaction } };
}

/** Fuses operations made here into one transaction, in their order, with at most one refresh before it. */
export function mergeTransactions(operations: readonly Operation[]): Operation | undefined {
  const transactions = operations.map((operation) => operation.action['transaction'] as Transaction | undefined);
  invariant(!transactions.includes(undefined), 'A package operation carries no transaction');
  const all = transactions.flatMap((transaction) => transaction ?? []);
  if (bodiesOf(all.flatMap(({ changes }) => changes)).length > 1) return undefined;
  return transactionOperation({
    manager: all[0]?.manager ?? 'apt',
    refresh: all.some((transaction) => transaction.refresh),
    changes: all.flatMap((transaction) => transaction.changes),
  });
}

function titleOf({ refresh, changes }: Transaction): string {
  const byAct = Map.groupBy(changes, (change) => change.act);
  const acts = [...byAct].map(([act, group]) => `${actTitles[act]} ${group.map(packageWord).join(', ')}`);
  return [...(refresh ? ['refresh the package lists'] : []), ...acts].join('; ');
}

function packageWord(change: PackageChange): string {
  const { name, act, declaredVersion, file } = change;
  if (file !== null && isOfFile(change)) return `${name} from ${fileName(file)}`;
  const hasVersion = declaredVersion !== null && (act === 'install' || act === 'upgrade' || act === 'downgrade');
  if (!hasVersion) return name;
  return isRange(declaredVersion) ? `${name} ${declaredVersion}` : `${name}=${declaredVersion}`;
}

function hazardsOf({ name, act, options }: PackageChange): readonly Hazard[] {
  switch (act) {
    case 'upgrade':
    case 'downgrade':
      return [
        { kind: 'service-interruption', message: `services of ${name} are restarted by the package` },
        ...(options.replaceConfig ? [replacedConfig(name)] : []),
      ];
    case 'remove':
      return [{ kind: 'service-interruption', message: `services of ${name} are stopped` }];
    case 'purge':
      return [{ kind: 'data-loss', message: `the configuration of ${name}, and data it keeps, are deleted` }];
    case 'install':
    case 'complete':
    case 'reinstall':
    case 'hold':
    case 'release':
    case 'mark':
      return [];
    default:
      return act satisfies never;
  }
}

function replacedConfig(name: string): Hazard {
  return { kind: 'data-loss', message: `configuration files of ${name} that were edited are replaced` };
}

function scriptOf(transaction: Transaction): ShellText {
  return transaction.manager === 'apt' ? aptScript(transaction) : plainScript(transaction.manager, transaction);
}

function aptScript({ refresh, changes }: Transaction): ShellText {
  const groups = [...Map.groupBy(changes, ({ options }) => JSON.stringify(options)).values()];
  const lines = [
    sh`sp_patience=${lockWaitSeconds}`,
    ...(refresh ? [shRaw('sp_refresh')] : []),
    ...markLine(
      'unhold',
      namesOf(changes, ({ hold }) => hold === 'unhold'),
    ),
    ...groups.flatMap(groupLines),
    ...markLine(
      'manual',
      namesOf(changes, ({ marksManual }) => marksManual),
    ),
    ...markLine(
      'hold',
      namesOf(changes, ({ hold }) => hold === 'hold'),
    ),
  ];
  return shJoin([setLibraryFor(changes), aptLibrary, shJoin(lines, ' || exit 1\n'), shRaw(' || exit 1\n')], '');
}

function namesOf(changes: readonly PackageChange[], wanted: (change: PackageChange) => boolean): readonly string[] {
  return changes.filter(wanted).map(({ name }) => name);
}

function markLine(mark: 'unhold' | 'manual' | 'hold', names: readonly string[]): readonly ShellText[] {
  if (names.length === 0) return [];
  return [sh`sp_mark ${shRaw(mark)} ${names}`];
}

/** The lines that change packages with equal options at once. */
function groupLines(changes: readonly PackageChange[]): readonly ShellText[] {
  const [first] = changes;
  if (first === undefined) return [];
  const { options } = first;
  const words = changes.flatMap((change) =>
    isOfFile(change) ? broughtLines(change, 'sp_want_file') : wordLine(change),
  );
  const purged = namesOf(changes, ({ act }) => act === 'purge');
  const reinstalled = namesOf(changes, ({ act }) => act === 'reinstall');
  const forced = changes.some(
    ({ act, isHalfInstalled }) => isHalfInstalled === true && (act === 'remove' || act === 'purge'),
  );
  const force = forced ? ['-o', 'Dpkg::Options::=--force-remove-reinstreq'] : [];
  return [
    ...(options.startServices ? [] : [shRaw('sp_services_off')]),
    ...(options.replaceConfig ? [shRaw('sp_config_replaced')] : []),
    ...(reinstalled.length === 0
      ? []
      : [sh`sp_apt --no-remove ${aptOptions(options)} --reinstall install ${reinstalled}`]),
    ...words,
    ...(words.length === 0 ? [] : [sh`sp_change ${[...force, ...aptOptions(options)]}`]),
    ...(purged.length === 0 ? [] : [sh`sp_apt ${[...force, 'purge', ...purged]}`]),
    ...(options.replaceConfig ? [shRaw('sp_config_kept')] : []),
    ...(options.startServices ? [] : [shRaw('sp_services_on')]),
  ];
}

function wordLine(change: PackageChange): readonly ShellText[] {
  const { name, act, version } = change;
  if (change.set !== undefined) return [setLine('apt', change)];
  if (act === 'hold' || act === 'release' || act === 'mark' || act === 'reinstall') return [];
  if (act === 'remove' || act === 'purge') return [sh`sp_unwant ${name}`];
  return [sh`sp_want ${name} ${version ?? ''}`];
}

function aptOptions(options: TransactionOptions): readonly string[] {
  const { installRecommends, defaultRelease } = options;
  return [
    ...(options.allowDowngrade ? ['--allow-downgrades'] : []),
    ...(options.allowChangeHeld ? ['--allow-change-held-packages'] : []),
    ...(installRecommends === null ? [] : ['-o', `APT::Install-Recommends=${installRecommends ? 'true' : 'false'}`]),
    ...(defaultRelease === null ? [] : ['-t', defaultRelease]),
  ];
}
