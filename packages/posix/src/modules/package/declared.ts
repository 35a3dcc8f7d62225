import type { DeclarationProblem, UnknownCause } from '@setpoint/model';
import { type Static, Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import type { PackageManagerName } from '../../package-managers/manager.ts';
import { readPackageSet } from '../../package-managers/package-sets.ts';
import { isPackageWord } from '../../queries/package.ts';
import { declareFile, type LocalFile } from './local-file.ts';
import type { ListsState } from './manager-state.ts';
import { canonicalVersion, readWanted } from './wanted-version.ts';

/** A package as declared, in canonical form. */
export type PackageDeclared = {
  /** `name` or `name:architecture`. */
  readonly name: string;
  readonly state: 'present' | 'latest' | 'absent' | 'purged';
  /** A version, a pattern, or bounds, as `canonicalVersion` writes them; null for any. */
  readonly version: string | null;
  /** A package that is not there is left alone. */
  readonly onlyUpgrade: boolean;
  /** Null for a package of the repositories. */
  readonly file: LocalFile | null;
  readonly hold: boolean | null;
  readonly cacheValidTimeSeconds: number | null;
  readonly options: TransactionOptions;
};

/** What changes how the package manager works; packages with equal options are changed in one transaction. */
export type TransactionOptions = {
  readonly allowDowngrade: boolean;
  readonly allowChangeHeld: boolean;
  /** Null leaves it to the node's apt configuration. */
  readonly installRecommends: boolean | null;
  readonly defaultRelease: string | null;
  readonly startServices: boolean;
  /** Whether configuration files that were edited on the node give way to those of the package. */
  readonly replaceConfig: boolean;
};

/** What was found of a package that dpkg or apt can tell something of. */
export type PackageState = {
  /** The package manager of the node. */
  readonly manager: PackageManagerName;
  /** Null when it is not installed; a version `pending` stands for whatever a change of this plan installs. */
  readonly installed: { readonly version: string; readonly manual: boolean } | null;
  /** dpkg's word when the installation is not complete; `config-files` when only configuration is left. */
  readonly incomplete: string | null;
  readonly held: boolean;
  /** Packages that are installed and provide the name. */
  readonly providers: readonly string[];
  /** What the file holds or apt would install; null when the lists do not know the name or it was not looked up. */
  readonly candidate: string | null;
  readonly versions: readonly string[];
  /** Packages of the lists that provide the name, when no package bears it. */
  readonly offers: readonly string[];
  /** Architectures for which the lists have the package, when they do not have it for the one that was asked for. */
  readonly architectures: readonly string[];
  /** The known name that an unknown one is most like; empty when there is none. */
  readonly near: string;
  readonly essential: boolean;
  readonly lists: ListsState;
  /** Why the candidate is not known yet; absent when it is. */
  readonly awaits?: UnknownCause;
};

export const packageSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('latest'), Type.Literal('absent'), Type.Literal('purged')], {
        description:
          'present: installed. latest: installed in the newest version that the package manager would choose. absent: not installed; configuration files stay. purged: not installed and without configuration files, which apt tells apart; apk deletes changed ones with the package. With dnf, zypper and pacman edited ones lie beside as `.rpmsave` or `.pacsave` either way. With apk, packages that came along with it and that nothing else needs go too. Default: present.',
      }),
    ),
    version: Type.Optional(
      Type.String({
        description:
          'Exact version such as `1.22.1-9`, a pattern such as `1.22.*`, or bounds such as `>=1.20 <1.23`. Of several that are allowed the highest is installed, when none that is allowed is. With dnf, zypper and apk the release may be left out. pacman has one version of each package, so it takes none.',
        'x-source-text': true,
        minLength: 1,
      }),
    ),
    source: Type.Optional(
      Type.String({
        description:
          'Path of a package file beside the playbook that the package is installed from: `.deb`, `.rpm`, `.pkg.tar.zst` or `.apk`. What it needs comes from the repositories. The version is read from its name, as in `app_2.1-1_amd64.deb`; for another name declare `version`. A node that has the version is left alone. A package that is in no repository has no signature that is looked at, except with apk: its key must be in `/etc/apk/keys`.',
        'x-body': 'file',
        minLength: 1,
      }),
    ),
    file: Type.Optional(
      Type.String({
        description:
          'The same for a file that the node has, by its absolute path; a `download` before it brings one from a URL.',
        minLength: 1,
      }),
    ),
    hold: Type.Optional(
      Type.Boolean({
        description:
          'Whether the package is kept at its version: a hold of dpkg, a version lock of dnf (its plugin `versionlock` must be there), a lock of zypper, its version in the world of apk. Left as it is when not declared. pacman holds packages by its configuration alone.',
      }),
    ),
    only_upgrade: Type.Optional(
      Type.Boolean({
        description:
          'Leave the package alone where it is not installed, and bring it to the declared version or to the latest where it is. Default: false.',
      }),
    ),
    allow_downgrade: Type.Optional(
      Type.Boolean({ description: 'Replace a newer version by the declared one. Default: false.' }),
    ),
    allow_change_held: Type.Optional(
      Type.Boolean({ description: 'Change a package that is on hold, and keep the hold. Default: false.' }),
    ),
    install_recommends: Type.Optional(
      Type.Boolean({
        description:
          'Install what the package recommends as well. As the package manager is configured on the node when not declared. Not with pacman and apk.',
      }),
    ),
    default_release: Type.Optional(
      Type.String({
        description:
          'Release that is preferred, such as `bookworm-backports`. With apk, the tag of a repository, such as `edge`, which then stands in the world. With these two only.',
        pattern: '^[A-Za-z0-9][A-Za-z0-9/._=,+-]*$',
      }),
    ),
    cache_valid_time: Type.Optional(
      Type.Integer({
        description:
          'Refresh the package lists before a change when they are older than this many seconds. Default: 86400 for `state: latest`; otherwise they are refreshed when they are missing, older than the package sources, or do not have what is declared.',
        minimum: 0,
      }),
    ),
    start_services: Type.Optional(
      Type.Boolean({
        description:
          'Whether the package may start its services when it is installed. false puts a policy-rc.d in place for that time, with apt only. Default: true.',
      }),
    ),
    config_files: Type.Optional(
      Type.Union([Type.Literal('keep'), Type.Literal('replace')], {
        description:
          'What becomes of a configuration file that was edited on the node when another version of the package is installed that brings another one, with apt only. keep: the edited file stays, and the other one lies beside it as `.dpkg-dist`. replace: that of the package takes its place, and the edited one lies beside it as `.dpkg-old`. Default: keep.',
      }),
    ),
  },
  { additionalProperties: false },
);

