import type { FleetHost } from '@setpoint/testkit/fleet';

/** One package of a repository that a test makes on its host. */
export type HostPackage = {
  readonly name: string;
  readonly version?: string;
  /** `all` unless it is told. */
  readonly architecture?: string;
  /** Further fields of the control file, such as `Provides: sp-mta`. */
  readonly fields?: readonly string[];
  /** Body of the script that runs after the unpacking. */
  readonly postinst?: string;
};

/** A repository by its directory on the host, and what is special about it. */
export type HostRepository = {
  readonly directory: string;
  readonly packages: readonly HostPackage[];
  /** Lines of the Release file, such as `Suite: sp-backports`. */
  readonly release?: readonly string[];
  /** Whether apt takes it without a signature; it does unless this is false. */
  readonly trusted?: boolean;
};

/** Builds packages and their index with the host's own dpkg and names the repository in a sources list of its own. */
export async function makeHostRepository(host: FleetHost, repository: HostRepository): Promise<void> {
  const { directory, packages, release = [], trusted = true } = repository;
  const name = directory.replaceAll('/', '-').replace(/^-/, '');
  const source = `deb ${trusted ? '[trusted=yes] ' : ''}file:${directory} ./`;
  const { code, stderr } = await host.exec(`set -eu
mkdir -p ${directory}
cd ${directory}
${packages.map(buildCommands).join('\n')}
: >Packages
for deb in *.deb; do
  dpkg-deb -f "$deb" >>Packages
  printf 'Filename: ./%s\\nSize: %s\\nSHA256: %s\\n\\n' "$deb" "$(stat -c %s "$deb")" "$(sha256sum "$deb" | cut -c 1-64)" >>Packages
done
printf '%s\\n' ${['Origin: Setpoint', ...release].map((line) => `'${line}'`).join(' ')} >Release
printf 'SHA256:\\n %s %s Packages\\n' "$(sha256sum Packages | cut -c 1-64)" "$(stat -c %s Packages)" >>Release
echo '${source}' >/etc/apt/sources.list.d/${name}.list`);
  if (code !== 0) throw new Error(stderr);
}

function buildCommands({ name, version = '1.0', architecture = 'all', fields = [], postinst }: HostPackage): string {
  const base = `${name}_${version.replaceAll(':', '%3a')}_${architecture}`;
  const control = [
    `Package: ${name}`,
    `Version: ${version}`,
    `Architecture: ${architecture}`,
    'Maintainer: Setpoint <setpoint@localhost>',
    ...fields,
    `Description: Test package ${name}`,
  ];
  return `rm -rf /tmp/${base}; mkdir -p /tmp/${base}/DEBIAN
cat >/tmp/${base}/DEBIAN/control <<'END'
${control.join('\n')}
END
${postinst === undefined ? '' : `printf '%s\\n' '#!/bin/sh' 'set -e' '${postinst}' >/tmp/${base}/DEBIAN/postinst; chmod 0755 /tmp/${base}/DEBIAN/postinst`}
dpkg-deb --root-owner-group -Zgzip --build /tmp/${base} ${base}.deb >/dev/null`;
}
