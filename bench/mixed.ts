import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fleet, type FleetHost } from '@setpoint/testkit/fleet';
import { buildFloor } from './floor-project.ts';
import { interleave, median, pairedRatio, type Times } from './interleave.ts';
import { mixedWorkload } from './mixed-workload.ts';
import { type Command, run } from './process.ts';
import type { Result, Section } from './result.ts';
import { cacheIn, type SetpointCommands } from './setpoint-command.ts';
import { writeProject } from './setpoint-project.ts';

type MixedOptions = {
  readonly setpoint: SetpointCommands;
  readonly fleet: Fleet;
  readonly scratch: string;
  readonly turns: number;
  readonly tell: (text: string) => void;
};

/** One host with 300 resources of many types: the plan of what is converged beside one batch written by hand, and its round trips. */
export async function measureMixed({ setpoint, fleet, scratch, turns, tell }: MixedOptions): Promise<Section> {
  const [host] = fleet.hosts as readonly [FleetHost];
  await host.reset();
  const { resources, script } = mixedWorkload;
  const { privateKeyFile, knownHostsFile } = fleet;
  const dir = join(scratch, 'mixed');
  const ssh = {
    host: host.address,
    user: 'deploy',
    sudo: true,
    identity_file: privateKeyFile,
    known_hosts: knownHostsFile,
  };
  writeProject(dir, [{ name: host.name, connection: { ssh } }], resources);
  await run(setpoint.bundled('apply', '--yes', '--project', dir));
  const plan = setpoint.bundled('plan', '--detailed-exitcode', '--project', dir);
  const roundTrips = await countPrograms(host, plan);
  const targets = { hosts: [host], user: 'deploy', privateKeyFile, knownHostsFile };
  const env = cacheIn(scratch);
  const batch = { name: 'mixed', script, leastBytes: 4000 };
  const floor = { ...(await buildFloor(dir, targets, batch)), env };
  const quick = { ...(await buildFloor(dir, targets, { ...batch, name: 'mixed-quick', noDelay: true })), env };
  const timer = (command: Command) => async () => (await run(command)).wallMs;
  const contestants = [
    { name: 'floor', turns, measure: timer(floor) },
    { name: 'setpoint', turns, measure: timer(plan) },
    { name: 'quick floor', turns, measure: timer(quick) },
  ];
  await interleave(
    contestants.map((each) => ({ ...each, turns: 1 })),
    () => undefined,
  );
  const times = await interleave(contestants, (text) =>
    tell(`converged plan of ${resources.length} mixed resources, ${text}`),
  );
  return {
    title: `Converged plan: 1 host x ${resources.length} mixed resources`,
    results: [
      ...resultsOf(times, roundTrips),
      { name: 'round trips', value: roundTrips, unit: 'x', limit: 2, detail: 'programs that the host was sent' },
    ],
  };
}

function resultsOf({ floor, setpoint, 'quick floor': quick }: Times, roundTrips: number): readonly Result[] {
  const each = 'median of the ratios of each round';
  return [
    { name: 'floor', value: median(floor) / 1000, unit: 's', detail: 'one connection, one batch written by hand' },
    { name: 'Setpoint', value: median(setpoint) / 1000, unit: 's', detail: `${roundTrips} programs on the host` },
    { name: 'Setpoint to floor', value: pairedRatio(setpoint, floor), unit: 'x', limit: 1.5, detail: each },
    { name: 'quick floor', value: median(quick) / 1000, unit: 's', detail: 'the same, sending each packet at once' },
    { name: 'Setpoint to quick floor', value: pairedRatio(setpoint, quick), unit: 'x', detail: each },
  ];
}

/** How many programs the host was sent by a command, counted by what sshd starts for the account. */
async function countPrograms(host: FleetHost, command: Command): Promise<number> {
  const file = join(host.rootDir, 'home/deploy/programs');
  const counter = '/usr/local/bin/count-program';
  const keys = '/home/deploy/.ssh/authorized_keys';
  await host.exec(`cp -p ${keys} /root/keys && sed -i 's#^#command="${counter}" #' ${keys}
cat >${counter} <<'END'
#!/bin/sh
echo x >>/home/deploy/programs
exec sh -c "$SSH_ORIGINAL_COMMAND"
END
chmod 755 ${counter}`);
  await run(command);
  await host.exec(`cat /root/keys >${keys}`);
  return readFileSync(file, 'utf8').length / 2;
}
