import type { ConformanceFixture } from '@setpoint/testkit';

export const packageFixture: ConformanceFixture = {
  create: { identity: 'sp-hello', properties: { version: '1.0' } },
  change: { identity: 'sp-hello', properties: { state: 'latest', hold: true } },
  absent: { identity: 'sp-hello', properties: { state: 'purged', hold: false } },
  watched: ['/var/lib/dpkg/status', '/usr/bin/sp-hello', '/var/lib/dpkg/info'],
  isSlow: true,
};

/** One package to be upgraded, and one that nothing needs. */
export const packagesFixture: ConformanceFixture = {
  prepare: 'apt-get install -y -q sp-hello=1.0 sp-tool21 && apt-mark auto sp-tool21',
  create: { identity: 'all', properties: { upgrade: 'safe' } },
  change: { identity: 'all', properties: { upgrade: 'full', unneeded: 'removed' } },
  watched: ['/var/lib/dpkg/status', '/var/lib/apt/extended_states', '/var/log/apt'],
  isSlow: true,
};
