import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Fleet } from '@setpoint/testkit/fleet';
import { type AnsibleTargets, ansibleCommand, writeAnsibleProject } from './ansible-project.ts';
import { fetchPython, hostCount, resetHosts } from './bench-hosts.ts';
import { buildFloor, changingBatch, readingBatch } from './floor-project.ts';
import { type Contestant, interleave, median, pairedRatio, type Times } from './interleave.ts';
import { type Command, run } from './process.ts';
import type { Result, Section } from './result.ts';
import { cacheIn, type SetpointCommands } from './setpoint-command.ts';
import { workloadResources, writeProject } from './setpoint-project.ts';
import { resourceCount } from './workload.ts';

/** What the two measurements on real hosts work with. */
export type ConvergeOptions = {
  readonly setpoint: SetpointCommands;
  readonly fleet: Fleet;
  readonly scratch: string;
  /** How often Setpoint and the floor are measured. */
  readonly turns: number;
  /** How often Ansible is measured, which takes a minute and more each time; 0 leaves it out. */
  readonly ansibleTurns: number;
  readonly tell: (text: string) => void;
};

/** Real hosts, side by side with Ansible and with the bare floor: the first apply, and the plan of what is converged. */
export async function measureConverge(options: ConvergeOptions): Promise<readonly Section[]> {
  const commands = await prepareCommands(options);
  return [await measureApply(options, commands), await measurePlan(options, commands)];
}

type Commands = {
  readonly project: string;
  readonly ansible: string | undefined;
  readonly pythonDir: string | undefined;
  /** Reads what a plan reads, and makes what an apply makes, both by hand. */
  readonly floor: Command;
  readonly quickFloor: Command;
  readonly applyFloor: Command;
};

async function prepareCommands({ fleet, scratch, ansibleTurns }: ConvergeOptions): Promise<Commands> {
  const targets: AnsibleTargets = {
    hosts: fleet.hosts.slice(0, hostCount),
    user: 'deploy',
    privateKeyFile: fleet.privateKeyFile,
    knownHostsFile: fleet.knownHostsFile,
  };
  const project = join(scratch, 'setpoint');
  const ssh = { user: 'deploy', sudo: true, identity_file: fleet.privateKeyFile, known_hosts: fleet.knownHostsFile };
  const nodes = targets.hosts.map(({ name, address }) => ({ name, connection: { ssh: { host: address, ...ssh } } }));
  writeProject(project, nodes, workloadResources());
  const env = cacheIn(scratch);
  const floor = { ...(await buildFloor(scratch, targets, readingBatch())), env };
  const quickBatch = { ...readingBatch(), name: 'reading-quick', noDelay: true };
  const quickFloor = { ...(await buildFloor(scratch, targets, quickBatch)), env };
  const applyFloor = { ...(await buildFloor(scratch, targets, changingBatch())), env };
  const bare = { project, floor, quickFloor, applyFloor };
  if (ansibleTurns === 0 || !isOnPath('ansible-playbook')) return { ...bare, ansible: undefined, pythonDir: undefined };
  const ansible = join(scratch, 'ansible');
  writeAnsibleProject(ansible, targets);
  const pythonDir = join(scratch, 'python');
  const [first] = fleet.hosts;
  if (first !== undefined) await fetchPython(first, pythonDir);
  return { ...bare, ansible, pythonDir };
}

/** Every contestant starts from hosts that were just reset. */
async function measureApply(options: ConvergeOptions, commands: Commands): Promise<Section> {
  const { setpoint, fleet, ansibleTurns, tell } = options;
  const reset = (pythonDir: string | undefined) => () => resetHosts(fleet.hosts.slice(0, hostCount), pythonDir);
  const { ansible, pythonDir, project, applyFloor } = commands;
  const contestants: readonly Contestant[] = [
    ...(ansible === undefined
      ? []
      : [{ name: 'ansible', turns: ansibleTurns, prepare: reset(pythonDir), measure: ansibleTimer(ansible, false) }]),
    { name: 'floor', turns: 3, prepare: reset(undefined), measure: timer(applyFloor) },
    {
      name: 'setpoint',
      turns: 3,
      prepare: reset(pythonDir),
      measure: timer(setpoint.bundled('apply', '--yes', '--project', project)),
    },
  ];
  const times = await interleave(contestants, (text) => tell(`first apply, ${text}`));
  const setpointMs = median(times['setpoint']);
  const floorMs = median(times['floor']);
  const results: Result[] = [
    { name: 'floor', value: floorMs / 1000, unit: 's', detail: `${seconds(times['floor'])}, proves nothing` },
    { name: 'Setpoint', value: setpointMs / 1000, unit: 's', detail: seconds(times['setpoint']) },
    ratio('Setpoint to floor', setpointMs, floorMs),
    ...ansibleResults(times, setpointMs, 20),
  ];
  return { title: `First apply: ${hostCount} hosts x ${resourceCount} resources`, results, ...skip(commands) };
}

