import type { PackageManagerName } from '../../../package-managers/manager.ts';
import type { PackageDeclared, TransactionOptions } from '../declared.ts';

/** The words that change how a manager other than apt works, before the packages. */
export function plainOptions(
  manager: PackageManagerName,
  { installRecommends, defaultRelease }: TransactionOptions,
): readonly string[] {
  // The tag of a repository stands in each word of apk.
  if (manager === 'apk') return defaultRelease === null ? [] : [defaultRelease];
  if (installRecommends === null) return [];
  if (manager === 'dnf') return [`--setopt=install_weak_deps=${installRecommends ? 'True' : 'False'}`];
  return manager === 'zypper' ? [installRecommends ? '--recommends' : '--no-recommends'] : [];
}

type Property = 'default_release' | 'start_services' | 'hold' | 'version' | 'install_recommends' | 'config_files';

const onlyReleases = 'only apt knows releases, and apk tags of repositories';
const onlyDebian = 'only Debian lets packages start services';
const ownConfig = 'its packages say themselves which edited files stay';
const recommendsNothing = 'its packages recommend nothing that could be installed';

/** What a manager cannot do, and why. */
const limits: Readonly<Record<PackageManagerName, Partial<Readonly<Record<Property, string>>>>> = {
  apt: {},
  dnf: { default_release: onlyReleases, start_services: onlyDebian, config_files: ownConfig },
  zypper: { default_release: onlyReleases, start_services: onlyDebian, config_files: ownConfig },
  pacman: {
    default_release: onlyReleases,
    start_services: onlyDebian,
    hold: 'IgnorePkg in /etc/pacman.conf holds packages there',
    version: 'its repositories have the newest version of each package only',
    install_recommends: recommendsNothing,
    config_files: 'an edited file always stays, and the other one lies beside it as .pacnew',
  },
  apk: {
    start_services: onlyDebian,
    install_recommends: recommendsNothing,
    config_files: 'an edited file always stays, and the other one lies beside it as .apk-new',
  },
};

/** What a declaration asks for that the manager of the node cannot do; the property and why. */
export function unsupported(
  manager: PackageManagerName,
  { hold, version, file, options }: PackageDeclared,
): readonly { readonly property: Property; readonly why: string }[] {
  const asked: readonly Property[] = [
    ...(options.defaultRelease === null ? [] : ['default_release' as const]),
    ...(options.startServices ? [] : ['start_services' as const]),
    ...(hold === true ? ['hold' as const] : []),
    ...(version === null || file !== null ? [] : ['version' as const]),
    ...(options.installRecommends === null ? [] : ['install_recommends' as const]),
    ...(options.replaceConfig ? ['config_files' as const] : []),
  ];
  return asked.flatMap((property) => {
    const why = limits[manager][property];
    return why === undefined ? [] : [{ property, why }];
  });
}