/** Lists older than a day cannot tell what is the latest. */
const latestValidTimeSeconds = 86_400;

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declarePackage({
  identity,
  properties,
  body,
}: TypedInput<typeof packageSchema>): TypedDeclaration<PackageDeclared> {
  const { file, version, problems: fileFaults } = declareFile({ identity, properties, body });
  const problems = [...nameProblems(identity), ...propertyProblems(identity, properties), ...fileFaults];
  if (problems.length > 0) return { kind: 'invalid', problems };
  const state = properties.state ?? 'present';
  const declared: PackageDeclared = {
    name: identity,
    state,
    version: version ?? (properties.version === undefined ? null : canonicalVersion(properties.version)),
    file,
    onlyUpgrade: properties.only_upgrade ?? false,
    hold: properties.hold ?? null,
    cacheValidTimeSeconds: properties.cache_valid_time ?? (state === 'latest' ? latestValidTimeSeconds : null),
    options: {
      allowDowngrade: properties.allow_downgrade ?? false,
      allowChangeHeld: properties.allow_change_held ?? false,
      installRecommends: properties.install_recommends ?? null,
      defaultRelease: properties.default_release ?? null,
      startServices: properties.start_services ?? true,
      replaceConfig: properties.config_files === 'replace',
    },
  };
  return { kind: 'declared', identity, declared };
}

function nameProblems(name: string): readonly DeclarationProblem[] {
  if (isPackageWord(name) || readPackageSet(name) !== undefined) return [];
  const hint = /[\s,]/.test(name)
    ? 'declare one resource per package; `for_each` makes many'
    : name.includes('=')
      ? 'write the version as `version:`'
      : /[*?]/.test(name)
        ? /^[*?]+$/.test(name)
          ? '`packages: all` is for all packages'
          : 'a pattern has letters, digits, and of other signs `*`, `?`, `+`, `.`, `_` and `-`'
        : 'write the name as the package manager of the node prints it';
  return [{ property: '', detail: `"${name}" is not the name of a package.`, hint }];
}

function propertyProblems(identity: string, properties: Static<typeof packageSchema>): readonly DeclarationProblem[] {
  const { state = 'present', version } = properties;
  const problems: DeclarationProblem[] = [...setProblems(identity, properties)];
  if (version !== undefined && readWanted(version) === undefined) {
    const hint = 'such as 1:2.3-4, 2.3*, or ">=2.3 <3"';
    problems.push({ property: 'version', detail: `"${version}" is not a version.`, hint });
  }
  if (version !== undefined && state !== 'present') {
    const detail = `A package that is declared ${state} cannot have a version.`;
    problems.push({ property: 'version', detail, hint: `remove version, or state: ${state}` });
  }
  if (properties.only_upgrade === true && (state === 'absent' || state === 'purged')) {
    const detail = 'A package that is to be removed cannot be upgraded.';
    problems.push({ property: 'only_upgrade', detail, hint: 'remove only_upgrade' });
  }
  if (properties.hold === true && (state === 'absent' || state === 'purged')) {
    problems.push({ property: 'hold', detail: 'A package that is to be removed cannot be held.', hint: 'remove hold' });
  }
  return problems;
}

/** What can be declared of one package only. */
function setProblems(identity: string, properties: Static<typeof packageSchema>): readonly DeclarationProblem[] {
  if (readPackageSet(identity) === undefined) return [];
  return (['version', 'source', 'file', 'hold'] as const)
    .filter((property) => properties[property] !== undefined)
    .map((property) => ({
      property,
      detail: `${identity} stands for several packages, and \`${property}\` is for one.`,
      hint: `declare that package by its name as well, with ${property}`,
    }));
}
