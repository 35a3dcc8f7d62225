import type { Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import type { PackageDeclared, PackageState } from './declared.ts';

/** The package as it was: the version that was installed, its hold, or no package. */
export function restorePackage(undo: Undo<PackageDeclared, PackageState>): TypedRestoration<PackageDeclared> {
  const { declared, before } = undo;
  const { name } = declared;
  if (before.kind === 'unknown')
    return { kind: 'irreversible', why: `Nobody could tell whether ${name} was installed before.` };
  const state = before.kind === 'present' ? before.state : undefined;
  if (state?.installed !== undefined && state.installed !== null) return restoreVersion(undo, state, state.installed);
  // Configuration that was there before the package stays; that of a package that was never there goes with it.
  const wanted = state?.incomplete === 'config-files' ? 'absent' : 'purged';
  const lacks = [
    state?.manager === 'apk'
      ? `Accounts that ${name} made stay.`
      : `Packages that came along with ${name}, and accounts that it made, stay; apt-get autoremove removes packages that nothing needs.`,
  ];
  return { kind: 'declared', declared: { ...nothing(declared), state: wanted }, lacks };
}

function restoreVersion(
  { declared, edited }: Undo<PackageDeclared, PackageState>,
  state: PackageState,
  { version, manual }: NonNullable<PackageState['installed']>,
): TypedRestoration<PackageDeclared> {
  const { name } = declared;
  const wasRemoved = edited.includes('state');
  const isMoved = wasRemoved || edited.includes('version');
  const hold = wasRemoved || edited.includes('hold') ? state.held : null;
  const lacks: string[] =
    edited.includes('manual') || (wasRemoved && !manual) ? [`${name} stays marked as installed by hand.`] : [];
  if (isMoved && declared.options.replaceConfig)
    lacks.push(`Configuration files of ${name} that were replaced lie beside those of the package as .dpkg-old.`);
  if (!isMoved && hold === null) return { kind: 'irreversible', why: lacks.join(' ') };
  const restored = { ...nothing(declared), state: 'present', version: isMoved ? version : null, hold } as const;
  return { kind: 'declared', declared: restored, lacks };
}

/** Going back may mean an older version, and a package that was held at it. */
function nothing({ name, options }: PackageDeclared): Omit<PackageDeclared, 'state'> {
  return {
    name,
    version: null,
    onlyUpgrade: false,
    file: null,
    hold: null,
    cacheValidTimeSeconds: null,
    options: { ...options, allowDowngrade: true, allowChangeHeld: true, replaceConfig: false },
  };
}
