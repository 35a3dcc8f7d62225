/** The property that declares what an option of `docker run` or `podman run` says, if there is one. */
export function optionOwner(option: string): string | undefined {
  const name = option.startsWith('--') ? option.replace(/=.*$/s, '') : option.slice(0, 2);
  return Object.entries(optionNames).find(([, names]) => names.includes(name))?.[0];
}

const optionNames: Readonly<Record<string, readonly string[]>> = {
  entrypoint: ['--entrypoint'],
  env: ['--env', '-e'],
  env_file: ['--env-file'],
  ports: ['--publish', '-p'],
  volumes: ['--volume', '-v'],
  networks: ['--network', '--net'],
  restart: ['--restart'],
  labels: ['--label', '-l'],
  user: ['--user', '-u'],
  workdir: ['--workdir', '-w'],
  hostname: ['--hostname', '-h'],
  memory: ['--memory', '-m'],
  cpus: ['--cpus'],
  read_only: ['--read-only'],
  privileged: ['--privileged'],
  healthcheck: ['--health-cmd', '--health-interval', '--health-timeout', '--health-retries', '--no-healthcheck'],
  dns: ['--dns'],
  dns_search: ['--dns-search'],
  devices: ['--device'],
  tmpfs: ['--tmpfs'],
  cap_add: ['--cap-add'],
  cap_drop: ['--cap-drop'],
  ulimits: ['--ulimit'],
  ip: ['--ip'],
  ip6: ['--ip6'],
  sysctls: ['--sysctl'],
  log_driver: ['--log-driver'],
  log_options: ['--log-opt'],
  memory_swap: ['--memory-swap'],
  memory_reservation: ['--memory-reservation'],
  pids_limit: ['--pids-limit'],
  cpu_shares: ['--cpu-shares'],
  cpuset_cpus: ['--cpuset-cpus'],
  shm_size: ['--shm-size'],
};
