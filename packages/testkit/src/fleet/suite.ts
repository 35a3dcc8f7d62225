import { attachFleet, type Fleet, startFleet } from './fleet.ts';
import type { FleetHost } from './host.ts';
import { ImageUnavailable } from './image.ts';
import { canRunFleet, type Readiness } from './readiness.ts';

/** What a suite of tests against real hosts is given. Its members may be read once the suite's hooks and tests run. */
export type SuiteFleet = Pick<Fleet, 'privateKeyFile' | 'knownHostsFile'> & { readonly hosts: readonly FleetHost[] };

/** How many hosts every suite is given. */
export const suiteHostCount = 4;

/** A boot takes seconds, the first image half a minute, a slow machine several times that. */
const preparationTimeoutMs = 300_000;

/**
 * Declares a mocha suite against real hosts. All suites of a process share one fleet: each host that an earlier suite used is
 * reset before the next one, so a suite starts on pristine hosts and its own tests follow each other. Where hosts cannot run,
 * the suite is skipped and says why; with `CI=true` it fails instead. With `SETPOINT_FLEET=NAME` it uses, and resets, the hosts
 * of the running fleet of that name; a smaller fleet serves suites that use its first hosts only.
 */
export function fleetSuite(title: string, body: (fleet: SuiteFleet) => void): void {
  describe(title, () => {
    before('prepare the hosts', async function () {
      this.timeout(preparationTimeoutMs);
      preparation ??= prepare();
      const readiness = await preparation;
      if (readiness.kind === 'ready') return resetUsedHosts();
      const message = `no real hosts here: ${readiness.reason}\nTo enable them: ${readiness.enable}`;
      if (process.env['CI'] === 'true') throw new Error(message);
      tellOnce(`SKIPPED: every suite on real hosts; ${message}\n`);
      this.skip();
    });
    body(suiteFleet);
  });
}

let preparation: Promise<Readiness> | undefined;
let shared: Fleet | undefined;
const usedHosts = new Set<number>();

const suiteFleet: SuiteFleet = {
  hosts: Array.from({ length: suiteHostCount }, (_, index) => lazyHost(index)),
  get privateKeyFile() {
    return runningFleet().privateKeyFile;
  },
  get knownHostsFile() {
    return runningFleet().knownHostsFile;
  },
};

after('stop the hosts', async () => {
  if (process.env['SETPOINT_FLEET'] === undefined) await shared?.stop();
});

const told = new Set<string>();

function tellOnce(message: string): void {
  if (told.has(message)) return;
  told.add(message);
  process.stderr.write(message);
}

async function prepare(): Promise<Readiness> {
  const readiness = await canRunFleet();
  if (readiness.kind === 'unavailable') return readiness;
  try {
    shared = await findOrStartFleet();
    return readiness;
  } catch (error) {
    if (!(error instanceof ImageUnavailable)) throw error;
    return { kind: 'unavailable', reason: error.message, enable: 'make the package source of this machine reachable' };
  }
}

async function findOrStartFleet(): Promise<Fleet> {
  const name = process.env['SETPOINT_FLEET'];
  const tell = (message: string) => process.stderr.write(`fleet: ${message}\n`);
  if (name === undefined) return startFleet({ hosts: suiteHostCount, name: `tests-${process.pid}`, tell });
  const fleet = attachFleet(name);
  if (fleet === undefined) {
    throw new Error(`no fleet "${name}" runs: npm run fleet -- up ${suiteHostCount} ${name}`);
  }
  // Nobody knows what was done to hosts that stayed up.
  for (const index of fleet.hosts.keys()) usedHosts.add(index);
  return fleet;
}

async function resetUsedHosts(): Promise<void> {
  const used = [...usedHosts];
  usedHosts.clear();
  const hosts = runningFleet().hosts.filter((_, index) => used.includes(index));
  await Promise.all(hosts.map((host) => host.reset()));
}

/** A host that suites can hold before there is one; it is known as used once a test reads anything of it. */
function lazyHost(index: number): FleetHost {
  return new Proxy({} as FleetHost, {
    get: (_, property) => {
      const host = runningFleet().hosts[index];
      if (host === undefined) {
        throw new Error(`the fleet has no host ${index + 1}, suites are given ${suiteHostCount}`);
      }
      usedHosts.add(index);
      return Reflect.get(host, property);
    },
  });
}

function runningFleet(): Fleet {
  if (shared === undefined) throw new Error('the hosts are up only while hooks and tests run: read them there');
  return shared;
}
