import type { Body } from '@setpoint/model';
import { type ShellText, sh, shRaw } from '@setpoint/sdk';
import { withoutArchitecture } from '../../queries/package.ts';
import { fileName } from './local-file.ts';
import type { PackageChange } from './transaction.ts';

/** True for a change that takes its package out of a file. */
export function isOfFile({ act, file }: PackageChange): boolean {
  return file !== null && (act === 'install' || act === 'upgrade' || act === 'downgrade' || act === 'complete');
}

/** The bodies of the files that come from the project; a script can read one of them from its standard input. */
export function bodiesOf(changes: readonly PackageChange[]): readonly Body[] {
  return changes.filter(isOfFile).flatMap(({ file }) => (file?.kind === 'project' ? [file.body] : []));
}

/** The lines that bring the file of a change and hold it to what was declared, by a function of `broughtFileLibrary`'s arguments. */
export function broughtLines(change: PackageChange, holdTo: string): readonly ShellText[] {
  const { name, file, version } = change;
  if (file === null || !isOfFile(change)) return [];
  const own = withoutArchitecture(name);
  return [
    file.kind === 'project' ? sh`sp_bring ${own}` : sh`sp_bring ${own} ${file.path}`,
    sh`${shRaw(holdTo)} ${own} ${fileName(file)} ${own} ${version ?? ''}`,
  ];
}
