import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import type { FleetHost } from '../../src/fleet/host.ts';
import { hostAccounts, sudoPassword } from '../../src/fleet/recipe.ts';
import { type CommandResult, runCommand } from '../../src/fleet/run-command.ts';
import { fleetSuite } from '../../src/fleet/suite.ts';

fleetSuite('a host of the fleet', (fleet) => {
  const [first, second] = fleet.hosts as readonly [FleetHost, FleetHost];

  function ssh(account: string, host: FleetHost, command: string): Promise<CommandResult> {
    return runCommand('ssh', [...sshOptions(), `${account}@${host.address}`, command], { timeoutMs: 20_000 });
  }

  function sshTo(host: FleetHost): string {
    return ['ssh', ...sshOptions(), `root@${host.address}`].join(' ');
  }

  function sshOptions(): readonly string[] {
    const settings = ['BatchMode=yes', `UserKnownHostsFile=${fleet.knownHostsFile}`, 'GlobalKnownHostsFile=/dev/null'];
    const options = [...settings, 'StrictHostKeyChecking=yes', 'IdentitiesOnly=yes', 'ConnectTimeout=2'];
    return ['-F', '/dev/null', '-i', fleet.privateKeyFile, ...options.flatMap((option) => ['-o', option])];
  }

  it('runs a real systemd without failed units', async () => {
    const state = await first.exec('systemctl is-system-running; systemctl --failed --plain --no-legend');
    assert.deepEqual(state, { code: 0, stdout: 'running\n', stderr: '' });
  });

  for (const account of Object.keys(hostAccounts)) {
    it(`lets ${account} log in with the key, and shows a key that is known`, async () => {
      assert.deepEqual(await ssh(account, first, 'id -un'), { code: 0, stdout: `${account}\n`, stderr: '' });
    });
  }

  it('gives deploy sudo at once, nopass for its password, and guest never', async () => {
    const asRoot = await ssh('deploy', first, 'sudo -n id -un');
    const refused = await ssh('nopass', first, 'sudo -n id -un');
    const withPassword = await ssh('nopass', first, `echo '${sudoPassword}' | sudo -S -p '' id -un`);
    const never = await ssh('guest', first, 'sudo -n id -un');
    assert.equal(asRoot.stdout, 'root\n');
    assert.equal(refused.code, 1);
    assert.equal(withPassword.stdout, 'root\n');
    assert.equal(never.code, 1);
  });

  it('has no Python, so nothing can come to need one', async () => {
    assert.equal((await first.exec('command -v python3 python perl6')).stdout, '');
  });

  it('reaches the other hosts by name', async () => {
    assert.equal((await first.exec(`getent hosts ${second.name}`)).stdout.split(' ')[0], second.address);
    assert.equal((await first.exec(`echo | busybox nc -w 2 ${second.name} 22`)).stdout.slice(0, 8), 'SSH-2.0-');
  });

  it('shows its disk from outside', async () => {
    await first.exec('echo seen >/tmp/from-inside');
    assert.equal(readFileSync(join(first.rootDir, 'tmp/from-inside'), 'utf8'), 'seen\n');
  });

  it('keeps its disk when it is killed and started again', async () => {
    await first.exec('echo kept >/root/kept; sync');
    await first.kill();
    assert.equal((await first.exec('true')).code, null);
    await first.start();
    assert.equal((await ssh('root', first, 'cat /root/kept')).stdout, 'kept\n');
  });

  it('answers nothing while it is frozen and goes on afterwards', async () => {
    await first.freeze();
    const frozen = await ssh('root', first, 'true');
    await first.thaw();
    assert.equal(frozen.code, 255);
    assert.equal((await ssh('root', first, 'true')).code, 0);
  });

  it('is unreachable while its link is cut, though its processes go on', async () => {
    await first.disconnect();
    const cut = await ssh('root', first, 'true');
    const inside = await first.exec('echo alive');
    await first.reconnect();
    assert.equal(cut.code, 255);
    assert.equal(inside.stdout, 'alive\n');
    assert.equal((await ssh('root', first, 'true')).code, 0);
  });

  it('comes back by itself when it reboots', async () => {
    const before = await first.exec('stat -c %Y /proc/1; systemctl reboot');
    assert.equal(before.code, 0);
    const rebooted = `until ${sshTo(first)} 'test "$(stat -c %Y /proc/1)" -gt ${before.stdout.trim()}' 2>/dev/null; do :; done`;
    assert.equal((await runCommand('sh', ['-c', rebooted], { timeoutMs: 30_000 })).code, 0);
  });

  it('refuses to be started while it is up', async () => {
    const refusal = await first.start().catch(String);
    assert.include(refusal, 'is up already');
  });

  it('is pristine after a reset, under the same key, even when it was frozen', async () => {
    await first.exec('touch /etc/left-over; useradd left-over');
    await first.freeze();
    await first.reset();
    assert.isFalse(existsSync(join(first.rootDir, 'etc/left-over')));
    assert.equal((await ssh('root', first, 'id left-over')).code, 1);
  });
});

fleetSuite('a suite after another', (fleet) => {
  it('finds no trace of the one before it', async () => {
    const traces = await Promise.all(fleet.hosts.map((host) => host.exec('ls /root /tmp/from-inside 2>/dev/null')));
    assert.deepEqual(
      traces.map(({ stdout }) => stdout.replace('/root:\n', '')),
      fleet.hosts.map(() => ''),
    );
  });
});
