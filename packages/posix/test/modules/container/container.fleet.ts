import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@setpoint/model';
import { type FleetHost, fetchPackages, offerPackages } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { container } from '../../../src/modules/container/index.ts';
import { type Converged, converge, executeAll, planOperations } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';

/** A host in a container of its own may neither make control groups nor networks for those in it. */
const preparePodman = `set -eu
export DEBIAN_FRONTEND=noninteractive
command -v podman >/dev/null || apt-get install -y -qq --no-install-recommends podman >/dev/null 2>&1
mkdir -p /etc/containers /tmp/box/bin
printf '[storage]\\ndriver = "vfs"\\nrunroot = "/run/containers/storage"\\ngraphroot = "/var/lib/containers/storage"\\n' >/etc/containers/storage.conf
printf '[containers]\\ncgroups = "disabled"\\nnetns = "host"\\nkeyring = false\\n[engine]\\ncgroup_manager = "cgroupfs"\\nevents_logger = "file"\\n' >/etc/containers/containers.conf
cp /bin/busybox /tmp/box/bin/
for name in sh sleep false; do ln -sf busybox "/tmp/box/bin/$name"; done
echo one >/tmp/box/version
tar -C /tmp/box -cf - . | podman import -q --change 'CMD ["sleep","1000"]' --change 'ENV OF_IMAGE=1' - localhost/box:1`;

const image = 'localhost/box:1';

fleetSuite('containers of a real host, by podman', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async function () {
    this.timeout(300_000);
    if ((await host.exec('command -v podman')).code !== 0) {
      const fetched = join(tmpdir(), 'setpoint-debian-packages-podman');
      mkdirSync(fetched, { recursive: true });
      await fetchPackages(host, ['podman'], fetched);
      await offerPackages(host, fetched);
    }
    const { code, stderr } = await host.exec(preparePodman);
    if (code !== 0) throw new Error(stderr);
    node = await openFleetNode(host, fleet);
  });
  after(async () => {
    await host.exec(
      'podman rm -f -t 0 web; podman image rm -f localhost/box:1 localhost/box:2; podman volume rm -f data',
    );
    await node?.channel.close();
  });

  const output = async (script: string): Promise<string> => (await host.exec(script)).stdout.trim();
  const run = (properties: JsonObject): Promise<Converged> =>
    converge(node, container, { identity: 'web', properties });

  /** Applies, and expects that it converged as predicted. */
  async function apply(properties: JsonObject): Promise<Converged> {
    const result = await run(properties);
    expect(result.problems).to.deep.equal([]);
    for (const outcome of result.outcomes) expect(outcome, JSON.stringify(outcome)).to.include({ status: 'done' });
    expect(result).to.deep.include({ remaining: [], predicted: [] });
    return result;
  }
  const paths = ({ edits }: Converged): readonly string[] => edits.map(({ path }) => path);

  it('are made with all that is declared, and read back as declared', async () => {
    await output(`printf 'FROM_FILE=secret\\n' >/etc/web.env; chmod 600 /etc/web.env`);
    const everything = {
      image,
      command: ['sleep', '2000'],
      entrypoint: ['/bin/busybox'],
      env: { A: 'with space', B: "it's $HOME" },
      env_file: '/etc/web.env',
      volumes: ['/srv:/srv:ro', 'data:/data'],
      restart: 'on-failure:3',
      labels: { role: 'web' },
      user: '65534',
      workdir: '/data',
      read_only: true,
      cap_add: ['NET_ADMIN'],
      healthcheck: { command: 'true', interval: 10 },
      options: ['--stop-signal=KILL'],
    };
    await apply(everything);
    const before = await output('podman inspect web');
    expect(await run(everything)).to.deep.include({ edits: [], titles: [] });
    expect(await output('podman inspect web')).to.equal(before);
    expect(await output(`podman exec web /bin/sh -c 'echo "$A,$B,$FROM_FILE,$OF_IMAGE,$PWD"'`)).to.equal(
      "with space,it's $HOME,secret,1,/data",
    );
  });

  it('are made anew when what is fixed changes, and started and stopped in place', async () => {
    await apply({ image, options: ['--stop-signal=KILL'] });
    const first = await output("podman inspect --format '{{.Id}}' web");
    expect(paths(await apply({ image, options: ['--stop-signal=KILL'], state: 'stopped' }))).to.deep.equal(['state']);
    expect(paths(await apply({ image, options: ['--stop-signal=KILL'] }))).to.deep.equal(['state']);
    expect(await output("podman inspect --format '{{.Id}} {{.State.Running}}' web")).to.equal(`${first} true`);
    expect(paths(await apply({ image, options: ['--stop-signal=KILL'], env: { A: 'b' } }))).to.deep.equal(['env.A']);
    expect(await output("podman ps -a --format '{{.Names}}'")).to.equal('web');
  });

  it('follow a tag that names another image by now', async () => {
    await output(
      `echo two >/tmp/box/version; tar -C /tmp/box -cf - . | podman import -q --change 'CMD ["sleep","1000"]' - ${image}`,
    );
    expect(paths(await apply({ image, options: ['--stop-signal=KILL'] }))).to.deep.equal(['image']);
  });

  it('have the old one back when the new one does not start or cannot be made', async () => {
    await apply({ image, options: ['--stop-signal=KILL'] });
    const first = await output("podman inspect --format '{{.Id}}' web");
    for (const broken of [
      { entrypoint: ['/no/such/program'] },
      { options: ['--no-such-option'] },
      { image: 'localhost/gone:1' },
    ]) {
      const { outcomes } = await run({ image, options: ['--stop-signal=KILL'], ...broken });
      expect(
        outcomes.map(({ status }) => status),
        JSON.stringify(broken),
      ).to.deep.equal(['failed']);
      expect(
        await output("podman ps -a --format '{{.Names}}'; podman inspect --format '{{.Id}} {{.State.Running}}' web"),
      ).to.equal(`web\n${first} true`);
    }
  });

  it('are left alone when another one came in their place after the plan', async () => {
    const declared = { identity: 'web', properties: { image, command: ['sleep', '5'] } };
    const operations = await planOperations(node, container, declared);
    await output(`podman rm -f -t 0 web; podman run -d --stop-signal KILL --name web ${image}`);
    expect((await executeAll(node.channel, operations)).map(({ status }) => status)).to.deep.equal(['refused']);
  });

  it('go away, and stay away', async () => {
    expect((await run({ state: 'absent' })).outcomes.map(({ status }) => status)).to.deep.equal(['done']);
    expect(await run({ state: 'absent' })).to.deep.include({ edits: [], titles: [] });
    expect(await output('podman ps -aq')).to.equal('');
  });
});
