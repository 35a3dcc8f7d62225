import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { templateDirectory } from '../databases/template.ts';
import { fetchPackages } from '../fleet/debian-packages.ts';
import { type CommandResult, runCommand, runOrThrow } from '../fleet/run-command.ts';

/** A host with docker and podman: this machine with their packages laid over it, in namespaces of its own. */
export type EngineHost = {
  /** The words before a command that runs it on the host. */
  readonly enter: readonly string[];
  /** Runs a script on the host. */
  readonly exec: (script: string) => Promise<CommandResult>;
  /** Ends the host with everything that runs on it. */
  readonly stop: () => Promise<void>;
};

/** The image that both engines have from the start: a busybox that waits, and ends as soon as it is told to. */
export const boxImage = 'localhost/box:1';

/**
 * Starts the host. It needs root and the rights to mount, to make network links and to make control groups. Nothing of this machine
 * is changed: /usr is laid over, /etc as well and it can be written to, and /run, /srv and /var/lib begin empty.
 */
export async function startEngineHost(): Promise<EngineHost> {
  const packages = await templateDirectory({ name: `engines-${process.arch}`, build: fetchEngines });
  const dir = mkdtempSync(join(tmpdir(), 'setpoint-engines-'));
  const words = ['--mount', '--net', '--pid', '--fork', '--kill-child', '/bin/sh', '-c', startScript, 'sh'];
  const child = spawn('unshare', [...words, packages, dir], { stdio: ['ignore', 'pipe', 'pipe'] });
  const pid = await readPid(child).catch(async (error: unknown) => {
    await end(child, dir);
    throw error;
  });
  const args = ['-t', pid, '-m', '-n', '-p', 'env', `PATH=${searchPath}`];
  const enter = ['nsenter', ...args];
  const exec = (script: string): Promise<CommandResult> => runCommand('nsenter', [...args, '/bin/sh', '-c', script]);
  const stop = async (): Promise<void> => {
    await exec(stopScript);
    process.kill(Number(pid), 'SIGKILL');
    await end(child, dir);
  };
  const made = await exec(makeImage);
  if (made.code === 0) return { enter, exec, stop };
  await stop();
  throw new Error(`the image cannot be made: ${made.stderr}`);
}

async function fetchEngines(dir: string): Promise<void> {
  const fetched = join(dir, 'packages');
  await fetchPackages({ rootDir: '/' }, ['docker.io', 'podman', 'iptables'], fetched);
  const names = readdirSync(fetched).filter((name) => name.endsWith('.deb'));
  for (const name of names) await runOrThrow('dpkg-deb', ['-x', join(fetched, name), dir]);
  rmSync(fetched, { recursive: true });
}

/** The host says when it is ready, and its first process as this machine counts; otherwise the last words that it left. */
async function readPid(child: ChildProcess): Promise<string> {
  const words: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => words.push(chunk.toString('utf8')));
  if (child.stdout === null) throw new Error('no output of the host');
  for await (const line of createInterface({ input: child.stdout })) {
    const [, pid] = /^ready (\d+)$/.exec(line) ?? [];
    if (pid !== undefined) return pid;
  }
  throw new Error(`docker and podman cannot run here: ${words.join('').trim().split('\n').slice(-5).join('\n')}`);
}

async function end(child: ChildProcess, dir: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
  }
  rmSync(dir, { recursive: true, force: true });
}

const searchPath = '/run/programs:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin';

const startScript = String.raw`set -eu
packages=$1 dir=$2
read -r pid rest </proc/self/stat
mount --make-rprivate /
mount -t tmpfs tmpfs "$dir"
mkdir "$dir/upper" "$dir/work"
mount -t overlay overlay -o "lowerdir=$packages/usr:/usr" /usr
mount -t overlay overlay -o "lowerdir=$packages/etc:/etc,upperdir=$dir/upper,workdir=$dir/work" /etc
mount -t proc proc /proc
for each in /run /srv /var/lib; do mount -t tmpfs tmpfs "$each"; done
PATH=${searchPath}
export PATH
mkdir /run/programs
for each in iptables ip6tables; do ln -s /usr/sbin/xtables-nft-multi "/run/programs/$each"; done
printf '[storage]\ndriver = "vfs"\nrunroot = "/run/containers/storage"\ngraphroot = "/var/lib/containers/storage"\n' >/etc/containers/storage.conf
printf '[containers]\nkeyring = false\n[engine]\ncgroup_manager = "cgroupfs"\nevents_logger = "file"\n' >/etc/containers/containers.conf
ip link set lo up
dockerd --storage-driver vfs >/var/lib/dockerd.log 2>&1 &
tries=0
until docker version >/dev/null 2>&1; do
  tries=$((tries + 1))
  kill -0 $! 2>/dev/null && [ $tries -lt 300 ] || { tail -n 5 /var/lib/dockerd.log >&2; exit 1; }
  sleep 0.1
done
echo "ready $pid"
wait`;

const makeImage = String.raw`set -eu
mkdir -p /srv/box/bin
cp "$(command -v busybox)" /srv/box/bin/busybox
for name in sh sleep false true; do ln -s busybox "/srv/box/bin/$name"; done
printf '#!/bin/sh\ntrap "exit 0" TERM\nsleep 1000 &\nwait\n' >/srv/box/bin/idle
chmod 755 /srv/box/bin/idle
tar -C /srv/box -cf /run/box.tar .
set -- --change 'CMD ["idle"]' --change 'ENV OF_IMAGE=1' /run/box.tar ${boxImage}
docker import "$@" >/dev/null
podman import -q "$@" >/dev/null`;

/** Control groups outlive the host, so its containers go first; those of an engine that runs here besides are not empty and stay. */
const stopScript = `docker rm -f $(docker ps -aq); podman rm -af -t 0
find /sys/fs/cgroup -depth -type d '(' -path '*/libpod_parent*' -o -name docker ')' -exec rmdir {} +`;
