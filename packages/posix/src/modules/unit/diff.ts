import { type Edit, editValue, type Observed } from '@setpoint/model';
import { diffFile } from '../file/diff.ts';
import type { UnitDeclared, UnitLook, UnitState } from './declared.ts';
import { fileOf, lookOf } from './observe.ts';

/** What differs in the file, and what systemd still makes of the old one. */
export function diffUnit(declared: UnitDeclared, observed: Observed<UnitState>): readonly Edit[] {
  const look = lookOf(observed);
  const file = diffFile(declared.file, fileOf(observed));
  if (look === undefined) return file;
  return [...maskEdits(declared, look), ...file, ...reloadEdits(look), ...stateEdits(declared, look)];
}

function maskEdits({ file }: UnitDeclared, { isMasked }: UnitLook): readonly Edit[] {
  if (!isMasked || file.state === 'absent') return [];
  return [{ path: 'masked', before: editValue(true), after: editValue(false) }];
}

function reloadEdits({ needsReload }: UnitLook): readonly Edit[] {
  return needsReload ? [{ path: 'unit_file', before: editValue('changed'), after: editValue('loaded') }] : [];
}

/** A unit of the system that comes into force again goes on as it is. */
function stateEdits({ running, enabled, file }: UnitDeclared, look: UnitLook): readonly Edit[] {
  if (file.state === 'absent' && look.vendor !== null) return [];
  const edit = (path: string, wanted: boolean | null, found: boolean): readonly Edit[] =>
    wanted === null || wanted === found ? [] : [{ path, before: editValue(found), after: editValue(wanted) }];
  return [...edit('enabled', enabled, look.isEnabled), ...edit('running', running, look.isRunning)];
}
