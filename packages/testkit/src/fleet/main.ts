import { spawn } from 'node:child_process';
import { isPopulated } from './cgroup.ts';
import { attachFleet, type Fleet, startFleet } from './fleet.ts';
import { canRunFleet } from './readiness.ts';
import { hostAccounts, sudoPassword } from './recipe.ts';
import { listRecords, removeDeadFleets } from './record.ts';

const defaultName = 'dev';

const usage = `Real Debian hosts on this machine, for people and for tests.

  npm run fleet -- up [N] [NAME]         boots N hosts (4) that stay up
  npm run fleet -- ssh K [COMMAND]       opens a shell on host K, or [USER@]K
  npm run fleet -- status                lists every fleet and its hosts
  npm run fleet -- down [NAME]           ends the hosts and removes every trace of them

NAME is ${defaultName} unless given; SETPOINT_FLEET names another one for ssh.
`;

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  up: startAndKeep,
  down: stop,
  ssh: openShell,
  status: showStatus,
};

process.exitCode = await main(process.argv.slice(2));

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return complain(usage.trimEnd());
  const readiness = await canRunFleet();
  if (readiness.kind === 'ready') return command(args);
  return complain(`No hosts can run here: ${readiness.reason}\nTo enable them: ${readiness.enable}`);
}

async function startAndKeep([count = '4', name = defaultName]: readonly string[]): Promise<number> {
  if (!/^[1-9]\d?$/.test(count)) return complain(`The number of hosts is 1 to 99, not ${count}`);
  if (attachFleet(name)) return complain(`The fleet "${name}" is up already: npm run fleet -- status`);
  const tell = (message: string) => process.stderr.write(`${message}\n`);
  const fleet = await startFleet({ hosts: Number(count), name, keep: true, tell });
  process.stdout.write(inventoryOf(fleet));
  const accounts = Object.entries(hostAccounts).map(([account, { sudo }]) => `${account} (sudo: ${sudo})`);
  tell(`\naccounts: ${accounts.join(', ')}`);
  tell(`the sudo password of nopass: ${sudoPassword}`);
  tell(`tests on these hosts: SETPOINT_FLEET=${name} npx mocha FILE.fleet.ts`);
  return 0;
}

/** An inventory that reaches the hosts as an unprivileged account with sudo. */
function inventoryOf(fleet: Fleet): string {
  const nodes = fleet.hosts.map((host) => `  ${host.name}: { ssh: { host: ${host.address} } }\n`).join('');
  return `nodes:
${nodes}groups:
  fleet:
    nodes: ["host*"]
    ssh:
      user: deploy
      sudo: true
      identity_file: ${fleet.privateKeyFile}
      known_hosts: ${fleet.knownHostsFile}
`;
}

async function stop([name = defaultName]: readonly string[]): Promise<number> {
  removeDeadFleets();
  const fleet = attachFleet(name);
  if (fleet === undefined) return complain(`No fleet "${name}" is up: npm run fleet -- status`);
  await fleet.stop();
  return 0;
}

async function openShell([target = '', ...command]: readonly string[]): Promise<number> {
  const name = process.env['SETPOINT_FLEET'] ?? defaultName;
  const fleet = attachFleet(name);
  if (fleet === undefined) return complain(`No fleet "${name}" is up: npm run fleet -- up`);
  const [, user = 'root', number] = /^(?:([a-z]+)@)?(?:host)?(\d+)$/.exec(target) ?? [];
  const host = fleet.hosts[Number(number) - 1];
  if (host === undefined) return complain(`The fleet "${name}" has the hosts 1 to ${fleet.hosts.length}`);
  const trust = ['-o', `UserKnownHostsFile=${fleet.knownHostsFile}`, '-o', 'IdentitiesOnly=yes'];
  return runInForeground('ssh', ['-i', fleet.privateKeyFile, ...trust, `${user}@${host.address}`, ...command]);
}

async function showStatus(): Promise<number> {
  const records = listRecords();
  if (records.length === 0) process.stderr.write('no fleet is up\n');
  for (const record of records) {
    process.stdout.write(`${record.name}${record.owner ? ` (of process ${record.owner.pid})` : ''}\n`);
    for (const { name, address, machine } of record.hosts) {
      process.stdout.write(`  ${name} ${address} ${isPopulated(machine) ? 'up' : 'down'}\n`);
    }
  }
  return 0;
}

function runInForeground(program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function complain(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}
