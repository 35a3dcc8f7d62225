import type { Answer, Answers, Json, JsonObject } from '@setpoint/model';
import { assert } from 'chai';
import { container } from '../../../src/modules/container/index.ts';
import { containerKind } from '../../../src/queries/container.ts';

/** The image that the containers are made of. */
export const imageId = 'a'.repeat(64);
/** Another image. */
export const otherId = 'b'.repeat(64);
/** How the declarations name the image. */
export const image = 'docker.io/library/nginx:1.27';

/** What docker 28 prints, as far as it is read. */
export const docker: JsonObject = {
  Id: 'c'.repeat(64),
  Image: `sha256:${imageId}`,
  State: { Status: 'running', Running: true },
  Mounts: [
    { Type: 'bind', Source: '/srv/site', Destination: '/site', Mode: 'ro', RW: false },
    { Type: 'volume', Name: 'data', Source: '/var/lib/docker/volumes/data/_data', Destination: '/data', RW: true },
    { Type: 'volume', Name: 'd'.repeat(64), Source: '/x', Destination: '/anonymous', RW: true },
  ],
  Config: {
    Hostname: 'web',
    User: '',
    Env: ['A=b', 'SECRET=x', 'PATH=/usr/bin', 'OF_IMAGE=1'],
    Cmd: ['nginx', '-g', 'daemon off;'],
    Image: image,
    WorkingDir: '',
    Entrypoint: ['/entry.sh'],
    Labels: { role: 'web' },
    Healthcheck: { Test: ['CMD-SHELL', 'true'], Interval: 10e9, Timeout: 30e9, Retries: 3 },
  },
  HostConfig: {
    NetworkMode: 'front',
    PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '8080' }], '53/udp': [{ HostIp: '127.0.0.1', HostPort: '53' }] },
    RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 5 },
    Memory: 536870912,
    NanoCpus: 1500000000,
    ReadonlyRootfs: false,
    Privileged: false,
    CapAdd: ['CAP_NET_ADMIN'],
    CapDrop: ['MKNOD', 'CAP_CHOWN'],
    Dns: ['10.0.0.2', '10.0.0.1', 'fd00::1'],
    DnsSearch: ['b.example', 'a.example'],
    Devices: [
      { PathOnHost: '/dev/zero', PathInContainer: '/dev/nought', CgroupPermissions: 'mr' },
      { PathOnHost: '/dev/null', PathInContainer: '/dev/null', CgroupPermissions: 'rwm' },
    ],
    Tmpfs: { '/tmp': 'size=16m,mode=1777', '/run': '' },
    Ulimits: [
      { Name: 'nofile', Hard: 2048, Soft: 1024 },
      { Name: 'core', Hard: -1, Soft: -1 },
      { Name: 'nproc', Hard: 9, Soft: 9 },
    ],
    MemorySwap: 1073741824,
    MemoryReservation: 268435456,
    PidsLimit: 100,
    CpuShares: 512,
    CpusetCpus: '0',
    ShmSize: 33554432,
    Sysctls: { 'net.core.somaxconn': '1024' },
    LogConfig: { Type: 'json-file', Config: { 'max-size': '10m', labels: 'of-the-daemon' } },
  },
  NetworkSettings: {
    Networks: {
      front: { IPAMConfig: { IPv4Address: '10.77.0.9', IPv6Address: 'fd77:0::9' } },
      back: { IPAMConfig: null },
    },
  },
};

/** The settings of `everything`, as the label of a container keeps them. */
const settings: JsonObject = {
  dns: ['10.0.0.2', '10.0.0.1', 'fd00::1'],
  dns_search: ['b.example', 'a.example'],
  devices: ['/dev/null:/dev/null:rwm', '/dev/zero:/dev/nought:rm'],
  tmpfs: ['/run', '/tmp:mode=1777,size=16m'],
  cap_add: ['NET_ADMIN'],
  cap_drop: ['CHOWN', 'MKNOD'],
  ulimits: { nofile: '1024:2048', core: '-1:-1' },
  ip: { front: '10.77.0.9' },
  ip6: { front: 'fd77::9' },
  sysctls: { 'net.core.somaxconn': '1024' },
  log_driver: 'json-file',
  log_options: { 'max-size': '10m' },
};

