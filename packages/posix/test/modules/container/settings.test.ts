import type { JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { container } from '../../../src/modules/container/index.ts';
import { answer, docker, everything, image, plan, podman } from './inspected.ts';

describe('what a container is given of its node and of the kernel', () => {
  const changes: readonly (readonly [string, JsonObject, string])[] = [
    ['another order of name servers', { dns: ['10.0.0.1', '10.0.0.2', 'fd00::1'] }, 'dns'],
    ['another order of domains', { dns_search: ['a.example', 'b.example'] }, 'dns_search'],
    ['fewer domains', { dns_search: [] }, 'dns_search'],
    ['fewer rights of a device', { devices: ['/dev/zero:/dev/nought:r', '/dev/null'] }, 'devices'],
    ['options of a file system in memory', { tmpfs: ['/tmp:size=16m', '/run'] }, 'tmpfs'],
    ['cap_drop', { cap_drop: ['ALL'] }, 'cap_drop'],
    ['a limit', { ulimits: { nofile: 2048, core: -1 } }, 'ulimits.nofile'],
    ['an address', { ip: { front: '10.77.0.10' } }, 'ip.front'],
    ['no address', { ip: {} }, 'ip.front'],
    ['an IPv6 address', { ip6: { front: 'fd77::a' } }, 'ip6.front'],
    ['a setting of the kernel', { sysctls: { 'net.core.somaxconn': 1 } }, 'sysctls.net.core.somaxconn'],
    ['no setting of the kernel', { sysctls: {} }, 'sysctls.net.core.somaxconn'],
    ['log_driver', { log_driver: 'syslog' }, 'log_driver'],
    ['an option of the log', { log_options: { 'max-size': '11m' } }, 'log_options.max-size'],
  ];
  for (const [what, properties, path] of changes) {
    it(`is changed by a container made anew, which the plan names: ${what}`, () => {
      for (const [engine, found] of [
        ['docker', docker],
        ['podman', podman],
      ] as const) {
        const { edits, remaining } = plan({ ...everything, ...properties }, (state) => answer(state, [engine, found]));
        expect([edits.map((edit) => [edit.path, edit.replaces]), remaining], engine).to.deep.equal([
          [[path, true]],
          [],
        ]);
      }
    });
  }

  it('leaves limits and options of the log alone that its engine gave it, and drops those of its last declaration', () => {
    const made = { ...podman, Config: { ...(podman['Config'] as JsonObject) } };
    const properties = { ...everything, ulimits: { nofile: '1024:2048' }, log_options: {} };
    const { edits, remaining } = plan(properties, (state) => answer(state, ['podman', made]));
    expect([edits.map(({ path, after }) => [path, after.kind]), remaining]).to.deep.equal([
      [
        ['ulimits.core', 'absent'],
        ['log_options.max-size', 'absent'],
      ],
      [],
    ]);
    expect(plan(properties, (state) => answer(state, ['docker', docker])).edits).to.deep.equal([]);
  });

  it('takes nothing for granted that podman does not tell of a container that no declaration made', () => {
    const labels = { role: 'web' };
    const foreign = { ...podman, Config: { ...(podman['Config'] as JsonObject), Labels: labels } };
    const { edits, remaining } = plan(everything, (state) => answer(state, ['podman', foreign]));
    const untold = 'devices tmpfs cap_drop ip.front ip6.front sysctls.net.core.somaxconn log_options.max-size';
    expect([edits.map(({ path }) => path).toSorted(), remaining]).to.deep.equal([untold.split(' ').toSorted(), []]);
    const empty = { image, ip: {}, sysctls: {}, log_options: {} };
    expect(plan(empty, (state) => answer(state, ['podman', foreign])).edits.map(({ path }) => path)).to.deep.equal([
      'ip',
      'sysctls',
      'log_options',
    ]);
  });

  it('has no check of its health where none is declared and none is there', () => {
    for (const Healthcheck of [null, { Test: ['NONE'] }]) {
      const found = { ...docker, Config: { ...(docker['Config'] as JsonObject), Healthcheck } };
      expect(plan({ image, healthcheck: 'none' }, (state) => answer(state, ['docker', found])).edits).to.deep.equal([]);
    }
  });

  it('has its limits changed in place where the engine can, but not its memory file system', () => {
    const properties = {
      ...everything,
      memory_swap: 'unlimited',
      memory_reservation: '1m',
      pids_limit: -1,
      cpu_shares: 2,
    };
    const more = { ...properties, cpuset_cpus: '0-1' };
    const paths = ['memory_swap', 'memory_reservation', 'pids_limit', 'cpu_shares', 'cpuset_cpus'];
    for (const [engine, found] of [
      ['docker', docker],
      ['podman', podman],
    ] as const) {
      const { edits, remaining, operations } = plan(more, (state) => answer(state, [engine, found]));
      const replaces = engine === 'podman' ? true : undefined;
      expect([edits.map((edit) => [edit.path, edit.replaces]), remaining]).to.deep.equal([
        paths.map((path) => [path, replaces]),
        [],
      ]);
      const script = JSON.stringify(operations[0]?.action).replaceAll("'", '');
      const words =
        'update --memory-swap -1 --memory-reservation 1048576 --pids-limit -1 --cpu-shares 2 --cpuset-cpus 0-1';
      expect(script.includes(words)).to.equal(engine === 'docker');
    }
    expect(
      plan({ ...everything, shm_size: '1m' }, (state) => answer(state, ['docker', docker])).edits.map(
        ({ replaces }) => replaces,
      ),
    ).to.deep.equal([true]);
  });

  it('is refused where no engine takes it, or where an option says the same', () => {
    const bad: readonly JsonObject[] = [
      { image, dns: ['resolver'] },
      { image, dns_search: ['.', 'a.example'] },
      { image, dns_search: ['a b'] },
      { image, devices: ['null'] },
      { image, devices: ['/dev/null:/dev/x', '/dev/zero:/dev/x'] },
      { image, tmpfs: ['run'] },
      { image, tmpfs: ['/run:a:b'] },
      { image, tmpfs: ['/data/'], volumes: ['data:/data'] },
      { image, cap_drop: ['NET ADMIN'] },
      { image, ulimits: { files: 1 } },
      { image, ulimits: { nofile: '2:1' } },
      { image, ulimits: { nofile: 'unlimited:1' } },
      { image, ulimits: { nofile: '1:2:3' } },
      { image, ip: { front: '10.0.0.1' } },
      { image, ip: { front: 'fd00::1' }, networks: ['front'] },
      { image, ip6: { front: '10.0.0.1' }, networks: ['front'] },
      { image, ip: { bridge: '10.0.0.1' }, networks: ['bridge'] },
      { image, sysctls: { somaxconn: 1 } },
      { image, sysctls: { 'net.a': 'x\ny' } },
      { image, memory_swap: '1g' },
      { image, memory: '2g', memory_swap: '1g' },
      { image, memory: '1g', memory_swap: 'much' },
      { image, memory: '1g', memory_reservation: '2g' },
      { image, memory_reservation: 'x' },
      { image, shm_size: '0' },
      { image, pids_limit: 0 },
      { image, cpuset_cpus: 'all' },
      { image, log_driver: '-x' },
      { image, log_options: { 'a=b': 'x' } },
      { image, dns: [], options: ['--dns=10.0.0.1'] },
      { image, memory: '1g', options: ['-m=2g'] },
      { image, healthcheck: 'none', options: ['--health-cmd=true'] },
    ];
    for (const properties of bad)
      expect(container.declare({ identity: 'web', properties }).kind, JSON.stringify(properties)).to.equal('invalid');
  });
});
