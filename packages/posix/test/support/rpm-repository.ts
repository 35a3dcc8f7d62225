import type { FleetHost } from '@setpoint/testkit/fleet';

/** One rpm; `lines` are further lines of its spec, such as `Requires: sp-hello`. */
export type Rpm = { readonly name: string; readonly version: string; readonly lines?: readonly string[] };

/** Packages that the suites of every manager of rpms use. */
export const sampleRpms: readonly Rpm[] = [
  { name: 'sp-hello', version: '1.0' },
  { name: 'sp-hello', version: '1.1' },
  { name: 'sp-hello', version: '2.0' },
  { name: 'sp-Camel_case', version: '1.0' },
  { name: 'sp-dep', version: '1.0', lines: ['Requires: sp-hello >= 1.1'] },
  { name: 'sp-mail', version: '1.0', lines: ['Provides: sp-mta'] },
];

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
