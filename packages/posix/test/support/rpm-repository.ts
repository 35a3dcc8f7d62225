import type { FleetHost } from '@setpoint/testkit/fleet';

/** One rpm; `lines` are further lines of its spec, such as `Requires: sp-hello`, and `files` empty files that it holds. */
export type Rpm = {
  readonly name: string;
  readonly version: string;
  readonly lines?: readonly string[];
  readonly files?: readonly string[];
};

/** Packages that the suites of every manager of rpms use. */
export const sampleRpms: readonly Rpm[] = [
  { name: 'sp-hello', version: '1.0' },
  { name: 'sp-hello', version: '1.1' },
  { name: 'sp-hello', version: '2.0' },
  { name: 'sp-Camel_case', version: '1.0' },
  { name: 'sp-dep', version: '1.0', lines: ['Requires: sp-hello >= 1.1'] },
  { name: 'sp-mail', version: '1.0', lines: ['Provides: sp-mta'] },
  { name: 'sp-editor', version: '1.0', lines: ['Provides: perl(SP::Edit)'], files: ['/usr/bin/sp-edit'] },
  { name: 'sp-post1', version: '1.0', lines: ['Provides: sp-post'] },
  { name: 'sp-post2', version: '1.0', lines: ['Provides: sp-post'] },
  { name: 'sp-needs-post', version: '1.0', lines: ['Requires: sp-post'] },
  { name: 'sp-set-a', version: '1.0' },
  { name: 'sp-set-b', version: '1.0' },
  { name: 'sp-patterns', version: '1.0', lines: ['Provides: pattern() = sp_web', 'Requires: sp-set-a'] },
];

/** Builds rpms on a host, which has rpmbuild and createrepo_c, and their index; `groups` is the text of comps.xml. */
export async function makeRpmRepository(
  host: FleetHost,
  { directory, rpms, groups }: { readonly directory: string; readonly rpms: readonly Rpm[]; readonly groups?: string },
): Promise<void> {
  const { code, stdout, stderr } = await host.exec(`set -eu
mkdir -p ${directory} /tmp/rpms
cd /tmp/rpms
${rpms.map((rpm) => buildCommands(rpm, directory)).join('\n')}
cat >comps.xml <<'END'
${groups ?? ''}
END
createrepo_c -q ${groups === undefined ? '' : '-g /tmp/rpms/comps.xml'} ${directory}`);
  if (code !== 0) throw new Error(stdout + stderr);
}

function buildCommands({ name, version, lines = [], files = [] }: Rpm, directory: string): string {
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
    '%install',
    ...files.map((file) => `install -D /dev/null %{buildroot}${file}`),
    '%files',
    ...files,
  ];
  return `cat >${name}.spec <<'END'
${spec.join('\n')}
END
rpmbuild --quiet --define '_topdir /tmp/rpms' --define '_rpmdir ${directory}' --define '_rpmfilename %%{NAME}-%%{VERSION}.rpm' -bb ${name}.spec`;
}
