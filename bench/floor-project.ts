import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { AnsibleTargets } from './ansible-project.ts';
import type { Command } from './process.ts';
import { workload } from './workload.ts';

/** A batch written by hand, and what a host says at least when it did all of it. */
export type Batch = {
  readonly name: string;
  readonly script: string;
  readonly leastBytes: number;
  readonly noDelay?: boolean;
};

/** Builds the floor, bundled like Setpoint itself, and gives the command that runs it once. */
export async function buildFloor(dir: string, targets: AnsibleTargets, batch: Batch): Promise<Command> {
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
  const { name, ...rest } = batch;
  const planFile = join(dir, `floor-${name}.json`);
  const { hosts, user, privateKeyFile } = targets;
  const plan = { hosts: hosts.map(({ address }) => address), user, privateKeyFile, ...rest };
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
export function readingBatch(): Batch {
  const { directories, files, link, packages, services, users, commands } = workload;
  const filePaths = files.map(({ path }) => path).join(' ');
  const paths = [...directories, filePaths, link.path, ...commands.map(({ creates }) => creates)].join(' ');
  const script = `LC_ALL=C; export LC_ALL
stat -c '%f|%s|%u|%g|%U|%G|%i|%y|%n' -- ${paths}
sha256sum -- ${filePaths}
dpkg-query -W -f '\${Package} \${Version} \${db:Status-Abbrev}\\n' ${packages.join(' ')}
systemctl show -p Id,LoadState,ActiveState,SubState,UnitFileState,ActiveEnterTimestamp ${services.join(' ')}
getent passwd ${users.map(({ name }) => name).join(' ')}
`;
  return { name: 'reading', script, leastBytes: 4000 };
}

/**
 * Makes the same of a bare host as an apply, with as few processes as there can be: it plans and keeps nothing, waits for no disk, does
 * not watch what it started, and reads nothing again.
 */
export function changingBatch(): Batch {
  const { directories, files, link, packages, services, users, commands } = workload;
  const lines = [
    'set -e; exec 2>&1',
    `DEBIAN_FRONTEND=noninteractive apt-get install -y -q -o Dpkg::Use-Pty=0 ${packages.join(' ')}`,
    ...users.map(({ name, comment }) => `useradd -m -s /bin/sh -c '${comment}' ${name}`),
    `mkdir -p ${directories.join(' ')}`,
    ...files.map(({ path, content }) => `cat >${path} <<'END'\n${content}END`),
    `ln -s ${link.target} ${link.path}`,
    ...commands.map(({ script }) => script),
    `systemctl enable -q --now ${services.join(' ')}`,
    'echo all of it',
  ];
  return { name: 'changing', script: `${lines.join('\n')}\n`, leastBytes: 1000 };
}
