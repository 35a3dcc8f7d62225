import type { JsonObject } from '@setpoint/model';
import { plansOfImport } from '@setpoint/testkit';
import { engineSuite, boxImage as image } from '@setpoint/testkit/engines';
import { expect } from 'chai';
import { command } from '../../../src/modules/command/index.ts';
import { container } from '../../../src/modules/container/index.ts';
import { type Converged, converge, executeAll, planOperations, takeBack } from '../../support/converge.ts';
import { type FleetNode, openEnteredNode } from '../../support/fleet-node.ts';

/** Declared one after the other of the same container: what each differs in from the one before, as the plan names it. */
const steps: readonly {
  readonly what: string;
  readonly properties: JsonObject;
  readonly paths: readonly string[];
}[] = [
  {
    what: 'all that is declared',
    properties: {
      entrypoint: ['/bin/sh', '-c'],
      command: ['echo x >/data/x; exec idle "one two"'],
      env: { A: 'with space', B: "it's $HOME", C: '' },
      env_file: '/etc/web.env',
      volumes: ['/srv/site/:/site:ro', 'data:/data/'],
      ports: ['127.0.0.1:8080:80', '5353:53/udp'],
      networks: ['front', 'back'],
      labels: { role: 'web' },
      healthcheck: { command: 'true', interval: 10 },
      hostname: 'box',
      cap_add: ['net_admin', 'CHOWN'],
      cap_drop: ['MKNOD', 'NET_RAW'],
      dns: ['10.0.0.2', '10.0.0.1', 'FD00:0::1'],
      dns_search: ['b.example', 'a.example'],
      devices: ['/dev/zero:/dev/nought:mr', '/dev/null:/dev/nothing'],
      tmpfs: ['/scratch:size=1m,mode=1777', '/run'],
      // Podman gives more processes than this machine lets it, where none are declared.
      ulimits: { nofile: '1024:2048', nproc: 1000, core: 0 },
      ip: { front: '10.77.0.9', back: '10.78.0.9' },
      ip6: { front: 'fd77:0::9' },
      sysctls: { 'net.core.somaxconn': 1024 },
      log_driver: 'json-file',
      log_options: { 'max-size': '10m' },
      memory: '64m',
      memory_swap: '96m',
      memory_reservation: '32m',
      pids_limit: 100,
      cpu_shares: 512,
      cpuset_cpus: '0',
      shm_size: '32m',
      cpus: 0.5,
      restart: 'on-failure:3',
      options: ['--add-host=x:10.0.0.2', '--add-host=y:10.0.0.1'],
    },
    paths: ['state', 'image'],
  },
  {
    what: 'less and other things',
    properties: {
      state: 'stopped',
      entrypoint: [],
      command: ['idle'],
      env: { A: 'b' },
      env_file: '/etc/web.env',
      volumes: ['data:/data', '/srv/site:/site'],
      ports: ['5353:53/udp'],
      networks: ['back'],
      labels: { role: 'db' },
      healthcheck: { command: 'true', interval: 20, retries: 5 },
      hostname: 'box2',
      user: '65534:65534',
      workdir: '/bin',
      read_only: true,
      cap_add: [],
      cap_drop: ['ALL'],
      dns: ['10.0.0.1', '10.0.0.2'],
      dns_search: ['a.example', 'b.example'],
      devices: ['/dev/zero:/dev/nought:r'],
      tmpfs: ['/scratch:size=2m'],
      ulimits: { nofile: 1024, nproc: 1000 },
      ip: { back: '10.78.0.10' },
      ip6: {},
      sysctls: { 'net.core.somaxconn': 512, 'net.ipv4.ip_forward': 0 },
      log_driver: 'none',
      log_options: {},
      memory: '64m',
      memory_swap: 'unlimited',
      memory_reservation: '16m',
      pids_limit: -1,
      cpu_shares: 256,
      cpuset_cpus: '0,1',
      shm_size: '16m',
      options: ['--add-host=y:10.0.0.1', '--add-host=x:10.0.0.2'],
    },
    paths:
      'state command env.A volumes ports networks labels.role healthcheck hostname user workdir read_only cap_add cap_drop dns dns_search devices tmpfs ulimits.nofile ulimits.core ip.back ip.front ip6.front sysctls.net.core.somaxconn sysctls.net.ipv4.ip_forward log_driver log_options.max-size memory_swap memory_reservation pids_limit cpu_shares cpuset_cpus shm_size options'.split(
        ' ',
      ),
  },
  {
    what: 'nothing, in the network of the host',
    properties: {
      state: 'stopped',
      env: {},
      volumes: [],
      ports: [],
      networks: ['host'],
      healthcheck: 'none',
      cap_drop: [],
      options: ['--device=/dev/null'],
    },
    paths: ['env_file', 'env.A', 'env.FROM_FILE', 'volumes', 'ports', 'networks', 'healthcheck', 'cap_drop', 'options'],
  },
  { what: 'the usual network', properties: { networks: ['bridge'] }, paths: ['state', 'networks', 'options'] },
];

