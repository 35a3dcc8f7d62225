import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import type { PackageManagerName } from '../../../package-managers/manager.ts';
import { isCapability, isZypperPattern } from '../../../queries/package.ts';
import { broughtLines, isOfFile } from '../brought-files.ts';
import { lockWaitSeconds } from '../lock-wait.ts';
import { setLibraryFor, setLine } from '../set/script.ts';
import type { PackageChange, Transaction } from '../transaction.ts';
import { plainLibrary } from './plain-library.ts';
import { plainOptions } from './words.ts';

/** The script of a transaction of a manager other than apt. */
export function plainScript(
  manager: Exclude<PackageManagerName, 'apt'>,
  { refresh, changes }: Pick<Transaction, 'refresh' | 'changes'>,
): ShellText {
  const groups = [...Map.groupBy(changes, ({ options }) => JSON.stringify(options)).values()];
  const marks = (mark: 'hold' | 'unhold'): readonly ShellText[] =>
    markLine(
      mark,
      wordsOf(
        manager,
        changes.filter(({ hold }) => hold === mark),
      ),
    );
  const lines = [
    sh`sp_patience=${lockWaitSeconds}`,
    ...(refresh ? [shRaw('sp_refresh')] : []),
    ...marks('unhold'),
    ...groups.flatMap((group) => groupLines(manager, group)),
    ...markLine(
      'manual',
      wordsOf(
        manager,
        changes.filter(({ marksManual }) => marksManual),
      ),
    ),
    ...marks('hold'),
  ];
  return shJoin(
    [setLibraryFor(changes), plainLibrary(manager), shJoin(lines, ' || exit 1\n'), shRaw(' || exit 1\n')],
    '',
  );
}

function markLine(mark: string, words: readonly string[]): readonly ShellText[] {
  return words.length === 0 ? [] : [sh`sp_mark ${mark} ${words}`];
}

function groupLines(manager: PackageManagerName, changes: readonly PackageChange[]): readonly ShellText[] {
  const [first] = changes;
  if (first === undefined) return [];
  const reinstalled = wordsOf(
    manager,
    changes.filter(({ act }) => act === 'reinstall'),
  );
  const [files, named] = [changes.filter(isOfFile), changes.filter((change) => !isOfFile(change))];
  const words = named.flatMap((change) => wordLine(manager, change));
  return [
    ...files.flatMap(fileLines),
    ...(reinstalled.length === 0 ? [] : [sh`sp_reinstall ${reinstalled}`]),
    ...words,
    ...(words.length === 0 ? [] : [sh`sp_change ${plainOptions(manager, first.options)}`]),
  ];
}

/** A change of its own: pacman does not mix files with packages of its repositories. */
function fileLines(change: PackageChange): readonly ShellText[] {
  const verb = shRaw(change.act === 'downgrade' ? 'sp_lower' : 'sp_want');
  return [...broughtLines(change, 'sp_hold_to'), sh`${verb} "$sp_package" ''`, shRaw('sp_change')];
}

function wordLine(manager: PackageManagerName, change: PackageChange): readonly ShellText[] {
  if (change.set !== undefined) return [setLine(manager, change)];
  const word = wordOf(manager, change);
  const version = change.version ?? '';
  switch (change.act) {
    case 'install':
    case 'complete':
      return [sh`sp_want ${word} ${version}`];
    case 'upgrade':
      return [sh`sp_raise ${word} ${version}`];
    case 'downgrade':
      return [sh`sp_lower ${word} ${version}`];
    case 'remove':
      return [sh`sp_unwant ${word}`];
    case 'purge':
      return [sh`sp_purge ${word}`];
    case 'reinstall':
    case 'hold':
    case 'release':
    case 'mark':
      return [];
    default:
      return change.act satisfies never;
  }
}

function wordsOf(manager: PackageManagerName, changes: readonly PackageChange[]): readonly string[] {
  return changes.map((change) => wordOf(manager, change));
}

/** The managers of rpm write the architecture behind a dot; names of apk, and of what rpms provide, have a colon of their own. */
function wordOf(manager: PackageManagerName, { name }: PackageChange): string {
  if (isZypperPattern(name)) return name.replace(/:/, '()=');
  return manager === 'apk' || isCapability(name) ? name : name.replace(':', '.');
}
