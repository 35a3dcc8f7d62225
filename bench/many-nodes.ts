import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fleet, FleetHost } from '@setpoint/testkit/fleet';
import { hostCount } from './bench-hosts.ts';
import { run, runWithUsage, type Usage } from './process.ts';
import type { Result, Section } from './result.ts';
import type { SetpointCommands } from './setpoint-command.ts';
import { type BenchNode, workloadResources, writeProject } from './setpoint-project.ts';
import { resourceCount } from './workload.ts';

export type ManyNodesOptions = {
  readonly setpoint: SetpointCommands;
  readonly fleet: Fleet;
  readonly scratch: string;
  readonly tell: (text: string) => void;
};

const nodeCount = 1000;

/**
 * What the controller spends on a thousand nodes. The hosts are converged; one real answer is recorded, and every node replays it:
 * once over real SSH logins, whose servers answer with the record, and once without SSH, over programs of this machine.
 */
export async function measureManyNodes(options: ManyNodesOptions): Promise<Section> {
  const { setpoint, fleet, scratch, tell } = options;
  const answer = await recordAnswer(options);
  const replay = writeReplay(join(scratch, 'replay'), answer);
  const local = numbered((name) => ({ name, connection: { exec: { command: [replay] } } }));
  const overExec = await measure(setpoint, join(scratch, 'nodes-exec'), local);
  tell(`${nodeCount} nodes over exec: ${Math.round(overExec.wallMs)} ms`);
  await Promise.all(fleet.hosts.map((host) => installReplay(host, answer)));
  const overSsh = await measure(setpoint, join(scratch, 'nodes-ssh'), sshNodes(fleet));
  tell(`${nodeCount} nodes over ssh: ${Math.round(overSsh.wallMs)} ms`);
  return {
    title: `Controller: ${nodeCount} nodes x ${resourceCount} converged resources, planned`,
    results: [...results('ssh', overSsh, 12), ...results('exec', overExec, undefined)],
  };
}

function results(way: string, { cpuMs, peakRssMb, wallMs }: Usage, limit: number | undefined): readonly Result[] {
  const target = limit === undefined ? {} : { limit };
  const total = `${(cpuMs / 1000).toFixed(1)} s of CPU in ${(wallMs / 1000).toFixed(1)} s, start included`;
  return [
    { name: `CPU per node over ${way}`, value: cpuMs / nodeCount, unit: 'ms', ...target, detail: total },
    { name: `peak memory over ${way}`, value: peakRssMb, unit: 'MB', limit: 300, detail: 'of the whole process' },
  ];
}

async function measure({ bundled }: SetpointCommands, project: string, nodes: readonly BenchNode[]): Promise<Usage> {
  writeProject(project, nodes, workloadResources());
  return runWithUsage(bundled('plan', '--detailed-exitcode', '--project', project));
}

function numbered(make: (name: string, index: number) => BenchNode): readonly BenchNode[] {
  return Array.from({ length: nodeCount }, (_, index) => make(`node${String(index).padStart(4, '0')}`, index));
}

function sshNodes(fleet: Fleet): readonly BenchNode[] {
  const ssh = { user: 'guest', identity_file: fleet.privateKeyFile, known_hosts: fleet.knownHostsFile };
  return numbered((name, index) => {
    const host = fleet.hosts[index % hostCount];
    return { name, connection: { ssh: { host: host?.address, ...ssh } } };
  });
}

/** Plans one host through a program that keeps what the host says, with the nonce of that run cut out. */
async function recordAnswer({ setpoint, fleet, scratch }: ManyNodesOptions): Promise<string> {
  const dir = join(scratch, 'record');
  const [host] = fleet.hosts;
  mkdirSync(dir, { recursive: true });
  const ssh = `ssh -i ${fleet.privateKeyFile} -o UserKnownHostsFile=${fleet.knownHostsFile} deploy@${host?.address}`;
  const recorder = join(dir, 'recorder');
  writeFileSync(recorder, `#!/bin/sh\ntee ${dir}/program | ${ssh} "sudo -n $3" | tee ${dir}/output\n`);
  chmodSync(recorder, 0o755);
  writeProject(dir, [{ name: 'recorded', connection: { exec: { command: [recorder] } } }], workloadResources());
  await run(setpoint.bundled('plan', '--detailed-exitcode', '--project', dir));
  const nonce = noncePattern.exec(readFileSync(join(dir, 'program'), 'latin1'))?.[1];
  if (nonce === undefined) throw new Error('no nonce stands at the beginning of the program that was sent');
  return readFileSync(join(dir, 'output'), 'latin1').replaceAll(nonce, '@NONCE@');
}

const noncePattern = /^sp_nonce=([0-9a-f]+)$/m;

/** Reads a program as a node does, to its end, and answers with the record under the program's own nonce. */
const replayScript = `#!/bin/sh
while IFS= read -r nonce; do case $nonce in sp_nonce=*) break;; esac; done
cat >/dev/null
exec sed "s/@NONCE@/\${nonce#sp_nonce=}/" "$0.answer"
`;

function writeReplay(program: string, answer: string): string {
  writeFileSync(program, replayScript);
  writeFileSync(`${program}.answer`, answer, 'latin1');
  chmodSync(program, 0o755);
  return program;
}

/** From now on every command of the account \`guest\` is answered with the record. */
async function installReplay(host: FleetHost, answer: string): Promise<void> {
  writeReplay(join(host.rootDir, 'usr/local/bin/bench-replay'), answer);
  const config = 'MaxStartups 500\\nMatch User guest\\n  ForceCommand /usr/local/bin/bench-replay\\n';
  const done = await host.exec(`printf '${config}' >/etc/ssh/sshd_config.d/bench.conf && systemctl reload ssh`);
  if (done.code !== 0) throw new Error(`sshd of ${host.name} cannot be set up: ${done.stderr}`);
}
