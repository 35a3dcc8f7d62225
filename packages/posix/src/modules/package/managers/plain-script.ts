import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import type { PackageManagerName } from '../../../package-managers/manager.ts';
import { lockWaitSeconds } from '../lock-wait.ts';
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
      changes.filter(({ hold }) => hold === mark),
    );
  const lines = [
    sh`sp_patience=${lockWaitSeconds}`,
    ...(refresh ? [shRaw('sp_refresh')] : []),
    ...marks('unhold'),
    ...groups.flatMap((group) => groupLines(manager, group)),
    ...markLine(
      'manual',
      changes.filter(({ marksManual }) => marksManual),
    ),
    ...marks('hold'),
  ];
  return shJoin([plainLibrary(manager), shJoin(lines, ' || exit 1\n'), shRaw(' || exit 1\n')], '');
}

function markLine(mark: string, changes: readonly PackageChange[]): readonly ShellText[] {
  return changes.length === 0 ? [] : [sh`sp_mark ${mark} ${changes.map(wordOf)}`];
}

function groupLines(manager: PackageManagerName, changes: readonly PackageChange[]): readonly ShellText[] {
  const [first] = changes;
  if (first === undefined) return [];
  const reinstalled = changes.filter(({ act }) => act === 'reinstall');
  const words = changes.flatMap(wordLine);
  return [
    ...(reinstalled.length === 0 ? [] : [sh`sp_reinstall ${reinstalled.map(wordOf)}`]),
    ...words,
    ...(words.length === 0 ? [] : [sh`sp_change ${plainOptions(manager, first.options)}`]),
  ];
}

function wordLine(change: PackageChange): readonly ShellText[] {
  const word = wordOf(change);
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
    case 'purge':
      return [sh`sp_unwant ${word}`];
    case 'reinstall':
    case 'hold':
    case 'release':
    case 'mark':
      return [];
    default:
      return change.act satisfies never;
  }
}

/** The managers of rpm write the architecture behind a dot. */
function wordOf({ name }: PackageChange): string {
  return name.replace(':', '.');
}
