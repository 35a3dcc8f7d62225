import type { Edit, Observed, Work } from '@setpoint/model';
import { compareVersions } from '../../package-managers/versions.ts';
import type { PackageDeclared, PackageState } from './declared.ts';
import { refreshReason, targetOf } from './target.ts';
import { type PackageAct, type PackageChange, transactionOperation } from './transaction.ts';

/** The work that makes the edits true: the lists refreshed where that is needed, then one change of the package. */
export function packageOperations(
  declared: PackageDeclared,
  edits: readonly Edit[],
  observed: Observed<PackageState>,
): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  const state = observed.kind === 'present' ? observed.state : undefined;
  const part = partOf(declared, edits, state);
  const needsLists = part.act === 'install' || part.act === 'upgrade' || part.act === 'downgrade';
  const reason = needsLists && state !== undefined ? refreshReason(declared, state) : undefined;
  const manager = state?.manager ?? 'apt';
  const change = transactionOperation({ manager, refresh: false, changes: [part] });
  // Where nobody knows yet what the node has, nobody knows either whether its lists will do.
  const mayRefresh = needsLists && state === undefined && declared.file === null;
  if (reason === undefined && !mayRefresh) return { operations: [change], reasons: [] };
  const refresh = transactionOperation({ manager, refresh: true, changes: [] });
  return { operations: [refresh, change], reasons: reason === undefined ? [] : [reason] };
}

/** What becomes of the one package in a transaction. */
export function partOf(
  declared: PackageDeclared,
  edits: readonly Edit[],
  state: PackageState | undefined,
): PackageChange {
  return changeOf(declared, actOf(declared, edits, state), state);
}

function actOf(declared: PackageDeclared, edits: readonly Edit[], state: PackageState | undefined): PackageAct {
  const paths = new Set(edits.map((edit) => edit.path));
  if (declared.state === 'absent') return 'remove';
  if (declared.state === 'purged') return 'purge';
  if (state === undefined || state.installed === null) return 'install';
  if (paths.has('version')) return versionAct(declared, state, state.installed.version);
  if (paths.has('state')) return state.incomplete === 'half-installed' ? 'reinstall' : 'complete';
  if (paths.has('hold')) return declared.hold === true ? 'hold' : 'release';
  return 'mark';
}

function versionAct(declared: PackageDeclared, state: PackageState, installed: string): PackageAct {
  const target = targetOf(declared, state);
  return target.kind === 'version' && compareVersions(state.manager, target.version, installed) < 0
    ? 'downgrade'
    : 'upgrade';
}

function changeOf(declared: PackageDeclared, act: PackageAct, state: PackageState | undefined): PackageChange {
  const wantsManual = declared.state === 'present' || declared.state === 'latest';
  return {
    name: nameOf(declared, state),
    act,
    version: act === 'install' || act === 'upgrade' || act === 'downgrade' ? versionWord(declared, state) : null,
    declaredVersion: declared.version,
    file: declared.file,
    marksManual: wantsManual && state?.installed?.manual === false,
    hold: holdChange(declared, act, state),
    options: declared.options,
    ...(state?.incomplete === 'half-installed' ? { isHalfInstalled: true } : {}),
  };
}

/** The one package that provides the name; apt finds it under either name. */
function nameOf(declared: PackageDeclared, state: PackageState | undefined): string {
  const target = state === undefined || state.manager === 'apt' ? undefined : targetOf(declared, state);
  return target?.kind === 'provider' ? target.name : declared.name;
}

/** The version is fixed in the plan wherever the plan knows it, so that what is installed is what was shown. */
function versionWord(declared: PackageDeclared, state: PackageState | undefined): string | null {
  const target = state === undefined ? undefined : targetOf(declared, state);
  return target?.kind === 'version' ? target.version : declared.version;
}

function holdChange(
  { hold, options }: PackageDeclared,
  act: PackageAct,
  state: PackageState | undefined,
): PackageChange['hold'] {
  const isHeld = state?.held ?? false;
  if (act === 'remove' || act === 'purge') return hold === false && isHeld ? 'unhold' : null;
  if (hold === true && !isHeld) return 'hold';
  if (hold === false && isHeld) return 'unhold';
  // A change through `allow_change_held` makes dpkg forget the hold.
  return hold === null && isHeld && options.allowChangeHeld && act !== 'mark' ? 'hold' : hold === true ? 'hold' : null;
}
