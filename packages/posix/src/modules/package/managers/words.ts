import type { PackageManagerName } from '../../../package-managers/manager.ts';
import type { PackageDeclared, TransactionOptions } from '../declared.ts';

/** The words that change how a manager other than apt works, before the packages. */
export function plainOptions(
  manager: PackageManagerName,
  { installRecommends }: TransactionOptions,
): readonly string[] {
  if (installRecommends === null) return [];
  if (manager === 'dnf') return [`--setopt=install_weak_deps=${installRecommends ? 'True' : 'False'}`];
  return manager === 'zypper' ? [installRecommends ? '--recommends' : '--no-recommends'] : [];
}

/** What a declaration asks for that the manager of the node cannot do; the property and why. */
export function unsupported(
  manager: PackageManagerName,
  { hold, version, options }: PackageDeclared,
): readonly { readonly property: string; readonly why: string }[] {
  if (manager === 'apt') return [];
  const isPacman = manager === 'pacman';
  return [
    ...(options.defaultRelease === null ? [] : [{ property: 'default_release', why: 'only apt knows releases' }]),
    ...(options.startServices ? [] : [{ property: 'start_services', why: 'only Debian lets packages start services' }]),
    ...(hold === true && isPacman
      ? [{ property: 'hold', why: 'IgnorePkg in /etc/pacman.conf holds packages there' }]
      : []),
    ...(version !== null && isPacman
      ? [{ property: 'version', why: 'its repositories have the newest version of each package only' }]
      : []),
    ...(options.installRecommends !== null && isPacman
      ? [{ property: 'install_recommends', why: 'its packages recommend nothing that could be installed' }]
      : []),
  ];
}
