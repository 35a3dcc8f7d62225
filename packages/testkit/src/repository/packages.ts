import type { PackageSpec } from './package-spec.ts';
import { autoStartedService, configuredService } from './service-packages.ts';

/** How many trivial packages `sp-tool01`, `sp-tool02`, … the repository has: enough for a benchmark of one bulk install. */
export const toolPackageCount = 30;

/** Every package of the repository. Names start with `sp-`, so none of them is ever taken for one of Debian's. */
export const repositoryPackages: readonly PackageSpec[] = [
  hello('1.0'),
  hello('1.1'),
  hello('2.0'),
  configuredService('1.0'),
  configuredService('1.1'),
  autoStartedService(),
  { name: 'sp-dep', version: '1.0', fields: { Depends: 'sp-hello (>= 1.1)' } },
  { name: 'sp-mail-a', version: '1.0', fields: { Provides: 'sp-mta', Conflicts: 'sp-mta' } },
  { name: 'sp-mail-b', version: '1.0', fields: { Provides: 'sp-mta', Conflicts: 'sp-mta' } },
  { name: 'sp-needs-mail', version: '1.0', fields: { Depends: 'sp-mail-a | sp-mta' } },
  { name: 'sp-conflict', version: '1.0', fields: { Conflicts: 'sp-hello' } },
  { name: 'sp-recommends', version: '1.0', fields: { Recommends: 'sp-tool01', Suggests: 'sp-tool02' } },
  { name: 'sp-epoch', version: '1:0.9~rc1-2+b1' },
  { name: 'sp-unmet', version: '1.0', fields: { Depends: 'sp-never-published' } },
  { name: 'sp-slow', version: '1.0', scripts: { postinst: 'sleep 5' } },
  {
    name: 'sp-broken',
    version: '1.0',
    scripts: { postinst: 'echo "sp-broken: this package cannot be configured" >&2\nexit 1' },
  },
  withConffile('1.0', 'greeting = hello\n'),
  withConffile('2.0', 'greeting = hello\ncolour = blue\n'),
  {
    name: 'sp-big',
    version: '1.0',
    files: [{ path: '/usr/share/sp-big/data', content: 'setpoint\n'.repeat(2_000_000) }],
  },
  ...Array.from({ length: toolPackageCount }, (_, index) => tool(index + 1)),
];

function hello(version: string): PackageSpec {
  const content = `#!/bin/sh\necho "hello ${version}"\n`;
  return { name: 'sp-hello', version, files: [{ path: '/usr/bin/sp-hello', content, mode: '0755' }] };
}

/** dpkg asks, or stops without a terminal, when the file was edited on the host and differs in the new version. */
function withConffile(version: string, content: string): PackageSpec {
  const path = '/etc/sp-conffile.conf';
  return { name: 'sp-conffile', version, files: [{ path, content }], conffiles: [path] };
}

function tool(number: number): PackageSpec {
  const name = `sp-tool${String(number).padStart(2, '0')}`;
  const content = `#!/bin/sh\necho ${name}\n`;
  return { name, version: '1.0', files: [{ path: `/usr/bin/${name}`, content, mode: '0755' }] };
}
