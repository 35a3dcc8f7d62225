import { type Edit, type EditValue, editValue, type Observed, type UnknownCause } from '@setpoint/model';
import type { PackageDeclared } from '../declared.ts';
import { untilRefreshed } from '../diff.ts';
import { changesOf, isOpen, type PackageSetChange, type PackageSetState } from './state.ts';

/** One edit per package that would change; a single unknown one where nobody can tell yet which packages these are. */
export function diffPackageSet(declared: PackageDeclared, observed: Observed<PackageSetState>): readonly Edit[] {
  if (observed.kind === 'unknown') return [unknownEdit(observed.cause)];
  if (observed.kind === 'absent') return [];
  const { state } = observed;
  if (!isOpen(declared, state)) return changesOf(state).flatMap(shownEdits);
  if (state.awaits !== undefined) return [unknownEdit(state.awaits)];
  // What is there is known; only which packages these are is not.
  const after: EditValue = { kind: 'unknown', cause: untilRefreshed };
  return [{ path: 'packages', before: editValue('those installed'), after }];
}

function unknownEdit(cause: UnknownCause): Edit {
  return { path: 'packages', before: { kind: 'unknown', cause }, after: { kind: 'unknown', cause } };
}

/** The package is named, and its version stands for it; whatever else changes is named behind it. */
function shownEdits({ declared, state, edits }: PackageSetChange): readonly Edit[] {
  const { name } = declared;
  const version = edits.find(({ path }) => path === 'version');
  return edits.flatMap((edit): readonly Edit[] => {
    if (edit.path === 'version') return [{ ...edit, path: name }];
    if (edit.path !== 'state') return [{ ...edit, path: `${name} ${edit.path}` }];
    if (version !== undefined) return [];
    const before = state.installed === null ? edit.before : editValue(state.installed.version);
    return [{ path: name, before, after: edit.after }];
  });
}