async function measurePlan(options: ConvergeOptions, commands: Commands): Promise<Section> {
  const { setpoint, turns, ansibleTurns, tell } = options;
  const { ansible, project, floor, quickFloor } = commands;
  const plan = ['plan', '--detailed-exitcode', '--project', project] as const;
  const contestants: readonly Contestant[] = [
    { name: 'floor', turns, measure: timer(floor) },
    { name: 'setpoint', turns, measure: timer(setpoint.bundled(...plan)) },
    { name: 'quick floor', turns, measure: timer(quickFloor) },
    { name: 'sources', turns: Math.min(turns, 5), measure: timer(setpoint.fromSources(...plan)) },
    ...(ansible === undefined ? [] : [{ name: 'ansible', turns: ansibleTurns, measure: ansibleTimer(ansible, true) }]),
  ];
  // The first run of each fills the compile cache and the caches of the hosts.
  await interleave(
    contestants.slice(0, 4).map((contestant) => ({ ...contestant, turns: 1 })),
    () => undefined,
  );
  const times = await interleave(contestants, (text) => tell(`converged plan, ${text}`));
  const [floorMs, setpointMs, sourcesMs] = [times['floor'], times['setpoint'], times['sources']].map(median);
  const results: Result[] = [
    { name: 'floor', value: (floorMs ?? 0) / 1000, unit: 's', detail: seconds(times['floor']) },
    { name: 'Setpoint', value: (setpointMs ?? 0) / 1000, unit: 's', detail: seconds(times['setpoint']) },
    {
      ...ratio('Setpoint to floor', setpointMs, floorMs),
      value: pairedRatio(times['setpoint'], times['floor']),
      limit: 1.3,
    },
    {
      ...ratio('Setpoint to quick floor', setpointMs, median(times['quick floor'])),
      value: pairedRatio(times['setpoint'], times['quick floor']),
      detail: `a floor that sends each packet at once, ${seconds(times['quick floor'])}`,
    },
    { ...ratio('least to least', least(times['setpoint']), least(times['floor'])), detail: 'the quickest of each' },
    { ...ratio('Setpoint from sources to floor', sourcesMs, floorMs), detail: 'TypeScript, as developers run it' },
    ...ansibleResults(times, setpointMs ?? Number.NaN, 50),
  ];
  return { title: `Converged plan: ${hostCount} hosts x ${resourceCount} resources`, results, ...skip(commands) };
}

function timer(command: Command): () => Promise<number> {
  return async () => (await run(command)).wallMs;
}

function ansibleTimer(dir: string, isCheck: boolean): () => Promise<number> {
  let runNumber = 0;
  return async () => {
    runNumber += 1;
    return (await run(ansibleCommand(dir, runNumber, isCheck))).wallMs;
  };
}

function ansibleResults(times: Times, setpointMs: number, atLeast: number): readonly Result[] {
  const all = times['ansible'] ?? [];
  if (all.length === 0) return [];
  const faster = ratio('times faster than Ansible', median(all), setpointMs);
  return [
    { name: 'Ansible', value: median(all) / 1000, unit: 's', detail: 'pipelining, 50 forks, no gathering' },
    { ...faster, limit: atLeast, isLeast: true },
  ];
}

function ratio(name: string, value: number | undefined, base: number | undefined): Result {
  const [top, bottom] = [value ?? Number.NaN, base ?? Number.NaN];
  return { name, value: top / bottom, unit: 'x', detail: `${Math.round(top)} ms to ${Math.round(bottom)} ms` };
}

function least(times: readonly number[] | undefined): number {
  return Math.min(...(times ?? []));
}

function seconds(times: readonly number[] | undefined): string {
  return `median of ${(times ?? []).map((time) => (time / 1000).toFixed(2)).join(' ')} s`;
}

function skip({ ansible }: Commands): { readonly skipped?: string } {
  return ansible === undefined
    ? { skipped: 'Ansible is not installed (apt-get install ansible-core), or left out' }
    : {};
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