/** What is another one once anything was done to a container. */
const moments = '{{.Id}} {{.State.StartedAt}} {{.State.FinishedAt}}';

/** What of `inspect` must be the same again once a change was taken back. */
const parts = [
  '{{.Config.Cmd}} {{.Config.Healthcheck}} {{.Config.Labels.role}} {{.Config.User}} {{.Image}} {{.State.Running}}',
  '{{.HostConfig.Dns}} {{index .Config.Labels "setpoint.settings"}} {{.HostConfig.PortBindings}} {{.HostConfig.RestartPolicy.Name}} {{.HostConfig.Memory}} {{.HostConfig.CpuShares}}',
  '{{range .Config.Env}}{{if eq . "A=b"}}{{.}}{{end}}{{end}} {{range .Mounts}}{{.Name}}:{{.Destination}}{{end}}',
  '{{range $name, $each := .NetworkSettings.Networks}}{{$name}} {{end}}',
].join(' ');

engineSuite('containers of docker and podman', (host) => {
  let node: FleetNode;
  before(async () => {
    node = await openEnteredNode(host().enter);
    await output(
      `mkdir -p /srv/site; printf 'FROM_FILE=secret\\nA=of the file\\n' >/etc/web.env; chmod 600 /etc/web.env`,
    );
  });
  after(() => node?.channel.close());
  const output = async (script: string): Promise<string> => {
    const { stdout, stderr } = await host().exec(script);
    return `${stdout}${stderr}`.trim();
  };

  for (const engine of ['docker', 'podman'] as const) {
    describe(engine, () => {
      before(async () => {
        const networks = { front: ['10.77.0.0/24', 'fd77::/64'], back: ['10.78.0.0/24'] };
        for (const [name, subnets] of Object.entries(networks)) {
          const words = subnets.flatMap((subnet) => ['--subnet', subnet]);
          const create = {
            argv: [engine, 'network', 'create', ...(words.length > 2 ? ['--ipv6'] : []), ...words, name],
          };
          const guard = { unless: `${engine} network inspect ${name}`, safe_guard: true };
          const network = { identity: `the network ${name}`, properties: { ...create, ...guard } };
          const { outcomes, remaining } = await converge(node, command, network);
          expect([outcomes.map(({ status }) => status), remaining]).to.deep.equal([['done'], []]);
        }
      });
      // The other engine makes networks of the same addresses.
      after(() => output(`${engine} network rm front back`));
      const declare = (properties: JsonObject) => ({ identity: 'web', properties: { engine, ...properties } });
      const run = (properties: JsonObject): Promise<Converged> => converge(node, container, declare(properties));
      const inspect = (format: string): Promise<string> => output(`${engine} inspect --format '${format}' web`);

      /** Applies, and expects that it converged as predicted. */
      async function apply(properties: JsonObject): Promise<readonly string[]> {
        const result = await run(properties);
        expect(result.problems).to.deep.equal([]);
        for (const outcome of result.outcomes) expect(outcome, JSON.stringify(outcome)).to.include({ status: 'done' });
        expect(result).to.deep.include({ remaining: [], predicted: [] });
        return result.edits.map(({ path }) => path).toSorted();
      }

      for (const { what, properties, paths } of steps) {
        it(`are made with ${what}, and the same again for nothing`, async () => {
          expect(await apply({ image, ...properties })).to.deep.equal(paths.toSorted());
          const before = await inspect(moments);
          expect(await run({ image, ...properties })).to.deep.include({ edits: [], titles: [] });
          expect(await inspect(moments)).to.equal(before);
          if (properties !== steps[0]?.properties) return;
          const words = ['/bin/sh', '-c', 'echo x >/data/x; exec idle "one two"'];
          const inOneLine = { ...properties, entrypoint: words, command: [] };
          expect((await run({ image, ...inOneLine })).edits, 'the same words').to.deep.equal([]);
          expect(await output(`${engine} exec web /bin/sh -c 'echo "$A,$B,$FROM_FILE,$OF_IMAGE"'`)).to.equal(
            "with space,it's $HOME,secret,1",
          );
        });
      }

      it('are imported as a declaration that a plan leaves as it is', async () => {
        const { importing } = container;
        if (importing?.kind !== 'importable') throw new Error('a container can be imported');
        // Where both answer, an import means docker; without its socket its daemon does not.
        const move = (from: string, to: string) => (engine === 'podman' ? output(`mv /run/${from} /run/${to}`) : '');
        await move('docker.sock', 'docker.away');
        try {
          const plans = await plansOfImport(node.channel, { module: container, importing }, 'web');
          expect(plans, plans.join()).to.include('');
        } finally {
          await move('docker.away', 'docker.sock');
        }
      });

      it('leave their volumes with what is in them', async () => {
        const kept = await output(`${engine} run --rm -v data:/data ${image} busybox cat /data/x`);
        expect(kept).to.equal('x');
      });

      it('are started and stopped in place, and limits change there where the engine can', async () => {
        const first = await inspect('{{.Id}}');
        expect(await apply({ image, state: 'stopped' })).to.deep.equal(['state']);
        expect(await inspect('{{.Id}}')).to.equal(first);
        expect(await apply({ image, memory: '32m' })).to.deep.equal(['memory', 'state']);
        expect((await inspect('{{.Id}}')) === first).to.equal(engine === 'docker');
      });

      it('follow a tag that names another image by now', async () => {
        await output(
          `echo two >/srv/box/version; tar -C /srv/box -cf - . | ${engine} import --change 'CMD ["idle"]' - ${image}`,
        );
        expect(await apply({ image })).to.deep.equal(['image']);
      });

      it('have the old one back when the new one does not start or cannot be made', async () => {
        const first = await inspect('{{.Id}} {{.State.Running}}');
        for (const broken of [
          { entrypoint: ['/no/such/program'] },
          { image: 'localhost/gone:1' },
          { networks: ['back', 'nowhere'] },
        ]) {
          const { outcomes } = await run({ image, ...broken });
          expect(
            outcomes.map(({ status }) => status),
            JSON.stringify(broken),
          ).to.deep.equal(['failed']);
          expect(await inspect('{{.Id}} {{.State.Running}}')).to.equal(first);
          expect(await output(`${engine} ps -a --format '{{.Names}}'`)).to.equal('web');
        }
      });

      const changes: Readonly<Record<string, readonly [JsonObject, JsonObject]>> = {
        'what was fixed': [
          {
            image,
            state: 'stopped',
            env: { A: 'b' },
            ports: ['8080:80'],
            volumes: ['data:/data'],
            networks: ['front', 'back'],
            ip: { front: '10.77.0.9' },
            dns: ['10.0.0.2', '10.0.0.1'],
            devices: ['/dev/null:/dev/nothing:rw'],
            user: '0:0',
            labels: { role: 'web' },
            healthcheck: { command: 'true', interval: 10 },
            options: ['--stop-timeout=3'],
          },
          { image, state: 'stopped', env: { A: 'c' }, command: ['idle', 'x'], ports: [] },
        ],
        'what was not there': [
          { image, state: 'stopped' },
          { image, state: 'stopped', dns: ['10.0.0.1'], labels: { role: 'web' }, user: '0:0', memory: '64m' },
        ],
        'no limit': [
          { image, state: 'stopped' },
          { image, state: 'stopped', cpu_shares: 512, restart: 'always' },
        ],
        'what is changed in place': [
          { image, restart: 'always', memory: '64m', pids_limit: 100, cpu_shares: 512, state: 'stopped' },
          { image, restart: 'no', memory: '32m', pids_limit: -1, cpu_shares: 256, state: 'stopped' },
        ],
        'a container that went': [{ image, state: 'stopped' }, { state: 'absent' }],
      };
      for (const [what, [before, after]] of Object.entries(changes)) {
        if (engine === 'podman' && ['no limit', 'what is changed in place'].includes(what)) continue;
        it(`get ${what} back`, async () => {
          await output(`${engine} rm -f web`);
          await run(before);
          const was = await inspect(parts);
          const { outcomes, remaining, lacks } = await takeBack(node, container, declare(after));
          expect(outcomes.map(({ status }) => status)).to.deep.equal(['done', 'done']);
          expect(remaining).to.deep.equal([]);
          expect(await inspect(parts)).to.equal(was);
          expect(lacks).to.have.length(what === 'what is changed in place' ? 0 : 1);
        });
      }

      it('go with a change that made them, and do not come back with variables that nobody read', async () => {
        await output(`${engine} rm -f web`);
        expect((await takeBack(node, container, declare({ image, state: 'stopped' }))).remaining).to.deep.equal([]);
        expect(await output(`${engine} ps -aq`)).to.equal('');
        await output(`${engine} create --name web -e PASSWORD=x ${image}`);
        expect((await takeBack(node, container, declare({ image, state: 'stopped', user: '65534' }))).why).to.include(
          'PASSWORD',
        );
      });

      it('are left alone when another one came in their place after the plan', async () => {
        const operations = await planOperations(node, container, declare({ image, command: ['sleep', '5'] }));
        await output(`${engine} rm -f web; ${engine} create --name web ${image}`);
        expect((await executeAll(node.channel, operations)).map(({ status }) => status)).to.deep.equal(['refused']);
      });

      it('go away, and stay away', async () => {
        for (const count of [1, 0]) {
          const { outcomes, edits } = await run({ state: 'absent' });
          expect([outcomes.length, edits.length]).to.deep.equal([count, count]);
        }
        expect(await output(`${engine} ps -aq`)).to.equal('');
      });
    });
  }

  it('are those of docker where both are there and its daemon answers', async () => {
    await converge(node, container, { identity: 'both', properties: { image } });
    expect(await output(`docker ps -q | wc -l; podman ps -q | wc -l`)).to.equal('1\n0');
    await converge(node, container, { identity: 'both', properties: { state: 'absent' } });
  });
});
