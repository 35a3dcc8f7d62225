import { type Edit, type EditValue, editValue, type Observed, type UnknownCause } from '@setpoint/model';
import type { PackageDeclared, PackageState } from './declared.ts';
import { isProvided, type Target, targetOf } from './target.ts';
import { isPattern } from './wanted-version.ts';

/** The properties of a package that differ from their declaration. */
export function diffPackage(declared: PackageDeclared, observed: Observed<PackageState>): readonly Edit[] {
  const isWanted = declared.state === 'present' || declared.state === 'latest';
  if (observed.kind === 'unknown') {
    const before: EditValue = { kind: 'unknown', cause: observed.cause };
    return isWanted ? unknownEdits(declared, before) : [{ path: 'state', before, after: editValue(declared.state) }];
  }
  const state = observed.kind === 'present' ? observed.state : nothing;
  return isWanted ? presenceEdits(declared, state) : removalEdits(declared, state);
}

const nothing: PackageState = {
  manager: 'apt',
  installed: null,
  incomplete: null,
  held: false,
  providers: [],
  candidate: null,
  versions: [],
  offers: [],
  architectures: [],
  near: '',
  essential: false,
  lists: 'missing',
};

function unknownEdits(declared: PackageDeclared, before: EditValue): readonly Edit[] {
  const { version, hold } = declared;
  return [
    { path: 'state', before, after: editValue('present') },
    { path: 'version', before, after: version === null || isPattern(version) ? before : editValue(version) },
    ...(hold === null ? [] : [{ path: 'hold', before, after: editValue(hold) }]),
  ];
}

function removalEdits({ state }: PackageDeclared, found: PackageState): readonly Edit[] {
  if (found.installed !== null) return [{ path: 'state', before: editValue('present'), after: editValue(state) }];
  if (state === 'absent' || found.incomplete === null) return [];
  return [{ path: 'state', before: editValue('configuration left'), after: editValue('purged') }];
}

function presenceEdits(declared: PackageDeclared, state: PackageState): readonly Edit[] {
  const target = targetOf(declared, state);
  if (state.installed === null && (declared.onlyUpgrade || isProvided(state))) return [];
  const edits = [...stateEdits(state), ...versionEdits(target, state)];
  if (state.installed?.manual === false) {
    edits.push({ path: 'manual', before: editValue(false), after: editValue(true) });
  }
  if (declared.hold !== null && declared.hold !== state.held) {
    edits.push({ path: 'hold', before: editValue(state.held), after: editValue(declared.hold) });
  }
  return edits;
}

function stateEdits({ installed, incomplete }: PackageState): Edit[] {
  if (installed === null) return [{ path: 'state', before: editValue(undefined), after: editValue('present') }];
  return incomplete === null ? [] : [{ path: 'state', before: editValue(incomplete), after: editValue('present') }];
}

function versionEdits(target: Target, { installed, awaits }: PackageState): readonly Edit[] {
  const before = editValue(installed?.version);
  switch (target.kind) {
    case 'installed':
      return [];
    case 'version':
      return [{ path: 'version', before, after: editValue(target.version) }];
    case 'provider':
      return [{ path: 'provider', before: editValue(undefined), after: editValue(target.name) }];
    case 'unknown':
      if (awaits !== undefined) return [{ path: 'version', before: unknownValue(awaits), after: unknownValue(awaits) }];
      return [{ path: 'version', before, after: { kind: 'unknown', cause: untilRefreshed } }];
    default:
      return target satisfies never;
  }
}

function unknownValue(cause: UnknownCause): EditValue {
  return { kind: 'unknown', cause };
}

/** Why versions are not known that nobody fetched yet. */
export const untilRefreshed = { kind: 'unavailable', what: 'known after refreshing the package lists' } as const;
