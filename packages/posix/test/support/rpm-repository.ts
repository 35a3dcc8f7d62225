import type { FleetHost } from '@setpoint/testkit/fleet';

/** One rpm; `lines` are further lines of its spec, such as `Requires: sp-hello`. */
export type Rpm = { readonly name: string; readonly version: string; readonly lines?: readonly string[] };

/** Builds rpms on a host, which has rpmbuild and createrepo_c, and their index. */
export async function makeRpmRepository(
  host: FleetHost,
  { directory, rpms }: { readonly directory: string; readonly rpms: readonly Rpm[] },
): Promise<void> {
  const { code, stdout, stderr } = await host.exec(`set -eu
mkdir -p ${directory} /tmp/rpms
cd /tmp/rpms
${rpms.map((rpm) => buildCommands(rpm, directory)).join('\n')}
createrepo_c -q ${directory}`);
  if (code !== 0) throw new Error(stdout + stderr);
}

function buildCommands({ name, version, lines = [] }: Rpm, directory: string): string {
  const spec = [
    `Name: ${name}`,
    `Version: ${version}`,
    'Release: 1',
    'Summary: Test package',
    'License: MIT',
    'BuildArch: noarch',
    ...lines,
    '%description',
    'Test package',
    '%files',
  ];
  return `cat >${name}.spec <<'END'
${spec.join('\n')}
END
rpmbuild --quiet --define '_topdir /tmp/rpms' --define '_rpmdir ${directory}' --define '_rpmfilename %%{NAME}-%%{VERSION}.rpm' -bb ${name}.spec`;
}
