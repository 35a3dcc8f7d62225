import type { Edit, Observed, Queries, Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import { keepFile, restoreFile } from '../file/restore.ts';
import type { UnitDeclared, UnitState } from './declared.ts';
import { fileOf, lookOf } from './observe.ts';

/** The file as it was, and with a file that was removed whether the unit ran and started at boot. */
export function restoreUnit(undo: Undo<UnitDeclared, UnitState>): TypedRestoration<UnitDeclared> {
  const { declared, before, edited, kept } = undo;
  const look = lookOf(before);
  const way = restoreFile({ declared: { ...declared.file, check: null }, before: fileOf(before), edited, kept });
  if (way.kind === 'irreversible') return way;
  const was = (path: string, found: boolean | undefined): boolean | null =>
    edited.includes(path) ? (found ?? null) : null;
  const isGone = way.declared.state === 'absent';
  const isWhole = isGone && declared.dropIn === null;
  const lacks = [
    ...(way.lacks ?? []),
    ...(look?.isMasked === true && edited.includes('masked')
      ? [`${declared.unit} was masked; \`service:\` with \`masked: true\` masks it again.`]
      : []),
  ];
  return {
    kind: 'declared',
    declared: {
      ...declared,
      file: way.declared,
      isMade: false,
      running: isWhole ? false : was('running', look?.isRunning),
      enabled: isWhole ? false : was('enabled', look?.isEnabled),
    },
    ...(lacks.length === 0 ? {} : { lacks }),
  };
}

/** The old content, where the plan had no need to read it. */
export function keepUnit(declared: UnitDeclared, edits: readonly Edit[], observed: Observed<UnitState>): Queries {
  return keepFile(declared.file, edits, fileOf(observed));
}