/** What podman 4.3 prints otherwise. */
export const podman: JsonObject = {
  ...docker,
  Image: imageId,
  ImageName: image,
  Config: {
    ...(docker['Config'] as JsonObject),
    Entrypoint: '/entry.sh',
    Image: image,
    Labels: { role: 'web', 'setpoint.settings': JSON.stringify(settings) },
  },
  HostConfig: {
    ...(docker['HostConfig'] as JsonObject),
    CapDrop: ['CAP_AUDIT_WRITE', 'CAP_CHOWN', 'CAP_MKNOD', 'CAP_NET_RAW'],
    Devices: [
      { PathOnHost: '/dev/zero', PathInContainer: '/dev/nought', CgroupPermissions: '' },
      { PathOnHost: '/dev/null', PathInContainer: '/dev/null', CgroupPermissions: '' },
    ],
    Tmpfs: {
      '/tmp': 'size=16m,mode=1777,rw,rprivate,nosuid,nodev,tmpcopyup',
      '/run': 'rw,rprivate,nosuid,nodev,tmpcopyup',
    },
    Ulimits: [
      { Name: 'RLIMIT_NOFILE', Hard: 2048, Soft: 1024 },
      { Name: 'RLIMIT_CORE', Hard: -1, Soft: -1 },
      { Name: 'RLIMIT_NPROC', Hard: 1048576, Soft: 1048576 },
    ],
    Sysctls: null,
    LogConfig: { Type: 'json-file', Config: null, Path: '/var/log/x', Tag: '', Size: '10MB' },
    NanoCpus: 0,
    CpuPeriod: 100000,
    CpuQuota: 150000,
    NetworkMode: 'bridge',
  },
  NetworkSettings: { Networks: { front: { IPAMConfig: null }, back: { IPAMConfig: null } } },
};

/** All that can be declared, as both containers have it. */
export const everything: JsonObject = {
  image,
  command: ['nginx', '-g', 'daemon off;'],
  entrypoint: ['/entry.sh'],
  env: { A: 'b', SECRET: 'x' },
  ports: ['127.0.0.1:53:53/udp', '8080:80'],
  volumes: ['data:/data', '/srv/site:/site:ro'],
  networks: ['front', 'back'],
  restart: 'on-failure:5',
  labels: { role: 'web' },
  hostname: 'web',
  memory: '512m',
  cpus: 1.5,
  read_only: false,
  privileged: false,
  cap_add: ['net_admin'],
  cap_drop: ['CAP_MKNOD', 'CHOWN'],
  dns: ['10.0.0.2', '10.0.0.1', 'FD00:0::1'],
  dns_search: ['b.example', 'a.example'],
  devices: ['/dev/zero:/dev/nought:mr', '/dev/null'],
  tmpfs: ['/tmp:size=16m,mode=1777', '/run'],
  ulimits: { nofile: '1024:2048', core: 'unlimited' },
  ip: { front: '10.77.0.9' },
  ip6: { front: 'fd77:0::9' },
  sysctls: { 'net.core.somaxconn': 1024 },
  log_driver: 'json-file',
  log_options: { 'max-size': '10m' },
  memory_swap: '1g',
  memory_reservation: '256m',
  pids_limit: 100,
  cpu_shares: 512,
  cpuset_cpus: '0',
  shm_size: '32m',
  healthcheck: { command: 'true', interval: 10 },
};

function declared(properties: JsonObject) {
  const result = container.declare({ identity: 'web', properties });
  return result.kind === 'declared' ? result.declared : assert.fail(JSON.stringify(result.problems));
}

/** The answer to the query from what the engine prints. */
export function answer(
  state: Json,
  [engine, found]: readonly [string, JsonObject | null],
  wantedId: string | null = imageId,
): Answer {
  const { container: query } = container.queries(state);
  const list = (value: JsonObject | null) => (value === null ? '' : JSON.stringify([value], null, 4));
  const ofImage = { Id: `sha256:${imageId}`, Config: { Env: ['PATH=/usr/bin', 'OF_IMAGE=1'] } };
  const wanted = wantedId === null ? null : { Id: wantedId };
  const text = `engine ${engine}\n=\n${list(found)}\n=\n${list(ofImage)}\n=\n${list(wanted)}\n.\n`;
  return containerKind.parse(Buffer.from(text), [query ?? { kind: 'container' }], 0)[0] ?? assert.fail('no answer');
}

/** A node without an engine. */
export const absent: Answer = { status: 'absent' };

/** What the plan of a declaration comes to, and what differs once it was done as predicted. */
export function plan(properties: JsonObject, found: Answer | ((state: Json) => Answer), more: Answers = {}) {
  const state = declared(properties);
  const known: Answers = { ...more, container: typeof found === 'function' ? found(state) : found };
  const asked = Object.fromEntries(Object.keys(container.queries(state)).map((name) => [name, known[name] ?? absent]));
  const { observed, problems } = container.observe(state, asked);
  const edits = container.diff(state, observed);
  const after = { ...asked, ...container.predict(state, asked).answers };
  const remaining = container.diff(state, container.observe(state, after).observed);
  return { edits, problems, remaining, observed, ...container.operations(state, edits, observed) };
}
