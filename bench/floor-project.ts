import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { AnsibleTargets } from './ansible-project.ts';
import type { Command } from './process.ts';
import { workload } from './workload.ts';

/** Builds the floor, bundled like Setpoint itself, and gives the command that runs it once. */
export async function buildFloor(
  dir: string,
  targets: AnsibleTargets,
  script: string = floorScript(),
): Promise<Command> {
  const program = join(dir, 'floor.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'floor.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    external: ['*.node', 'cpu-features'],
    nodePaths: [ssh2Folder()],
    banner: { js: commonJsNames },
    logLevel: 'error',
  });
  const planFile = join(dir, 'floor.json');
  const { hosts, user, privateKeyFile } = targets;
  const plan = { hosts: hosts.map(({ address }) => address), user, privateKeyFile, script };
  writeFileSync(planFile, JSON.stringify(plan));
  return { program: process.execPath, args: [program, planFile] };
}

/** What CommonJS dependencies use and an ES module does not have. */
const commonJsNames =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); const __dirname = import.meta.dirname;";

/** The folder in which the ssh2 of the transports is found by its name. */
function ssh2Folder(): string {
  const require = createRequire(join(import.meta.dirname, '..', 'packages', 'posix', 'package.json'));
  return dirname(dirname(require.resolve('ssh2/package.json')));
}

/** Reads the same facts as a plan: what is at each path, what the files hold, packages, units, accounts. */
function floorScript(): string {
  const { directories, files, link, packages, services, users, commands } = workload;
  const filePaths = files.map(({ path }) => path).join(' ');
  const paths = [...directories, filePaths, link.path, ...commands.map(({ creates }) => creates)].join(' ');
  return `LC_ALL=C; export LC_ALL
stat -c '%f|%s|%u|%g|%U|%G|%i|%y|%n' -- ${paths}
sha256sum -- ${filePaths}
dpkg-query -W -f '\${Package} \${Version} \${db:Status-Abbrev}\\n' ${packages.join(' ')}
systemctl show -p Id,LoadState,ActiveState,SubState,UnitFileState,ActiveEnterTimestamp ${services.join(' ')}
getent passwd ${users.map(({ name }) => name).join(' ')}
`;
}
