import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FleetHost, fetchPackages, unpackPackages } from '@setpoint/testkit/fleet';

/** How a host becomes one whose packages another manager than apt keeps. */
export type OtherManager = {
  /** Debian's packages of the manager and of what builds packages for it. */
  readonly tools: readonly string[];
  /** Commands that set it up once its files are there. */
  readonly setUp: string;
  /** The text of os-release, by which the host says what it is: apt and dpkg stay. */
  readonly osRelease: string;
};

/** Time for the tools to be fetched on a slow line. */
export const otherManagerTimeoutMs = 300_000;

/** Makes a host one of another manager, with Debian's own build of it. */
export async function becomeOther(host: FleetHost, { tools, setUp, osRelease }: OtherManager): Promise<void> {
  const fetched = join(tmpdir(), `setpoint-debian-packages-${tools[0] ?? ''}`);
  mkdirSync(fetched, { recursive: true });
  await fetchPackages(host, tools, fetched);
  await unpackPackages(host, fetched);
  const { code, stdout, stderr } = await host.exec(`set -eu
rm -f /etc/os-release
cat >/etc/os-release <<'END'
${osRelease}
END
${setUp}`);
  if (code !== 0) throw new Error(stdout + stderr);
}
